// Knows how a shape is checked: one boolean expression, cheapest parts first.

import { constantLiteral, isPlainIdentifier, stringLiteral } from '../escape.js'
import { guardName } from '../guard-names.js'
import type { Entry, Outline, Property } from '../outline.js'
import { matchShape, membersOf, shapeRefs, type Shape } from '../shape.js'
import { CHECK } from './check-names.js'

/** What is known of the models that a shape refers to. */
export interface GuardContext {
  /** The type name of an emitted model. */
  readonly nameOf: (id: string) => string
  /** Whether a model accepts everything. */
  readonly isTotal: (id: string) => boolean
  /** How many functions that check items stand around the expression. */
  readonly depth: number
}

/** The context of the models of an outline. */
export function guardContext({ byId }: Outline): GuardContext {
  return { nameOf: (id) => byId.get(id)?.name ?? '', isTotal: (id) => byId.get(id)?.isTotal === true, depth: 0 }
}

/** A boolean expression, and the operator that holds it together with what it joins. */
export interface Condition {
  readonly text: string
  readonly joint?: '&&' | '||'
  readonly parts?: readonly string[]
}

const always: Condition = { text: 'true' }
const never: Condition = { text: 'false' }

/** Whether an expression has a shape. */
export function shapeCondition(shape: Shape, value: string, context: GuardContext): Condition {
  return matchShape<Condition>(shape, {
    unknown: () => always,
    never: () => never,
    string: () => ({ text: `typeof ${value} === "string"` }),
    boolean: () => ({ text: `typeof ${value} === "boolean"` }),
    bytes: () => ({ text: `${value} instanceof Uint8Array` }),
    number: ({ integer }) => ({ text: `Number.${integer ? 'isInteger' : 'isFinite'}(${value})` }),
    date: ({ time }) => ({ text: `${CHECK}.${dateGuard(time)}(${value})` }),
    literal: ({ value: constant }) => ({ text: `${value} === ${constantLiteral(constant)}` }),
    array: ({ items }) =>
      isTotal(items, context)
        ? { text: `Array.isArray(${value})` }
        : { text: `${CHECK}.isArrayOf(${value}, ${itemGuard(items, context)})` },
    map: ({ values }) =>
      isTotal(values, context)
        ? { text: `${CHECK}.isObject(${value})` }
        : { text: `${CHECK}.isMapOf(${value}, ${itemGuard(values, context)})` },
    ref: ({ id }) => (context.isTotal(id) ? always : { text: `${guardName(context.nameOf(id))}(${value})` }),
    union: ({ members }) => either(cheapestFirst(members).map((member) => shapeCondition(member, value, context))),
  })
}

/** Whether `value` is the object that an entry describes. */
export function objectCondition(entry: Entry & { kind: 'object' }, context: GuardContext): Condition {
  const { properties, additional } = entry
  if (properties.length === 0 && additional !== undefined)
    return shapeCondition({ kind: 'map', values: additional }, 'value', context)
  const isBare = properties.length === 0
  const isObject = { text: `${CHECK}.isObject${isBare ? '' : `<${entry.name}>`}(value)` }
  const ordered = [
    ...properties.filter(({ shape }) => isShallow(shape)),
    ...properties.filter(({ shape }) => !isShallow(shape)),
  ]
  const others = additional === undefined ? always : othersCondition(properties, additional, context)
  return both([isObject, ...ordered.map((property) => propertyCondition(property, context)), others])
}

/** The function that checks one element, as an argument. */
export function itemGuard(shape: Shape, context: GuardContext): string {
  if (shape.kind === 'ref' && !context.isTotal(shape.id)) return guardName(context.nameOf(shape.id))
  if (shape.kind === 'date') return `${CHECK}.${dateGuard(shape.time)}`
  if (shape.kind === 'number') return `Number.${shape.integer ? 'isInteger' : 'isFinite'}`
  const depth = context.depth + 1
  const item = depth === 1 ? 'item' : `item${depth}`
  return `(${item}) => ${shapeCondition(shape, item, { ...context, depth }).text}`
}

/** All of the conditions. */
export function both(conditions: readonly Condition[]): Condition {
  return joined(conditions, '&&', always)
}

/** One of the conditions. */
export function either(conditions: readonly Condition[]): Condition {
  return joined(conditions, '||', never)
}

function joined(conditions: readonly Condition[], joint: '&&' | '||', neutral: Condition): Condition {
  const decided = joint === '&&' ? never : always
  if (conditions.some(({ text }) => text === decided.text)) return decided
  const telling = conditions.filter(({ text }) => text !== neutral.text)
  const [only] = telling
  if (only === undefined) return neutral
  if (telling.length === 1) return only
  const texts = telling.map(({ text, joint: inner }) => (inner === undefined || inner === joint ? text : `(${text})`))
  return { text: texts.join(` ${joint} `), joint, parts: texts }
}

function propertyCondition({ field, shape, acceptsUndefined, inherited }: Property, context: GuardContext): Condition {
  const key = stringLiteral(field.name)
  const plain = isPlainIdentifier(field.name) ? `value.${field.name}` : `value[${key}]`
  const access = inherited ? `${CHECK}.own(value, ${key})` : plain
  const condition = shapeCondition(shape, access, context)
  if (!field.required) return acceptsUndefined ? condition : either([{ text: `${access} === undefined` }, condition])
  if (!acceptsUndefined) return condition
  return both([{ text: inherited ? `Object.hasOwn(value, ${key})` : `${key} in value` }, condition])
}

function othersCondition(properties: readonly Property[], additional: Shape, context: GuardContext): Condition {
  if (isTotal(additional, context)) return always
  const guard = itemGuard(additional, context)
  const names = properties.map(({ field }) => stringLiteral(field.name))
  return { text: `${CHECK}.areOthers(value, [${names.join(', ')}], ${guard})` }
}

/** Constants and plain values before what must be walked into: they are cheap, and they tell apart the members of a union. */
function cheapestFirst(shapes: readonly Shape[]): readonly Shape[] {
  const shallow = (shape: Shape): boolean => isShallow(shape) && shape.kind !== 'ref'
  return [...shapes.filter(shallow), ...shapes.filter((shape) => !shallow(shape))]
}

function isShallow(shape: Shape): boolean {
  return membersOf(shape).every(({ kind }) => kind !== 'array' && kind !== 'map') && shapeRefs(shape).length === 0
}

function isTotal(shape: Shape, context: GuardContext): boolean {
  return shapeCondition(shape, 'item', context).text === always.text
}

function dateGuard(time: boolean | 'unknown'): string {
  if (time === 'unknown') return 'isDateOrDateTime'
  return time ? 'isDateTime' : 'isDate'
}
