// Knows the most specific type that two statements allow, or that there is none.

import { typeKey } from '../ir/canonical.js'
import type { CoveredKind, LiteralValue, NumberFormat, Ternary, Type, TypeKind } from '../ir/type.js'
import { sortBy } from '../text/compare.js'

/** What meeting types asks of the models they refer to, by cluster id. */
export interface Models {
  /** `object`, `enum`, `union`, or `unknown` where no page tells. */
  kindOf(id: string): 'object' | 'enum' | 'union' | 'unknown'
  /** The only value of an enumeration that has one. */
  constantOf(id: string): { readonly value: LiteralValue } | undefined
  /** The members of a union, as the variant states them that states most. */
  membersOf(id: string): readonly Type[]
  /** Whether an object is documented without any field. */
  isEmpty(id: string): boolean
}

/**
 * The most specific type that both allow, or undefined where no value can be both. Null is not decided here: where one
 * says that null is a value and the other denies it, the result allows it. A kind that one notation writes with the word
 * of another (`covers`) gives way.
 */
export function meet(a: Type, b: Type, models: Models): Type | undefined {
  const nullable = meetNull(a.nullable, b.nullable)
  const shape = meetShape(a, b, models) ?? meetShape(b, a, models)
  return shape === undefined ? undefined : { ...shape, nullable }
}

/** Null is a value where anyone says so; it is none where someone denies it and nobody says so. */
function meetNull(a: Ternary, b: Ternary): Ternary {
  if (a === true || b === true) return true
  return a === 'unknown' ? b : a
}

/** One direction of the meet: what `a` makes of the more specific, or equal, `b`. */
function meetShape(a: Type, b: Type, models: Models): Type | undefined {
  if (a.kind === 'unknown') return b
  if (a.kind === 'external') return b.kind === 'unknown' || (b.kind === 'external' && a.name < b.name) ? a : b
  if (a.kind === b.kind) return hiding(meetSame(a, b, models), hiddenByBoth(a, b))
  if (hides(a, b, models)) return b
  // Two words that mean different things where they mean what they say, and both may hide the same.
  if (a.kind === 'any' && b.kind === 'string' && [a, b].every(({ covers }) => covers?.includes('bytes')))
    return { kind: 'bytes', nullable: a.nullable }
  if (a.kind === 'collection' && (b.kind === 'array' || b.kind === 'map')) return b
  if (a.kind === 'ref') return meetRef(a, b, models)
  return undefined
}

/** Whether the word hides `b`: a constant of its kind, as such or as an enumeration of one value, or another kind, as such or as a model. */
function hides({ kind, covers = [] }: Type, b: Type, models: Models): boolean {
  const constant = b.kind === 'literal' ? b : b.kind === 'ref' ? models.constantOf(b.name) : undefined
  if (constant !== undefined && covers.includes('literal')) return isOf(kind, constant.value)
  const other: TypeKind | 'enum' | 'object' = b.kind === 'ref' ? models.kindOf(b.name) : b.kind
  return covers.some((covered) => covered === other)
}

/** What constants of a kind look like. The page of an enumeration does not tell whether they are texts. */
const FORMS: { readonly [K in TypeKind]?: RegExp } = {
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d\d-\d\d/,
}

function isOf(kind: TypeKind, value: LiteralValue): boolean {
  return FORMS[kind]?.test(String(value)) ?? true
}

function meetSame(a: Type, b: Type, models: Models): Type | undefined {
  if (a.kind === 'number' && b.kind === 'number') return meetNumbers(a, b)
  if (a.kind === 'date' && b.kind === 'date') {
    const time = meetTernary(a.time, b.time)
    return time === undefined ? undefined : { ...a, time }
  }
  if (a.kind === 'literal' && b.kind === 'literal') return a.value === b.value ? a : undefined
  if (a.kind === 'array' && b.kind === 'array') {
    const items = meet(a.items, b.items, models)
    return items === undefined ? undefined : { ...a, items }
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const values = meet(a.values, b.values, models)
    return values === undefined ? undefined : { ...a, values }
  }
  if (a.kind === 'ref' && b.kind === 'ref') return meetRefs(a, b, models)
  if (a.kind === 'union' && b.kind === 'union') return meetUnions(a, b, models)
  return a
}

/** A type with the kinds that its word may hide. */
function hiding(type: Type | undefined, covers: readonly CoveredKind[]): Type | undefined {
  if (type === undefined) return undefined
  const { covers: _covers, ...bare } = type
  return covers.length === 0 ? bare : { ...bare, covers }
}

/**
 * What both notations may hide behind the word stays hidden; what one could have written is ruled out. That a number is text on
 * the wire is left open by every notation without a word of its own for such numbers.
 */
function hiddenByBoth(a: Type, b: Type): readonly CoveredKind[] {
  const text = [a, b].some((one) => one.covers?.includes('string')) && [a, b].every(mayBeText)
  const both = (a.covers ?? []).filter((kind) => kind !== 'string' && b.covers?.includes(kind) === true)
  return text ? [...both, 'string'] : both
}

function mayBeText(type: Type): boolean {
  return type.covers?.includes('string') === true || (type.kind === 'number' && type.format === undefined)
}

