// Knows how a file gets to its place whole or not at all, and how what a killed process left beside it is told from what is in use.

import { createHash, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import type { StagedFile } from '../pipeline/host.js'
import { isTemporary, temporaryName } from '../write/places.js'

/** The calls of the system that writing needs. */
export type FileCalls = Pick<
  typeof import('node:fs/promises'),
  'link' | 'lstat' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm'
>

/** A temporary file that is whole. */
interface Staged extends StagedFile {
  readonly path: string
}

/** How a file is written; `isLasting` waits until the disk has it. */
export interface StageRequest {
  readonly path: string
  readonly bytes: Uint8Array
  readonly isLasting?: boolean
}

/**
 * Writes a file beside its place, with the mode of the file that stands there, and makes sure that all of it is there. Where
 * anything fails nothing is left.
 */
export async function stageFile({ path, bytes, isLasting }: StageRequest, calls: FileCalls): Promise<Staged> {
  const folder = dirname(path)
  await calls.mkdir(folder, { recursive: true })
  const mode = await modeOf(path, calls)
  const temporary = join(folder, temporaryName(`${machine}-${process.pid}-${randomBytes(6).toString('hex')}`))
  const drop = (): Promise<void> => calls.rm(temporary, { force: true })
  const orDrop = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      await drop().catch(() => undefined)
      throw error
    }
  }
  await orDrop(fill(temporary, { bytes, mode, isLasting: isLasting === true }, calls))
  return { path: temporary, place: () => orDrop(calls.rename(temporary, path)), drop }
}

/** How often a file is begun anew whose temporary file was cleared away. */
const ATTEMPTS = 10

/** Puts a file in its place if that is free; false where it is not. */
export async function createFile(request: StageRequest, calls: FileCalls): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await linkFile(request, calls)
    } catch (error) {
      // Whoever holds the lock of a folder clears away what is temporary there: the lock that another is about to take, too.
      if (attempt === ATTEMPTS || !isCode(error, 'ENOENT')) throw error
    }
  }
}

async function linkFile(request: StageRequest, calls: FileCalls): Promise<boolean> {
  const { path, bytes } = request
  const staged = await stageFile(request, calls)
  try {
    await calls.link(staged.path, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    if (!withoutLinks.some((code) => isCode(error, code))) throw error
  } finally {
    await staged.drop()
  }
  return createUnlinked(path, bytes, calls)
}

/** What file systems answer that have no second name for a file. */
const withoutLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/** The same where a file has one name only: a process that is killed meanwhile leaves a file that is not whole. */
async function createUnlinked(path: string, bytes: Uint8Array, calls: FileCalls): Promise<boolean> {
  try {
    const file = await calls.open(path, 'wx')
    try {
      await writeAll(file, bytes)
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

interface Content {
  readonly bytes: Uint8Array
  readonly mode: number | undefined
  readonly isLasting: boolean
}

async function fill(path: string, { bytes, mode, isLasting }: Content, calls: FileCalls): Promise<void> {
  const file = await calls.open(path, 'wx')
  try {
    await writeAll(file, bytes)
    if (mode !== undefined) await file.chmod(mode)
    if (isLasting) await file.sync()
  } finally {
    await file.close()
  }
  // Some file systems say only when a file is closed that they have not taken all of it.
  const { size } = await calls.lstat(path)
  if (size !== bytes.byteLength) throw cutShort(size, bytes)
}

/** A nearly full disk may take less than it was given without an error, so that what is left is given again. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, from)
    if (bytesWritten === 0) throw cutShort(from, bytes)
    from += bytesWritten
  }
}

function cutShort(size: number, { byteLength }: Uint8Array): Error {
  return new Error(`only ${size} of ${byteLength} bytes could be written`)
}

/** The permissions of the file at a path; undefined where there is none. */
async function modeOf(path: string, calls: FileCalls): Promise<number | undefined> {
  try {
    const stat = await calls.lstat(path)
    return stat.isFile() ? stat.mode & 0o777 : undefined
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Tells this machine from others that may write to the same folder. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** Removes the temporary files of processes of this machine that are gone. What cannot be removed stays, and does no harm. */
export async function sweep(folder: string, runs: (pid: number) => boolean, calls: FileCalls): Promise<void> {
  try {
    for (const name of await calls.readdir(folder)) {
      const pid = isTemporary(name) ? ownerOf(name) : undefined
      if (pid !== undefined && !runs(pid)) await calls.rm(join(folder, name), { force: true })
    }
  } catch {
    // The next one may have more luck.
  }
}

function ownerOf(name: string): number | undefined {
  const [, where, pid] = /^\.codegen-([0-9a-f]{8})-(\d+)-/.exec(name) ?? []
  return where === machine ? Number(pid) : undefined
}

/** Whether an error is one of the system with this code. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}
