// Knows how bad things can be, and in which order.

/** How bad a diagnostic or a finding is. An `error` among the diagnostics keeps every generated file unchanged. */
export type Severity = 'error' | 'warning' | 'info'

/** The severities, worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** Whether a severity is as bad as the threshold, or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold)
}

/** Whether one of some things that were told is an error. */
export function hasError(told: readonly { readonly severity: Severity }[]): boolean {
  return told.some(({ severity }) => severity === 'error')
}
