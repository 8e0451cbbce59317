// Knows how diagnostics are shown to people: place, code, message, the source line, cause and fix.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { visible } from '../diagnostics/frame.js'
import { severities, type Severity } from '../diagnostics/severity.js'
import { printPlace } from './places.js'
import { countOf, formatCount } from './table.js'
import type { Style, Styler } from './terminal.js'

/** How many diagnostics of one code are shown; the rest is counted. */
const shownPerCode = 50

/** How each severity looks. */
export const severityStyle = { error: 'bad', warning: 'warning', info: 'faint' } as const satisfies Record<
  Severity,
  Style
>

/**
 * The diagnostics as text, each with its source line, the first of a code with cause and fix, at most 50 of a code, and a
 * last line that counts them. Empty where there are none.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], style: Styler): string {
  if (diagnostics.length === 0) return ''
  const counts = new Map<string, number>()
  const blocks = diagnostics.flatMap((diagnostic) => {
    const before = counts.get(diagnostic.code) ?? 0
    counts.set(diagnostic.code, before + 1)
    return before < shownPerCode ? [printDiagnostic(diagnostic, style, before === 0)] : []
  })
  const hidden = [...counts].filter(([, count]) => count > shownPerCode)
  const rest = hidden.map(
    ([code, count]) => `… and ${formatCount(count - shownPerCode)} more of ${code} (all with --json)\n`,
  )
  return [...blocks, ...rest, `${countSeverities(diagnostics)}\n`].join('\n')
}

/** How many diagnostics there are of each severity, as in `1 error, 2 warnings`. */
export function countSeverities(diagnostics: readonly { readonly severity: Severity }[]): string {
  const counts = severities.map((severity) => ({
    severity,
    count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
  }))
  return counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'info' ? `${formatCount(count)} info` : countOf(count, severity)))
    .join(', ')
}

function printDiagnostic(diagnostic: Diagnostic, style: Styler, isFirst: boolean): string {
  const place = diagnostic.span === undefined ? '' : `${style('place', printPlace(diagnostic.span))}  `
  const code = style(severityStyle[diagnostic.severity], diagnostic.code)
  const lines = [`${place}${code}  ${visible(diagnostic.message)}`]
  if (diagnostic.excerpt !== undefined) lines.push(...diagnostic.excerpt.split('\n').map((line) => `  ${line}`))
  if (isFirst)
    lines.push(`  ${style('faint', 'Cause:')} ${diagnostic.cause}`, `  ${style('faint', 'Fix:')}   ${diagnostic.fix}`)
  return `${lines.join('\n')}\n`
}
