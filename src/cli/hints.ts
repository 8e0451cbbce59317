// Knows how the file system is asked to tell of changes: folder by folder, and never relied upon.

import { statSync, watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

/** Tells where something may have changed. It may miss changes, and tell of none. */
export interface Hints {
  /** The folders to be told of from now on. One that was deleted and made again is taken for another. */
  watch(folders: Iterable<string>): void
  /** Resolves soon after something may have changed with where, and after some milliseconds with nothing. */
  next(patience: number): Promise<readonly string[]>
  close(): void
}

/** How long to wait for more after the first hint, in milliseconds: editors write in several steps. */
const BURST = 25

/** So many folders are watched at most, since systems have limits; changes in others are found by looking. */
const MOST = 2_000

/** Hints of the file system. */
export function createHints(): Hints {
  const watchers = new Map<string, FSWatcher>()
  const found = new Set<string>()
  let wake: (() => void) | undefined
  const tell = (path: string): void => {
    found.add(path)
    wake?.()
  }
  return {
    watch: (folders) => {
      const wanted = new Map([...folders].slice(0, MOST).flatMap((folder) => identify(folder)))
      for (const [id, watcher] of watchers) {
        if (wanted.has(id)) continue
        watcher.close()
        watchers.delete(id)
      }
      for (const [id, folder] of wanted) {
        const watcher = watchers.has(id) ? undefined : open(folder, tell)
        if (watcher !== undefined) watchers.set(id, watcher)
      }
    },
    next: async (patience) => {
      if (found.size === 0) await pause(patience, (end) => (wake = end))
      wake = undefined
      if (found.size > 0) await pause(BURST)
      const told = [...found]
      found.clear()
      return told
    },
    close: () => {
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

/** What tells a folder from one that was made anew in its place; nothing where there is none. */
function identify(folder: string): (readonly [string, string])[] {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat === undefined ? [] : [[`${stat.dev} ${stat.ino} ${folder}`, folder]]
}

/** A watcher; undefined where the system has none left, or the folder is gone by now. */
function open(folder: string, tell: (path: string) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, (_, name) => tell(name === null ? folder : join(folder, name)))
    return watcher.on('error', () => tell(folder))
  } catch {
    return undefined
  }
}

/** Waits; what is given to `onStart` ends it early. */
async function pause(ms: number, onStart?: (end: () => void) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    onStart?.(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
