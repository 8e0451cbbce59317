// Knows what a type means for generated code: the one lowering that types, validators and schemas share, so that they agree.

import { matchType, type LiteralValue, type Ternary, type Type } from '../ir/type.js'

/**
 * What a value of a type looks like on the wire. A closed union on `kind`. `null` is a literal among the members of a union;
 * unions are flat, without duplicates, and have at least two members. `ref` names a model that is emitted.
 */
export type Shape =
  | { readonly kind: 'unknown' | 'never' | 'string' | 'boolean' | 'bytes' }
  | { readonly kind: 'number'; readonly integer: boolean }
  | { readonly kind: 'date'; readonly time: Ternary }
  | { readonly kind: 'literal'; readonly value: LiteralValue }
  | { readonly kind: 'array'; readonly items: Shape }
  | { readonly kind: 'map'; readonly values: Shape }
  | { readonly kind: 'ref'; readonly id: string }
  | UnionShape

/** One of several shapes. */
export interface UnionShape {
  readonly kind: 'union'
  readonly members: readonly Shape[]
}

/** The kinds of shape. */
export type ShapeKind = Shape['kind']

/** The handlers of {@link matchShape}, one for every kind. */
export type ShapeHandlers<R> = { readonly [K in ShapeKind]: (shape: Extract<Shape, { kind: K }>) => R }

const nullShape: Shape = { kind: 'literal', value: null }
const unknownShape: Shape = { kind: 'unknown' }

/**
 * The shape of a type. What nobody knows (`unknown`, `external`, a reference to no model) is `unknown`; `null` is allowed only
 * where it is known to be; a number is whole only where it is known to be.
 * @param isModel - whether a model of this id is emitted
 */
export function shapeOf(type: Type, isModel: (id: string) => boolean): Shape {
  const shape = matchType<Shape>(type, {
    unknown: () => unknownShape,
    any: () => unknownShape,
    external: () => unknownShape,
    string: () => ({ kind: 'string' }),
    boolean: () => ({ kind: 'boolean' }),
    bytes: () => ({ kind: 'bytes' }),
    number: ({ integer }) => ({ kind: 'number', integer: integer === true }),
    date: ({ time }) => ({ kind: 'date', time }),
    literal: ({ value }) => ({ kind: 'literal', value }),
    array: ({ items }) => ({ kind: 'array', items: shapeOf(items, isModel) }),
    map: ({ values }) => ({ kind: 'map', values: shapeOf(values, isModel) }),
    collection: () =>
      unionShape([
        { kind: 'array', items: unknownShape },
        { kind: 'map', values: unknownShape },
      ]),
    ref: ({ name, inline }) => {
      if (isModel(name)) return { kind: 'ref', id: name }
      return inline === undefined ? unknownShape : shapeOf(inline, isModel)
    },
    union: ({ members }) => unionShape(members.map((member) => shapeOf(member, isModel))),
  })
  return type.nullable === true ? unionShape([shape, nullShape]) : shape
}

/** The union of shapes: flat, without what another member includes, `null` last. */
export function unionShape(shapes: readonly Shape[]): Shape {
  const flat = shapes.flatMap((shape) => (shape.kind === 'union' ? shape.members : [shape]))
  if (flat.some((shape) => shape.kind === 'unknown')) return unknownShape
  const distinct = new Map(
    flat.filter((shape) => shape.kind !== 'never').map((shape) => [JSON.stringify(shape), shape]),
  )
  const members = [...distinct.values()].filter((shape, _, all) => !all.some((other) => includes(other, shape)))
  const ordered = [...members.filter((shape) => !isNull(shape)), ...members.filter(isNull)]
  const [only] = ordered
  if (only === undefined) return { kind: 'never' }
  return ordered.length === 1 ? only : { kind: 'union', members: ordered }
}

/** Whether a plain kind of value includes another shape. */
function includes(wide: Shape, narrow: Shape): boolean {
  if (wide === narrow) return false
  switch (wide.kind) {
    case 'string':
      return narrow.kind === 'date' || (narrow.kind === 'literal' && typeof narrow.value === 'string')
    case 'number': {
      if (wide.integer) return narrow.kind === 'literal' && Number.isInteger(narrow.value)
      return narrow.kind === 'number' || (narrow.kind === 'literal' && typeof narrow.value === 'number')
    }
    case 'boolean':
      return narrow.kind === 'literal' && typeof narrow.value === 'boolean'
    case 'date':
      return wide.time === 'unknown' && narrow.kind === 'date'
    default:
      return false
  }
}

/** The members of a union, or the shape itself as its only member. */
export function membersOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'union' ? shape.members : [shape]
}

/** Whether the shape is the constant `null`. */
export function isNull(shape: Shape): boolean {
  return shape.kind === 'literal' && shape.value === null
}

/** The ids of the models that a shape refers to, in order, with repeats. */
export function shapeRefs(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'ref':
      return [shape.id]
    case 'array':
      return shapeRefs(shape.items)
    case 'map':
      return shapeRefs(shape.values)
    case 'union':
      return shape.members.flatMap(shapeRefs)
    default:
      return []
  }
}

/** Calls the handler of the shape's kind. */
export function matchShape<R>(shape: Shape, handlers: ShapeHandlers<R>): R {
  const handle = handlers[shape.kind] as (shape: Shape) => R
  return handle(shape)
}
