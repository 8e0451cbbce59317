// Knows how a shape is checked: one boolean expression, cheapest parts first.

import type { UnknownKeys } from '../../config/options.js'
import { constantLiteral, isPlainIdentifier, stringLiteral } from '../escape.js'
import { sortBy } from '../../text/compare.js'
import { guardName } from '../guard-names.js'
import type { Entry, Outline, Property } from '../outline.js'
import { matchShape, membersOf, shapeRefs, type Shape } from '../shape.js'
import { CHECK, innerGuardName } from './check-names.js'
import { always, both, either, equals, holds, never, states, type Condition } from './condition.js'
import { listNames } from './list-names.js'

/** What is known of the models that a shape refers to. */
export interface GuardContext {
  /** The name of the guard of an emitted model. */
  readonly guardOf: (id: string) => string
  /** Whether a model accepts everything. */
  readonly isTotal: (id: string) => boolean
  /** Whether a model is an enumeration. */
  readonly isEnum: (id: string) => boolean
  /** The name of the function by which the file checks a list or map of what is called so; undefined where it would not be the only one. */
  readonly listOf: (kind: 'array' | 'map', items: Shape) => string | undefined
  /** How many functions that check items stand around the expression. */
  readonly depth: number
}

/** The constant of a file that lists the keys of its model. */
export const KNOWN_KEYS = 'keys'

/** What code inside a model's own file knows: models on its cycle are checked by their inner guards. */
export function guardContext(outline: Outline, cycle: ReadonlySet<string> = new Set()): GuardContext {
  const { byId } = outline
  const guardOf = (id: string): string => {
    const name = byId.get(id)?.name ?? ''
    return cycle.has(id) ? innerGuardName(name) : guardName(name)
  }
  return {
    guardOf,
    isTotal: (id) => byId.get(id)?.isTotal === true,
    isEnum: (id) => byId.get(id)?.kind === 'enum',
    listOf: listNames(outline, cycle),
    depth: 0,
  }
}

/** Whether an expression has a shape. */
export function shapeCondition(shape: Shape, value: string, context: GuardContext): Condition {
  return matchShape<Condition>(shape, {
    unknown: () => always,
    never: () => never,
    string: () => equals(`typeof ${value}`, '"string"'),
    boolean: () => equals(`typeof ${value}`, '"boolean"'),
    bytes: () => states(`${value} instanceof Uint8Array`),
    number: ({ integer }) => holds(`Number.${integer ? 'isInteger' : 'isFinite'}(${value})`),
    date: ({ time }) => holds(`${CHECK}.${dateGuard(time)}(${value})`),
    literal: ({ value: constant }) => equals(value, constantLiteral(constant)),
    array: ({ items }) =>
      isTotal(items, context)
        ? holds(`Array.isArray(${value})`)
        : (listCall('array', items, { value, context }) ??
          holds(`${CHECK}.isArrayOf(${value}, ${itemGuard(items, context)})`)),
    map: ({ values }) =>
      isTotal(values, context)
        ? holds(`${CHECK}.isObject(${value})`)
        : (listCall('map', values, { value, context }) ??
          holds(`${CHECK}.isMapOf(${value}, ${itemGuard(values, context)})`)),
    ref: ({ id }) => (context.isTotal(id) ? always : holds(`${context.guardOf(id)}(${value})`)),
    union: ({ members }) =>
      either(
        sortBy(members, (member) => [costOf(member, context)]).map((member) => shapeCondition(member, value, context)),
      ),
  })
}

/** Whether `value` is the object that an entry describes. */
export function objectCondition(
  entry: Entry & { kind: 'object' },
  context: GuardContext,
  unknownKeys: UnknownKeys = 'allow',
): Condition {
  const { properties, additional } = entry
  if (properties.length === 0 && additional !== undefined)
    return shapeCondition({ kind: 'map', values: additional }, 'value', context)
  const isBare = properties.length === 0
  const isObject = holds(`${CHECK}.isObject${isBare ? '' : `<${entry.name}>`}(value)`)
  const ordered = sortBy(properties, ({ shape }) => [costOf(shape, context)])
  const conditions = ordered.map((property) => propertyCondition(property, context))
  return both([isObject, ...conditions, othersCondition(entry, context, unknownKeys)])
}

