// Knows how what a run sees of the world is noted: every folder it lists and every file it looks at.

import { digestOf } from './hash.js'
import type { Host } from './host.js'
import { listOf, seenPaths, type SeenList, type SeenPath, type Sights } from './sights.js'
import { stampsOf } from './stamps.js'

/** A host that notes what is seen through it. */
export interface RecordingHost {
  readonly host: Host
  readonly sights: () => Sights
}

/** Wraps a host. What fails is noted as what it is: nothing that could be seen the same way again. */
export function createRecordingHost(host: Host): RecordingHost {
  const lists = new Map<string, SeenList>()
  const paths = new Map<string, SeenPath>()
  const revisions: [folder: string, revision: string, id: string][] = []
  const known = host.revisions
  return {
    host: {
      ...host,
      list: async (folder) => {
        const { names, list } = await listOf(folder, host)
        lists.set(folder, list)
        return names
      },
      stat: async (path) => {
        if (!paths.has(path)) paths.set(path, { path, stamp: await stampsOf(host, [path]) })
        return host.stat(path)
      },
      read: async (path, most) => {
        const stamp = await stampsOf(host, [path])
        paths.set(path, { path, stamp })
        const bytes = await host.read(path, most)
        paths.set(path, { path, stamp, digest: digestOf(bytes) })
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
    sights: () => ({ lists: [...lists.values()], seen: seenPaths([...paths.values()]), revisions }),
  }
}
