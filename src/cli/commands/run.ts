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
import { reportData } from '../report-data.js'
import { printSummary } from '../summary-view.js'

/** Flags of `run`. */
export interface RunFlags extends OutputFlags {
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly watch?: boolean
}

/** Reads the docs and brings the output folder up to date. */
export function runCommand(this: CliContext, flags: RunFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: RunFlags, folders: readonly string[]): Promise<number> {
  const { out, validators, failOn, baseline, config } = flags
  const { terminal, host, cwd, owned, signal } = session
  const load = (reload?: string): ReturnType<Session['loadOptions']> =>
    session.loadOptions({ folders, config, flags: { out, validators, failOn, baseline }, reload })
  const dryRun = flags.dryRun === true
  const progress = createProgressLine(terminal, () => host.now())
  const settings: RunSettings = {
    mode: dryRun ? 'check' : 'write',
    force: flags.force === true,
    allowPartial: flags.allowPartial === true,
    owned,
    onProgress: progress.show,
  }
  const memory = {}
  const once = (options: Options, only?: readonly string[]): Promise<Report> =>
    runWithCache(session, options, {
      flags,
      // One of its own for each run: what listens to it goes with it.
      settings: { ...settings, signal: AbortSignal.any([signal]) },
      needsModels: false,
      ...(flags.watch === true ? { memory, only } : {}),
    }).finally(progress.clear)
  if (flags.watch === true) {
    if (flags.json === true) {
      terminal.err('`--watch` never ends, so that it has no JSON document: leave out one of the two flags.\n')
      return exitCodes.input
    }
    const [{ watchRuns }, { createHints }, { locateConfig }] = await Promise.all([
      import('../watch.js'),
      import('../hints.js'),
      import('../../config/load.js'),
    ])
    const configPath = async (): Promise<string | undefined> =>
      (await locateConfig({ cwd, folders, config }, host)).path
    return watchRuns(session, { hints: createHints(), load, configPath, run: once })
  }
  const options = await load()
  if (options === undefined) return exitCodes.input
  const report = await once(options)
  const outcome = dryRun ? withBlockers(report) : report
  const code = exitCode(outcome, flags)
  if (flags.json === true) {
    terminal.out(printJson({ command: 'run', exitCode: code, ...reportData(outcome, options, flags.verbose === true) }))
    return code
  }
  const locate = createLocator(cwd, options.cwd)
  session.report(outcome.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
  if (flags.quiet !== true) {
    if (outcome.diagnostics.length > 0) terminal.err('\n')
    const folder = relative(cwd, options.out).split('\\').join('/')
    const context = {
      out: folder === '' ? '.' : folder,
      dryRun,
      verbose: flags.verbose === true,
      style: terminal.outStyle,
    }
    terminal.out(printSummary(outcome, context))
  }
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
