// Knows how emitted files, the manifest and the disk become a plan while formatting as little as possible.

import { join } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import type { EmittedFile } from '../text/file.js'
import { readDisk, reasonOf, type DiskState } from './disk.js'
import { firstDifference } from './edits.js'
import { fingerprint } from './fingerprint.js'
import type { Formatter } from './format.js'
import { emptyManifest, manifestPaths, ownsText, parseManifest, printManifest, type Manifest } from './manifest.js'
import { foldPath, isSafePath, manifestName } from './places.js'
import { planFiles, type Plan, type WantedFile } from './plan.js'

/** Where and how files are written. */
export interface Target {
  /** Absolute path of the output folder. */
  readonly out: string
  /** The output folder as messages name it. */
  readonly label: string
  readonly formatter: Formatter
  /** Whether files edited by hand and files of others may be overwritten. */
  readonly force: boolean
  /** Whether files that are not wanted any more stay, because not everything that is wanted may be known. */
  readonly keepsObsolete: boolean
  /** How many models the docs of each variant have. */
  readonly models: ReadonlyMap<string, number>
}

/** A plan with everything that is needed to carry it out. */
export interface PreparedPlan {
  readonly plan: Plan
  /** Final text of every file to create or update, by path; large ones encoded. */
  readonly texts: ReadonlyMap<string, string | Uint8Array>
  readonly notes: Notes
}

/** The texts of the manifest. */
export interface Notes {
  /** As it is on disk; empty where there is none. */
  readonly before: string
  /** While files are being moved: the files as they were, and the fingerprints of the texts that are to come. */
  during(): string
  /** As it will be. */
  after(): string
}

/** Laid-out texts with their paths, by emitted text, kept so that planning a second time formats nothing again. */
export type FormatMemory = Map<string, { readonly path: string; readonly laid: Promise<string> }>

/** What planning works with. */
export interface PrepareMeans {
  readonly host: Host
  readonly memory: FormatMemory
  readonly signal?: AbortSignal | undefined
}

/** How often is looked again, where other runs write meanwhile. */
const LOOKS = 5

/** Plans what is to be written. Reads only. CG602 where a file cannot be laid out or given twice, CG603 where its path is unsafe. */
export async function preparePlan(
  files: readonly EmittedFile[],
  target: Target,
  means: PrepareMeans,
): Promise<PreparedPlan> {
  for (let look = 1; ; look += 1) {
    const prepared = await planOnce(files, target, means)
    if (look === LOOKS || prepared.plan.entries.every(({ action }) => action !== 'blocked')) return prepared
    // What another run wrote after its manifest was read looks like the work of a stranger.
    if ((await readManifest(means.host, target.out)).text === prepared.notes.before) return prepared
  }
}

async function planOnce(
  files: readonly EmittedFile[],
  target: Target,
  { host, memory, signal }: PrepareMeans,
): Promise<PreparedPlan> {
  const failures = findFailures(files, target.label)
  const sound = files.filter((file) => !failures.has(file.path))
  const { manifest: before, text: beforeText, fault } = await readManifest(host, target.out)
  if (fault !== undefined) return blockedBy(fault)
  const paths = new Set([...sound.map((file) => file.path), ...manifestPaths(before)])
  const disk = await readDisk(host, target.out, [...paths])
  const layout = (path: string, text: string): Promise<string> => remember(memory, target.formatter, { path, text })
  const texts = new Map<string, string>()
  const wanted: WantedFile[] = []
  for (const file of sound) {
    signal?.throwIfAborted()
    const source = fingerprint(file.text)
    const noted = before.files.get(file.path)
    if (noted?.source === source && before.format === target.formatter.key && isAt(disk, file.path, noted.text)) {
      wanted.push({ path: file.path, hash: noted.text, source })
      continue
    }
    try {
      const text = await layout(file.path, file.text)
      texts.set(file.path, text)
      wanted.push({ path: file.path, hash: fingerprint(text), source })
    } catch (error) {
      failures.set(file.path, problem('CG602', { path: place(target.label, file.path), reason: firstLine(error) }))
    }
  }
  await noticeReformatting(disk, before, layout)
  const plan = planFiles({
    wanted,
    manifest: before,
    disk: disk.entries,
    failures,
    force: target.force,
    keepsObsolete: target.keepsObsolete,
    label: (path) => place(target.label, path),
    differenceOf: (path) => {
      const [next, found] = [texts.get(path), disk.texts.get(path)]
      return next === undefined || found === undefined
        ? undefined
        : firstDifference(place(target.label, path), next, found)
    },
  })
  const after = nextManifest(plan, wanted, { before, disk, target })
  const notes: Notes = {
    before: beforeText,
    during: () => printManifest(intentionOf(plan, before, after)),
    after: () => printManifest(after),
  }
  return { plan, texts, notes }
}

