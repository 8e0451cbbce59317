// Knows how the outcome of a run is kept, and when it may stand for a new run: when nothing the run has seen has changed.

import { dirname, join } from 'node:path'
import type { Options } from '../config/options.js'
import type { IrFile } from '../emit/ir/ir-file.js'
import { lockName, manifestName } from '../write/places.js'
import { settingsNames } from '../write/settings-files.js'
import { hasError } from '../diagnostics/severity.js'
import { hashBytes } from './hash.js'
import type { Host } from './host.js'
import { writeKept } from './kept-file.js'
import { readOutcome, writeOutcome, type Kept } from './kept-outcome.js'
import { createRecordingHost } from './recording-host.js'
import type { Report, RunSettings } from './report.js'
import { run, runWhole, type WholeRun } from './run.js'
import { forgetRun, irOf, wholeOf, type CacheMemory } from './run-memory.js'
import {
  changedSince,
  listOf,
  lookAgain,
  lookAt,
  seenAmong,
  seenAt,
  seenPaths,
  withSeen,
  type SeenPath,
  type Sights,
} from './sights.js'
import { kindAt, kinds, nothing, stampAt, stampsOf } from './stamps.js'
import { createStopwatch } from './stopwatch.js'

/** Where outcomes are kept, and how far they are trusted. */
export interface CacheSettings {
  /** The file, absolute. */
  readonly file: string
  /** What tells this build of codegen from any other. */
  readonly tool: string
  /** Whether generated files are always read, whatever their stamps say. */
  readonly readsOutputs: boolean
  /** Whether the caller needs the models themselves, which are not kept. */
  readonly needsModels: boolean
  /** Where the last run of this process is remembered, for a caller that runs again and again. */
  readonly memory?: CacheMemory
  /** The only files, absolute, that may have changed since the run in the memory; those to be written are looked at all the same. */
  readonly only?: readonly string[] | undefined
}

/**
 * As `run`, but where everything the last run with these options has seen is still the same, its outcome is given again: at the
 * cost of a look at each file. Its model then has no models, only variants and counts. A file that is damaged, of another
 * build or of another place counts for nothing. Only an outcome that leaves nothing to do is kept.
 */
export async function runCached(
  options: Options,
  host: Host,
  request: { readonly settings: RunSettings; readonly cache: CacheSettings },
): Promise<Report> {
  const { settings, cache } = request
  const key = keyOf(options, request)
  if (key === undefined || settings.updateBaseline === true) return run(options, host, settings)
  const watch = createStopwatch(host, settings.signal)
  const last = cache.needsModels ? undefined : await watch.readOnly('look', () => recall(key, options, { host, cache }))
  if (last?.changed.length === 0) {
    if (last.isRestamped) await writeOutcome(cache.file, last.kept, host).catch(() => undefined)
    return { ...last.kept.report, timings: watch.timings }
  }
  const ir = forgetRun(cache.memory)
  const redone =
    last === undefined ? undefined : await watch.stage('redo', () => again(last, options, { ...request, host, ir }))
  if (redone !== undefined) return { ...redone, timings: watch.timings }
  const recording = createRecordingHost(host)
  const { report, keep: kept } = await runWhole(options, recording.host, settings)
  await keep({ key, sights: recording.sights(), report }, options, { host, cache, kept }).catch(() => undefined)
  return report
}

/** What the outcome depends on beside the files; undefined where that cannot be written down, as with functions. */
function keyOf(
  options: Options,
  { settings, cache }: { readonly settings: RunSettings; readonly cache: CacheSettings },
): string | undefined {
  // An emitter is code, wherever its functions stand, and may look at anything.
  let isPlain = options.emitters.every((emitter) => typeof emitter === 'string')
  const text = JSON.stringify([4, cache.tool, options, settings.owned ?? []], (_, value: unknown) => {
    if (typeof value === 'function') isPlain = false
    return value
  })
  return isPlain ? hashBytes(text) : undefined
}

