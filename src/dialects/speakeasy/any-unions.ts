// Knows that docs which show no union's members wrote unions as any value.

import { mapParts, type Type } from '../../ir/type.js'
import type { FieldProjection, Projection } from '../dialect.js'

/** The pages, any value standing for a union too where no page shows the members of one. */
export function withUnionsAsAny(pages: readonly Projection[]): readonly Projection[] {
  if (pages.some(({ kind }) => kind === 'union')) return pages
  return pages.map((page) => ({
    ...page,
    fields: page.fields.map(coveringRow),
    ...(page.additional === undefined ? {} : { additional: coveringRow(page.additional) }),
  }))
}

function coveringRow(row: FieldProjection): FieldProjection {
  const value = covering(row.type.value)
  return value === row.type.value ? row : { ...row, type: { ...row.type, value } }
}

function covering(type: Type): Type {
  return type.kind === 'any' ? { ...type, covers: [...(type.covers ?? []), 'union'] } : mapParts(type, covering)
}
