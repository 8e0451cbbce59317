// Knows how a run is repeated whenever what it reads has changed, until the person interrupts.

import { basename, dirname, resolve } from 'node:path'
import type { Options } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { visible } from '../diagnostics/frame.js'
import type { Report } from '../pipeline/report.js'
import { differencesOf, filesBeside, lookAround, lookAt, type Difference, type Snapshot } from '../pipeline/watched.js'
import { unlessInterrupted } from '../pipeline/stopwatch.js'
import { labelOf } from '../text/paths.js'
import { reasonOf } from '../text/reason.js'
import type { Session } from './context.js'
import type { Hints } from './hints.js'
import { createLocator, relocateDiagnostic } from './places.js'
import { stageWords } from './summary-view.js'
import { countOf, formatDuration } from './table.js'

/** What is repeated. */
export interface Watching {
  readonly hints: Hints
  /** The options of now; undefined, after the reason was told, where there are none. `reload` tells one reading from the next. */
  load(reload: string): Promise<Options | undefined>
  /** The configuration file that counts; undefined where there is none. */
  configPath(): Promise<string | undefined>
  /** Runs; `only` names the files that may have changed since the last run, where that is known. */
  run(options: Options, only?: readonly string[]): Promise<Report>
  /** Called some time after a run, when what it wrote is no longer new. */
  rest(): Promise<void>
}

/** How long to wait for a hint before looking all the same, in milliseconds; where there is much to look at, so many times as long as that takes. */
const PATIENCE = 1_500
const LEISURE = 20

/** After a run, how long to wait before what it wrote is looked at again, in milliseconds: longer than a file counts as written moments ago. */
const REST = 2_600

/** Where several files have changed, how long nothing more must change, and how often that is waited for at most. */
const CALM = 150
const ROUNDS = 50

/** What is known between two runs. */
interface State {
  readonly options: Options | undefined
  readonly config: string | undefined
  readonly snapshot: Snapshot
  readonly report?: Report | undefined
  /** What is wrong, as it was told: it is told once. */
  readonly told: ReadonlySet<string>
  /** How long the last look at everything took, in milliseconds. */
  readonly cost: number
  /** Whether what the last run wrote has not come to rest. */
  readonly isFresh: boolean
}

/** What was seen, and what of it differs from what was seen before. */
interface Look {
  readonly snapshot: Snapshot
  readonly found: readonly Difference[]
  /** Whether everything was looked at, and how long that took. */
  readonly cost?: number
}

interface Means {
  readonly session: Session
  readonly watching: Watching
}

/**
 * Runs, and runs again after every change of the documents, of the configuration, or of what else a run reads. Prints one line
 * for each change, and what is wrong once. Never ends by itself: rejects with the reason of the session's signal.
 */
export async function watchRuns(session: Session, watching: Watching): Promise<never> {
  const means: Means = { session, watching }
  try {
    let state = await configured(0, new Map(), means)
    session.terminal.err(`${opening(state)}\n`)
    state = await runOnce(state, { what: 'first run' }, means)
    watchFolders(state, means)
    for (let round = 1; ; round += 1) {
      const patience = state.isFresh ? REST : Math.max(PATIENCE, LEISURE * state.cost)
      const hinted = await unlessInterrupted(watching.hints.next(patience), session.signal)
      // What a run writes is hinted at, too.
      const isFresh = state.isFresh && hinted.length > 0
      if (state.isFresh && !isFresh) await watching.rest()
      const { snapshot, found, cost } = await settled(state, await look(state, hinted, means), means)
      const isReconfigured = found.some(({ path }) => path === state.config)
      state = isReconfigured
        ? { ...(await configured(round, snapshot, means)), report: state.report }
        : { ...state, snapshot, cost: cost ?? state.cost, isFresh }
      const isOnlyChanged = !isReconfigured && found.every(({ what }) => what === 'changed')
      if (cost !== undefined || !isOnlyChanged) watchFolders(state, means)
      if (found.length === 0) continue
      const only = isOnlyChanged ? { only: found.map(({ path }) => path) } : {}
      state = await runOnce(state, { what: describe(found, isReconfigured, session), ...only }, means)
    }
  } finally {
    watching.hints.close()
  }
}

/** Asks for hints of all folders in which something was seen. */
function watchFolders({ snapshot }: State, { watching }: Means): void {
  watching.hints.watch(new Set([...snapshot.keys()].map(dirname)))
}

/** The options of now, and what there is before the first run with them. */
async function configured(round: number, snapshot: Snapshot, { session, watching }: Means): Promise<State> {
  const config = await watching.configPath()
  const options = await watching.load(String(round))
  const state: State = { options, config, snapshot, told: new Set(), cost: 0, isFresh: false }
  return { ...state, ...(await lookEverywhere(state, session)) }
}

async function lookEverywhere(
  { options, config, snapshot: before, report }: State,
  { host }: Session,
): Promise<Pick<Required<Look>, 'snapshot' | 'cost'>> {
  const start = host.now()
  const own = config === undefined ? [] : [config]
  const roots = report?.model.variants.map(({ root }) => root) ?? []
  const snapshot =
    options === undefined
      ? await lookAt(own, host, before)
      : await lookAround(options, { host, beside: [...own, ...filesBeside(options, roots)], before })
  return { snapshot, cost: host.now() - start }
}

