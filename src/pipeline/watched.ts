// Knows which files a run depends on, and which of them are others than when somebody last looked.

import { dirname, join, resolve } from 'node:path'
import type { Options } from '../config/options.js'
import { sourcesOnDisk } from '../config/revision.js'
import { lockFile } from '../dialects/index.js'
import { sortBy } from '../text/compare.js'
import { settingsNames } from '../write/settings-files.js'
import type { Host } from './host.js'
import { findDocuments } from './read-files.js'
import { hashBytes } from './hash.js'

/** A file as it was seen: its stamp, empty where there was nothing, and the SHA-256 of its bytes where it was read. */
interface SeenFile {
  readonly path: string
  readonly stamp: string
  readonly hash?: string
}

/** What was there, by absolute path. */
export type Snapshot = ReadonlyMap<string, SeenFile>

/** A file that is another than before. */
export interface Difference {
  readonly path: string
  readonly what: 'new' | 'changed' | 'gone'
}

/** Beside the documents: what else a run reads, present or not. */
export function filesBeside(options: Options, roots: readonly string[]): string[] {
  const locks = roots.flatMap((root) =>
    [root, join(root, '..')].map((folder) => join(resolve(options.cwd, folder), lockFile.path)),
  )
  const settings: string[] = []
  for (let folder = options.out; ; folder = dirname(folder)) {
    settings.push(...settingsNames.map((name) => join(folder, name)))
    if (dirname(folder) === folder) break
  }
  return [options.baseline, ...locks, ...settings]
}

/**
 * Looks at the documents of all sources and at some files beside them. A folder that is not there has no documents.
 * @param before - what was seen before: a file whose stamp is another is the same where its bytes are
 */
export async function lookAround(
  options: Options,
  { host, beside, before }: { readonly host: Host; readonly beside: readonly string[]; readonly before?: Snapshot },
): Promise<Snapshot> {
  const reading = { options, host, label: (path: string) => path, onFile: () => {} }
  const found = await Promise.all(
    sourcesOnDisk(options).map(async (path) => {
      const files = await findDocuments(path, reading)
      return 'code' in files ? [] : files
    }),
  )
  return lookAt([...new Set([...found.flat(), ...beside])], host, before ?? new Map())
}

/** Looks at some files. */
export async function lookAt(paths: readonly string[], host: Host, before: Snapshot): Promise<Snapshot> {
  const stamps = await host.stamps(paths)
  // A file written just now has a stamp that equals no other, not even its own.
  const again = before.size === 0 ? await host.stamps(paths) : []
  const seen = paths.map(async (path, index): Promise<readonly [string, SeenFile]> => {
    const stamp = stamps[index] ?? ''
    const known = before.get(path)
    if (known?.stamp === stamp) return [path, known]
    // The first look is one at stamps: reading everything would take longer than a run that need not be.
    if (stamp === '' || stamp === 'folder' || again[index] === stamp) return [path, { path, stamp }]
    const bytes = await host.read(path).catch(() => undefined)
    return [path, bytes === undefined ? { path, stamp: '' } : { path, stamp, hash: hashBytes(bytes) }]
  })
  return new Map(await Promise.all(seen))
}

/** What differs, in the order of the paths; among some paths, where it is known that no others can. */
export function differencesOf(
  before: Snapshot,
  now: Snapshot,
  among: Iterable<string> = new Set([...before.keys(), ...now.keys()]),
): Difference[] {
  const found: Difference[] = []
  for (const path of among) {
    const [old, own] = [before.get(path), now.get(path)]
    if (old === own) continue
    const [was, is] = [(old?.stamp ?? '') !== '', (own?.stamp ?? '') !== '']
    const isSame = old?.stamp === own?.stamp || (old?.hash !== undefined && old.hash === own?.hash)
    if (was !== is) found.push({ path, what: is ? 'new' : 'gone' })
    else if (was && !isSame) found.push({ path, what: 'changed' })
  }
  return sortBy(found, ({ path }) => [path])
}
