// Knows how git is asked: arguments as a list and never through a shell, answers as bytes.

import { spawn } from 'node:child_process'
import process from 'node:process'
import { resolve } from 'node:path'

/** Where git is asked. */
export interface GitPlace {
  /** A folder of the repository. */
  readonly folder: string
  /**
   * Whether a hook's own repository is meant: git tells a hook by environment variables which repository and index it is
   * called for. They are hidden by default, or every other repository would be mistaken for that one.
   */
  readonly isHook?: boolean
}

/** An entry of a tree or of the index. Folders are not listed. */
export interface GitEntry {
  /** From the root of the repository or tree, with `/`. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'module'
  /** The name of its content. */
  readonly id: string
}

/** Reads contents by their names, all through one process of git, which keeps nobody waiting where nothing is read. */
export interface GitObjects {
  /** Rejects where there is no such content. `name` is an id, or anything that git takes for one line, such as `HEAD:docs/a.md`. */
  read(name: string): Promise<Uint8Array>
  /** Ends the process; a later `read` starts another. */
  close(): void
}

/** What git sets for a hook, and what leads it to another repository than the folder's. */
const repositoryVariables = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_CEILING_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
])

/** The output of git. Rejects with its own first words where it fails, and where there is no git. */
export async function askGit(args: readonly string[], place: GitPlace, stdin = ''): Promise<Buffer> {
  const child = spawnGit(args, place)
  const output: Buffer[] = []
  const complaint: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => output.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => complaint.push(bytes))
  // Whoever has read enough may close; what failed is told by the exit code.
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  const code = await new Promise<number | null>((settle, reject) => {
    child.on('error', (error) => reject(missingGit(error)))
    child.on('close', settle)
  })
  if (code === 0) return Buffer.concat(output)
  throw new Error(
    firstWords(Buffer.concat(complaint).toString()) ?? `git ${args[0] ?? ''} ended with ${code ?? 'a signal'}`,
  )
}

/** The root of the repository that a folder lies in; undefined where it lies in none. Rejects where there is no git. */
export async function repositoryOf(place: GitPlace): Promise<string | undefined> {
  try {
    // A path from the folder, where an absolute one would have its links resolved.
    const up = (await askGit(['rev-parse', '--show-cdup'], place)).toString().replace(/\r?\n$/, '')
    return resolve(place.folder, up)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error
    return undefined
  }
}

/** The id that a revision (branch, tag, commit, `HEAD~2`) or `revision:path` has now; undefined where there is none. */
export async function resolveRevision(revision: string, place: GitPlace): Promise<string | undefined> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', revision]
    return (await askGit(args, place)).toString().trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error
    return undefined
  }
}

/** All entries of a tree or commit, by its id, at any depth. */
export async function listTree(id: string, place: GitPlace): Promise<readonly GitEntry[]> {
  return parseEntries(await askGit(['ls-tree', '-r', '-z', '--full-tree', id], place), /^(\d+) \w+ (\w+)\t/)
}

/** All entries of the index below the place's folder, which must be the root of the repository. A file in conflict has none. */
export async function listIndex(place: GitPlace): Promise<readonly GitEntry[]> {
  return parseEntries(await askGit(['ls-files', '--stage', '-z'], place), /^(\d+) (\w+) 0\t/)
}

function parseEntries(output: Buffer, head: RegExp): readonly GitEntry[] {
  return output
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [start = '', mode = '', id = ''] = head.exec(line) ?? []
      const kind = mode === '160000' ? 'module' : mode === '120000' ? 'link' : 'file'
      return start === '' ? [] : [{ path: line.slice(start.length), kind, id } as const]
    })
}

/** Opens the contents of a repository; git starts with the first that is read. */
export function openObjects(place: GitPlace): GitObjects {
  let open: Batch | undefined
  return {
    read: (name) => {
      if (/[\r\n]/.test(name)) return Promise.reject(new Error('git takes no name with a line break'))
      if (open === undefined || open.isEnded()) open = startBatch(place)
      return open.read(name)
    },
    close: () => open?.close(),
  }
}

