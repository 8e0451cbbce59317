// Knows how single findings are told in Markdown: as a list of what is lacking, a table of conflicts, a list of places.

import type { Finding, Witness } from '../reconcile/finding.js'
import { rules } from '../reconcile/rules.js'
import { codeSpan, prose, quoted } from './escape.js'
import { otherWords, ownWords, sectionOf } from './groups.js'

/** How many witnesses are named before the rest is only counted. */
const WITNESSES = 8

/** How many of the models that are missing with a finding are named before the rest is only counted. */
const PARTS = 20

/** What is lacking, one item each: its message, where it belongs, and who has it. */
export function lackList(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const what = `- ${codeSpan(finding.field ?? finding.model)}: ${prose(finding.message)}`
      const wanted = finding.expected === undefined ? [] : [`should be ${codeSpan(quoted(finding.expected, ''))}`]
      const page = finding.span === undefined ? [] : [`belongs in ${codeSpan(place(finding.span))}`]
      const others = witnessNames(otherWords(finding))
      return [what, ...[...wanted, ...page, ...others, ...partLines(finding)].map((line) => `  - ${line}`)].join('\n')
    })
    .join('\n')
}

/** The models that are missing with a finding. */
function partLines({ parts = [] }: Finding): readonly string[] {
  if (parts.length === 0) return []
  const names = parts.slice(0, PARTS).map(({ model }) => codeSpan(model))
  const more = parts.length > PARTS ? `, and ${parts.length - PARTS} more` : ''
  return [`missing with it, ${plural(parts.length, 'model')} that only it uses: ${names.join(', ')}${more}`]
}

/** The conflicts of one model as a table: what these docs say, what the model says, and who says so. */
export function conflictTable(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => {
    const own = ownWords(finding)
    const said = own?.said ?? ''
    const cells = [
      finding.field === undefined ? '(model)' : codeSpan(finding.field, 'table'),
      codeSpan(finding.rule, 'table'),
      cell(codeSpan(quoted(said, finding.expected ?? ''), 'table'), atPlace(finding)),
      modelSays(finding, 'table'),
      cell(...witnessLines(finding)),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const heads = '| Field | Rule | These docs say | The model says | Who says what |'
  return [heads, '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

/** One cause that shows in many places: told once, then the places with who says so. */
export function placeList(group: readonly Finding[], level: string): string[] {
  const [first] = group
  if (first === undefined) return []
  const expected = first.expected ?? ''
  const said = codeSpan(quoted(ownWords(first)?.said ?? '', expected))
  const stated =
    sectionOf(first) === 'lacks' ? '' : `These docs say ${said}, the model says ${modelSays(first, 'prose')}. `
  const items = group.map((finding) => {
    const field = finding.field === undefined ? '' : ` ${codeSpan(finding.field)}`
    const where = finding.span === undefined ? '' : `: ${codeSpan(place(finding.span))}`
    const others = witnessNames(otherWords(finding)).map((line) => `; ${line}`)
    return `- ${codeSpan(finding.model)}${field}${where}${others.join('')}`
  })
  return [
    `${level} ${rules[first.rule].title}: ${plural(group.length, 'place')}`,
    `${codeSpan(first.rule)}: ${prose(first.message)}. ${stated}The same in each of these places:`,
    items.join('\n'),
  ]
}

/** A count with its word: `1 finding`, `2 findings`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function modelSays(finding: Finding, where: 'prose' | 'table'): string {
  if (finding.expected === undefined) return '*undecided*'
  return codeSpan(quoted(finding.expected, ownWords(finding)?.said ?? ''), where)
}

function witnessLines(finding: Finding): readonly string[] {
  const witnesses = otherWords(finding)
  const own = ownWords(finding)?.said ?? ''
  const lines = witnesses.slice(0, WITNESSES).map((witness) => {
    const said = witness.said === '' ? '' : `: ${codeSpan(quoted(witness.said, own), 'table')}`
    return `${codeSpan(witness.variant, 'table')}${said} at ${codeSpan(place(witness.span), 'table')}`
  })
  const more = witnesses.length > WITNESSES ? [`and ${witnesses.length - WITNESSES} more`] : []
  const names = finding.blind.map((variant) => codeSpan(variant, 'table'))
  const blind = names.length > 0 ? [`cannot say: ${names.join(', ')}`] : []
  return [...lines, ...more, ...blind]
}

function witnessNames(witnesses: readonly Witness[]): readonly string[] {
  if (witnesses.length === 0) return []
  const shown = witnesses
    .slice(0, WITNESSES)
    .map(({ variant, span }) => `${codeSpan(variant)} ${codeSpan(place(span))}`)
  const more = witnesses.length > WITNESSES ? `, and ${witnesses.length - WITNESSES} more` : ''
  return [`said by ${shown.join(', ')}${more}`]
}

function atPlace(finding: Finding): string {
  return finding.span === undefined ? '' : `at ${codeSpan(place(finding.span), 'table')}`
}

function place(span: Witness['span']): string {
  return `${span.file}:${span.start.line}`
}

function cell(...lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('<br>')
}
