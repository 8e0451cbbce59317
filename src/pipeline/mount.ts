// Knows how docs that lie in no folder on disk are seen by the pipeline: as the files of a folder that nobody else has.

import { basename, join, posix } from 'node:path'
import { slashes, wayTo } from '../text/paths.js'
import type { Host } from './host.js'

/** The folder that holds a docs folder, absolute, and what the docs folder is called in it. */
export interface Above {
  readonly folder: string
  readonly name: string
}

/** Docs in memory. */
export interface Mount {
  /** Where they are seen, absolute. No two mounts, and no folder that is read, lie in each other. */
  readonly root: string
  readonly above: Above
  /** Contents by their paths from the root. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Contents by their paths from the folder above. */
  readonly beside: ReadonlyMap<string, Uint8Array>
  /** The path of the docs folder where it is at home: in its repository, or where its snapshot was taken. */
  readonly home: string
}

/** The host with the mounts in their places; what lies in none of them is as it was. They can only be read. */
export function mountHost(host: Host, mounts: readonly Mount[]): Host {
  if (mounts.length === 0) return host
  const files = new Map(
    mounts.flatMap(({ root, above, files: own, beside }) => [
      ...[...own].map(([path, bytes]) => [slashes(`${root}/${path}`), bytes] as const),
      ...[...beside].map(([path, bytes]) => [slashes(`${above.folder}/${path}`), bytes] as const),
    ]),
  )
  const isMounted = (path: string): boolean =>
    mounts.some(({ root, above }) => isIn(root, path) || isIn(above.folder, path))
  return {
    ...host,
    list: async (folder) => {
      const mount = mounts.find(({ root }) => root === folder)
      return mount === undefined ? host.list(folder) : [...mount.files.keys()]
    },
    stat: async (path) => {
      if (!isMounted(path)) return host.stat(path)
      const bytes = files.get(slashes(path))
      if (bytes !== undefined) return { kind: 'file', size: bytes.length }
      return mounts.some(({ root }) => root === path) ? { kind: 'folder', size: 0 } : undefined
    },
    read: async (path, most) => {
      const bytes = isMounted(path) ? files.get(slashes(path)) : await host.read(path, most)
      if (bytes === undefined)
        throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' })
      return bytes
    },
  }
}

/** The folder above a docs folder. */
export function aboveOf(folder: string, mounts: readonly Mount[]): Above {
  const mount = mounts.find(({ root }) => root === folder)
  return mount?.above ?? { folder: join(folder, '..'), name: basename(folder) }
}

/** The path of a file where its docs are at home; undefined for one that lies on disk. */
export function homeOf(path: string, mounts: readonly Mount[]): string | undefined {
  const mount = mounts.find(({ root }) => isIn(root, path))
  return mount === undefined ? undefined : posix.join(mount.home, wayTo(mount.root, path))
}

/** Whether a path is a folder or lies in it. */
export function isIn(folder: string, path: string): boolean {
  return path === folder || slashes(path).startsWith(`${slashes(folder)}/`)
}
