// Knows the real file system: how Node lists, reads and replaces files, never following a link and never leaving half a file.

import { randomBytes, randomUUID } from 'node:crypto'
import { lstatSync, statSync } from 'node:fs'
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import type { FileStat, Host, Revisions } from '../pipeline/host.js'
import { kinds, WIDTH, type Stamps } from '../pipeline/stamps.js'
import { temporaryName } from '../write/places.js'
import { askGit, listTree, openObjects, resolveRevision } from './git.js'

/** How many files are open at once. */
const openAtOnce = 32

/** The host of this process. Every call rejects with the error of the system. */
export function createNodeHost(): Host {
  const limited = createLimit(openAtOnce)
  return {
    list: async (folder) => (await walk(folder, limited)).files,
    stat: (path) => limited(() => statOf(path)),
    read: (path) => limited(() => readFile(path)),
    stamps: async (paths) => paths.map(stampOf),
    glance: {
      stamps: (paths) => glanceAt(paths, 'files'),
      foldersBelow: async (folder) => (await walk(folder, limited)).folders.map((path) => join(folder, path)),
      folderStamps: (folders) => glanceAt(folders, 'folders'),
    },
    write: (path, bytes) => limited(() => replaceFile(path, bytes)),
    create: (path, text) => limited(() => createFile(path, text)),
    remove: (path) => limited(() => rm(path, { force: true })),
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
      return await task()
    } finally {
      const next = waiting.shift()
      // The place goes to the next in line without becoming free in between.
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/** All files and folders below a folder, itself among them, as paths relative to it. */
async function walk(
  root: string,
  limited: Limit,
): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
  const files: string[] = []
  const folders: string[] = []
  let level = ['']
  while (level.length > 0) {
    folders.push(...level)
    const found = await Promise.all(
      level.map(async (folder) => {
        const entries = await limited(() => readdir(join(root, folder), { withFileTypes: true }))
        return entries.map((entry) => ({ entry, path: folder === '' ? entry.name : `${folder}/${entry.name}` }))
      }),
    )
    for (const { entry, path } of found.flat()) if (entry.isFile()) files.push(path)
    level = found.flat().flatMap(({ entry, path }) => (entry.isDirectory() ? [path] : []))
  }
  return { files, folders }
}

async function statOf(path: string): Promise<FileStat | undefined> {
  try {
    const stat = await lstat(path)
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

/** Asked one by one without waiting, which takes a fifth of the time that a promise each would take. */
function stampOf(path: string): string {
  const stat = lstatSync(path, QUIETLY)
  if (stat === undefined) return ''
  if (stat.isDirectory()) return 'folder'
  const { size, mtimeMs, ctimeMs, ino } = stat
  if (Math.max(mtimeMs, ctimeMs) > Date.now() - MOMENT) return `moments ago ${randomUUID()}`
  return [stat.isFile() ? 'file' : 'other', size, mtimeMs, ctimeMs, ino].join(' ')
}

/** The same as numbers, which are neither printed nor collected. Of folders asked for as such, what tells when a name in them changed, links to them followed. */
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

/** Writes a file beside its place, makes sure that all of it is there, and moves it into place. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, temporaryName(`${process.pid}-${randomBytes(6).toString('hex')}`))
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      // A nearly full disk may take less than it was given without an error.
      const { size } = await file.stat()
      if (size !== bytes.byteLength) throw new Error(`only ${size} of ${bytes.byteLength} bytes could be written`)
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

async function createFile(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(text)
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
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

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}
