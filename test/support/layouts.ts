// Knows how our layout of generated code is compared with prettier's.

import prettier from 'prettier'
import type { EmitInput } from '../../src/emit/emitter.js'
import { convert } from '../../src/emit/convert/convert.js'
import { types } from '../../src/emit/types/types.js'
import { validators } from '../../src/emit/validators/validators.js'
import { zod } from '../../src/emit/zod/zod.js'
import type { ApiModel } from '../../src/ir/model.js'
import type { EmittedFile } from '../../src/text/file.js'
import { layOut } from '../../src/write/layout/lay-out.js'
import type { LayoutSettings } from '../../src/write/layout/settings.js'
import { emit } from '../emit/emitted.js'

/** The layout of files for a repository without settings. */
export const usual: LayoutSettings = {
  printWidth: 100,
  tabWidth: 2,
  useTabs: false,
  semi: true,
  singleQuote: true,
  bracketSpacing: true,
  trailingComma: 'all',
}

/** What became of files that were laid out both ways. */
export interface Comparison {
  readonly files: number
  /** Paths of files that our printer left to prettier; not those that hold fixed code. */
  readonly left: readonly string[]
  /** Paths of files that came out otherwise. */
  readonly otherwise: readonly string[]
}

/** Everything that is emitted for a model, before it is laid out. */
export async function codeOf(model: ApiModel, more: Partial<EmitInput>): Promise<readonly EmittedFile[]> {
  const emitters = more.shape === 'sdk' ? [types, validators, zod, convert] : [types, validators, zod]
  const emitted = await Promise.all(emitters.map((emitter) => emit(emitter, model, more)))
  return emitted.flatMap(({ files }) => files)
}

/** Lays files out by our own printer and by prettier. */
export async function compareLayouts(files: readonly EmittedFile[], settings: LayoutSettings): Promise<Comparison> {
  const left: string[] = []
  const otherwise: string[] = []
  for (const { path, text } of files) {
    const own = layOut(text, settings)
    if (own === undefined && !path.endsWith('runtime.ts')) left.push(path)
    if (own === undefined) continue
    const wanted = await prettier.format(text, {
      ...settings,
      parser: 'typescript',
      plugins: [],
      embeddedLanguageFormatting: 'off',
    })
    if (own !== wanted) otherwise.push(path)
  }
  return { files: files.length, left, otherwise }
}
