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

/**
 * The files whose bytes are others than were seen, as they are now. A file whose stamp is another counts as the same where its
 * bytes are. Undefined where files are new or gone.
 */
export async function changesOf(
  sights: Sights,
  host: Host,
  isDistrusted: (path: string) => boolean,
): Promise<readonly SeenPath[] | undefined> {
  const stamps = host.stamps(sights.paths.map(({ path }) => path))
  for (const [folder, hash] of sights.lists) if (hashNames(await host.list(folder)) !== hash) return undefined
  for (const [folder, revision, id] of sights.revisions)
    if (((await host.revisions?.resolve(folder, revision)) ?? '') !== id) return undefined
  const now = await stamps
  const changed: SeenPath[] = []
  for (const [index, { path, stamp, hash }] of sights.paths.entries()) {
    const isSame = now[index] === stamp
    if (isSame && !(hash !== undefined && isDistrusted(path))) continue
    const own = now[index] ?? ''
    if (hash === undefined || stamp === '' || own === '') return undefined
    const found = hashBytes(await host.read(path))
    if (found !== hash) changed.push({ path, stamp: own, hash: found })
    if (changed.length > MANY) return undefined
  }
  return changed
}

/** The SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/** The SHA-256 of the names in a folder, whatever their order. */
export function hashNames(names: readonly string[]): string {
  return hashBytes([...names].sort().join('\n'))
}
