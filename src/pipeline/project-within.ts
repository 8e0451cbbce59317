// Knows how a page is read by its language where types may be nested less deep than every language can read them.

import { optionTable } from '../config/option-table.js'
import { problem } from '../diagnostics/diagnostic.js'
import type { Dialect, FieldProjection, ProjectedPage } from '../dialects/dialect.js'
import type { Type } from '../ir/type.js'
import type { ReadPage } from './read-files.js'

/** What a page says. Types of fields that are nested deeper than the page's limit are not known: CG303. */
export function projectWithin(dialect: Dialect, { page, depth }: Pick<ReadPage, 'page' | 'depth'>): ProjectedPage {
  const projected = dialect.project(page)
  const { projection, diagnostics } = projected
  if (depth >= optionTable.limits.default.depth || projection === undefined) return projected
  const deep = new Map(
    projection.fields.flatMap((field): [FieldProjection, number][] => {
      const found = depthOf(field.type.value)
      return found > depth ? [[field, found]] : []
    }),
  )
  const fields = projection.fields.map((field) =>
    deep.has(field) ? { ...field, type: { ...field.type, value: UNKNOWN } } : field,
  )
  const found = [...deep].map(([{ type }, own]) => problem('CG303', { depth: own, limit: depth }, { span: type.span }))
  return { projection: { ...projection, fields }, diagnostics: [...diagnostics, ...found] }
}

const UNKNOWN: Type = { kind: 'unknown', nullable: 'unknown' }

/** How deep a type is nested: 0 for one that holds no other. */
function depthOf(type: Type): number {
  if (type.kind === 'array') return 1 + depthOf(type.items)
  if (type.kind === 'map') return 1 + depthOf(type.values)
  return type.kind === 'union' ? 1 + Math.max(0, ...type.members.map(depthOf)) : 0
}
