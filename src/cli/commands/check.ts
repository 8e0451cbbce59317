// Knows the command `check`: writes nothing, and tells what is not as it should be.

import { posix } from 'node:path'
import type { Options } from '../../config/options.js'
import { catalog } from '../../diagnostics/catalog.js'
import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { visible } from '../../diagnostics/frame.js'
import { hasError, atLeast } from '../../diagnostics/severity.js'
import { builtSentence } from '../../drift/provenance.js'
import type { Report, RunSettings } from '../../pipeline/report.js'
import { runWithCache } from '../cached-run.js'
import { topOf } from '../../text/span.js'
import type { Finding } from '../../reconcile/finding.js'
import { labelOf } from '../../text/paths.js'
import type { PlanEntry } from '../../write/plan.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { OutputFlags } from '../flags.js'
import { createLocator, relocateDiagnostic } from '../places.js'
import { createProgressLine } from '../progress.js'
import { joinDrifts, printResults, worstOf } from '../projects.js'
import { pagesFor, renderDrift, type Drift } from '../report-documents.js'
import { settleOutputs, type Format, type Outputs, type ReporterFlags } from '../reporters.js'
import { writeReports } from '../write-reports.js'
import { withStaged } from '../staged-run.js'
import { reportData } from '../report-data.js'
import { knownWords, timeWords, updateLine } from '../summary-view.js'
import { alignRows, countOf } from '../table.js'
import type { Styler } from '../terminal.js'

/** Flags of `check`. */
export interface CheckFlags extends OutputFlags, Omit<ReporterFlags, 'json'> {
  readonly updateBaseline?: boolean
}

/** What was checked, and what is not as it should be. */
interface Outcome {
  /** The project's, where there are several. */
  readonly name: string | undefined
  readonly report: Report
  readonly options: Options
  readonly stale: readonly PlanEntry[]
  readonly failing: readonly Finding[]
  readonly code: number
  readonly isStaged: boolean
}

/** Tells whether the output folder is up to date and the docs agree. */
export function checkCommand(this: CliContext, flags: CheckFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: CheckFlags, folders: readonly string[]): Promise<number> {
  const outputs = settleOutputs(flags, session.cwd)
  if (typeof outputs === 'string') return session.refuse(outputs)
  if (flags.staged === true && flags.updateBaseline === true)
    return session.refuse('`--update-baseline` accepts what is on disk, so it does not go with `--staged`.')
  const { out, validators, failOn, baseline } = flags
  const projects = await session.loadProjects({
    folders,
    config: flags.config,
    projects: flags.project,
    flags: { out, validators, failOn, baseline },
  })
  if (projects === undefined) return exitCodes.input
  const staged = { isAsked: flags.staged === true }
  return withStaged(session, staged, async (seen) => {
    const outcomes: Outcome[] = []
    for (const { name, options } of projects) outcomes.push(await checkOn(seen, { flags, name, options, outputs }))
    const areWritten = await tell(seen, outputs, outcomes)
    return areWritten ? worstOf(outcomes.map(({ code }) => code)) : exitCodes.input
  })
}

/** What is checked, and where the results go. */
interface CheckRequest {
  readonly flags: CheckFlags
  readonly name: string | undefined
  readonly options: Options
  readonly outputs: Outputs
}

async function checkOn(session: Session, { flags, name, options, outputs }: CheckRequest): Promise<Outcome> {
  const { terminal, host, owned, signal } = session
  const progress = createProgressLine(terminal, () => host.now())
  const needsModels = [outputs.stdout, ...outputs.files.map(({ format }) => format)].some(
    (format) => format !== 'text' && format !== 'json',
  )
  const settings: RunSettings = {
    mode: 'check',
    updateBaseline: flags.updateBaseline === true,
    allowPartial: flags.allowPartial === true,
    owned,
    onProgress: progress.show,
    signal,
    forgetsDocs: !needsModels,
  }
  const report = await runWithCache(session, options, { flags, settings, needsModels }).finally(progress.clear)
  const threshold = options.failOn
  const failing = threshold === 'never' ? [] : report.findings.filter(({ severity }) => atLeast(severity, threshold))
  const stale = (report.plan?.entries ?? []).filter(({ action }) => action !== 'unchanged')
  const code = exitCode(report, stale, failing)
  return { name, report, options, stale, failing, code, isStaged: flags.staged === true }
}

