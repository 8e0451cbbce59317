// Knows what of a docs folder a snapshot must hold: just what the pipeline reads of it.

import { isUtf8 } from 'node:buffer'
import { basename } from 'node:path'
import type { Options } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { hasError } from '../diagnostics/severity.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { labelOf, slashes } from '../text/paths.js'
import { topOf } from '../text/span.js'
import type { Host } from './host.js'
import { openSources } from './open-sources.js'
import { findDocuments, readDocuments, type Reading } from './read-files.js'
import { readLocks } from './read-lock.js'
import { variantsOf } from './read-variants.js'
import type { Snapshot } from './snapshot.js'

/** A snapshot, absent where a document has an error, and whose docs it holds. */
export interface TakenSnapshot {
  readonly snapshot?: Snapshot
  readonly variants: readonly VariantDocs[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the docs of the one source as a run does, and keeps the texts of all that was read. Never rejects. */
export async function takeSnapshot(
  options: Pick<Options, 'cwd' | 'sources' | 'limits'>,
  disk: Host,
): Promise<TakenSnapshot> {
  const { sources, host, above, homeOf, diagnostics } = await openSources(options, disk)
  const [source] = sources
  if (source === undefined || diagnostics.length > 0) return { variants: [], diagnostics }
  const read = new Map<string, Uint8Array>()
  const noting: Host = {
    ...host,
    read: async (path) => {
      const bytes = await host.read(path)
      read.set(path, bytes)
      return bytes
    },
  }
  const label = (path: string): string => labelOf(options.cwd, path)
  const reading: Reading = { options, host: noting, label, above, onFile: () => {} }
  const files = await findDocuments(source.path, reading)
  if ('code' in files) return { variants: [], diagnostics: [files] }
  const pages = await readDocuments(files, reading)
  const found = variantsOf([{ source, label: label(source.path), read: pages }])
  const recorded = await readLocks(found.variants, { pages: pages.pages, reading })
  const known = [...found.diagnostics, ...recorded.diagnostics]
  const faults = hasError(known) ? [] : notAsText(read, label)
  const all = [...known, ...faults]
  if (hasError(all)) return { variants: found.variants, diagnostics: all }
  const held = above(source.path)
  const snapshot: Snapshot = {
    folder: homeOf(label(source.path)),
    name: held.name === '' ? basename(source.path) : held.name,
    files: textsBelow(source.path, read),
    beside: new Map([...textsBelow(held.folder, read)].filter(([path]) => !path.startsWith(`${held.name}/`))),
  }
  return { snapshot, variants: found.variants, diagnostics: all }
}

/** Files whose bytes a text cannot give back. */
function notAsText(read: ReadonlyMap<string, Uint8Array>, label: (path: string) => string): Diagnostic[] {
  return [...read].flatMap(([path, bytes]) =>
    isUtf8(bytes) ? [] : [problem('CG102', { offset: 0, guess: 'no text' }, { span: topOf(label(path)) })],
  )
}

function textsBelow(folder: string, read: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const start = `${slashes(folder)}/`
  const inside = [...read].filter(
    ([path]) => slashes(path).startsWith(start) && !slashes(path).startsWith(`${start}../`),
  )
  return new Map(inside.map(([path, bytes]) => [slashes(path).slice(start.length), textOf(bytes)]))
}

/** The text with its byte order mark, since its bytes must come back. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
