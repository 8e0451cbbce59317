// Knows how findings and diagnostics become annotations of GitHub Actions: workflow commands, one to a line.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Severity } from '../diagnostics/severity.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { commandMessage, commandProperty } from './escape-machine.js'
import { noticesOf, type Notice } from './notices.js'

/** How many lines are printed at most; GitHub shows only so many annotations of a step. */
const LINES = 50

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>

/**
 * One workflow command for each finding and diagnostic, worst first, at most 50 lines: what is left over is counted in the
 * last one. Empty where there is nothing to tell.
 */
export function renderGithub(
  model: ApiModel,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): string {
  const notices = noticesOf(model, findings, diagnostics)
  const shown = notices.length > LINES ? LINES - 1 : notices.length
  const left = notices.length - shown
  const rest = left > 0 ? [`::notice title=codegen::${left} more in the report\n`] : []
  return [...notices.slice(0, shown).map(annotation), ...rest].join('')
}

function annotation({ id, severity, variant, subject, message, stated, advice, path, span }: Notice): string {
  const place = span === undefined ? [] : [`line=${span.start.line}`, `col=${span.start.column}`]
  const properties = [
    ...(path === '' ? [] : [`file=${commandProperty(path)}`, ...place]),
    `title=${commandProperty(variant === undefined ? id : `${id} (${variant})`)}`,
  ]
  const text = [`${subject}: ${message}`, ...stated, ...advice].join('\n')
  return `::${commands[severity]} ${properties.join(',')}::${commandMessage(text)}\n`
}
