// Knows when a constant tells the members of a union apart.

import type { Entry, Outline } from './outline.js'
import { isNull, membersOf, type Shape } from './shape.js'

/** A member of a union with the constants that stand for it. */
export interface TaggedMember {
  readonly shape: Shape
  readonly entry: Entry & { readonly kind: 'object' }
  readonly tags: readonly string[]
}

/**
 * The members of a union, `null` aside, with the constants of their discriminator. Undefined where there is none, or where
 * it does not name exactly one member: each must be an object that requires it, with constants that no other member has.
 */
export function taggedMembers(
  union: Entry & { readonly kind: 'union' },
  outline: Outline,
): readonly TaggedMember[] | undefined {
  const { discriminator } = union.model
  if (discriminator === undefined) return undefined
  const shapes = membersOf(union.shape).filter((member) => !isNull(member))
  const tagged = shapes.flatMap((shape): TaggedMember[] => {
    const entry = shape.kind === 'ref' ? outline.byId.get(shape.id) : undefined
    if (entry?.kind !== 'object') return []
    const tags = tagsOf(entry, discriminator, outline)
    return tags.length === 0 ? [] : [{ shape, entry, tags }]
  })
  const all = tagged.flatMap(({ tags }) => tags)
  const isClear = shapes.length > 1 && tagged.length === shapes.length && new Set(all).size === all.length
  return isClear ? tagged : undefined
}

function tagsOf(
  entry: Entry & { readonly kind: 'object' },
  discriminator: string,
  { byId }: Outline,
): readonly string[] {
  const property = entry.properties.find(({ field }) => field.name === discriminator)
  if (property === undefined || !property.field.required) return []
  const constants = membersOf(property.shape)
    .flatMap((shape) => {
      const target = shape.kind === 'ref' ? byId.get(shape.id) : undefined
      return target?.kind === 'enum' ? membersOf(target.shape) : [shape]
    })
    .map((shape) => (shape.kind === 'literal' ? shape.value : undefined))
  const tags = constants.filter((constant) => typeof constant === 'string')
  return tags.length === constants.length ? tags : []
}
