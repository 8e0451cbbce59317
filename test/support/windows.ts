// Knows how code is run as on Windows: with its path functions, over a file system in memory.

import { win32 } from 'node:path'
import { vi } from 'vitest'
import type { Host } from '../../src/pipeline/host.js'
import type { MemoryHost } from './memory-host.js'

/** Does work in which whatever is imported takes the path functions of Windows for its own. */
export async function asOnWindows<T>(work: () => Promise<T>): Promise<T> {
  vi.resetModules()
  vi.doMock('node:path', () => ({ ...win32, default: win32 }))
  try {
    return await work()
  } finally {
    vi.doUnmock('node:path')
    vi.resetModules()
  }
}

/**
 * The file system as Windows shows it: `/repo/docs` as `C:\repo\docs`, in whatever case and with either separator.
 * @param drive - where it begins, as `C:` or `\\server\share`
 */
export function driveHost(host: MemoryHost, drive: string): Host {
  const start = drive.toLowerCase()
  const inside = (path: string): string => {
    if (!win32.normalize(path).toLowerCase().startsWith(start)) throw new Error(`no path of the drive: ${path}`)
    return path.slice(drive.length).replaceAll('\\', '/')
  }
  return {
    ...host,
    list: (folder) => host.list(inside(folder)),
    stat: (path) => host.stat(inside(path)),
    read: (path, most) => host.read(inside(path), most),
    stamps: (paths) => host.stamps(paths.map(inside)),
    stage: async (path, bytes, isLasting) =>
      (await host.stage?.(inside(path), bytes, isLasting)) ?? { place: async () => {}, drop: async () => {} },
    write: (path, bytes) => host.write(inside(path), bytes),
    create: (path, text) => host.create(inside(path), text),
    remove: (path) => host.remove(inside(path)),
  }
}
