// Knows how the rows of a page's fields are mended: cells that say otherwise, rows that are missing.

import type { FieldProjection } from '../../dialects/dialect.js'
import type { Field, ObjectModel } from '../../ir/model.js'
import type { Finding } from '../../reconcile/finding.js'
import type { FieldGroup } from '../../reconcile/fields.js'
import type { RuleId } from '../../reconcile/rules.js'
import { squash } from '../../text/words.js'
import { isReadable, NO_FIX, type Mending } from './fix.js'
import { fieldType, typeCell } from './native-type.js'
import type { Writing } from './scribe.js'

/** The rows of a model, and the findings about one variant's. */
export interface FieldFindings {
  readonly model: ObjectModel
  readonly groups: readonly FieldGroup[]
  readonly findings: readonly Finding[]
}

/** Mends the findings about the fields of a page, in the order of the model. */
export function fixFields({ model, groups, findings }: FieldFindings, writing: Writing): Mending {
  const rows = new Map(writing.node.page.fields.map((row) => [row.key, row]))
  const fields = new Map(model.fields.map((field) => [field.name, field]))
  const edits: Mending['edits'][number][] = []
  const mends: string[] = []
  let above: FieldProjection | undefined
  for (const group of groups) {
    const own = findings.filter((finding) => finding.field === group.name)
    const field = fields.get(group.name)
    const row = rows.get(group.key)
    if (field !== undefined && own.length > 0) {
      const fix =
        row === undefined ? addRow(field, { group, above, own }, writing) : mendRow(row, { field, own }, writing)
      edits.push(...fix.edits)
      mends.push(...fix.mends)
    }
    if (row !== undefined) above = row
  }
  return { edits, mends }
}

/** Whether the page's table has a column for examples: it is there where a row has one. */
function hasExamples({ node }: Writing): boolean {
  return node.page.fields.some((row) => row.examples !== undefined)
}

function mendRow(
  row: FieldProjection,
  { field, own }: { field: Field; own: readonly Finding[] },
  writing: Writing,
): Mending {
  const has = (...rules: RuleId[]): boolean => own.some(({ rule }) => rules.includes(rule))
  const required = has('required-conflict') ? field.required : row.required.value
  const description = has('description-differs', 'missing-description') ? field.description : row.description?.value
  const deprecated = has('deprecation-differs') ? field.deprecated : row.deprecated?.value
  const examples = has('example-differs') ? field.examples : (row.examples?.value ?? [])
  const type = newType(row, { field, required, has }, writing)
  const cells = writing.node.variant.dialect.writeRow({
    name: row.name,
    type: type ?? row.type.said,
    required,
    examples,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
  })
  if (!isReadable(cells)) return NO_FIX
  const mended: { readonly [rule in RuleId]?: readonly number[] } = {
    ...(type === undefined ? {} : { 'type-conflict': [1], 'nullable-conflict': [1], 'required-conflict': [1, 2] }),
    'description-differs': [3],
    'missing-description': [3],
    'deprecation-differs': [0, 3],
    ...(hasExamples(writing) ? { 'example-differs': [4] } : {}),
  }
  const fixable = own.filter(({ rule }) => mended[rule] !== undefined)
  const columns = new Set(fixable.flatMap(({ rule }) => mended[rule] ?? []))
  const line = row.row.start.line
  return {
    edits: [...columns].map((column) => ({ kind: 'cell', line, column, text: cells[column] ?? '' })),
    mends: fixable.map(({ fingerprint }) => fingerprint),
  }
}

/** The type cell of a row after its findings are mended; undefined where it cannot be written. */
function newType(
  row: FieldProjection,
  of: { readonly field: Field; readonly required: boolean; readonly has: (...rules: RuleId[]) => boolean },
  writing: Writing,
): string | undefined {
  const { field, required, has } = of
  if (has('type-conflict', 'nullable-conflict')) {
    const cell = typeCell(field.type, required, writing)
    if (cell !== undefined) return cell
    if (has('type-conflict') || !has('required-conflict')) return undefined
  }
  if (!has('required-conflict')) return row.type.said
  // The row's own words, but for what the column of the required says by them.
  const file = writing.references.pathOf(writing.node.page)
  const { nullable } = field.type
  const type = nullable === 'unknown' ? row.type.value : { ...row.type.value, nullable }
  const cell = writing.node.variant.dialect.render(type, { required, file })
  return writing.node.variant.dialect.parse(cell, { required, file }).problems.length === 0 ? cell : undefined
}

function addRow(
  field: Field,
  of: { readonly group: FieldGroup; readonly above: FieldProjection | undefined; readonly own: readonly Finding[] },
  writing: Writing,
): Mending {
  const { dialect } = writing.node.variant
  const missing = of.own.find(({ rule }) => rule === 'missing-field')
  const name = nameOf(of.group, writing)
  const type = typeCell(fieldType(field, of.group, writing), field.required, writing)
  if (missing === undefined || name === undefined || type === undefined) return NO_FIX
  const all = dialect.writeRow({ ...field, name, type })
  const cells = hasExamples(writing) ? all : all.slice(0, 4)
  if (!isReadable(cells)) return NO_FIX
  const column = 'Field'
  const { above } = of
  return {
    edits: [
      above === undefined ? { kind: 'top', column, cells } : { kind: 'insert', line: above.row.start.line, cells },
    ],
    mends: [missing.fingerprint],
  }
}

/** The field's name in the variant: as its other pages spell it, else by the rule of the language. */
export function nameOf({ key, name: wire }: FieldGroup, { node, references }: Writing): string | undefined {
  const { dialect } = node.variant
  const ruled = dialect.fieldName(wire, node.page.name)
  const usual = squash(ruled).replace(/_$/, '') === key ? (references.fieldName(key) ?? ruled) : ruled
  return [usual, ruled].find((name) => dialect.fieldKey(name, node.page.name) === key)
}
