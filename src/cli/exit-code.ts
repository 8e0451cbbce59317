// Knows what each exit code of the command line means.

/** The exit codes. */
export const exitCodes = {
  /** Nothing to report. */
  ok: 0,
  /** Findings at or above the failing severity, or generated files that are not up to date. */
  findings: 1,
  /** A mistake in the command line, the configuration or the docs. */
  input: 2,
  /** A fault of codegen itself. */
  internal: 3,
  /** Interrupted from the keyboard, SIGINT. */
  interrupted: 130,
} as const

/** The exit code for each signal that asks a run to end, as shells give it. */
export const signalCodes = { SIGHUP: 129, SIGINT: exitCodes.interrupted, SIGTERM: 143 } as const

/** A signal that asks a run to end. */
type EndSignal = keyof typeof signalCodes

/** The signals. */
export const endSignals: readonly EndSignal[] = ['SIGHUP', 'SIGINT', 'SIGTERM']

/** Asks whoever listens to end. */
export function interrupt(controller: AbortController, signal: EndSignal): void {
  controller.abort(new Error('interrupted', { cause: signalCodes[signal] }))
}

/** The exit code of a run that was asked to end. */
export function interruptionCode({ reason }: AbortSignal): number {
  return reason instanceof Error && typeof reason.cause === 'number' ? reason.cause : exitCodes.interrupted
}

/** The exit code for one that the argument parser gives: negative ones are its own. */
export function exitCodeOf(given: number | string | null | undefined): number {
  const code = Number(given ?? exitCodes.ok)
  if (code >= 0) return code
  const usage = [-4, -5]
  return usage.includes(code) ? exitCodes.input : exitCodes.internal
}

/** What the help says of exit codes. */
export const exitCodeHelp = [
  'Exit codes:',
  '  0    nothing to report',
  '  1    findings at or above the failing severity, or files not up to date (check) or not yet staged (run --exit-code)',
  '  2    a mistake in the command line, the configuration or the docs; nothing was written',
  '  3    a fault of codegen itself',
  '  130  interrupted (143 by SIGTERM, 129 by SIGHUP); every file is whole, old or new',
].join('\n')
