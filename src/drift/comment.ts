// Knows how all findings fit into one comment of a pull request: a summary, a fold-out for each variant, and what was cut.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { severities } from '../diagnostics/severity.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { sortBy } from '../text/compare.js'
import { codeSpan, htmlText, prose } from './escape.js'
import { countFindings, driftByVariant, type VariantDrift } from './groups.js'
import { causeParts } from './provenance.js'
import { countsLine, findingParts, totals, variantTable } from './markdown.js'

/** How long a comment may be, in UTF-16 units; GitHub takes 65,536. */
const MOST = 65_000

/** Kept free for the sentence that says how much was cut. */
const RESERVE = 200

/** How many faults of the input are told. */
const FAULTS = 10

/** The most characters of one of them. */
const LONGEST = 500

/** A finding takes more characters than these, however it is told. */
const SHORTEST = 20

/** A variant with as many of its findings as there is room for, worst first. */
interface Fold {
  readonly drift: VariantDrift
  readonly shown: number
  readonly text: string
}

/** What a comment tells beside the findings, and how long it may be. */
export interface CommentOptions {
  readonly diagnostics?: readonly Diagnostic[]
  /** In UTF-16 units. */
  readonly most?: number
}

/**
 * All variants in one Markdown document of at most `most` UTF-16 units: how many findings there are, the worst ten faults of the
 * input, a table of the variants, then a fold-out for each variant with findings. Where there is no room for all, each variant gets an equal share of it, the
 * worst findings are told first, and it is said how many are left out.
 */
export function renderComment(
  model: ApiModel,
  findings: readonly Finding[],
  { diagnostics = [], most = MOST }: CommentOptions = {},
): string {
  const drifts = driftByVariant(model, findings)
  const clean = drifts.filter(({ counts }) => counts.total === 0)
  const head = ['# Drift of the docs', ...faultParts(diagnostics), totals(drifts)]
  const tables = drifts.length === 0 ? [] : [variantTable(drifts, ({ label }) => prose(label))]
  const foot =
    clean.length === 0 ? [] : [`Without findings: ${clean.map(({ variant }) => codeSpan(variant)).join(', ')}.`]
  const room = most - document([...head, ...tables, ...foot]).length - RESERVE
  const folds = foldAll(
    drifts.filter(({ counts }) => counts.total > 0),
    room,
  )
  const shown = folds.reduce((sum, fold) => sum + fold.shown, 0)
  const cut =
    shown === findings.length
      ? []
      : [`Cut to fit into a comment: ${shown} of ${findings.length} findings are told below, the worst first.`]
  const whole = document([...head, ...cut, ...tables, ...folds.map(({ text }) => text), ...foot])
  if (whole.length <= most) return whole
  // So many variants, or names so long, that not even their table fits.
  return document([...head, `Cut to fit into a comment: no finding is told, and no table of the variants.`])
}

/** The worst faults of the input, one line each. */
function faultParts(diagnostics: readonly Diagnostic[]): string[] {
  const ranked = sortBy(diagnostics, ({ severity, span, code, message }) => [
    severities.indexOf(severity),
    span?.file ?? '',
    span?.start.offset ?? -1,
    code,
    message,
  ])
  const lines = ranked.slice(0, FAULTS).map(({ code, severity, message, fix, span }) => {
    const place = span === undefined ? '' : `${codeSpan(`${span.file}:${span.start.line}`)}: `
    return `- **${severity}** ${code} ${place}${prose(cut(message))}. ${fix}`
  })
  const more = diagnostics.length > FAULTS ? [`- and ${diagnostics.length - FAULTS} more`] : []
  return lines.length === 0 ? [] : [[...lines, ...more].join('\n')]
}

/** A message quotes the docs, which may be long. */
function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** The fold-outs in the order of the variants. Those that need less than their share leave the rest to the others. */
function foldAll(drifts: readonly VariantDrift[], room: number): readonly Fold[] {
  const wanted = drifts.map((drift) => ({ drift, size: foldOut(drift, drift.findings.length).length }))
  const folds = new Map<string, Fold>()
  let left = room
  let waiting = wanted.length
  for (const { drift, size } of sortBy(wanted, (one) => [one.size, one.drift.variant])) {
    const share = Math.floor(left / waiting) - 2
    const fold = size <= share ? foldOf(drift, drift.findings.length) : fitted(drift, share)
    folds.set(drift.variant, fold)
    left -= fold.text.length + 2
    waiting -= 1
  }
  return drifts.flatMap(({ variant }) => folds.get(variant) ?? [])
}

/** The fold-out with the most findings that has at most `room` characters, found by bisection; with none where none fits. */
function fitted(drift: VariantDrift, room: number): Fold {
  let fits = 0
  // More than these cannot fit, so that bisecting need not render thousands of findings.
  let tooMany = Math.min(drift.findings.length, Math.floor(Math.max(0, room) / SHORTEST) + 1)
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (foldOut(drift, middle).length <= room) fits = middle
    else tooMany = middle
  }
  return foldOf(drift, fits)
}

function foldOf(drift: VariantDrift, shown: number): Fold {
  return { drift, shown, text: foldOut(drift, shown) }
}

/** The fold-out of a variant with only so many of its findings. */
function foldOut(drift: VariantDrift, shown: number): string {
  const { label, variant, counts } = drift
  const told = worst(drift.findings, shown)
  const title = `${htmlText(label)} (<code>${htmlText(variant)}</code>): ${countsLine(counts)}`
  const cut =
    told.length === counts.total
      ? []
      : [`Told here: ${told.length} of ${counts.total} (left out: ${leftOut(drift.findings, told)}).`]
  const parts = findingParts({ ...drift, findings: told }, '###')
  return [`<details>\n<summary>${title}</summary>`, ...cut, ...causeParts(drift.findings), ...parts, '</details>'].join(
    '\n\n',
  )
}

/** The worst findings, in the order in which they were given. */
function worst(findings: readonly Finding[], count: number): readonly Finding[] {
  if (count >= findings.length) return findings
  const ranked = sortBy(findings.entries(), ([index, { severity }]) => [severities.indexOf(severity), index])
  const kept = new Set(ranked.slice(0, count).map(([index]) => index))
  return findings.filter((_, index) => kept.has(index))
}

function leftOut(findings: readonly Finding[], told: readonly Finding[]): string {
  const counted = new Set(told)
  const { bySeverity } = countFindings(findings.filter((finding) => !counted.has(finding)))
  const present = severities.filter((severity) => bySeverity[severity] > 0)
  return present.map((severity) => `${bySeverity[severity]} ${severity}`).join(', ')
}

function document(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}