/** The plan where nobody knows which files are ours. */
function blockedBy(diagnostic: Diagnostic): PreparedPlan {
  const entry = { path: manifestName, action: 'blocked', reason: diagnostic.message, diagnostic } as const
  const none = (): string => ''
  return { plan: { entries: [entry] }, texts: new Map(), notes: { before: '', during: none, after: none } }
}

/** The manifest after a plan was carried out: what is in place now, and what we know of files that are blocked. */
function nextManifest(
  plan: Plan,
  wanted: readonly WantedFile[],
  { before, disk, target }: { readonly before: Manifest; readonly disk: DiskState; readonly target: Target },
): Manifest {
  const byPath = new Map(wanted.map((file) => [file.path, file]))
  const files = plan.entries.flatMap(({ path, action }) => {
    if (action === 'delete') return []
    const file = byPath.get(path)
    if (action === 'blocked' || file === undefined) {
      const noted = before.files.get(path)
      return noted === undefined ? [] : [[path, { ...noted, source: unknownSource }] as const]
    }
    // A file that someone laid out otherwise is noted as it is, so that the next run need not look into it again.
    const entry = disk.entries.get(path)
    const text = action === 'unchanged' && entry?.kind === 'file' ? entry.hash : file.hash
    return [[path, { text, source: file.source }] as const]
  })
  return {
    format: target.formatter.key,
    files: new Map(files),
    pending: new Map(),
    // What could not be read is not gone.
    models: target.keepsObsolete ? before.models : target.models,
  }
}

function intentionOf({ entries }: Plan, before: Manifest, after: Manifest): Manifest {
  const pending = new Map(before.pending)
  for (const { path, action } of entries) {
    const file = after.files.get(path)
    if (file !== undefined && (action === 'create' || action === 'update')) pending.set(path, file.text)
  }
  return { ...before, pending }
}

/** A fingerprint that no text has: the file must be laid out again. */
const unknownSource = '0'.repeat(64)

/** Tells files that someone laid out otherwise (a hook with another prettier) from files that someone edited. */
async function noticeReformatting(
  disk: DiskState,
  manifest: Manifest,
  layout: (path: string, text: string) => Promise<string>,
): Promise<void> {
  for (const [path, entry] of disk.entries) {
    const text = disk.texts.get(path)
    if (entry.kind !== 'file' || text === undefined) continue
    if (!manifest.files.has(path) || ownsText(manifest, path, entry.hash)) continue
    try {
      disk.entries.set(path, { ...entry, reformatted: fingerprint(await layout(path, text)) })
    } catch {
      // A text that cannot be parsed was edited, not laid out: it stays as it is.
    }
  }
}

function findFailures(files: readonly EmittedFile[], label: string): Map<string, Diagnostic> {
  const failures = new Map<string, Diagnostic>()
  const seen = new Set<string>()
  for (const { path } of files) {
    if (!isSafePath(path)) failures.set(path, problem('CG603', { path: place(label, path) }))
    else if (seen.has(foldPath(path)))
      failures.set(path, problem('CG602', { path: place(label, path), reason: 'another file has the same path' }))
    seen.add(foldPath(path))
  }
  return failures
}

/** The manifest of an output folder, and its text; `fault` where it cannot be read. One that cannot be believed holds nothing. */
export async function readManifest(
  host: Host,
  out: string,
): Promise<{ manifest: Manifest; text: string; fault?: Diagnostic }> {
  const path = join(out, manifestName)
  try {
    if ((await host.stat(path))?.kind !== 'file') return { manifest: emptyManifest, text: '' }
    const text = new TextDecoder().decode(await host.read(path))
    return { manifest: parseManifest(text) ?? emptyManifest, text }
  } catch (error) {
    return { manifest: emptyManifest, text: '', fault: problem('CG605', { path, reason: reasonOf(error) }) }
  }
}

function remember(memory: FormatMemory, formatter: Formatter, file: EmittedFile): Promise<string> {
  const known = memory.get(file.text)
  if (known?.path === file.path) return known.laid
  const laid = formatter.format(file.path, file.text)
  memory.set(file.text, { path: file.path, laid })
  return laid
}

function isAt(disk: DiskState, path: string, hash: string): boolean {
  const entry = disk.entries.get(path)
  return entry?.kind === 'file' && entry.hash === hash
}

function place(label: string, path: string): string {
  return label === '' ? path : `${label}/${path}`
}

function firstLine(error: unknown): string {
  return `it cannot be laid out: ${reasonOf(error).split('\n')[0] ?? ''}`
}
