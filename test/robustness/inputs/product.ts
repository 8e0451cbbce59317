// Knows how documents go through the whole product, in memory.

import { resolveOptions } from '../../../src/config/resolve.js'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js'
import type { ApiModel } from '../../../src/ir/model.js'
import { run } from '../../../src/pipeline/run.js'
import type { Host } from '../../../src/pipeline/host.js'
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

/** Documents, and where they lie. */
export interface Given extends Pick<InputCase, 'files' | 'config'> {
  /** Whether the working folder is `C:\\w` instead of `/w`. */
  readonly onWindows?: boolean
}

/** Runs the product over documents. */
export async function runProduct({ files, config, onWindows = false }: Given): Promise<Outcome> {
  const cwd = onWindows ? 'C:\\w' : '/w'
  const host = memoryHost({
    files: Object.fromEntries(Object.entries(files).map(([path, content]) => [`/w/${path}`, content])),
  })
  const options = resolveOptions({
    cwd,
    base: cwd,
    folders: ['docs'],
    flags: { out: 'out' },
    config: { validators: ['plain', 'zod'], ...config },
  })
  const { model, diagnostics } = await run(options, onWindows ? withDrive(host) : host, { mode: 'write', patience: 0 })
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

/** The host, asked by paths of Windows. */
function withDrive(host: Host): Host {
  const at = (path: string): string => path.replace(/^C:/, '').split('\\').join('/')
  return {
    ...host,
    list: (folder) => host.list(at(folder)),
    stat: (path) => host.stat(at(path)),
    read: (path, most) => host.read(at(path), most),
    stamps: (paths) => host.stamps(paths.map(at)),
    write: (path, bytes) => host.write(at(path), bytes),
    create: (path, text) => host.create(at(path), text),
    remove: (path) => host.remove(at(path)),
  }
}

/** What a model says, without the places at which it was read. */
export function saidBy(model: ApiModel): string {
  const places = new Set(['span', 'line', 'columns', 'file', 'place', 'path'])
  return JSON.stringify(model, (key, value: unknown) => (places.has(key) ? undefined : value))
}
