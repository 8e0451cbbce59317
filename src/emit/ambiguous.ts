// Knows which members of a union could take the same value, so that looking at it from outside does not tell them apart.

import type { Entry, Outline } from './outline.js'
import { membersOf, type Shape } from './shape.js'

type ObjectEntry = Entry & { readonly kind: 'object' }

/** Whether two members could take the same array or object. */
export function isAmbiguous(members: readonly Shape[], outline: Outline): boolean {
  return members.some((one, index) => members.slice(index + 1).some((other) => overlap(one, other, outline)))
}

/** Whether two shapes could take the same array or object, as far as their kinds and constants tell. */
export function overlap(one: Shape, other: Shape, outline: Outline): boolean {
  const kinds = containersOf(other, outline)
  if (![...containersOf(one, outline)].some((kind) => kinds.has(kind))) return false
  const [first, second] = [objectOf(one, outline), objectOf(other, outline)]
  return first === undefined || second === undefined || !areTold(first, second, outline)
}

function objectOf(shape: Shape, { byId }: Outline): ObjectEntry | undefined {
  const entry = shape.kind === 'ref' ? byId.get(shape.id) : undefined
  return entry?.kind === 'object' ? entry : undefined
}

/** Whether a required property tells the objects apart by its constants. */
function areTold(first: ObjectEntry, second: ObjectEntry, outline: Outline): boolean {
  return first.properties.some((property) => {
    const other = second.properties.find(({ field }) => field.name === property.field.name)
    if (other === undefined || !property.field.required || !other.field.required) return false
    const values = constantsOf(property.shape, outline)
    const others = constantsOf(other.shape, outline)
    return values !== undefined && others !== undefined && !values.some((value) => others.includes(value))
  })
}

function constantsOf(shape: Shape, { byId }: Outline): readonly unknown[] | undefined {
  const members = membersOf(shape).flatMap((member) => {
    const entry = member.kind === 'ref' ? byId.get(member.id) : undefined
    return entry?.kind === 'enum' ? membersOf(entry.shape) : [member]
  })
  const values = members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []))
  return values.length === members.length ? values : undefined
}

/** Which kinds of container a shape may take. A union model stands for its members. */
export function containersOf(
  shape: Shape,
  outline: Outline,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<'array' | 'object'> {
  switch (shape.kind) {
    case 'array':
      return new Set(['array'])
    case 'map':
    case 'bytes':
      return new Set(['object'])
    case 'unknown':
      return new Set(['array', 'object'])
    case 'union':
      return new Set(shape.members.flatMap((member) => [...containersOf(member, outline, seen)]))
    case 'ref': {
      const entry = outline.byId.get(shape.id)
      if (entry?.kind === 'object') return new Set(['object'])
      if (entry?.kind === 'enum' || entry === undefined || seen.has(shape.id)) return new Set()
      if (entry.kind === 'unknown') return new Set(['array', 'object'])
      return containersOf(entry.shape, outline, new Set([...seen, shape.id]))
    }
    default:
      return new Set()
  }
}