/** Whether the property of `value` is as it should be. */
export function propertyCondition(property: Property, context: GuardContext): Condition {
  const { field, shape, acceptsUndefined, inherited } = property
  const access = propertyAccess(property)
  const condition = shapeCondition(shape, access, context)
  if (!field.required) return acceptsUndefined ? condition : either([equals(access, 'undefined'), condition])
  if (!acceptsUndefined) return condition
  const key = stringLiteral(field.name)
  return both([inherited ? holds(`Object.hasOwn(value, ${key})`) : states(`${key} in value`), condition])
}

/** How a property of `value` is read. */
export function propertyAccess({ field, inherited }: Property): string {
  const key = stringLiteral(field.name)
  if (inherited) return `${CHECK}.own(value, ${key})`
  return isPlainIdentifier(field.name) ? `value.${field.name}` : `value[${key}]`
}

function listArgument(shape: Shape, context: GuardContext): string | undefined {
  if (shape.kind === 'array' && !isTotal(shape.items, context)) return context.listOf('array', shape.items)
  return shape.kind === 'map' && !isTotal(shape.values, context) ? context.listOf('map', shape.values) : undefined
}

function listCall(
  kind: 'array' | 'map',
  items: Shape,
  { value, context }: { readonly value: string; readonly context: GuardContext },
): Condition | undefined {
  const name = context.listOf(kind, items)
  return name === undefined ? undefined : holds(`${name}(${value})`)
}

/** The function that checks one element, as an argument. */
export function itemGuard(shape: Shape, context: GuardContext): string {
  if (shape.kind === 'ref' && !context.isTotal(shape.id)) return context.guardOf(shape.id)
  if (shape.kind === 'date') return `${CHECK}.${dateGuard(shape.time)}`
  if (shape.kind === 'number') return `Number.${shape.integer ? 'isInteger' : 'isFinite'}`
  const list = listArgument(shape, context)
  if (list !== undefined) return list
  const depth = context.depth + 1
  const item = depth === 1 ? 'item' : `item${depth}`
  return `(${item}) => ${shapeCondition(shape, item, { ...context, depth }).text}`
}

/** Whether keys that the model does not have are refused. */
export function refusesUnknown({ additional }: Entry & { kind: 'object' }, unknownKeys: UnknownKeys): boolean {
  return unknownKeys === 'reject' && additional === undefined
}

/** The names of a model's properties, as the code of a list. */
export function keysText(properties: readonly Property[]): string {
  return `[${properties.map(({ field }) => stringLiteral(field.name)).join(', ')}]`
}

function othersCondition(
  entry: Entry & { kind: 'object' },
  context: GuardContext,
  unknownKeys: UnknownKeys,
): Condition {
  const { properties, additional } = entry
  if (refusesUnknown(entry, unknownKeys)) return holds(`${CHECK}.hasOnly(value, ${KNOWN_KEYS})`)
  if (additional === undefined || isTotal(additional, context)) return always
  return holds(`${CHECK}.areOthers(value, ${keysText(properties)}, ${itemGuard(additional, context)})`)
}

/** Constants and plain values before what must be walked into: they are cheap, and they tell apart the members of a union. */
function costOf(shape: Shape, { isEnum }: GuardContext): 0 | 1 | 2 {
  const members = membersOf(shape)
  if (members.some(({ kind }) => kind === 'array' || kind === 'map')) return 2
  const refs = shapeRefs(shape)
  if (refs.length === 0) return 0
  return refs.every(isEnum) ? 1 : 2
}

/** Whether a shape is told by looking at the value alone, not into it. */
export function isShallow(shape: Shape, context: GuardContext): boolean {
  return costOf(shape, context) < 2
}

/** Whether a shape accepts every value. */
export function isTotal(shape: Shape, context: GuardContext): boolean {
  return shapeCondition(shape, 'item', context).text === always.text
}

function dateGuard(time: boolean | 'unknown'): string {
  if (time === 'unknown') return 'isDateOrDateTime'
  return time ? 'isDateTime' : 'isDate'
}
