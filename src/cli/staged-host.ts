// Knows a commit that is about to be made: a file system as it is on disk, but with the files of a repository as they are staged.

import { join } from 'node:path'
import type { FileStat, Host } from '../pipeline/host.js'
import { staysInside, wayTo } from '../text/paths.js'
import { askGit, listIndex, openObjects, repositoryOf, type GitEntry } from './git.js'

/** A host that sees what is staged, until it is closed. */
export interface StagedHost {
  readonly host: Host
  close(): void
}

/** What a staged host is made from. */
export interface StagedRequest {
  /** A folder of the repository. */
  readonly folder: string
  /** A folder that is seen as on disk all the same, absolute. */
  readonly asOnDisk?: string | undefined
}

/**
 * The host with the files of the folder's repository as they are in its index. Files that git does not track are not there;
 * those that it ignores, and those of other repositories, submodules included, are as on disk. What is written goes to the
 * disk. Undefined where the folder is in no repository. Rejects with the words of git.
 */
export async function openStagedHost(
  given: Host,
  { folder, asOnDisk }: StagedRequest,
): Promise<StagedHost | undefined> {
  // What is staged is not seen at a glance at the disk.
  const { glance: _, ...disk } = given
  const root = await repositoryOf({ folder })
  if (root === undefined) return undefined
  const place = { folder: root, isHook: true }
  const [entries, others] = await Promise.all([
    listIndex(place),
    askGit(['ls-files', '--others', '--exclude-standard', '-z'], place),
  ])
  const objects = openObjects(place)
  // The entry of another repository ends in a slash.
  const untracked = others
    .toString()
    .split('\0')
    .filter((path) => path !== '' && !path.endsWith('/'))
  const isExempt = (path: string): boolean => asOnDisk !== undefined && staysInside(wayTo(asOnDisk, path))
  const view = createView(entries, untracked)
  const at = (path: string): Sight => {
    const inside = wayTo(root, path)
    return staysInside(inside) && !isExempt(path) ? view.at(inside) : 'disk'
  }
  const stagedBelow = (path: string): readonly string[] => {
    const [inside, down] = [wayTo(root, path), wayTo(path, root)]
    if (staysInside(inside)) return view.below(inside)
    return staysInside(down) ? view.below('').map((file) => `${down}/${file}`) : []
  }
  return {
    host: {
      ...disk,
      list: async (path) => {
        const below = isExempt(path) ? [] : stagedBelow(path)
        // A folder whose files are all staged need not be there any more.
        const onDisk = below.length > 0 && (await disk.stat(path)) === undefined ? [] : await disk.list(path)
        return [...onDisk.filter((file) => at(join(path, file)) === 'disk'), ...below]
      },
      stat: async (path): Promise<FileStat | undefined> => {
        const sight = at(path)
        if (sight === 'disk') return disk.stat(path)
        if (sight === 'nothing') return undefined
        if (sight === 'folder') return { kind: 'folder', size: 0 }
        return { kind: sight.kind, size: (await objects.read(sight.id)).byteLength }
      },
      read: async (path, most) => {
        const sight = at(path)
        if (sight === 'disk') return disk.read(path, most)
        if (typeof sight === 'object') return objects.read(sight.id)
        const [code, words] = sight === 'folder' ? ['EISDIR', 'is a folder'] : ['ENOENT', 'is not staged']
        throw Object.assign(new Error(`${code}: ${path} ${words}`), { code })
      },
      stamps: async (paths) => {
        const onDisk = paths.filter((path) => at(path) === 'disk')
        const stamps = new Map((await disk.stamps(onDisk)).map((stamp, index) => [onDisk[index] ?? '', stamp]))
        return paths.map((path) => stamps.get(path) ?? stampOf(at(path)))
      },
    },
    close: objects.close,
  }
}

/** What is at a path: an entry of the index, a folder of such, nothing, or whatever the disk has there. */
type Sight = { readonly kind: 'file' | 'link'; readonly id: string } | 'folder' | 'nothing' | 'disk'

interface View {
  /** What is at a path of the repository. */
  at(path: string): Sight
  /** The files of the index below a folder of the repository, as paths from there. */
  below(folder: string): readonly string[]
}

function createView(entries: readonly GitEntry[], untracked: readonly string[]): View {
  const sights = new Map<string, Sight>([['', 'folder']])
  for (const path of untracked) sights.set(path, 'nothing')
  for (const { path, kind, id } of entries) {
    sights.set(path, kind === 'module' ? 'disk' : { kind, id })
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end)
      if (sights.get(folder) === 'folder') break
      sights.set(folder, 'folder')
    }
  }
  return {
    at: (path) => sights.get(path) ?? 'disk',
    below: (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`
      const files = entries.filter(({ path, kind }) => kind === 'file' && path.startsWith(prefix))
      return files.map(({ path }) => path.slice(prefix.length))
    },
  }
}

function stampOf(sight: Sight): string {
  if (typeof sight === 'object') return `${sight.kind} ${sight.id}`
  return sight === 'folder' ? 'folder' : ''
}