interface Batch extends GitObjects {
  isEnded(): boolean
}

interface Waiting {
  readonly settle: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** `git cat-file --batch`: a line in, `<id> <kind> <size>`, the content and a line break out, in the same order. */
function startBatch(place: GitPlace): Batch {
  const child = spawnGit(['cat-file', '--batch'], place)
  const waiting: Waiting[] = []
  let pending: Buffer[] = []
  let have = 0
  let need = 1
  let complaint = ''
  let ended = false
  const stay = (): void =>
    void [child, ...child.stdio].forEach((one) => call(one, waiting.length > 0 ? 'ref' : 'unref'))
  const end = (error: Error): void => {
    ended = true
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  child.on('error', (error) => end(missingGit(error)))
  child.on('close', () => end(new Error(firstWords(complaint) ?? 'git ended')))
  child.stdin.on('error', () => undefined)
  child.stderr.on('data', (bytes: Buffer) => (complaint = `${complaint}${bytes.toString()}`.slice(0, 2_000)))
  child.stdout.on('data', (bytes: Buffer) => {
    pending.push(bytes)
    have += bytes.length
    while (have >= need) {
      const all = Buffer.concat(pending)
      const answer = takeAnswer(all)
      if (typeof answer === 'number') {
        pending = [all]
        need = answer
        return
      }
      pending = [all.subarray(answer.end)]
      have = all.length - answer.end
      need = 1
      const first = waiting.shift()
      if (answer.content === undefined) first?.reject(new Error(`git has no ${answer.words}`))
      else first?.settle(new Uint8Array(answer.content))
      stay()
    }
  })
  return {
    read: (name) =>
      new Promise((settle, reject) => {
        waiting.push({ settle, reject })
        stay()
        child.stdin.write(`${name}\n`)
      }),
    close: () => void child.stdin.end(),
    isEnded: () => ended || child.stdin.writableEnded,
  }
}

/** The first answer in some bytes; the least length they must have where it is not whole. */
function takeAnswer(
  all: Buffer,
): number | { readonly end: number; readonly content: Buffer | undefined; readonly words: string } {
  const line = all.indexOf(10)
  if (line < 0) return all.length + 1
  const words = all.toString('utf8', 0, line)
  const size = / (?:blob|tree|commit|tag) (\d+)$/.exec(words)?.[1]
  if (size === undefined)
    return { end: line + 1, content: undefined, words: words.replace(/ (?:missing|ambiguous)$/, '') }
  const end = line + 1 + Number(size) + 1
  return all.length < end ? end : { end, content: all.subarray(line + 1, end - 1), words }
}

function call(one: unknown, method: 'ref' | 'unref'): void {
  if (typeof one !== 'object' || one === null || !(method in one)) return
  const bound: unknown = Reflect.get(one, method)
  if (typeof bound === 'function') Reflect.apply(bound, one, [])
}

function spawnGit(args: readonly string[], { folder, isHook }: GitPlace) {
  const given = Object.entries(process.env).filter(([name]) => isHook === true || !repositoryVariables.has(name))
  // No lock is taken for a look, nothing is asked of a person, and messages are those that we know.
  const quiet = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  // What a partial clone lacks is missing: it is not fetched.
  const env = { ...Object.fromEntries(given), ...quiet, GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: '' }
  // A repository may name a program that watches its files; to look at it must not run it.
  const all = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args]
  return spawn('git', all, { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
}

function missingGit(error: Error): Error {
  return 'code' in error && error.code === 'ENOENT'
    ? Object.assign(new Error('git cannot be started'), { code: 'ENOENT' })
    : error
}

function firstWords(text: string): string | undefined {
  const [line = ''] = text.split('\n', 1)
  return line === '' ? undefined : line.replace(/^(?:fatal|error): /, '')
}
