// Knows how findings and diagnostics become one list for the tools that show both: worst first, each with place and fingerprint.

import { createHash } from 'node:crypto'
import { catalog } from '../diagnostics/catalog.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { severities, type Severity } from '../diagnostics/severity.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding, Witness } from '../reconcile/finding.js'
import { rules } from '../reconcile/rules.js'
import { sortBy } from '../text/compare.js'
import type { SourceSpan } from '../text/span.js'
import { plainLine } from '../diagnostics/frame.js'
import { quoted } from './escape.js'
import { ownWords, toldMessage } from './groups.js'

/** A finding or a diagnostic. Its texts are single lines without control characters, and not yet escaped for any format. */
export interface Notice {
  /** The rule of a finding, the code of a diagnostic. */
  readonly id: string
  readonly severity: Severity
  /** The variant of a finding. */
  readonly variant?: string
  /** The model of a finding, with its namespace. */
  readonly model?: string
  /** What it is about: `Model.field` of a finding, the title of a diagnostic. */
  readonly subject: string
  readonly message: string
  /** What the docs and the model say, one line each. */
  readonly stated: readonly string[]
  /** Cause and fix, one line each. */
  readonly advice: readonly string[]
  /** The file of `span`; for a finding without one the folder of the variant's docs; empty where a diagnostic has no place. */
  readonly path: string
  readonly span?: SourceSpan
  readonly witnesses: readonly Witness[]
  /** Stays the same when lines move; no two notices of a list share one. */
  readonly fingerprint: string
}

/** All findings and diagnostics in stable order: worst first, then by path, place and id. */
export function noticesOf(
  model: ApiModel,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): readonly Notice[] {
  const roots = new Map(model.variants.map(({ id, root }) => [id, root]))
  const notices = [
    ...findings.map((finding) => findingNotice(finding, roots.get(finding.variant) ?? '.')),
    ...diagnostics.map(diagnosticNotice),
  ]
  const sorted = sortBy(notices, ({ severity, path, span, id, fingerprint, message }) => [
    severities.indexOf(severity),
    path,
    span?.start.line ?? 0,
    span?.start.column ?? 0,
    id,
    fingerprint,
    message,
  ])
  return withoutRepeats(sorted)
}

/** Texts of a list with ` (2)`, ` (3)` … behind those that came before, so that no two are alike. */
export function numberRepeats(texts: readonly string[]): readonly string[] {
  const taken = new Set(texts)
  const seen = new Set<string>()
  return texts.map((text) => {
    if (!seen.has(text)) {
      seen.add(text)
      return text
    }
    let number = 2
    while (taken.has(`${text} (${number})`)) number += 1
    taken.add(`${text} (${number})`)
    return `${text} (${number})`
  })
}

function findingNotice(finding: Finding, root: string): Notice {
  const { rule, severity, variant, model, modelName, field, expected, span } = finding
  const { witnesses, fingerprint, likelyCause } = finding
  const own = ownWords(finding)?.said ?? ''
  const stated = [
    ...(own === '' ? [] : [`The docs say: ${quoted(own, expected ?? '')}`]),
    ...(expected === undefined ? [] : [`The model says: ${quoted(expected, own)}`]),
  ]
  const cause =
    likelyCause === undefined ? `Cause: ${rules[rule].cause}` : `Likely cause: ${plainLine(likelyCause.words)}.`
  return {
    id: rule,
    severity,
    variant,
    model,
    subject: plainLine(field === undefined ? modelName : `${modelName}.${field}`),
    message: plainLine(toldMessage(finding)),
    stated: stated.map(plainLine),
    advice: [cause, `Fix: ${rules[rule].fix}`],
    path: span?.file ?? root,
    ...(span === undefined ? {} : { span }),
    witnesses,
    fingerprint,
  }
}

function diagnosticNotice({ code, severity, message, cause, fix, span, excerpt }: Diagnostic): Notice {
  const path = span?.file ?? ''
  // The excerpt without its line number and carets: what stands there tells two diagnostics of a file apart, wherever it stands.
  const source = excerpt?.split('\n')[0]?.replace(/^\d+ \| /, '') ?? ''
  const identity = JSON.stringify([code, path, message, source])
  return {
    id: code,
    severity,
    subject: catalog[code].title,
    message: plainLine(message),
    stated: [],
    advice: [`Cause: ${plainLine(cause)}`, `Fix: ${plainLine(fix)}`],
    path,
    ...(span === undefined ? {} : { span }),
    witnesses: [],
    fingerprint: createHash('sha256').update(identity).digest('hex').slice(0, 16),
  }
}

function withoutRepeats(notices: readonly Notice[]): readonly Notice[] {
  const fingerprints = numberRepeats(notices.map(({ fingerprint }) => fingerprint))
  return notices.map((notice, index) => ({ ...notice, fingerprint: fingerprints[index] ?? notice.fingerprint }))
}
