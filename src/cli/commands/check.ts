// Knows the command `check`: writes nothing, and tells what is not as it should be.

import { posix, relative } from 'node:path'
import type { Options } from '../../config/options.js'
import { catalog } from '../../diagnostics/catalog.js'
import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { visible } from '../../diagnostics/frame.js'
import { atLeast } from '../../diagnostics/severity.js'
import { builtSentence } from '../../drift/provenance.js'
import type { Report, RunSettings } from '../../pipeline/report.js'
import { runWithCache } from '../cached-run.js'
import { topOf } from '../../text/span.js'
import type { Finding } from '../../reconcile/finding.js'
import type { PlanEntry } from '../../write/plan.js'
import { printJson, withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { OutputFlags } from '../flags.js'
import { createLocator, relocateDiagnostic } from '../places.js'
import { createProgressLine } from '../progress.js'
import { pagesFor, renderDrift } from '../report-documents.js'
import { settleOutputs, writeReports, type Format, type Outputs, type ReporterFlags } from '../reporters.js'
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
  const options = await session.loadOptions({
    folders,
    config: flags.config,
    flags: { out, validators, failOn, baseline },
  })
  if (options === undefined) return exitCodes.input
  const staged = { isAsked: flags.staged === true }
  return withStaged(session, staged, (seen) => checkOn(seen, { flags, options, outputs }))
}

/** What is checked, and where the results go. */
interface CheckRequest {
  readonly flags: CheckFlags
  readonly options: Options
  readonly outputs: Outputs
}

async function checkOn(session: Session, { flags, options, outputs }: CheckRequest): Promise<number> {
  const { terminal, host, owned, signal } = session
  const progress = createProgressLine(terminal, () => host.now())
  const settings: RunSettings = {
    mode: 'check',
    updateBaseline: flags.updateBaseline === true,
    allowPartial: flags.allowPartial === true,
    owned,
    onProgress: progress.show,
    signal,
  }
  const needsModels = [outputs.stdout, ...outputs.files.map(({ format }) => format)].some(
    (format) => format !== 'text' && format !== 'json',
  )
  const report = await runWithCache(session, options, { flags, settings, needsModels }).finally(progress.clear)
  const threshold = options.failOn
  const failing = threshold === 'never' ? [] : report.findings.filter(({ severity }) => atLeast(severity, threshold))
  const stale = (report.plan?.entries ?? []).filter(({ action }) => action !== 'unchanged')
  const code = exitCode(report, stale, failing)
  const outcome = { report, options, stale, failing, code, isStaged: flags.staged === true }
  const areWritten = await tell(session, outputs, outcome)
  return areWritten ? outcome.code : exitCodes.input
}

/** Puts every result in its place; false where a file could not be written. */
async function tell(session: Session, outputs: Outputs, outcome: Outcome): Promise<boolean> {
  const { terminal, cwd, flags } = session
  const { report, options, stale, failing, code, isStaged } = outcome
  const locate = createLocator(cwd, options.cwd)
  const blockers = stale.flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic]))
  const { model, findings } = report
  const folder = relative(cwd, options.out).split('\\').join('/')
  const diagnostics = [...report.diagnostics, ...blockers, ...staleness(stale, relative(options.cwd, options.out))]
  const drift = {
    model,
    findings,
    known: { accepted: report.accepted.length, ignored: report.ignored.length },
    diagnostics,
    locate,
    ...(await pagesFor(outputs, report.recovered, findings)),
  }
  const isVerbose = flags.verbose === true
  const text = (style: Styler): string => {
    const files = stale.length === 0 ? [] : [`${staleLines(stale, folder, style).join('\n')}\n`]
    const shown =
      failing.length === 0 ? [] : [renderDrift('text', { ...drift, findings: failing }, { style, isVerbose })]
    return [...files, ...shown].join('\n')
  }
  const render = (format: Format, style: Styler): string => {
    if (format === 'text') return text(style)
    if (format !== 'json') return renderDrift(format, drift)
    return printJson({ command: 'check', exitCode: code, ...reportData(report, options, flags.verbose === true) })
  }
  const areWritten = await writeReports(session, outputs, (format) => render(format, (_, plain) => plain))
  if (flags.json !== true)
    session.report(report.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
  terminal.out(render(outputs.stdout, terminal.outStyle))
  if (flags.json === true) return areWritten
  // The documents tell of them in one sentence; whoever reads along must see the files.
  if (outputs.stdout !== 'text' && stale.length > 0)
    terminal.err(`${staleLines(stale, folder, terminal.errStyle).join('\n')}\n`)
  if (flags.quiet !== true && report.baseline !== undefined) terminal.err(updateLine(report.baseline))
  const remedy = isStaged
    ? `\`codegen run\`, then \`git add ${folder || '.'}\`, mends that`
    : '`codegen run` mends that'
  const built = builtSentence(model)
  if (flags.quiet !== true && built !== undefined) terminal.err(`${visible(built)}\n`)
  if (isVerbose) terminal.err(`Time ${timeWords(report.timings, true)}\n`)
  if (flags.quiet !== true) terminal.err(`${verdict(report, code, { stale, failing, remedy })}\n`)
  return areWritten
}

function exitCode(report: Report, stale: readonly PlanEntry[], failing: readonly Finding[]): number {
  if (report.diagnostics.some(({ severity }) => severity === 'error')) return exitCodes.input
  return stale.length > 0 || failing.length > 0 ? exitCodes.findings : exitCodes.ok
}

/** What documents say of the files that are not up to date: one diagnostic for all of them. */
function staleness(stale: readonly PlanEntry[], out: string): readonly Diagnostic[] {
  const paths = stale
    .filter(({ diagnostic }) => diagnostic === undefined)
    .map(({ path }) => posix.join(out.split('\\').join('/'), path))
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
    const name = visible(`${folder}/${path}`)
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
  readonly remedy: string
}

function verdict(report: Report, code: number, { stale, failing, remedy }: Faults): string {
  const known = knownWords(report)
  if (code === exitCodes.ok && known !== '') return `The output is up to date and nothing is new (findings: ${known}).`
  if (code === exitCodes.ok) return 'The output is up to date and the docs agree.'
  if (code === exitCodes.input) return 'Not checked: mend the errors above first.'
  const parts = [
    ...(stale.length > 0 ? [`${countOf(stale.length, 'file')} not up to date (${remedy})`] : []),
    ...(failing.length > 0 ? [`${countOf(failing.length, 'finding')} at or above the failing severity`] : []),
  ]
  return `${parts.join(', ')}.`
}
