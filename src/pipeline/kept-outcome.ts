// Knows how the outcome of a run, and all it has seen, is laid down in a file, so that little is read where nothing has changed.

import type { FormatterSettings } from '../write/format.js'
import { DIGEST } from './hash.js'
import type { Host } from './host.js'
import { readKept, writeKept, type KeptFile } from './kept-file.js'
import type { KeptFindings } from './redo.js'
import type { Report } from './report.js'
import type { SeenList, SeenPaths, Sights } from './sights.js'
import { WIDTH, type Stamps } from './stamps.js'

/** For whom an outcome is, what was seen, and what came of it. */
export interface Kept {
  readonly key: string
  readonly sights: Sights
  readonly report: Report
  /** What a run over a few changed pages begins with; absent where there is no such run. */
  readonly again?: Again
}

/** What was found in the documents, and which whole belongs to it. */
export interface Again {
  /** Undefined where it is damaged. */
  found(): KeptFindings | undefined
  /** The hash of the file with the whole. */
  readonly whole: string
  /** How files are laid out, as the settings say that were seen. */
  readonly format: FormatterSettings
}

/** The small things. */
interface About {
  readonly key: string
  readonly lists: readonly (readonly [folder: string, hash: string, folders: number])[]
  readonly revisions: Sights['revisions']
  readonly again?: Omit<Again, 'found'>
}

/** A report that leaves nothing to do: of the plan, the paths tell all. */
type SettledReport = Omit<Report, 'plan'> & { readonly outputs: readonly string[] }

/** Paths with the folder before the names in it, since thousands share one. */
type ByFolder = readonly (readonly [folder: string, names: readonly string[]])[]

/** The outcome that a file keeps for a key; undefined where there is none that is whole. May throw where the form of a file is not ours. */
export async function readOutcome(path: string, key: string, host: Host): Promise<Kept | undefined> {
  const file = await readKept(path, host)
  const about = file?.value('about')
  if (file === undefined || !isAbout(about) || about.key !== key) return undefined
  const [seen, lists, report] = [readSeen(file), readLists(file, about), file.value('report')]
  if (seen === undefined || lists === undefined || !isReport(report)) return undefined
  const { outputs, ...rest } = report
  const entries = outputs.map((output) => ({ path: output, action: 'unchanged', reason: 'up to date' }) as const)
  const kept = { key, sights: { lists, revisions: about.revisions, seen }, report: { ...rest, plan: { entries } } }
  return about.again === undefined ? kept : { ...kept, again: { ...about.again, found: () => readFindings(file) } }
}

/** Keeps an outcome that leaves nothing to do. */
export async function writeOutcome(path: string, { key, sights, report, again }: Kept, host: Host): Promise<void> {
  const { lists, revisions, seen } = sights
  const about: About = {
    key,
    lists: lists.map(({ folder, hash, folders }) => [folder, hash, folders.length]),
    revisions,
    ...(again === undefined ? {} : { again: { whole: again.whole, format: again.format } }),
  }
  const { plan, ...rest } = report
  const settled: SettledReport = { ...rest, outputs: plan?.entries.map((entry) => entry.path) ?? [] }
  const found = again?.found()
  const parts = {
    about,
    report: settled,
    folders: byFolder(lists.flatMap(({ folders }) => folders)),
    folderStamps: Buffer.concat(lists.map(({ stamps }) => bytesOf(stamps))),
    paths: seen.printed ?? byFolder(seen.paths),
    stamps: bytesOf(seen.stamps),
    digests: seen.digests,
    ...(found === undefined ? {} : { found }),
  }
  await writeKept(path, parts, host)
}

function readSeen(file: KeptFile): SeenPaths | undefined {
  const paths = readPaths(file, 'paths')
  const stamps = readStamps(file, 'stamps')
  const digests = file.bytes('digests')
  const isWhole = stamps?.length === (paths?.length ?? 0) * WIDTH && digests?.length === (paths?.length ?? 0) * DIGEST
  const printed = file.bytes('paths')
  return paths !== undefined && printed !== undefined && isWhole ? { paths, printed, stamps, digests } : undefined
}

function readLists(file: KeptFile, { lists }: About): readonly SeenList[] | undefined {
  const folders = readPaths(file, 'folders')
  const stamps = readStamps(file, 'folderStamps')
  if (folders === undefined || stamps === undefined) return undefined
  let start = 0
  return lists.map(([folder, hash, count]) => {
    const end = start + count
    const list = { folder, hash, folders: folders.slice(start, end), stamps: stamps.slice(start * WIDTH, end * WIDTH) }
    start = end
    return list
  })
}

function readPaths(file: KeptFile, part: string): readonly string[] | undefined {
  const groups = file.value(part)
  return isByFolder(groups) ? groups.flatMap(([folder, names]) => names.map((name) => folder + name)) : undefined
}

/** Numbers in the order of bytes of this machine; of another, every file would be another, which only costs time. */
function readStamps(file: KeptFile, part: string): Stamps | undefined {
  const bytes = file.bytes(part)
  // A copy begins where numbers may begin.
  return bytes === undefined ? undefined : new Float64Array(Uint8Array.from(bytes).buffer)
}

function bytesOf({ buffer, byteOffset, byteLength }: Stamps): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function byFolder(paths: readonly string[]): ByFolder {
  const groups: [folder: string, names: string[]][] = []
  for (const path of paths) {
    const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
    const folder = path.slice(0, end)
    const last = groups.at(-1)
    if (last?.[0] === folder) last[1].push(path.slice(end))
    else groups.push([folder, [path.slice(end)]])
  }
  return groups
}

function readFindings(file: KeptFile): KeptFindings | undefined {
  const found = file.value('found')
  return isFound(found) ? found : undefined
}

// The hash vouches for all but the form.

function isAbout(value: unknown): value is About {
  return typeof value === 'object' && value !== null && 'key' in value && 'lists' in value
}

function isReport(value: unknown): value is SettledReport {
  return typeof value === 'object' && value !== null && 'outputs' in value && 'findings' in value
}

function isByFolder(value: unknown): value is ByFolder {
  return Array.isArray(value)
}

function isFound(value: unknown): value is KeptFindings {
  return typeof value === 'object' && value !== null && 'findings' in value && 'mended' in value
}
