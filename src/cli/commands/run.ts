// Knows the command `run`: reads, writes, and sums up.

import type { Options } from '../../config/options.js'
import type { Project } from '../../config/projects.js'
import { hasError, atLeast } from '../../diagnostics/severity.js'
import type { Report, RunSettings } from '../../pipeline/report.js'
import { lookAtRecent, type CacheMemory } from '../../pipeline/run-memory.js'
import { labelOf } from '../../text/paths.js'
import { runWithCache, type CachedRequest } from '../cached-run.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { OutputFlags } from '../flags.js'
import { createLocator, relocateDiagnostic } from '../places.js'
import { createProgressLine } from '../progress.js'
import { headingOf, printResults, worstOf, type ProjectResult } from '../projects.js'
import { filesToReview, reviewLines, withStaged } from '../staged-run.js'
import { reportData } from '../report-data.js'
import { printSummary } from '../summary-view.js'

/** Flags of `run`. */
export interface RunFlags extends OutputFlags {
  readonly force?: boolean
  readonly allowLoss?: boolean
  readonly dryRun?: boolean
  readonly exitCode?: boolean
  readonly watch?: boolean
}

/** Reads the docs and brings the output folder up to date. */
export function runCommand(this: CliContext, flags: RunFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: RunFlags, folders: readonly string[]): Promise<number> {
  const { out, validators, failOn, baseline, config, project } = flags
  const request = { folders, config, projects: project, flags: { out, validators, failOn, baseline } }
  const load: Load = (reload) => session.loadOptions({ ...request, reload })
  if (flags.watch === true) return watch(session, flags, { folders, load })
  const projects = await session.loadProjects(request)
  if (projects === undefined) return exitCodes.input
  const results: (ProjectResult & Pick<Project, 'name'>)[] = []
  for (const { name, options } of projects) {
    // Docs are read as they are staged; what is generated from them goes to the disk, so that it is compared with the disk.
    const staged = { isAsked: flags.staged === true, asOnDisk: options.out }
    if (results.length > 0 && flags.json !== true && flags.quiet !== true) session.terminal.out('\n')
    const refusal = await withStaged(session, staged, async (seen) => {
      results.push({ name, ...(await runAndTell(seen, flags, { name, options, folders })) })
      return exitCodes.ok
    })
    if (refusal !== exitCodes.ok) return refusal
  }
  if (flags.json === true) session.terminal.out(printResults('run', results))
  return worstOf(results.map(({ code }) => code))
}

/** The options of now; undefined, after the reason was told, where there are none. */
type Load = (reload?: string) => Promise<Options | undefined>

/** Repeats the run until the person interrupts; how it is called otherwise must make sense for a run that never ends. */
async function watch(
  session: Session,
  flags: RunFlags,
  { folders, load }: { readonly folders: readonly string[]; readonly load: Load },
): Promise<number> {
  const { host, cwd } = session
  const given = [flags.json === true && '--json', flags.staged === true && '--staged', flags.exitCode && '--exit-code']
  const endless = given.find((flag) => typeof flag === 'string')
  if (endless !== undefined) {
    return session.refuse(`\`--watch\` never ends, and \`${endless}\` is about a run that does: leave out one of them.`)
  }
  const [{ watchRuns }, { createHints }, { locateConfig }] = await Promise.all([
    import('../watch.js'),
    import('../hints.js'),
    import('../../config/load.js'),
  ])
  const configPath = async (): Promise<string | undefined> =>
    (await locateConfig({ cwd, folders, config: flags.config }, host)).path
  const memory: CacheMemory = {}
  const run = (options: Options, only?: readonly string[]): Promise<Report> =>
    once(session, flags, { options, memory, only })
  const rest = (): Promise<void> => lookAtRecent(memory, host)
  return watchRuns(session, { hints: createHints(), load, configPath, run, rest })
}

/** One run, with a line of progress meanwhile. */
function once(
  session: Session,
  flags: RunFlags,
  { options, ...again }: { readonly options: Options } & Pick<CachedRequest, 'memory' | 'only'>,
): Promise<Report> {
  const { terminal, host, owned, signal } = session
  const progress = createProgressLine(terminal, () => host.now())
  const settings: RunSettings = {
    mode: flags.dryRun === true ? 'check' : 'write',
    force: flags.force === true,
    allowPartial: flags.allowPartial === true,
    allowLoss: flags.allowLoss === true,
    owned,
    onProgress: progress.show,
    // One of its own for each run: what listens to it goes with it.
    signal: AbortSignal.any([signal]),
    forgetsDocs: true,
  }
  return runWithCache(session, options, { flags, settings, needsModels: false, ...again }).finally(progress.clear)
}

async function runAndTell(
  session: Session,
  flags: RunFlags,
  { name, options, folders }: Pick<Project, 'name' | 'options'> & { readonly folders: readonly string[] },
): Promise<ProjectResult> {
  const { terminal, cwd } = session
  const dryRun = flags.dryRun === true
  const report = await once(session, flags, { options })
  const outcome = dryRun ? withBlockers(report) : report
  const place = { out: options.out, cwd, isStaged: flags.staged === true }
  const review = flags.exitCode === true ? await filesToReview(outcome, place) : []
  const code = exitCode(outcome, flags) || (review.length > 0 ? exitCodes.findings : exitCodes.ok)
  if (flags.json === true) {
    const data = reportData(outcome, options, flags.verbose === true)
    return { code, data: flags.exitCode === true ? { review, ...data } : data }
  }
  const locate = createLocator(cwd, options.cwd)
  session.report(outcome.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
  const folder = labelOf(cwd, options.out)
  if (flags.quiet !== true) {
    if (outcome.diagnostics.length > 0) terminal.err('\n')
    const context = {
      out: folder,
      dryRun,
      given: [...folders, ...(flags.config === undefined ? [] : ['--config', flags.config])],
      verbose: flags.verbose === true,
      style: terminal.outStyle,
    }
    terminal.out(headingOf({ name }, terminal.outStyle) + printSummary(outcome, context))
  }
  if (review.length > 0) terminal.err(reviewLines(review, folder))
  return { code }
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
  if (hasError(report.diagnostics)) return exitCodes.input
  if (failOn === undefined || failOn === 'never') return exitCodes.ok
  return report.findings.some(({ severity }) => atLeast(severity, failOn)) ? exitCodes.findings : exitCodes.ok
}
