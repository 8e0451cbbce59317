// Knows the command `check`: writes nothing, and tells what is not as it should be.

import { relative } from 'node:path'
import { catalog } from '../../diagnostics/catalog.js'
import { visible } from '../../diagnostics/frame.js'
import { atLeast } from '../../diagnostics/severity.js'
import { renderText } from '../../drift/text.js'
import type { Report } from '../../pipeline/report.js'
import { run } from '../../pipeline/run.js'
import type { Finding } from '../../reconcile/finding.js'
import type { PlanEntry } from '../../write/plan.js'
import { printJson, withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { OutputFlags } from '../flags.js'
import { createPaint } from '../paint.js'
import { createLocator, relocateDiagnostic, relocateFinding } from '../places.js'
import { createProgressLine } from '../progress.js'
import { reportData } from '../report-data.js'
import { knownWords, updateLine } from '../summary-view.js'
import { alignRows, countOf } from '../table.js'
import type { Styler } from '../terminal.js'

/** Flags of `check`. */
export interface CheckFlags extends OutputFlags {
  readonly updateBaseline?: boolean
}

/** Tells whether the output folder is up to date and the docs agree. */
export function checkCommand(this: CliContext, flags: CheckFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: CheckFlags, folders: readonly string[]): Promise<number> {
  const { out, validators, failOn, baseline } = flags
  const options = await session.loadOptions({
    folders,
    config: flags.config,
    flags: { out, validators, failOn, baseline },
  })
  if (options === undefined) return exitCodes.input
  const { terminal, host, cwd, owned, signal } = session
  const progress = createProgressLine(terminal, () => host.now())
  const report = await run(options, host, {
    mode: 'check',
    updateBaseline: flags.updateBaseline === true,
    allowPartial: flags.allowPartial === true,
    owned,
    onProgress: progress.show,
    signal,
  }).finally(progress.clear)
  const threshold = options.failOn
  const failing = threshold === 'never' ? [] : report.findings.filter(({ severity }) => atLeast(severity, threshold))
  const stale = (report.plan?.entries ?? []).filter(({ action }) => action !== 'unchanged')
  const code = exitCode(report, stale, failing)
  if (flags.json === true) {
    terminal.out(
      printJson({ command: 'check', exitCode: code, ...reportData(report, options, flags.verbose === true) }),
    )
    return code
  }
  const locate = createLocator(cwd, options.cwd)
  session.report(report.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
  const folder = relative(cwd, options.out).split('\\').join('/')
  if (stale.length > 0) terminal.out(`${staleLines(stale, folder, terminal.outStyle).join('\n')}\n`)
  if (failing.length > 0) {
    const shown = failing.map((finding) => relocateFinding(finding, locate))
    terminal.out(`${stale.length > 0 ? '\n' : ''}${renderText(report.model, shown, createPaint(terminal.outStyle))}`)
  }
  if (flags.quiet !== true && report.baseline !== undefined) terminal.err(updateLine(report.baseline))
  if (flags.quiet !== true) terminal.err(`${verdict(report, code, { stale, failing })}\n`)
  return code
}

function exitCode(report: Report, stale: readonly PlanEntry[], failing: readonly Finding[]): number {
  if (report.diagnostics.some(({ severity }) => severity === 'error')) return exitCodes.input
  return stale.length > 0 || failing.length > 0 ? exitCodes.findings : exitCodes.ok
}

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
}

function verdict(report: Report, code: number, { stale, failing }: Faults): string {
  const known = knownWords(report)
  if (code === exitCodes.ok && known !== '') return `The output is up to date and nothing is new (findings: ${known}).`
  if (code === exitCodes.ok) return 'The output is up to date and the docs agree.'
  if (code === exitCodes.input) return 'Not checked: mend the errors above first.'
  const parts = [
    ...(stale.length > 0 ? [`${countOf(stale.length, 'file')} not up to date (\`codegen run\` mends that)`] : []),
    ...(failing.length > 0 ? [`${countOf(failing.length, 'finding')} at or above the failing severity`] : []),
  ]
  return `${parts.join(', ')}.`
}
