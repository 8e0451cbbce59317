// Knows which distinctions a variant's docs never make, so that their silence is no vote.

import type { FieldProjection, Projection, Stated } from '../dialects/dialect.js'
import { typeParts, type Type } from '../ir/type.js'
import type { VariantDocs } from './variant-docs.js'

/**
 * A variant that nowhere says null, or nowhere calls an enumeration open, has no way to say so: its generator is older, or
 * is set not to. What it then seems to deny is unknown. Returns the docs with such denials taken out.
 */
export function withoutSilentDenials(docs: VariantDocs): VariantDocs {
  const profile = profileOf(docs)
  if (profile.saysNull && profile.saysOpen) return docs
  return { ...docs, projections: docs.projections.map((page) => withoutDenials(page, profile)) }
}

/** A page of docs that make some distinctions only, without the denials that mean nothing there. */
export function withoutDenials(page: Projection, { saysNull, saysOpen }: Profile): Projection {
  if (saysNull && saysOpen) return page
  return {
    ...page,
    ...(saysOpen ? {} : { open: { ...page.open, value: 'unknown' as const } }),
    ...(saysNull ? {} : withoutNull(page)),
  }
}

/** Which distinctions a variant's docs make: whether they say null anywhere, and call an enumeration open. */
export interface Profile {
  readonly saysNull: boolean
  readonly saysOpen: boolean
}

/** The distinctions that docs make. */
export function profileOf(docs: Pick<VariantDocs, 'projections'>): Profile {
  return {
    saysNull: docs.projections.some((page) => typesOf(page).some(mentionsNull)),
    saysOpen: docs.projections.some((page) => page.open.value === true),
  }
}

function typesOf(page: Projection): Type[] {
  return [...page.fields.map((field) => field.type.value), ...page.members.map((member) => member.value)]
}

/** Whether a type says anywhere that null is a value. */
export function mentionsNull(type: Type): boolean {
  if (type.nullable === true) return true
  if (type.kind === 'array') return mentionsNull(type.items)
  if (type.kind === 'map') return mentionsNull(type.values)
  return type.kind === 'union' && type.members.some(mentionsNull)
}

function withoutNull(page: Projection): Pick<Projection, 'fields' | 'members'> {
  return {
    fields: page.fields.map((field): FieldProjection => {
      const type = undecidedCell(field.type)
      return type === field.type ? field : { ...field, type }
    }),
    members: page.members.map(undecidedCell),
  }
}

/** The same cell where it is undecided already. */
function undecidedCell(cell: Stated<Type>): Stated<Type> {
  return isUndecided(cell.value) ? cell : { value: undecided(cell.value), said: cell.said, span: cell.span }
}

function isUndecided(type: Type): boolean {
  return type.nullable === 'unknown' && typeParts(type).every(isUndecided)
}

/** The type with nothing said of null anywhere in it. */
export function undecided(type: Type): Type {
  const nullable = 'unknown'
  switch (type.kind) {
    case 'array':
      return { ...type, nullable, items: undecided(type.items) }
    case 'map':
      return { ...type, nullable, values: undecided(type.values) }
    case 'union':
      return { ...type, nullable, members: type.members.map(undecided) }
    default:
      return { ...type, nullable }
  }
}