interface Place {
  readonly host: Host
  readonly cache: CacheSettings
}

/** The last outcome, and the files that are others than it has seen. */
interface Recalled {
  readonly kept: Kept
  readonly changed: readonly SeenPath[]
  /** Whether other files were written anew with the same bytes. */
  readonly isRestamped: boolean
}

async function recall(key: string, options: Options, { host, cache }: Place): Promise<Recalled | undefined> {
  try {
    const { memory, only } = cache
    const remembered = memory?.kept?.key === key ? memory.kept : undefined
    if (remembered !== undefined && only !== undefined) {
      const changed = await changesAmong(only, remembered.sights, host)
      return changed === undefined ? undefined : { kept: remembered, changed, isRestamped: false }
    }
    const kept = remembered ?? (await readOutcome(cache.file, key, host))
    if (kept === undefined) return undefined
    const isDistrusted = (path: string): boolean => cache.readsOutputs && leadsTo(options.out, path)
    const look = await lookAgain(kept.sights, host, isDistrusted)
    const seen = look === undefined ? kept : { ...kept, sights: look.sights }
    remember(seen, cache)
    return look && { kept: seen, changed: look.changed, isRestamped: look.isRestamped }
  } catch {
    return undefined
  }
}

/** Those of some files that are others than were seen. */
async function changesAmong(
  paths: readonly string[],
  { seen }: Sights,
  host: Host,
): Promise<readonly SeenPath[] | undefined> {
  const own = seenAmong(seen, paths)
  return own.length === new Set(paths).size ? changedSince(own, host, () => false) : undefined
}

function remember(kept: Kept, { memory }: CacheSettings): void {
  if (memory !== undefined) memory.kept = kept
}

/** The outcome for changed pages, by the last one; undefined where all must be read. */
async function again(
  { kept, changed }: Recalled,
  options: Options,
  { host, cache, settings, ir }: Place & { readonly settings: RunSettings; readonly ir: IrFile | undefined },
): Promise<Report | undefined> {
  const { report, sights, again: own } = kept
  const found = own?.found()
  if (own === undefined || found === undefined || changed.some(({ path }) => leadsTo(options.out, path)))
    return undefined
  // One is read while the other is parsed.
  const [whole, file] = await Promise.all([
    wholeOf(own.whole, { path: wholeFile(cache), memory: cache.memory, host }),
    ir ?? irOf(options.out, host),
  ])
  if (whole === undefined || file === undefined) return undefined
  const { redoRun } = await import('./redo-run.js')
  const isAsSeen = async (paths: readonly string[]): Promise<boolean> => {
    const now = await changedSince(seenAmong(sights.seen, paths), host, () => cache.readsOutputs)
    return now?.length === 0
  }
  const last = { report, found, whole, file, format: own.format, isAsSeen }
  const paths = changed.map(({ path }) => path)
  const redone = await redoRun(paths, last, { options, host, settings })
  if (redone === undefined) return undefined
  const { plan } = redone.report
  const isDone = redone.report.written || plan?.entries.every(({ action }) => action === 'unchanged') === true
  if (isDone) {
    const written = await lookAtWritten(redone.touched, host)
    const manifest = await lookAt([join(options.out, manifestName)], host)
    const seen = withSeen(sights.seen, [...changed, ...written, ...manifest])
    const value: Kept = {
      ...kept,
      sights: { ...sights, seen },
      report: settled(redone.report),
      again: { ...own, found: () => redone.found },
    }
    remember(value, cache)
    if (cache.memory !== undefined) cache.memory.ir = redone.file()
    await writeOutcome(cache.file, value, host).catch(() => undefined)
  }
  return redone.report
}

/** The file of the whole, beside that of the outcome. */
function wholeFile({ file }: CacheSettings): string {
  return `${file}.whole`
}