function meetNumbers(a: Extract<Type, { kind: 'number' }>, b: Extract<Type, { kind: 'number' }>): Type | undefined {
  const integer = meetTernary(a.integer, b.integer)
  const format: NumberFormat | undefined = a.format ?? b.format
  if (integer === undefined || (b.format !== undefined && format !== b.format)) return undefined
  return { ...a, integer, ...(format === undefined ? {} : { format }) }
}

function meetTernary(a: Ternary, b: Ternary): Ternary | undefined {
  if (a === 'unknown') return b
  return b === 'unknown' || a === b ? a : undefined
}

type Ref = Extract<Type, { kind: 'ref' }>

function meetRefs(a: Ref, b: Ref, models: Models): Type | undefined {
  if (a.name === b.name) return a.inline === undefined ? b : a
  const [left, right] = [models.constantOf(a.name), models.constantOf(b.name)]
  if (left === undefined || right === undefined || left.value !== right.value) return undefined
  return a.name < b.name ? a : b
}

/** A reference, and what another language writes in its place. */
function meetRef(a: Ref, b: Type, models: Models): Type | undefined {
  const kind = models.kindOf(a.name)
  const constant = models.constantOf(a.name)
  if (b.kind === 'literal' && constant !== undefined) return b.value === constant.value ? b : undefined
  if (b.kind === 'map' && kind === 'object' && models.isEmpty(a.name)) return b
  // Notations that spell unions out write a map where one would hold itself.
  if (b.kind === 'map' && b.values.kind === 'any' && kind === 'union' && holdsItself(a.name, models)) return a
  if (b.kind === 'union') return meetRefUnion(a, b, models)
  if (kind === 'unknown' && (b.kind === 'any' || b.kind === 'collection')) return a
  return undefined
}

/** Whether a union has a list or map of itself among its members. */
function holdsItself(id: string, models: Models): boolean {
  return models.membersOf(id).some((member) => {
    const inside = member.kind === 'array' ? member.items : member.kind === 'map' ? member.values : undefined
    return inside?.kind === 'ref' && inside.name === id
  })
}

/** A model's reference against a union that is spelt out: a union page's members, or one model among ways to upload it. */
function meetRefUnion(a: Ref, b: Extract<Type, { kind: 'union' }>, models: Models): Type | undefined {
  const others = b.members.filter((member) => member.kind !== 'bytes')
  const [only] = others
  if (only?.kind === 'ref' && others.length === 1 && others.length < b.members.length) return meet(a, only, models)
  const kind = models.kindOf(a.name)
  if (kind === 'unknown') return a
  if (kind !== 'union') return undefined
  const members = flatMembers(a.name, models, new Set())
  if (members.length === 0) return a
  return b.members.every((member) => members.some((other) => meet(member, other, models) !== undefined)) ? a : undefined
}

/** The members of a union with those of its member unions. */
function flatMembers(id: string, models: Models, seen: ReadonlySet<string>): Type[] {
  if (seen.has(id)) return []
  return models
    .membersOf(id)
    .flatMap((member) =>
      member.kind === 'ref' && models.kindOf(member.name) === 'union'
        ? [member, ...flatMembers(member.name, models, new Set([...seen, id]))]
        : [member],
    )
}

/** Unions meet where each member of one meets a member of the other; members that say the same find each other first. */
function meetUnions(
  a: Extract<Type, { kind: 'union' }>,
  b: Extract<Type, { kind: 'union' }>,
  models: Models,
): Type | undefined {
  if (a.members.length !== b.members.length) return undefined
  const [left, right] = [a, b].map(({ members }) => sortBy(members, (member) => [typeKey(member)]))
  const swapped = JSON.stringify(left) > JSON.stringify(right)
  const pairs = swapped ? pairUp(right ?? [], left ?? [], models) : pairUp(left ?? [], right ?? [], models)
  if (pairs === undefined) return undefined
  const free = pairs.map(([one, other]) => (swapped ? { own: other, other: one } : { own: one, other }))
  const members = a.members.flatMap((member) => {
    const [pair] = free.splice(
      free.findIndex(({ own }) => own === member),
      1,
    )
    return pair === undefined ? [] : (meet(member, pair.other, models) ?? [])
  })
  return { ...a, members }
}

/** Pairs each item with one of the others that it can be met with; undefined where that cannot be done for all. */
function pairUp(
  items: readonly Type[],
  others: readonly Type[],
  models: Models,
): (readonly [Type, Type])[] | undefined {
  const choices = items.map((item) => {
    const able = others.flatMap((other, index) => (meet(item, other, models) === undefined ? [] : [index]))
    const same = (index: number): boolean => typeKey(others[index] ?? item) === typeKey(item)
    return sortBy(able, (index) => [same(index) ? 0 : 1, index])
  })
  const takenBy = new Map<number, number>()
  /** Takes a free partner, or one whose holder finds another. */
  const assign = (item: number, tried: Set<number>): boolean =>
    (choices[item] ?? []).some((index) => {
      if (tried.has(index)) return false
      tried.add(index)
      const holder = takenBy.get(index)
      if (holder !== undefined && !assign(holder, tried)) return false
      takenBy.set(index, item)
      return true
    })
  if (!items.every((_, item) => assign(item, new Set()))) return undefined
  return [...takenBy].flatMap(([index, item]) => {
    const [one, other] = [items[item], others[index]]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}
