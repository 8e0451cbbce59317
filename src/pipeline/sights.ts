// Knows what a run has seen of the world, and how it is looked at again.

import { DIGEST, digestOf, hashNames } from './hash.js'
import type { Host } from './host.js'
import { areSame, isRecentAt, isSameAt, kindAt, kinds, stampAt, stampsOf, WIDTH, type Stamps } from './stamps.js'

/** What was seen of a path: its stamp before it was read, and the digest of its bytes where it was read. */
export interface SeenPath {
  readonly path: string
  readonly stamp: Stamps
  readonly digest?: Uint8Array
}

/** What was seen of many paths, as columns: a list of objects would take as long to keep and recall as to look at the files. */
export interface SeenPaths {
  readonly paths: readonly string[]
  /** The paths as they are kept, where they were. */
  readonly printed?: Uint8Array
  readonly stamps: Stamps
  /** One after another; zeros where a path was not read. */
  readonly digests: Uint8Array
}

/** A folder that was listed: the SHA-256 of the names in it, and the stamps of all folders in it, empty where stamps of folders tell nothing. */
export interface SeenList {
  readonly folder: string
  readonly hash: string
  readonly folders: readonly string[]
  readonly stamps: Stamps
}

/** Everything a run has seen. The same sights and options give the same outcome. */
export interface Sights {
  readonly lists: readonly SeenList[]
  readonly seen: SeenPaths
  /** What revisions stood for: the folder, the revision, and its id, empty where there was none. */
  readonly revisions: readonly (readonly [folder: string, revision: string, id: string])[]
}

/** Where more files have changed than these, it does not matter which. */
const MANY = 200

/** So many are few among thousands. */
const FEW = 32

/** Paths as columns. */
export function seenPaths(list: readonly SeenPath[]): SeenPaths {
  const stamps = new Float64Array(list.length * WIDTH)
  const digests = new Uint8Array(list.length * DIGEST)
  for (const [index, { stamp, digest }] of list.entries()) {
    stamps.set(stamp, index * WIDTH)
    if (digest !== undefined) digests.set(digest, index * DIGEST)
  }
  return { paths: list.map(({ path }) => path), stamps, digests }
}

/** What was seen of the path with some number. */
export function seenAt({ paths, stamps, digests }: SeenPaths, index: number): SeenPath {
  const digest = digests.subarray(index * DIGEST, (index + 1) * DIGEST)
  const seen = { path: paths[index] ?? '', stamp: stampAt(stamps, index) }
  return digest.every((byte) => byte === 0) ? seen : { ...seen, digest }
}

/** Those of some paths that were seen. */
export function seenAmong(seen: SeenPaths, paths: readonly string[]): SeenPath[] {
  return numbersOf(paths, seen).flatMap((number) => (number === -1 ? [] : [seenAt(seen, number)]))
}

/** Those that were written moments before they were seen, so that their stamps tell nothing. */
export function seenMomentsAfter(seen: SeenPaths): SeenPath[] {
  return seen.paths.flatMap((_, index) => (isRecentAt(index, seen.stamps) ? [seenAt(seen, index)] : []))
}

/** The same with some of the paths as they are now; others than were seen are left out. */
export function withSeen(seen: SeenPaths, now: readonly SeenPath[]): SeenPaths {
  const stamps = seen.stamps.slice()
  const digests = seen.digests.slice()
  const numbers = numbersOf(
    now.map(({ path }) => path),
    seen,
  )
  for (const [index, { stamp, digest }] of now.entries()) {
    const number = numbers[index] ?? -1
    if (number === -1) continue
    stamps.set(stamp, number * WIDTH)
    digests.set(digest ?? new Uint8Array(DIGEST), number * DIGEST)
  }
  return { ...seen, stamps, digests }
}

/** The numbers of some paths, -1 for those that were not seen. */
function numbersOf(paths: readonly string[], seen: SeenPaths): readonly number[] {
  // To search for few takes less time than to index all.
  if (paths.length <= FEW) return paths.map((path) => seen.paths.indexOf(path))
  const numbers = new Map(seen.paths.map((path, number) => [path, number]))
  return paths.map((path) => numbers.get(path) ?? -1)
}

