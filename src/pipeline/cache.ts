// Knows how the outcome of a run is kept, and when it may stand for a new run: when nothing the run has seen has changed.

import { dirname, join } from 'node:path'
import type { Options } from '../config/options.js'
import { manifestName } from '../write/places.js'
import { settingsNames } from '../write/settings-files.js'
import type { Host } from './host.js'
import { createRecordingHost, hashBytes, hashNames, stillSeen, type SeenPath, type Sights } from './recording-host.js'
import type { Report, RunSettings } from './report.js'
import { run } from './run.js'
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
}

/** What a file holds: for whom it is, what was seen, and what came of it. */
interface Kept {
  readonly key: string
  readonly sights: Sights
  readonly report: Report
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
  const known = cache.needsModels
    ? undefined
    : await watch.readOnly('look', () => recall(key, options, { host, cache }))
  if (known !== undefined) return { ...known, timings: watch.timings }
  const recording = createRecordingHost(host)
  const report = await run(options, recording.host, settings)
  await keep({ key, sights: recording.sights(), report }, options, { host, cache }).catch(() => undefined)
  return report
}

/** What the outcome depends on beside the files; undefined where that cannot be written down, as with functions. */
function keyOf(
  options: Options,
  { settings, cache }: { readonly settings: RunSettings; readonly cache: CacheSettings },
): string | undefined {
  // An emitter is code, wherever its functions stand, and may look at anything.
  let isPlain = options.emitters.every((emitter) => typeof emitter === 'string')
  const text = JSON.stringify([1, cache.tool, options, settings.owned ?? []], (_, value: unknown) => {
    if (typeof value === 'function') isPlain = false
    return value
  })
  return isPlain ? hashBytes(text) : undefined
}

interface Place {
  readonly host: Host
  readonly cache: CacheSettings
}

async function recall(key: string, options: Options, { host, cache }: Place): Promise<Report | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await host.read(cache.file))
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    if (text.slice(0, end) !== hashBytes(body)) return undefined
    const kept: unknown = JSON.parse(body)
    if (!isKept(kept) || kept.key !== key) return undefined
    const isDistrusted = (path: string): boolean => cache.readsOutputs && leadsTo(options.out, path)
    const isSame = await stillSeen(kept.sights, host, isDistrusted)
    return isSame ? kept.report : undefined
  } catch {
    return undefined
  }
}

/** The hash before the text vouches for all but its form. */
function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'key' in value && 'sights' in value && 'report' in value
}

async function keep({ key, sights, report }: Kept, options: Options, { host, cache }: Place): Promise<void> {
  const entries = report.plan?.entries ?? []
  const isDone = entries.every(({ action }) => action === 'unchanged' || (report.written && action !== 'blocked'))
  if (!isDone || report.plan === undefined || report.diagnostics.some(({ severity }) => severity === 'error')) return
  const outputs = entries.filter(({ action }) => action !== 'delete').map(({ path }) => path)
  const inside = await lookAt(
    [...outputs, manifestName].map((path) => join(options.out, path)),
    host,
  )
  const gone = entries.filter(({ action }) => action === 'delete').map(({ path }) => join(options.out, path))
  const layout = await layoutSights(options.out, host)
  if (layout === undefined) return
  const above = sights.paths.filter(({ path }) => leadsTo(path, options.out)).map(({ path }) => path)
  const outside = sights.paths.filter(({ path }) => !leadsTo(options.out, path) && !leadsTo(path, options.out))
  const paths = [
    ...outside,
    ...(await lookAt(above, host)),
    ...inside,
    ...gone.map((path) => ({ path, stamp: '' })),
    ...layout,
  ]
  const settled = outputs.map((path) => ({ path, action: 'unchanged' as const, reason: 'up to date' }))
  const { model, findings, accepted, ignored, diagnostics, counts } = report
  const kept: Report = {
    model: { ...model, models: [] },
    counts,
    findings,
    accepted,
    ignored,
    diagnostics,
    plan: { entries: settled },
    written: false,
    timings: [],
  }
  const lists = await Promise.all(
    sights.lists.map(async ([folder, hash]) =>
      // What the run itself wrote there is part of how things are now.
      leadsTo(options.out, folder)
        ? ([folder, hashNames(await host.list(folder))] as const)
        : ([folder, hash] as const),
    ),
  )
  const body = JSON.stringify({ key, sights: { lists, paths, revisions: sights.revisions }, report: kept })
  await host.write(cache.file, new TextEncoder().encode(`${hashBytes(body)}\n${body}`))
}

/** Whether a path is a folder, or lies in it. */
function leadsTo(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, '/'))
}

/** Paths as they are now. */
async function lookAt(paths: readonly string[], host: Host): Promise<SeenPath[]> {
  const stamps = await host.stamps(paths)
  return Promise.all(
    paths.map(async (path, index) => {
      const stamp = stamps[index] ?? ''
      return stamp === '' || stamp === 'folder'
        ? { path, stamp }
        : { path, stamp, hash: hashBytes(await host.read(path)) }
    }),
  )
}

/** The files that decide the layout of what is generated, present or not; undefined where one of them is a program. */
async function layoutSights(out: string, host: Host): Promise<SeenPath[] | undefined> {
  const folders: string[] = []
  for (let folder = out; ; folder = dirname(folder)) {
    folders.push(folder)
    if (dirname(folder) === folder) break
  }
  const paths = folders.flatMap((folder) => settingsNames.map((name) => join(folder, name)))
  const stamps = await host.stamps(paths)
  const present = paths.filter((_, index) => (stamps[index] ?? '') !== '')
  if (present.some((path) => /\.[cm]?[jt]s$/.test(path))) return undefined
  const absent = paths.filter((path) => !present.includes(path)).map((path) => ({ path, stamp: '' }))
  return [...absent, ...(await lookAt(present, host))]
}