/** What is there now: where hints name nothing but files that are known, only these are looked at. */
async function look(state: State, hinted: readonly string[], { session }: Means): Promise<Look> {
  const { snapshot: before } = state
  const known = hinted.filter((path) => before.has(path))
  const isNew = hinted.some((path) => !before.has(path) && mayBeDocs(path, state))
  if (hinted.length === 0 || isNew) {
    const seen = await lookEverywhere(state, session)
    return { ...seen, found: differencesOf(before, seen.snapshot) }
  }
  const snapshot = new Map(before)
  for (const [path, seen] of await lookAt(known, session.host, before)) snapshot.set(path, seen)
  return { snapshot, found: differencesOf(before, snapshot, known) }
}

/** Whether a path that is not known may be a new document, or a folder of such; other files come and go beside the configuration. */
function mayBeDocs(path: string, { options }: State): boolean {
  const isInside = options?.sources.some((source) => path.startsWith(resolve(options.cwd, source.path))) ?? false
  return isInside && /^[^.]*$|\.(?:md|markdown|txt)$/i.test(basename(path))
}

/** What differs, once nothing changes any more: of a branch that is being switched to, half of the files are there for a moment. */
async function settled(state: State, seen: Look, { session, watching }: Means): Promise<Look> {
  let now = seen
  for (let round = 0; now.found.length > 1 && round < ROUNDS; round += 1) {
    await unlessInterrupted(watching.hints.next(CALM), session.signal)
    const next = await lookEverywhere({ ...state, snapshot: now.snapshot }, session)
    const isCalm = differencesOf(now.snapshot, next.snapshot).length === 0
    now = { ...next, found: differencesOf(state.snapshot, next.snapshot) }
    if (isCalm) break
  }
  return now
}

/** Runs, and tells in one line what came of it; nothing where nothing did. */
async function runOnce(
  state: State,
  { what, only }: { readonly what: string; readonly only?: readonly string[] },
  { session, watching }: Means,
): Promise<State> {
  const { options, report: before } = state
  const { terminal, host, signal, cwd, flags } = session
  const start = host.now()
  const tell = (outcome: string, stages: string): void =>
    terminal.err(`${what}: ${outcome}, ${formatDuration(host.now() - start)}${stages}\n`)
  if (options === undefined) return state
  try {
    const report = await watching.run(options, only)
    const locate = createLocator(cwd, options.cwd)
    const blockers = (report.plan?.entries ?? []).flatMap(({ diagnostic }) => diagnostic ?? [])
    const all = [...new Set([...report.diagnostics, ...blockers])].map((one) => relocateDiagnostic(one, locate))
    const fresh = all.filter((one) => !state.told.has(keyOf(one)))
    session.report(fresh)
    if (before === undefined || !isRecalled(report))
      tell(outcomeOf(report, before), flags.verbose === true ? stageWords(report.timings) : '')
    return { ...state, report, told: new Set(all.map(keyOf)), isFresh: true }
  } catch (error) {
    signal.throwIfAborted()
    session.report([problem('CG901', { message: reasonOf(error) })])
    return state
  }
}

/** What one diagnostic is known by, wherever the lines have moved to. */
function keyOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([code, message, span?.file])
}

/** Whether the run found everything as the one before had left it. */
function isRecalled({ timings }: Report): boolean {
  return timings.every(({ stage }) => stage === 'look')
}

function opening({ snapshot, options, config }: State): string {
  const documents = [...snapshot.values()].filter(({ path, stamp }) => stamp !== '' && path !== config)
  const sources = options?.sources.length ?? 0
  return `Watching ${countOf(documents.length, 'file')} of ${countOf(sources, 'source')}; Ctrl-C ends.`
}

function describe(found: readonly Difference[], isReconfigured: boolean, { cwd }: Session): string {
  const [first] = found
  const name = visible(labelOf(cwd, first?.path ?? ''))
  const more = found.length > 1 ? ` and ${countOf(found.length - 1, 'other')}` : ''
  return `${name} ${first?.what ?? ''}${more}${isReconfigured ? ', configuration read anew' : ''}`
}

/** What came of a run, by the one before it. */
function outcomeOf(report: Report, before: Report | undefined): string {
  const entries = report.plan?.entries ?? []
  const changed = entries.filter(({ action }) => action !== 'unchanged' && action !== 'blocked')
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length
  const blocked = entries.length - entries.filter(({ action }) => action !== 'blocked').length
  const files =
    errors + blocked > 0 && !report.written
      ? `nothing written because of ${countOf(errors + blocked, 'error')}`
      : `${countOf(changed.length, 'file')} ${report.written || changed.length === 0 ? 'written' : 'to write'}`
  return `${files}, ${findingsOf(report, before)}`
}

function findingsOf({ findings }: Report, before: Report | undefined): string {
  const now = new Set(findings.map(({ fingerprint }) => fingerprint))
  const then = new Set(before?.findings.map(({ fingerprint }) => fingerprint))
  const more = [...now].filter((one) => !then.has(one)).length
  const gone = [...then].filter((one) => !now.has(one)).length
  const change = before === undefined || more + gone === 0 ? '' : ` (${more} new, ${gone} gone)`
  return `${countOf(findings.length, 'finding')}${change}`
}
