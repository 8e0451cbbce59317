// Knows how the TypeScript compiler is asked whether a type takes a literal: thousands of them in one program.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { stringLiteral } from '../../src/emit/escape.js'
import { nameModels } from '../../src/emit/names.js'
import type { ApiModel } from '../../src/ir/model.js'
import { compilerOptions } from '../emit/emitted.js'
import type { Payload } from './payloads.js'

/** Literals in one file: many enough to share its imports, few enough for the compiler to bind it quickly. */
const BATCH = 2000

/** What the compiler says of a key that a literal has too many. */
const EXCESS = new Set([2353, 2561])

/** For each payload whether its type takes it as a literal; unknown keys are passed over where they are allowed. */
export function judgeLiterals(
  folder: string,
  api: ApiModel,
  payloads: readonly Payload[],
  unknownKeys: 'allow' | 'reject',
): readonly boolean[] {
  const names = nameModels(api.models)
  const refused = new Set<number>()
  const files: string[] = []
  for (let start = 0; start < payloads.length; start += BATCH) {
    const lines = payloads.slice(start, start + BATCH).map(({ model, value }, index) => {
      return `export const _${start + index}: t.${names.get(model)?.name} = ${literalText(value)};`
    })
    const file = join(folder, `literals-${start}.ts`)
    writeFileSync(file, `import type * as t from './index.js';\n${lines.join('\n')}\n`)
    files.push(file)
  }
  const program = ts.createProgram(files, compilerOptions)
  for (const [index, file] of files.entries()) {
    const source = program.getSourceFile(file)
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    for (const { start = 0, code, file: where } of found) {
      if (where !== source || source === undefined) throw new Error('an error outside of the literals')
      const line = source.getLineAndCharacterOfPosition(start).line
      if (line === 0) throw new Error('the types are not found')
      if (unknownKeys === 'reject' || !EXCESS.has(code)) refused.add(index * BATCH + line - 1)
    }
  }
  return payloads.map((_, index) => !refused.has(index))
}

/** A value as the code of a literal. */
function literalText(value: unknown): string {
  if (value instanceof Uint8Array) return `new Uint8Array(${value.length})`
  if (Array.isArray(value)) return `[${value.map(literalText).join(', ')}]`
  if (typeof value === 'string') return stringLiteral(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, item]) => `[${stringLiteral(key)}]: ${literalText(item)}`)
  return `{ ${entries.join(', ')} }`
}
