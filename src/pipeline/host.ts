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

/** A file of a commit; links and submodules are none. */
export interface RevisionFile {
  /** From the folder that was listed, with `/`. Bytes that are no UTF-8 have become U+FFFD. */
  readonly path: string
  /** The name of its content. */
  readonly id: string
}

/** The commits of repositories on disk. Nothing is checked out and nothing is fetched. Every method rejects with the words of git. */
export interface Revisions {
  /** The path of a folder from the root of its repository: empty, or with `/` at its end. */
  prefix(folder: string): Promise<string>
  /** The id of a commit, or of a folder or file in it (`revision:path`); undefined where there is none. */
  resolve(folder: string, revision: string): Promise<string | undefined>
  /** The files of a folder by its id, at any depth. */
  list(folder: string, id: string): Promise<readonly RevisionFile[]>
  /** Contents by their ids, in the same order. */
  read(folder: string, ids: readonly string[]): Promise<readonly Uint8Array[]>
}

/** How thousands of entries are looked at for a fraction of what `stamps` and `list` take. */
export interface Glance {
  /** What `stamps` tells, as numbers; see `stamps.ts`. */
  stamps(paths: readonly string[]): Float64Array
  /** The folders below a folder, itself among them, absolute; links are none. */
  foldersBelow(folder: string): Promise<readonly string[]>
  /** The same for folders: another stamp where a name was added or taken away. */
  folderStamps(folders: readonly string[]): Float64Array
}

/** A file that stands whole beside its place. */
export interface StagedFile {
  /** Moves it into its place; removes it where that fails. */
  place(): Promise<void>
  /** Removes it; no error where it is gone. */
  drop(): Promise<void>
}

/** The world as the pipeline sees it. Paths are absolute. Every method rejects with the system's error. */
export interface Host {
  /** All files below a folder, links not followed, as paths relative to it with `/`, in no particular order. */
  list(folder: string): Promise<readonly string[]>
  /** Undefined where there is nothing. A link is not followed. */
  stat(path: string): Promise<FileStat | undefined>
  /** With `most`, a file of more bytes is not read: the error then has the code `EFBIG` and a `size`. */
  read(path: string, most?: number): Promise<Uint8Array>
  /**
   * What tells whether the entries at some paths have changed: a text for each, empty where there is nothing. Equal texts mean
   * that nothing was written in between. A file written moments ago has a text that equals no other, since clocks are coarse.
   */
  stamps(paths: readonly string[]): Promise<readonly string[]>
  /** Absent where only `stamps` and `list` tell. */
  readonly glance?: Glance
  /**
   * Writes a file beside its place, and its folder; where that fails nothing is left of it. Absent where writing cannot fail half-way.
   * @param isLasting - whether it must outlive a power cut
   */
  stage?(path: string, bytes: Uint8Array, isLasting?: boolean): Promise<StagedFile>
  /** Puts a file in place whole or not at all; makes its folder. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Creates a file that must not exist, whole, and its folder; false where it does. */
  create(path: string, text: string): Promise<boolean>
  /** Removes a file; no error where there is none. */
  remove(path: string): Promise<void>
  /** Milliseconds, for durations only. */
  now(): number
  readonly runner: Runner
  /** Whether a process of this machine still runs. */
  runs(pid: number): boolean
  /** How revisions are read; absent where no git is to be had. */
  readonly revisions?: Revisions
  /** Told before all documents are read, which takes much memory. */
  readonly onReading?: () => void
}
