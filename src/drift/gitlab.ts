// Knows how findings and diagnostics become a Code Quality report of GitLab.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Severity } from '../diagnostics/severity.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { noticesOf, type Notice } from './notices.js'
import { jsonText } from '../text/json-text.js'

const grades = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>

/** A JSON list with an entry for each finding and diagnostic, worst first; the empty list where there is none. */
export function renderGitlab(
  model: ApiModel,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): string {
  return jsonText(noticesOf(model, findings, diagnostics).map(entryOf))
}

/** GitLab wants a place for each: what has no line is told at the first line of its file or folder. */
function entryOf({ id, severity, variant, subject, message, path, span, fingerprint }: Notice): object {
  return {
    description: `${variant === undefined ? '' : `${variant}: `}${subject}: ${message}`,
    check_name: id,
    fingerprint,
    severity: grades[severity],
    location: { path: path === '' ? '.' : path, lines: { begin: span?.start.line ?? 1 } },
  }
}
