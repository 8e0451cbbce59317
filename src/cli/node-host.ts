// Knows the real file system: how Node lists, reads and replaces files, never following a link and never leaving half a file.

import { randomUUID } from 'node:crypto'
import { lstatSync, statSync } from 'node:fs'
import * as disk from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import type { FileStat, Host, Revisions } from '../pipeline/host.js'
import { kindAt, kinds, stampAt, WIDTH, type Stamps } from '../pipeline/stamps.js'
import { askGit, listTree, openObjects, resolveRevision } from './git.js'
import { createFile, isCode, stageFile, sweep, type FileCalls } from './put-file.js'

/** How many files are open at once. */
const openAtOnce = 32

/** The host of this process. Every call rejects with the error of the system. */
export function createNodeHost(): Host {
  return createHostOn(disk)
}

/**
 * The same on some calls of the system. Not part of the other, so that who uses the package needs no types of Node.
 * @param calls - the system's own, but where a test lets them fail
 */
export function createHostOn(calls: FileCalls): Host {
  const limited = createLimit(openAtOnce)
  return {
    list: async (folder) => (await walk(folder, limited, calls)).files,
    stat: (path) => limited(() => statOf(path, calls)),
    read: (path, most) => limited(() => readUpTo(path, most ?? Infinity, calls)),
    stamps: async (paths) => {
      const stamps = glanceAt(paths, 'files')
      return paths.map((_, index) => stampText(stampAt(stamps, index)))
    },
    glance: {
      stamps: (paths) => glanceAt(paths, 'files'),
      foldersBelow: async (folder) => (await walk(folder, limited, calls)).folders.map((path) => join(folder, path)),
      folderStamps: (folders) => glanceAt(folders, 'folders'),
    },
    stage: (path, bytes, isLasting) => limited(() => stageFile({ path, bytes, isLasting: isLasting === true }, calls)),
    write: (path, bytes) =>
      limited(async () => {
        const staged = await stageFile({ path, bytes }, calls)
        await staged.place()
        await sweep(dirname(path), runs, calls)
      }),
    create: (path, text) =>
      limited(async () => {
        const isCreated = await createFile({ path, bytes: new TextEncoder().encode(text) }, calls)
        await sweep(dirname(path), runs, calls)
        return isCreated
      }),
    remove: (path) => limited(() => calls.rm(path, { force: true })),
    now: () => performance.now(),
    runner: {
      pid: process.pid,
      machine: hostname(),
      started: new Date(performance.timeOrigin).toISOString(),
    },
    runs,
    revisions: gitRevisions,
  }
}

/** How git gives the files of a commit. */
const gitRevisions: Revisions = {
  prefix: async (folder) => (await askGit(['rev-parse', '--show-prefix'], { folder })).toString().replace(/\r?\n$/, ''),
  resolve: (folder, revision) => resolveRevision(revision, { folder }),
  list: async (folder, id) => (await listTree(id, { folder })).filter(({ kind }) => kind === 'file'),
  read: async (folder, ids) => {
    const objects = openObjects({ folder })
    try {
      return await Promise.all(ids.map(objects.read))
    } finally {
      objects.close()
    }
  },
}

type Limit = <T>(task: () => Promise<T>) => Promise<T>

/** Lets only so many tasks run at once; the others wait in order. */
function createLimit(most: number): Limit {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await whenHandlesAreLeft(task)
    } finally {
      const next = waiting.shift()
      // The place goes to the next in line without becoming free in between.
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/** How long it is waited for a file handle, in milliseconds: first, and at most at once. */
const pauses = { first: 10, last: 1_000 }

/** Repeats a task that found no file handle left, because others, or other processes, give theirs back. */
async function whenHandlesAreLeft<T>(task: () => Promise<T>): Promise<T> {
  for (let pause = pauses.first; ; pause *= 2) {
    try {
      return await task()
    } catch (error) {
      if (pause > pauses.last || !(isCode(error, 'EMFILE') || isCode(error, 'ENFILE'))) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** All files and folders below a folder, itself among them, as paths relative to it. */
async function walk(
  root: string,
  limited: Limit,
  calls: FileCalls,
): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
  const files: string[] = []
  const folders: string[] = []
  let level = ['']
  while (level.length > 0) {
    folders.push(...level)
    const found = await Promise.all(
      level.map(async (folder) => {
        const entries = await limited(() => calls.readdir(join(root, folder), { withFileTypes: true }))
        return entries.map((entry) => ({ entry, path: folder === '' ? entry.name : `${folder}/${entry.name}` }))
      }),
    )
    for (const { entry, path } of found.flat()) if (entry.isFile()) files.push(path)
    level = found.flat().flatMap(({ entry, path }) => (entry.isDirectory() ? [path] : []))
  }
  return { files, folders }
}

async function statOf(path: string, calls: FileCalls): Promise<FileStat | undefined> {
  try {
    const stat = await calls.lstat(path)
    const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other'
    return { kind, size: stat.size }
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined
    throw error
  }
}

/** How long a file counts as written moments ago, in milliseconds: the coarsest clock of a file system in use has two seconds. */
const MOMENT = 2_500

const QUIETLY = { throwIfNoEntry: false } as const

/**
 * What tells whether entries changed. Of folders asked for as such, what tells when a name in them changed, links to them followed.
 * Asked one by one without waiting, which takes a fifth of the time that a promise each would take; as numbers, which are neither printed nor collected.
 */
function glanceAt(paths: readonly string[], what: 'files' | 'folders'): Stamps {
  const look = what === 'files' ? lstatSync : statSync
  const stamps = new Float64Array(paths.length * WIDTH)
  const recent = Date.now() - MOMENT
  for (const [index, path] of paths.entries()) {
    const stat = look(path, QUIETLY)
    if (stat === undefined) continue
    const { size, mtimeMs, ctimeMs, ino } = stat
    const at = index * WIDTH
    const isFolder = stat.isDirectory()
    stamps[at] = isFolder ? kinds.folder : stat.isFile() ? kinds.file : kinds.other
    if (isFolder && what === 'files') continue
    stamps[at + 1] = mtimeMs > recent || ctimeMs > recent ? Number.NaN : size
    stamps[at + 2] = mtimeMs
    stamps[at + 3] = ctimeMs
    stamps[at + 4] = ino
  }
  return stamps
}

/** A stamp as text: nothing, `folder`, or what no other state of the entry has. */
function stampText(stamp: Stamps): string {
  const kind = kindAt(stamp)
  if (kind === kinds.nothing) return ''
  if (kind === kinds.folder) return 'folder'
  const text = [kind === kinds.file ? 'file' : 'other', ...stamp.subarray(1)].join(' ')
  return stamp.some(Number.isNaN) ? `${text} ${randomUUID()}` : text
}

/** As many calls as reading a file of any size. */
async function readUpTo(path: string, most: number, calls: Pick<FileCalls, 'open'>): Promise<Uint8Array> {
  const file = await calls.open(path)
  try {
    const { size } = await file.stat()
    if (size > most) throw Object.assign(new Error(`EFBIG: ${size} bytes, read '${path}'`), { code: 'EFBIG', size })
    const bytes = Buffer.allocUnsafeSlow(size)
    let end = 0
    for (let count = 1; end < size && count > 0; end += count)
      count = (await file.read(bytes, end, size - end, end)).bytesRead
    return bytes.subarray(0, end)
  } finally {
    await file.close()
  }
}

/** Signal 0 only asks; a process of another user answers that it may not be signalled, so it runs. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}