/** A new look at what was seen. */
export interface NewLook {
  /** The files whose bytes are others, as they are now. */
  readonly changed: readonly SeenPath[]
  /** What was seen, with new stamps where bytes and names are the same: where it is kept, the next look need not read them. */
  readonly sights: Sights
  /** Whether there are such. */
  readonly isRestamped: boolean
}

/**
 * Looks at all that was seen again. A file whose stamp is another counts as the same where its bytes are. Undefined where files
 * are new or gone, or too many have changed.
 * @param isDistrusted - whether stamps of a path tell nothing
 */
export async function lookAgain(
  sights: Sights,
  host: Host,
  isDistrusted: (path: string) => boolean,
): Promise<NewLook | undefined> {
  for (const [folder, revision, id] of sights.revisions)
    if (((await host.revisions?.resolve(folder, revision)) ?? '') !== id) return undefined
  const lists: SeenList[] = []
  for (const list of sights.lists) {
    const now = await listAgain(list, host, isDistrusted)
    if (now === undefined) return undefined
    lists.push(now)
  }
  const { seen } = sights
  const changed: SeenPath[] = []
  const restamped: SeenPath[] = []
  const stamps = await stampsOf(host, seen.paths)
  for (const [index, path] of seen.paths.entries()) {
    const isSame = isSameAt(index, seen.stamps, stamps)
    if (isSame && !isDistrusted(path)) continue
    const { digest } = seenAt(seen, index)
    if (isSame && digest === undefined) continue
    const stamp = stampAt(stamps, index)
    if (digest === undefined || kindAt(stamp) === kinds.nothing) return undefined
    const found = digestOf(await host.read(path))
    if (Buffer.compare(found, digest) !== 0) changed.push({ path, stamp, digest: found })
    else if (!isSame) restamped.push({ path, stamp, digest })
    if (changed.length > MANY) return undefined
  }
  const isRestamped = restamped.length > 0 || lists.some((list, index) => list !== sights.lists[index])
  const now = isRestamped ? { ...sights, lists, seen: withSeen(seen, restamped) } : sights
  return { changed, sights: now, isRestamped }
}

/** A list that is as it was seen; undefined where it is not. What was added to a folder, or taken away, is seen by the stamp of the folder. */
async function listAgain(
  seen: SeenList,
  host: Host,
  isDistrusted: (path: string) => boolean,
): Promise<SeenList | undefined> {
  const { folder, hash, folders, stamps } = seen
  const isStamped = folders.length > 0 && host.glance !== undefined && !isDistrusted(folder)
  if (isStamped && areSame(host.glance.folderStamps(folders), stamps)) return seen
  const { list } = await listOf(folder, host)
  if (list.hash !== hash) return undefined
  return areSame(list.stamps, stamps) ? seen : list
}

/** Lists a folder. */
export async function listOf(
  folder: string,
  host: Host,
): Promise<{ readonly names: readonly string[]; readonly list: SeenList }> {
  // Stamps come first: what changes while names are read has another stamp than was noted.
  const folders = (await host.glance?.foldersBelow(folder)) ?? []
  const stamps = host.glance?.folderStamps(folders) ?? new Float64Array()
  const names = await host.list(folder)
  return { names, list: { folder, hash: hashNames(names), folders, stamps } }
}

/** Those of some files that are others than were seen, the bytes of all that `isDistrusted` being read; undefined where one is new or gone. */
export async function changedSince(
  list: readonly SeenPath[],
  host: Host,
  isDistrusted: (path: string) => boolean,
): Promise<readonly SeenPath[] | undefined> {
  return (await lookAgain({ lists: [], revisions: [], seen: seenPaths(list) }, host, isDistrusted))?.changed
}

/** Paths as they are now. */
export async function lookAt(paths: readonly string[], host: Host): Promise<SeenPath[]> {
  const stamps = await stampsOf(host, paths)
  return Promise.all(
    paths.map(async (path, index) => {
      const stamp = stampAt(stamps, index)
      const kind = kindAt(stamp)
      return kind === kinds.nothing || kind === kinds.folder
        ? { path, stamp }
        : { path, stamp, digest: digestOf(await host.read(path)) }
    }),
  )
}
