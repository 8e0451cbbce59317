// Knows how to look at what lies in an output folder without following a link.

import { join, posix } from 'node:path'
import type { FileStat, Host } from '../pipeline/host.js'
import { reasonOf } from '../text/reason.js'
import { fingerprint } from './fingerprint.js'
import type { DiskEntry } from './plan.js'

/** What lies at some paths below a folder, and the texts of the files among them. */
export interface DiskState {
  readonly entries: Map<string, DiskEntry>
  readonly texts: ReadonlyMap<string, string>
}

/**
 * Looks at some paths below a folder; absent ones are left out. A path behind a link is a `link`; a folder in place of a
 * file and a file in place of a folder are an `obstacle`, what cannot be looked at is `unreadable`, both with the reason.
 */
export async function readDisk(host: Host, out: string, paths: readonly string[]): Promise<DiskState> {
  const entries = new Map<string, DiskEntry>()
  const texts = new Map<string, string>()
  const folders = new Map<string, Promise<DiskEntry | 'folder' | undefined>>()
  const folderAt = (folder: string): Promise<DiskEntry | 'folder' | undefined> => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const found = folder === '.' ? lookAtFolder(host, out) : folderBelow(folder)
    folders.set(folder, found)
    return found
  }
  const folderBelow = async (folder: string): Promise<DiskEntry | 'folder' | undefined> => {
    const parent = await folderAt(posix.dirname(folder))
    return parent === 'folder' ? lookAtFolder(host, join(out, folder)) : parent
  }
  await Promise.all(
    paths.map(async (path) => {
      const parent = await folderAt(posix.dirname(path))
      const entry = parent === 'folder' ? await lookAtFile(host, join(out, path)) : parent
      if (entry === undefined) return
      if ('text' in entry) texts.set(path, entry.text)
      entries.set(path, 'text' in entry ? describe(entry.text) : entry)
    }),
  )
  return { entries, texts }
}

function describe(text: string): DiskEntry {
  const isBlank = /^\0*$/.test(text)
  return { kind: 'file', hash: fingerprint(text), ...(isBlank ? { isBlank } : {}) }
}

async function lookAtFolder(host: Host, path: string): Promise<DiskEntry | 'folder' | undefined> {
  const stat = await statOf(host, path)
  if (stat === undefined || 'reason' in stat) return stat
  if (stat.kind === 'folder') return 'folder'
  return stat.kind === 'link'
    ? { kind: 'link' }
    : { kind: 'obstacle', reason: 'a file stands where a folder should be' }
}

async function lookAtFile(host: Host, path: string): Promise<DiskEntry | { readonly text: string } | undefined> {
  const stat = await statOf(host, path)
  if (stat === undefined || 'reason' in stat) return stat
  if (stat.kind === 'link') return { kind: 'link' }
  if (stat.kind !== 'file') return { kind: 'obstacle', reason: 'a folder or device stands in its place' }
  try {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await host.read(path)) }
  } catch (error) {
    // Another run may have deleted it since.
    if ((await statOf(host, path)) === undefined) return undefined
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
}

async function statOf(host: Host, path: string): Promise<FileStat | (DiskEntry & { kind: 'unreadable' }) | undefined> {
  try {
    return await host.stat(path)
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
}