async function keep(
  { key, sights, report }: Kept,
  options: Options,
  { host, cache, kept }: Place & { readonly kept: WholeRun['keep'] },
): Promise<void> {
  const entries = report.plan?.entries ?? []
  const isDone = entries.every(({ action }) => action === 'unchanged' || (report.written && action !== 'blocked'))
  if (!isDone || report.plan === undefined || hasError(report.diagnostics)) return
  const outputs = entries.filter(({ action }) => action !== 'delete').map(({ path }) => path)
  const inside = await lookAt(
    [...outputs, manifestName].map((path) => join(options.out, path)),
    host,
  )
  const gone = entries.filter(({ action }) => action === 'delete').map(({ path }) => join(options.out, path))
  const layout = await layoutSights(options.out, host)
  if (layout === undefined) return
  const paths = sights.seen.paths.map((path, index) => ({ path, index }))
  const above = paths.filter(({ path }) => leadsTo(path, options.out)).map(({ path }) => path)
  const outside = paths.filter(({ path }) => !leadsTo(options.out, path) && !leadsTo(path, options.out))
  const seen = seenPaths([
    ...outside.map(({ index }) => seenAt(sights.seen, index)),
    ...(await lookAt(above, host)),
    ...inside,
    // A lock would be that of a run that was ended, which may have left more.
    ...(await lookAt(gone, host)),
    { path: join(options.out, lockName), stamp: nothing },
    ...layout,
  ])
  const lists = await Promise.all(
    // What the run itself wrote there is part of how things are now.
    sights.lists.map(async (list) =>
      leadsTo(options.out, list.folder) ? (await listOf(list.folder, host)).list : list,
    ),
  )
  const own = kept?.()
  const again = own && {
    whole: await writeKept(wholeFile(cache), { whole: own.whole }, host),
    found: () => own.found,
    format: own.format,
  }
  const value: Kept = {
    key,
    sights: { lists, seen, revisions: sights.revisions },
    report: settled(report),
    ...(again === undefined ? {} : { again }),
  }
  remember(value, cache)
  await writeOutcome(cache.file, value, host)
}

/** A report as a run that finds nothing to do would give it. */
function settled(report: Report): Report {
  const { model, counts, findings, accepted, ignored, diagnostics } = report
  const entries = (report.plan?.entries ?? []).filter(({ action }) => action !== 'delete')
  return {
    model: { ...model, models: [] },
    counts,
    findings,
    accepted,
    ignored,
    diagnostics,
    plan: { entries: entries.map(({ path }) => ({ path, action: 'unchanged', reason: 'up to date' })) },
    written: false,
    timings: [],
  }
}

/** Whether a path is a folder, or lies in it. */
function leadsTo(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, '/'))
}

/** Files that were just written, by their fingerprints: of a text without carriage returns that is the hash of its bytes. */
async function lookAtWritten(files: ReadonlyMap<string, string>, host: Host): Promise<SeenPath[]> {
  const paths = [...files.keys()]
  const stamps = await stampsOf(host, paths)
  return paths.map((path, index) => ({
    path,
    stamp: stampAt(stamps, index),
    digest: Buffer.from(files.get(path) ?? '', 'hex'),
  }))
}

/** The files that decide the layout of what is generated, present or not; undefined where one of them is a program. */
async function layoutSights(out: string, host: Host): Promise<SeenPath[] | undefined> {
  const folders: string[] = []
  for (let folder = out; ; folder = dirname(folder)) {
    folders.push(folder)
    if (dirname(folder) === folder) break
  }
  const paths = folders.flatMap((folder) => settingsNames.map((name) => join(folder, name)))
  const seen = await lookAt(paths, host)
  const isThere = ({ stamp }: SeenPath): boolean => kindAt(stamp) !== kinds.nothing
  return seen.some((one) => isThere(one) && /\.[cm]?[jt]s$/.test(one.path)) ? undefined : seen
}
