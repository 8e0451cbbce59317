// Knows the command `run`: reads, writes, and sums up.

import { relative } from 'node:path'
import type { Options } from '../../config/options.js'
import { atLeast } from '../../diagnostics/severity.js'
import type { Report, RunSettings } from '../../pipeline/report.js'
import { runWithCache } from '../cached-run.js'
import { printJson, withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { OutputFlags } from '../flags.js'
import { createLocator, relocateDiagnostic } from '../places.js'
import { createProgressLine } from '../progress.js'
import { filesToReview, reviewLines, withStaged } from '../staged-run.js'
import { reportData } from '../report-data.js'
import { printSummary } from '../summary-view.js'

/** Flags of `run`. */
export interface RunFlags extends OutputFlags {
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly exitCode?: boolean
}

/** Reads the docs and brings the output folder up to date. */
export function runCommand(this: CliContext, flags: RunFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: RunFlags, folders: readonly string[]): Promise<number> {
  const { out, validators, failOn, baseline } = flags
  const options = await session.loadOptions({
    folders,
    config: flags.config,
    flags: { out, validators, failOn, baseline },
  })
  if (options === undefined) return exitCodes.input
  // Docs are read as they are staged; what is generated from them goes to the disk, so that it is compared with the disk.
  const staged = { isAsked: flags.staged === true, asOnDisk: options.out }
  return withStaged(session, staged, (seen) => runOn(seen, flags, options))
}

async function runOn(session: Session, flags: RunFlags, options: Options): Promise<number> {
  const { terminal, host, cwd, owned, signal } = session
  const dryRun = flags.dryRun === true
  const progress = createProgressLine(terminal, () => host.now())
  const settings: RunSettings = {
    mode: dryRun ? 'check' : 'write',
    force: flags.force === true,
    allowPartial: flags.allowPartial === true,
    owned,
    onProgress: progress.show,
    signal,
  }
  const report = await runWithCache(session, options, { flags, settings, needsModels: false }).finally(progress.clear)
  const outcome = dryRun ? withBlockers(report) : report
  const place = { out: options.out, cwd, isStaged: flags.staged === true }
  const review = flags.exitCode === true ? await filesToReview(outcome, place) : []
  const code = exitCode(outcome, flags) || (review.length > 0 ? exitCodes.findings : exitCodes.ok)
  if (flags.json === true) {
    const data = reportData(outcome, options, flags.verbose === true)
    terminal.out(printJson({ command: 'run', exitCode: code, ...(flags.exitCode === true ? { review } : {}), ...data }))
    return code
  }
  const locate = createLocator(cwd, options.cwd)
  session.report(outcome.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
  const folder = relative(cwd, options.out).split('\\').join('/') || '.'
  if (flags.quiet !== true) {
    if (outcome.diagnostics.length > 0) terminal.err('\n')
    const context = {
      out: folder,
      dryRun,
      verbose: flags.verbose === true,
      style: terminal.outStyle,
    }
    terminal.out(printSummary(outcome, context))
  }
  if (review.length > 0) terminal.err(reviewLines(review, folder))
  return code
}

/** A dry run reports what would block the real one, as that would. */
function withBlockers(report: Report): Report {
  const blockers = (report.plan?.entries ?? []).flatMap(({ diagnostic }) =>
    diagnostic === undefined ? [] : [diagnostic],
  )
  return { ...report, diagnostics: [...report.diagnostics, ...blockers] }
}

/** Findings fail `run` only where `--fail-on` asks for it. */
function exitCode(report: Report, { failOn }: RunFlags): number {
  if (report.diagnostics.some(({ severity }) => severity === 'error')) return exitCodes.input
  if (failOn === undefined || failOn === 'never') return exitCodes.ok
  return report.findings.some(({ severity }) => atLeast(severity, failOn)) ? exitCodes.findings : exitCodes.ok
}
