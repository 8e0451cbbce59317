// Knows how a field or value that one variant calls otherwise gets the name of the model, in its place.

import type { FieldProjection, ValueProjection } from '../../dialects/dialect.js'
import type { PageEdit } from '../../markdown/edit-page.js'
import type { Finding } from '../../reconcile/finding.js'
import type { Node } from '../../reconcile/variant-docs.js'
import { isReadable, NO_FIX, type Mending } from './fix.js'

/** Renames the rows of a page that stand under other names than the model's, or spelt otherwise than by the rule; the rest of each row stays as it is. */
export function fixNames(findings: readonly Finding[], node: Node): Mending {
  const all = findings.filter(({ rule }) => rule === 'possible-rename' || rule === 'name-irregular')
  const found = all.map((finding): Mending => {
    const line = finding.span?.start.line
    const row = node.page.fields.find((field) => field.row.start.line === line)
    const value = node.page.values.find(({ span }) => span.start.line === line)
    // The mark of a deprecation stands in the cell of the name: who mends that writes the cell.
    const isTaken = findings.some(({ rule, field }) => rule === 'deprecation-differs' && field === finding.field)
    const edits = isTaken ? [] : row !== undefined ? fieldEdits(row, finding, node) : valueEdits(value, finding, node)
    return edits.length === 0 ? NO_FIX : { edits, mends: [finding.fingerprint] }
  })
  return { edits: found.flatMap(({ edits }) => edits), mends: found.flatMap(({ mends }) => mends) }
}

function fieldEdits(row: FieldProjection, { expected }: Finding, { page, variant }: Node): PageEdit[] {
  const { dialect } = variant
  if (expected === undefined || dialect.fieldKey(expected, page.name) !== row.key) return []
  const cells = dialect.writeRow({
    name: expected,
    type: row.type.said,
    required: row.required.value,
    examples: row.examples?.value ?? [],
    ...(row.description === undefined ? {} : { description: row.description.value }),
    ...(row.deprecated === undefined ? {} : { deprecated: row.deprecated.value }),
  })
  const [text] = cells
  return text === undefined || !isReadable([text]) ? [] : [{ kind: 'cell', line: row.row.start.line, column: 0, text }]
}

function valueEdits(row: ValueProjection | undefined, finding: Finding, { page, variant }: Node): PageEdit[] {
  const isSpelling = finding.rule === 'name-irregular'
  const value = isSpelling ? finding.field : finding.expected
  if (value === undefined || row?.name === undefined || value.trim() !== value) return []
  const name = variant.dialect.memberName(value, page.name)
  const cells = variant.dialect.writeValue(name, value)
  const isFree = page.values.every((other) => other === row || other.name !== name)
  if (!isFree || !/^\w+$/.test(name) || !isReadable(cells)) return []
  return (isSpelling ? cells.slice(0, 1) : cells).map((text, column) => ({
    kind: 'cell',
    line: row.span.start.line,
    column,
    text,
  }))
}