/** Puts every result in its place; false where a file could not be written. */
async function tell(session: Session, outputs: Outputs, outcomes: readonly Outcome[]): Promise<boolean> {
  const { terminal, cwd, flags } = session
  const isVerbose = flags.verbose === true
  const parts = outcomes.map(async (outcome) => {
    const pages = await pagesFor(outputs, outcome.report.recovered, outcome.report.findings)
    return { name: outcome.name, drift: { ...driftOf(outcome, cwd), ...pages } }
  })
  const drift = joinDrifts(await Promise.all(parts))
  const failing = joinDrifts(
    outcomes.flatMap((outcome) => {
      const shown = { ...driftOf(outcome, cwd), findings: outcome.failing }
      return outcome.failing.length === 0 ? [] : [{ name: outcome.name, drift: shown }]
    }),
  )
  const text = (style: Styler): string => {
    const shown = failing === undefined ? [] : [renderDrift('text', failing, { style, isVerbose })]
    return [...filesText(outcomes, cwd, style), ...shown].join('\n')
  }
  const render = (format: Format, style: Styler): string => {
    if (format === 'text' || drift === undefined) return text(style)
    if (format !== 'json') return renderDrift(format, drift)
    const results = outcomes.map(({ name, report, options, code }) => {
      return { name, code, data: reportData(report, options, isVerbose) }
    })
    return printResults('check', results)
  }
  const areWritten = await writeReports(session, outputs, (format) => render(format, (_, plain) => plain))
  if (flags.json !== true)
    for (const { report, options } of outcomes) {
      const locate = createLocator(cwd, options.cwd)
      session.report(report.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
    }
  const print = outputs.stdout === 'text' ? terminal.out : terminal.document
  print(render(outputs.stdout, terminal.outStyle))
  if (flags.json === true) return areWritten
  // The documents tell of them in one sentence; whoever reads along must see the files.
  if (outputs.stdout !== 'text') terminal.err(filesText(outcomes, cwd, terminal.errStyle).join(''))
  if (isVerbose) for (const { report } of outcomes) terminal.err(`Time ${timeWords(report.timings, true)}\n`)
  if (flags.quiet !== true) for (const outcome of outcomes) terminal.err(conclusion(outcome, cwd))
  return areWritten
}

function driftOf({ report, options, stale }: Outcome, cwd: string): Drift {
  const blockers = stale.flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic]))
  const { model, findings, accepted, ignored } = report
  return {
    model,
    findings,
    known: { accepted: accepted.length, ignored: ignored.length },
    diagnostics: [...report.diagnostics, ...blockers, ...staleness(stale, labelOf(options.cwd, options.out))],
    locate: createLocator(cwd, options.cwd),
  }
}

function folderOf({ options }: Outcome, cwd: string): string {
  return labelOf(cwd, options.out)
}

/** The files that are not up to date, a text for each project that has some. */
function filesText(outcomes: readonly Outcome[], cwd: string, style: Styler): string[] {
  return outcomes.flatMap((outcome) =>
    outcome.stale.length === 0 ? [] : [`${staleLines(outcome.stale, folderOf(outcome, cwd), style).join('\n')}\n`],
  )
}

/** What came of a project, for people. */
function conclusion(outcome: Outcome, cwd: string): string {
  const { name, report, code, options, isStaged } = outcome
  const remedy = isStaged
    ? `\`codegen run\`, then \`git add ${folderOf(outcome, cwd)}\`, mends that`
    : '`codegen run` mends that'
  const built = builtSentence(report.model)
  const lines = [
    ...(built === undefined ? [] : [visible(built)]),
    verdict(report, code, { ...outcome, failOn: options.failOn, remedy }),
  ]
  const told = `${report.baseline === undefined ? '' : updateLine(report.baseline)}${lines.join('\n')}\n`
  return name === undefined ? told : told.replace(/^(?=.)/gm, `${visible(name)}: `)
}

function exitCode(report: Report, stale: readonly PlanEntry[], failing: readonly Finding[]): number {
  if (hasError(report.diagnostics)) return exitCodes.input
  return stale.length > 0 || failing.length > 0 ? exitCodes.findings : exitCodes.ok
}

/** What documents say of the files that are not up to date: one diagnostic for all of them. */
function staleness(stale: readonly PlanEntry[], out: string): readonly Diagnostic[] {
  const paths = stale.filter(({ diagnostic }) => diagnostic === undefined).map(({ path }) => posix.join(out, path))
  const [first, ...others] = paths
  if (first === undefined) return []
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : ''
  const files = `${paths.slice(0, NAMED).join(', ')}${more}`
  return [problem('CG610', { count: others.length + 1, files }, { span: topOf(first) })]
}

/** How many files that sentence names. */
const NAMED = 5

const words = {
  create: 'missing',
  update: 'stale',
  delete: 'orphaned',
  unchanged: 'unchanged',
  blocked: 'blocked',
} as const

function staleLines(stale: readonly PlanEntry[], folder: string, style: Styler): string[] {
  const rows = stale.map(({ path, action, reason, diagnostic }) => {
    const name = visible(posix.join(folder, path))
    const word = diagnostic?.code ?? words[action]
    return [
      { text: name, shown: style('place', name) },
      { text: word, shown: style('warning', word) },
      { text: diagnostic === undefined ? reason : catalog[diagnostic.code].title },
    ]
  })
  return alignRows(rows, ['left', 'left', 'left'])
}

interface Faults {
  readonly stale: readonly PlanEntry[]
  readonly failing: readonly Finding[]
  readonly failOn: string
  readonly remedy: string
}

function verdict(report: Report, code: number, { stale, failing, failOn, remedy }: Faults): string {
  const known = knownWords(report)
  if (code === exitCodes.ok && report.findings.length > 0) {
    const found = [countOf(report.findings.length, 'finding'), ...(known === '' ? [] : [known])].join(', ')
    return `The output is up to date, and with \`--fail-on ${failOn}\` no finding fails (${found}).`
  }
  if (code === exitCodes.ok && known !== '') return `The output is up to date and nothing is new (findings: ${known}).`
  if (code === exitCodes.ok) return 'The output is up to date and the docs agree.'
  if (code === exitCodes.input) return 'Not checked: mend the errors above first.'
  const parts = [
    ...(stale.length > 0 ? [`${countOf(stale.length, 'file')} not up to date (${remedy})`] : []),
    ...(failing.length > 0 ? [`${countOf(failing.length, 'finding')} at or above the failing severity`] : []),
  ]
  return `${parts.join(', ')}.`
}
