// Knows what a run has seen of the world: every folder it listed and every file it looked at.

import { createHash } from 'node:crypto'
import type { Host } from './host.js'

/** What was seen of a path: its stamp before it was read, empty where there was nothing, and the SHA-256 of its bytes where it was read. */
export interface SeenPath {
  readonly path: string
  readonly stamp: string
  readonly hash?: string
}

/** Everything a run has seen. The same sights and options give the same outcome. */
export interface Sights {
  /** Folders with the SHA-256 of the names in them. */
  readonly lists: readonly (readonly [folder: string, hash: string])[]
  readonly paths: readonly SeenPath[]
  /** What revisions stood for: the folder, the revision, and its id, empty where there was none. */
  readonly revisions: readonly (readonly [folder: string, revision: string, id: string])[]
}

/** A host that notes what is seen through it. */
export interface RecordingHost {
  readonly host: Host
  readonly sights: () => Sights
}

/** Where more files have changed than these, it does not matter which. */
const MANY = 200

/** Wraps a host. What fails is noted as what it is: nothing that could be seen the same way again. */
export function createRecordingHost(host: Host): RecordingHost {
  const lists = new Map<string, string>()
  const paths = new Map<string, SeenPath>()
  const revisions: [folder: string, revision: string, id: string][] = []
  const known = host.revisions
  const stampOf = async (path: string): Promise<string> => (await host.stamps([path]))[0] ?? ''
  return {
    host: {
      ...host,
      list: async (folder) => {
        const found = await host.list(folder)
        lists.set(folder, hashNames(found))
        return found
      },
      stat: async (path) => {
        if (!paths.has(path)) paths.set(path, { path, stamp: await stampOf(path) })
        return host.stat(path)
      },
      read: async (path) => {
        const stamp = await stampOf(path)
        paths.set(path, { path, stamp })
        const bytes = await host.read(path)
        paths.set(path, { path, stamp, hash: hashBytes(bytes) })
        return bytes
      },
      ...(known === undefined
        ? {}
        : {
            revisions: {
              ...known,
              // An id stands for all that it leads to.
              resolve: async (folder, revision) => {
                const id = await known.resolve(folder, revision)
                revisions.push([folder, revision, id ?? ''])
                return id
              },
            },
          }),
    },
    sights: () => ({ lists: [...lists], paths: [...paths.values()], revisions }),
  }
}

/** A new look at what was seen. */
export interface NewLook {
  /** The files whose bytes are others, as they are now. */
  readonly changed: readonly SeenPath[]
  /** Those that were written anew with the same bytes, as they are now: where they are kept, the next look need not read them. */
  readonly restamped: readonly SeenPath[]
}

/**
 * Looks at all that was seen again. A file whose stamp is another counts as the same where its bytes are. Undefined where files
 * are new or gone, or too many have changed.
 */
export async function lookAgain(
  sights: Sights,
  host: Host,
  isDistrusted: (path: string) => boolean,
): Promise<NewLook | undefined> {
  const stamps = host.stamps(sights.paths.map(({ path }) => path))
  for (const [folder, hash] of sights.lists) if (hashNames(await host.list(folder)) !== hash) return undefined
  for (const [folder, revision, id] of sights.revisions)
    if (((await host.revisions?.resolve(folder, revision)) ?? '') !== id) return undefined
  const now = await stamps
  const changed: SeenPath[] = []
  const restamped: SeenPath[] = []
  for (const [index, { path, stamp, hash }] of sights.paths.entries()) {
    const isSame = now[index] === stamp
    if (isSame && !(hash !== undefined && isDistrusted(path))) continue
    const own = now[index] ?? ''
    if (hash === undefined || stamp === '' || own === '') return undefined
    const found = hashBytes(await host.read(path))
    if (found !== hash) changed.push({ path, stamp: own, hash: found })
    else if (!isSame) restamped.push({ path, stamp: own, hash })
    if (changed.length > MANY) return undefined
  }
  return { changed, restamped }
}

/** The files of a new look whose bytes are others; undefined as there. */
export async function changesOf(...look: Parameters<typeof lookAgain>): Promise<readonly SeenPath[] | undefined> {
  return (await lookAgain(...look))?.changed
}

/** Paths as they are now. */
export async function lookAt(paths: readonly string[], host: Host): Promise<SeenPath[]> {
  const stamps = await host.stamps(paths)
  return Promise.all(
    paths.map(async (path, index) => {
      const stamp = stamps[index] ?? ''
      return stamp === '' || stamp === 'folder'
        ? { path, stamp }
        : { path, stamp, hash: hashBytes(await host.read(path)) }
    }),
  )
}

/** Sights with some of the files as they are now. */
export function withPaths(sights: Sights, now: readonly SeenPath[]): Sights {
  const byPath = new Map(now.map((seen) => [seen.path, seen]))
  return { ...sights, paths: sights.paths.map((one) => byPath.get(one.path) ?? one) }
}

/** The SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/** The SHA-256 of the names in a folder, whatever their order. */
export function hashNames(names: readonly string[]): string {
  return hashBytes([...names].sort().join('\n'))
}
