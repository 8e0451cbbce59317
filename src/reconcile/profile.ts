// Knows which distinctions a variant's docs never make, so that their silence is no vote.

import type { FieldProjection, Projection, Stated } from '../dialects/dialect.js'
import { mapParts, orConstant, typeParts, type Type } from '../ir/type.js'
import type { VariantDocs } from './variant-docs.js'

/**
 * A variant that nowhere says null, nowhere calls an enumeration open, or nowhere writes a constant, has no way to say so: its
 * generator is older, or is set not to. What it then seems to deny is unknown. Returns the docs with such denials taken out.
 */
export function withoutSilentDenials(docs: VariantDocs): VariantDocs {
  const profile = profileOf(docs)
  return { ...docs, projections: docs.projections.map((page) => withoutDenials(page, profile)) }
}

/** A page of docs that make some distinctions only, without the denials that mean nothing there. */
export function withoutDenials(page: Projection, { saysNull, saysOpen, saysConstants }: Profile): Projection {
  if (saysNull && saysOpen && saysConstants) return page
  const constant = saysConstants ? page : { ...page, fields: withTypes(page.fields, maybeConstant) }
  return {
    ...constant,
    ...(saysOpen ? {} : { open: { ...page.open, value: 'unknown' as const } }),
    ...(saysNull ? {} : withoutNull(constant)),
  }
}

/** Which distinctions a variant's docs make: whether they say null anywhere, call an enumeration open, and write a constant. */
export interface Profile {
  readonly saysNull: boolean
  readonly saysOpen: boolean
  /** True for a language without constants too: its words leave them open anyway. */
  readonly saysConstants: boolean
}

/** The distinctions that docs make. */
export function profileOf(docs: Pick<VariantDocs, 'projections' | 'dialect'>): Profile {
  const { dialect, projections } = docs
  return {
    saysNull: projections.some((page) => typesOf(page).some(mentionsNull)),
    saysOpen: projections.some((page) => page.open.value === true),
    saysConstants:
      dialect.blind.includes('constant') ||
      projections.some((page) => page.fields.some(({ type }) => mentionsConstant(type.value))),
  }
}

function typesOf(page: Projection): Type[] {
  return [...page.fields.map((field) => field.type.value), ...page.members.map((member) => member.value)]
}

/** Whether a type says anywhere that null is a value. */
export function mentionsNull(type: Type): boolean {
  return type.nullable === true || typeParts(type).some(mentionsNull)
}

/** Whether a constant stands anywhere in a type. */
export function mentionsConstant(type: Type): boolean {
  return type.kind === 'literal' || typeParts(type).some(mentionsConstant)
}

function withTypes(fields: readonly FieldProjection[], change: (type: Type) => Type): FieldProjection[] {
  return fields.map((field) => {
    const type = withType(field.type, change)
    return type === field.type ? field : { ...field, type }
  })
}

/** A cell with another type; the same cell where the type stays. */
function withType(cell: Stated<Type>, change: (type: Type) => Type): Stated<Type> {
  const value = change(cell.value)
  return value === cell.value ? cell : { value, said: cell.said, span: cell.span }
}

/** The type of a field, which may be a constant of it. */
function maybeConstant(type: Type): Type {
  return ['string', 'number', 'boolean', 'date'].includes(type.kind) ? orConstant(type) : type
}

function withoutNull(page: Projection): Pick<Projection, 'fields' | 'members'> {
  return {
    fields: withTypes(page.fields, undecided),
    members: page.members.map((member) => withType(member, undecided)),
  }
}

/** The type with nothing said of null anywhere in it; the same where nothing is said already. */
export function undecided(type: Type): Type {
  const parts = mapParts(type, undecided)
  return parts.nullable === 'unknown' ? parts : { ...parts, nullable: 'unknown' }
}
