// Knows what the pipeline needs from the world; nothing else touches it.

/** What a file system says of an entry. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly size: number
}

/** The process that runs, as the lock file of an output folder names it. */
export interface Runner {
  readonly pid: number
  readonly machine: string
  /** When it started, RFC 3339. */
  readonly started: string
}

/** The world as the pipeline sees it. Paths are absolute. Every method rejects with the system's error. */
export interface Host {
  /** All files below a folder, links not followed, as paths relative to it with `/`, in no particular order. */
  list(folder: string): Promise<readonly string[]>
  /** Undefined where there is nothing. A link is not followed. */
  stat(path: string): Promise<FileStat | undefined>
  read(path: string): Promise<Uint8Array>
  /**
   * What tells whether the entries at some paths have changed: a text for each, empty where there is nothing. Equal texts mean
   * that nothing was written in between. A file written moments ago has a text that equals no other, since clocks are coarse.
   */
  stamps(paths: readonly string[]): Promise<readonly string[]>
  /** Puts a file in place whole or not at all; makes its folder. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Creates a file that must not exist, and its folder; false where it does. */
  create(path: string, text: string): Promise<boolean>
  /** Removes a file; no error where there is none. */
  remove(path: string): Promise<void>
  /** Milliseconds, for durations only. */
  now(): number
  readonly runner: Runner
  /** Whether a process of this machine still runs. */
  runs(pid: number): boolean
}
