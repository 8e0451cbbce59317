// Knows how a page is read by its language where types may be nested less deep than every language can read them.

import { optionTable } from '../config/option-table.js'
import { problem } from '../diagnostics/diagnostic.js'
import type { Dialect, FieldProjection, ProjectedPage } from '../dialects/dialect.js'
import { typeParts, type Type } from '../ir/type.js'
import type { ReadPage } from './read-files.js'

/** What a page says. Types of fields that are nested deeper than the page's limit are not known: CG303. */
export function projectWithin(dialect: Dialect, { page, depth }: Pick<ReadPage, 'page' | 'depth'>): ProjectedPage {
  const projected = dialect.project(page)
  const { projection } = projected
  if (depth >= optionTable.limits.default.depth || projection === undefined) return projected
  const diagnostics = [...projected.diagnostics]
  const fields = projection.fields.map((field): FieldProjection => {
    const found = depthOf(field.type.value)
    if (found <= depth) return field
    diagnostics.push(problem('CG303', { depth: found, limit: depth }, { span: field.type.span }))
    return { ...field, type: { ...field.type, value: { kind: 'unknown', nullable: 'unknown' } } }
  })
  return { projection: { ...projection, fields }, diagnostics }
}

/** How deep a type is nested: 0 for one that holds no other. */
function depthOf(type: Type): number {
  const parts = typeParts(type)
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(depthOf))
}
