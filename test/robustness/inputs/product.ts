// Knows how documents go through the whole product, in memory.

import { resolveOptions } from '../../../src/config/resolve.js'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js'
import type { ApiModel } from '../../../src/ir/model.js'
import { run } from '../../../src/pipeline/run.js'
import { memoryHost } from '../../support/memory-host.js'
import { DOOR, type InputCase } from './case.js'

/** What came of documents. */
export interface Outcome {
  readonly model: ApiModel
  /** As cases write them. */
  readonly told: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Generated texts by path below the output folder. */
  readonly written: ReadonlyMap<string, string>
}

/** Runs the product over documents. */
export async function runProduct({ files, config }: Pick<InputCase, 'files' | 'config'>): Promise<Outcome> {
  const host = memoryHost({
    files: Object.fromEntries(Object.entries(files).map(([path, content]) => [`/w/${path}`, content])),
  })
  const options = resolveOptions({
    cwd: '/w',
    base: '/w',
    folders: ['docs'],
    flags: { out: 'out' },
    config: { validators: ['plain', 'zod'], ...config },
  })
  const { model, diagnostics } = await run(options, host, { mode: 'write', patience: 0 })
  const paths = [...host.files.keys()].filter((path) => path.startsWith('/w/out/'))
  return {
    model,
    diagnostics,
    told: diagnostics.map(({ code, span }) => {
      const file = span === undefined || span.file === DOOR ? '' : `${span.file}:`
      return `${code} ${file}${span?.start.line}:${span?.start.column}`
    }),
    written: new Map(paths.map((path) => [path.slice('/w/out/'.length), host.text(path) ?? ''])),
  }
}

/** What a model says, without the places at which it was read. */
export function saidBy(model: ApiModel): string {
  const places = new Set(['span', 'line', 'columns', 'file', 'place', 'path'])
  return JSON.stringify(model, (key, value: unknown) => (places.has(key) ? undefined : value))
}
