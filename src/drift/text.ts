// Knows how findings are told in plain lines for a terminal or a log.

import { severities, type Severity } from '../diagnostics/severity.js'
import { plainLine, visible } from '../diagnostics/frame.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import type { Changes } from './changes.js'
import { changeLines, columnHeads } from './columns.js'
import { PIPE, type Layout } from './surface.js'
import { driftByVariant, groupBy, splitCauses, toldMessage, type Counts } from './groups.js'
import { plural } from './passages.js'
import { builtCause, builtWords } from './provenance.js'

/** What a piece of a line is, so that whoever owns the terminal can choose its colour. */
export type PaintRole = 'variant' | 'model' | 'place' | 'message' | 'removed' | 'added' | Severity

/** Colours a piece of text. The text is already harmless: no control character is left in it. */
export type Paint = (role: PaintRole, text: string) => string

/** How findings are shown. */
export interface TextView {
  readonly paint?: Paint
  /** What each finding is about, shown below it; by default nothing. */
  readonly changes?: Changes
  readonly layout?: Layout
  /** How many places of one cause are listed before the rest is only counted; by default five. */
  readonly places?: number
}

const PLACES = 5

/**
 * The findings per variant and model, one line each, `path:line:column  rule  field: message`, below it the lines of the docs
 * that it is about beside those of the model, with a last line that counts them. Ends with a line feed; without findings it is
 * the one line `no findings`.
 */
export function renderText(model: ApiModel, findings: readonly Finding[], view: TextView = {}): string {
  const { paint = (_, text) => text, changes = new Map(), layout = PIPE, places = PLACES } = view
  const whole = { paint, changes, layout, places }
  if (findings.length === 0) return 'no findings\n'
  const drifts = driftByVariant(model, findings)
  const lines = drifts
    .filter(({ counts }) => counts.total > 0)
    .flatMap((drift) => {
      const built = builtWords(drift.provenance)
      const shown = built === '' ? '' : `  ${paint('place', visible(`(${built})`))}`
      const head = `${paint('variant', visible(drift.variant))}  ${countsWords(drift.counts)}${shown}`
      const { repeated, single } = splitCauses(drift.findings)
      const groups = [...groupBy(single, (finding) => finding.model).values()]
      const isShown = drift.findings.some(({ fingerprint }) => (changes.get(fingerprint)?.length ?? 0) > 0)
      const heads = [...causeLines(drift.findings), ...(isShown ? columnHeads(layout) : [])]
      const told = [
        ...repeated.map((group) => causeGroup(group, whole)),
        ...groups.map((group) => modelLines(group, whole)),
      ]
      return [head, ...heads, ...told.flat(), '']
    })
  const touched = drifts.filter(({ counts }) => counts.total > 0).length
  const last = `${plural(findings.length, 'finding')} in ${touched} of ${plural(drifts.length, 'variant')}`
  return `${[...lines, last].join('\n')}\n`
}

function causeLines(findings: readonly Finding[]): string[] {
  const cause = builtCause(findings)
  if (cause === undefined) return []
  const share = cause.count === findings.length ? '' : ` of ${cause.count}`
  return [`  likely cause${share}: ${visible(cause.words)}`]
}

/** One cause seen in several places: what it is, how it looks in the first of them, and where they are. */
function causeGroup(group: readonly Finding[], { paint, changes, layout, places }: Required<TextView>): string[] {
  const [first] = group
  if (first === undefined) return []
  const isShared = group.every(({ field }) => field === first.field)
  const about = isShared && first.field !== undefined ? `${plainLine(first.field)}: ` : ''
  const message = paint('message', about + plainLine(first.message))
  const head = `  ${paint(first.severity, first.rule)}  ${message}  (${plural(group.length, 'place')})`
  const shown = group.slice(0, places).map((finding) => {
    const subject = finding.field === undefined ? finding.model : `${finding.model}.${plainLine(finding.field)}`
    return `    ${paint('place', visible(placeOf(finding)))}  ${paint('model', visible(subject))}`
  })
  const rest = group.length - shown.length
  const more = rest > 0 ? [`    and ${rest} more (--verbose lists all)`] : []
  return [head, ...changeLines(changes.get(first.fingerprint) ?? [], layout, paint), ...shown, ...more]
}

function modelLines(group: readonly Finding[], { paint, changes, layout }: Required<TextView>): string[] {
  const [first] = group
  const isEdited = group.some(({ likelyCause }) => likelyCause?.kind === 'edit')
  const note = isEdited ? '  (page edited by hand)' : ''
  const head = first === undefined ? '' : `  ${paint('model', visible(first.model))}${note}`
  const lines = group.flatMap((finding) => [
    `    ${findingLine(finding, paint)}`,
    ...changeLines(changes.get(finding.fingerprint) ?? [], layout, paint),
  ])
  return [head, ...lines]
}

function findingLine(finding: Finding, paint: Paint): string {
  const where = paint('place', visible(placeOf(finding)))
  const about = finding.field === undefined ? '' : `${plainLine(finding.field)}: `
  const message = paint('message', about + plainLine(toldMessage(finding)))
  return `${where}  ${paint(finding.severity, finding.rule)}  ${message}`
}

function placeOf(finding: Finding): string {
  if (finding.span === undefined) return '(no page)'
  return `${finding.span.file}:${finding.span.start.line}:${finding.span.start.column}`
}

/** A count with its severity in words; `info` has no plural. */
function severityCount(count: number, severity: Severity): string {
  return severity === 'info' ? `${count} info` : plural(count, severity)
}

function countsWords(counts: Counts): string {
  const present = severities.filter((severity) => counts.bySeverity[severity] > 0)
  return present.map((severity) => severityCount(counts.bySeverity[severity], severity)).join(', ')
}
