// Knows what the docs of all variants say of each model, side by side: every page and row in its own words.

import type { FieldProjection } from '../dialects/dialect.js'
import type { EnumValue, Model } from '../ir/model.js'
import type { SourceSpan } from '../text/span.js'
import { sortBy } from '../text/compare.js'
import type { FieldContext } from './fields.js'
import type { ModelDetail, Reconciled } from './reconcile.js'
import type { Node } from './variant-docs.js'

/** What one variant says in one place, cell by cell as written; a cell that it does not have is absent. */
export interface SheetCell {
  readonly variant: string
  readonly span: SourceSpan
  /** The heading of a page, the name of a field or value, or the words of a union's member. */
  readonly name?: string
  readonly type?: string
  readonly required?: string
  readonly description?: string
  readonly example?: string
}

/** A field, value or member, and who says what of it, by variant. */
export interface SheetRow {
  /** As findings name it: wire name, value, or type of the member. */
  readonly name: string
  readonly cells: readonly SheetCell[]
}

/** A model as all variants write it. */
export interface Sheet {
  readonly model: string
  readonly modelName: string
  readonly kind: Model['kind']
  /** The page of each variant that has one. */
  readonly pages: readonly SheetCell[]
  readonly rows: readonly SheetRow[]
}

/** The sheets of all models, in their order. */
export function sheetsOf({ model, details, context }: Reconciled): Sheet[] {
  return model.models.map((one) => {
    const detail = details.get(one.id)
    const nodes = sortBy(detail?.cluster.nodes.values() ?? [], ({ variant }) => [variant.id])
    const rows = detail === undefined ? [] : rowsOf(one, detail, { nodes, context })
    return { model: one.id, modelName: one.name, kind: one.kind, pages: nodes.map(pageCell), rows }
  })
}

interface Pages {
  readonly nodes: readonly Node[]
  readonly context: FieldContext
}

function rowsOf(model: Model, detail: ModelDetail, pages: Pages): SheetRow[] {
  if (model.kind === 'enum') return model.values.map((value) => valueRow(value, pages))
  const fields = detail.groups.map(({ name, rows }) => ({
    name,
    cells: rows.map(({ node, row }) => fieldCell(node.variant.id, row)),
  }))
  const members = detail.members.map(({ name, witnesses }) => ({
    name,
    cells: witnesses.map(({ variant, said, span }) => ({ variant, span, name: said })),
  }))
  return [...fields, ...members]
}

function pageCell({ variant, page }: Node): SheetCell {
  const { name, title, description, deprecated } = page
  return { variant: variant.id, span: title, name, ...textOf(description?.said ?? deprecated?.said) }
}

function fieldCell(variant: string, row: FieldProjection): SheetCell {
  const { name, nameSpan, type, required, description, deprecated, examples } = row
  return {
    variant,
    span: nameSpan,
    name: deprecated?.said ?? name,
    type: type.said,
    required: required.said,
    ...textOf(description?.said ?? deprecated?.value.message),
    ...(examples === undefined ? {} : { example: examples.said }),
  }
}

function valueRow({ sources, value }: EnumValue, { nodes, context }: Pages): SheetRow {
  const found = sources.flatMap(({ variant, line, columns }) => {
    const page = nodes.find((node) => node.variant.id === variant)?.page
    const row = page?.values.find(({ span }) => span.start.line === line && span.start.column === columns['value'])
    return row === undefined ? [] : [{ variant, row }]
  })
  const cells = found.map(({ variant, row }): SheetCell => {
    const said = context.renames.rows.get(row)?.said ?? row.text
    return { variant, span: row.span, name: row.name === undefined ? said : `${row.name} = ${said}` }
  })
  return { name: found[0]?.row.text ?? String(value), cells }
}

function textOf(description: string | undefined): Pick<SheetCell, 'description'> {
  return description === undefined || description === '' ? {} : { description }
}
