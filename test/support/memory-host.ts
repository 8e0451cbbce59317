// Knows how to be a file system in memory, with links and faults, for tests of everything that takes a host.

import { posix } from 'node:path'
import type { FileStat, Host } from '../../src/pipeline/host.js'

/** A call that a fault may hit. */
export type HostCall = 'list' | 'stat' | 'read' | 'stage' | 'write' | 'drop' | 'create' | 'remove'

/** What a memory host is made of. */
export interface MemoryHostOptions {
  /** Texts or bytes by absolute path. */
  readonly files?: { readonly [path: string]: string | Uint8Array }
  /** Absolute paths that are links; nothing can be read through them. */
  readonly links?: readonly string[]
  /** An error for a call, where there should be one; `count` is the number of calls of this kind before it. */
  readonly fault?: (call: HostCall, path: string, count: number) => Error | undefined
  /** Process ids that still run. */
  readonly running?: readonly number[]
  /** Whether `list` gives its paths in reverse order. */
  readonly reversed?: boolean
}

/** A host in memory that tells what was done to it. */
export interface MemoryHost extends Host {
  /** The files and their bytes, changed in place by `write`, `create` and `remove`. */
  readonly files: Map<string, Uint8Array>
  /** Each call that changed something, as in `write /out/index.ts`. */
  readonly log: string[]
  /** The text of a file; undefined where there is none. */
  text(path: string): string | undefined
  /** Puts a file there without logging it. */
  put(path: string, text: string): void
}

/** A file system in memory. Paths are POSIX paths. */
export function memoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const files = new Map<string, Uint8Array>()
  const links = new Set(options.links ?? [])
  const log: string[] = []
  const counts = new Map<HostCall, number>()
  const put = (path: string, content: string | Uint8Array): void => {
    files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }
  for (const [path, content] of Object.entries(options.files ?? {})) put(path, content)

  /** Counts the call, and throws where a fault is due. */
  const enter = (call: HostCall, path: string): void => {
    const count = counts.get(call) ?? 0
    counts.set(call, count + 1)
    const error = options.fault?.(call, path, count)
    if (error !== undefined) throw error
  }
  const behindLink = (path: string): boolean => [...links].some((link) => path === link || path.startsWith(`${link}/`))
  const refuseBelowFile = (path: string): void => {
    for (let folder = posix.dirname(path); folder !== '/'; folder = posix.dirname(folder))
      if (files.has(folder)) throw systemError('ENOTDIR', `not a directory, mkdir '${folder}'`)
  }
  const hasBelow = (path: string): boolean =>
    [...files.keys(), ...links].some((file) => file.startsWith(folderPrefix(path)))

  return {
    files,
    log,
    text: (path) => {
      const bytes = files.get(path)
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
    },
    put,
    async list(folder) {
      enter('list', folder)
      const prefix = folderPrefix(folder)
      if (!hasBelow(folder)) throw systemError('ENOENT', `no such file or directory, scandir '${folder}'`)
      const found = [...files.keys()].filter((path) => path.startsWith(prefix) && !behindLink(path))
      const paths = found.map((path) => path.slice(prefix.length))
      return options.reversed === true ? paths.toReversed() : paths
    },
    async stat(path): Promise<FileStat | undefined> {
      enter('stat', path)
      if (links.has(path)) return { kind: 'link', size: 0 }
      const bytes = files.get(path)
      if (bytes !== undefined) return { kind: 'file', size: bytes.length }
      return hasBelow(path) ? { kind: 'folder', size: 0 } : undefined
    },
    async read(path, most = Infinity) {
      enter('read', path)
      const bytes = files.get(path)
      const size = bytes?.length ?? 0
      if (size > most) throw Object.assign(systemError('EFBIG', `read '${path}'`), { size })
      if (bytes === undefined) throw systemError('ENOENT', `no such file or directory, open '${path}'`)
      return bytes
    },
    async stamps(paths) {
      return paths.map((path) => {
        const bytes = files.get(path)
        return bytes === undefined
          ? hasBelow(path)
            ? 'folder'
            : ''
          : `file ${bytes.length} ${new TextDecoder().decode(bytes)}`
      })
    },
    async stage(path, bytes) {
      enter('stage', path)
      refuseBelowFile(path)
      const temporary = `${posix.dirname(path)}/.codegen-memory-${(counts.get('stage') ?? 0) - 1}.tmp`
      files.set(temporary, bytes)
      const drop = async (): Promise<void> => {
        enter('drop', temporary)
        files.delete(temporary)
      }
      const place = async (): Promise<void> => {
        enter('write', path)
        log.push(`write ${path}`)
        files.delete(temporary)
        files.set(path, bytes)
      }
      return { place, drop }
    },
    async write(path, bytes) {
      enter('write', path)
      refuseBelowFile(path)
      log.push(`write ${path}`)
      files.set(path, bytes)
    },
    async create(path, text) {
      enter('create', path)
      if (files.has(path)) return false
      log.push(`create ${path}`)
      put(path, text)
      return true
    },
    async remove(path) {
      enter('remove', path)
      log.push(`remove ${path}`)
      files.delete(path)
    },
    now: () => 0,
    runner: { pid: 100, machine: 'memory', started: '2026-01-01T00:00:00.000Z' },
    runs: (pid) => (options.running ?? [100]).includes(pid),
  }
}

/** An error as Node's file system gives it. */
export function systemError(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code })
}

function folderPrefix(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`
}
