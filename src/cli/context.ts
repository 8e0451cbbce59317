// Knows what every command is given, and how each ends: with an exit code, never with a stack trace.

import { homedir } from 'node:os'
import process from 'node:process'
import type { LoadedOptions, OptionsRequest } from '../config/load.js'
import type { Project } from '../config/projects.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import { unlessInterrupted } from '../pipeline/stopwatch.js'
import { reasonOf } from '../text/reason.js'
import { printDiagnostics } from './diagnostics-view.js'
import { exitCodes, interruptionCode } from './exit-code.js'
import type { CommonFlags, ConfigFlags } from './flags.js'
import { createNodeHost } from './node-host.js'
import { spareMemory } from './spare-memory.js'
import { printJson } from './print-json.js'
import { createTerminal, type OutputStream, type Terminal } from './terminal.js'

/** What the entry point gives to every command. */
export interface CliContext {
  readonly process: {
    readonly stdout: OutputStream
    readonly stderr: OutputStream
    readonly env: Readonly<Record<string, string | undefined>>
    exitCode?: number | string | null
  }
  /** Given when the person interrupts. */
  readonly signal: AbortSignal
}

/** What a command works with. */
export interface Session {
  readonly terminal: Terminal
  readonly host: Host
  readonly cwd: string
  /** Folders that must not become an output folder, each with what it is. */
  readonly owned: readonly { readonly path: string; readonly what: string }[]
  readonly signal: AbortSignal
  readonly flags: CommonFlags
  /** Prints diagnostics where they belong: on the error stream. Only errors when quiet, none when the result is JSON. */
  report(diagnostics: readonly Diagnostic[]): void
  /** Says why the command cannot do what it was asked to do, as text or, where the result is JSON, as its one document. Gives the exit code. */
  refuse(reason: string): number
  /** The projects to work on; undefined, after the diagnostics were printed, where there are none. */
  loadProjects(request: Omit<OptionsRequest, 'cwd'>): Promise<readonly Project[] | undefined>
  /** The options of the run, where it can be of one project only; undefined, after its diagnostics were printed, where there are none. */
  loadOptions(request: Omit<OptionsRequest, 'cwd'>): Promise<LoadedOptions['options']>
}

/** Runs the body of a command and sets the exit code. A fault of our own becomes CG901, with its stack only when verbose. */
export async function withSession(
  context: CliContext,
  flags: ConfigFlags,
  body: (session: Session) => Promise<number>,
): Promise<void> {
  const { stdout, stderr, env } = context.process
  const terminal = createTerminal({
    stdout,
    stderr,
    env,
    color: flags.color,
    quiet: flags.quiet === true || flags.json === true,
    stdinIsTerminal: process.stdin.isTTY,
  })
  const report = (diagnostics: readonly Diagnostic[]): void => {
    const shown = flags.quiet === true ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics
    terminal.err(printDiagnostics(shown, terminal.errStyle))
  }
  const tellLoading = (diagnostics: readonly Diagnostic[], isLoaded: boolean): void => {
    if (flags.json === true && !isLoaded) terminal.out(printJson({ exitCode: exitCodes.input, diagnostics }))
    else report(diagnostics)
  }
  const asked = (request: Omit<OptionsRequest, 'cwd'>): OptionsRequest => ({
    ...request,
    cwd: process.cwd(),
    flags: { ...request.flags, configCode: flags.configCode },
  })
  const session: Session = {
    terminal,
    host: { ...createNodeHost(), onReading: spareMemory },
    cwd: process.cwd(),
    owned: [
      { path: process.cwd(), what: 'the working folder' },
      { path: homedir(), what: 'your home folder' },
    ],
    signal: context.signal,
    flags,
    report,
    refuse: (error) => {
      if (flags.json === true) terminal.out(printJson({ exitCode: exitCodes.input, error }))
      else terminal.err(`${error}\n`)
      return exitCodes.input
    },
    loadProjects: async (request) => {
      const { loadProjects } = await import('../config/load.js')
      const loading = loadProjects(asked(request), session.host)
      const { projects, diagnostics } = await unlessInterrupted(loading, context.signal)
      tellLoading(diagnostics, projects.length > 0)
      return projects.length > 0 ? projects : undefined
    },
    loadOptions: async (request) => {
      const { loadOptions } = await import('../config/load.js')
      const loading = loadOptions(asked(request), session.host)
      const { options, diagnostics } = await unlessInterrupted(loading, context.signal)
      tellLoading(diagnostics, options !== undefined)
      return options
    },
  }
  try {
    context.process.exitCode = await body(session)
  } catch (error) {
    const isInterrupted = context.signal.aborted
    const exitCode = isInterrupted ? interruptionCode(context.signal) : exitCodes.internal
    const message = reasonOf(error)
    const diagnostics = isInterrupted ? [] : [problem('CG901', { message })]
    if (flags.json === true) terminal.out(printJson({ exitCode, diagnostics }))
    else report(diagnostics)
    if (!isInterrupted && flags.verbose === true && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`)
    context.process.exitCode = exitCode
  }
}
