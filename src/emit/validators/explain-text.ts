// Knows how a shape is explained: the function that reports what is wrong, and the statements that do so for a model.

import type { UnknownKeys } from '../../config/options.js'
import { taggedMembers } from '../discriminator.js'
import { constantLiteral, stringLiteral, valueKey } from '../escape.js'
import type { Entry, Outline, Property } from '../outline.js'
import { isNull, matchShape, membersOf, type Shape } from '../shape.js'
import { guardName } from '../guard-names.js'
import { CHECK, explainName } from './check-names.js'
import type { Condition } from './condition.js'
import {
  guardContext,
  isShallow,
  isTotal,
  itemGuard,
  keysText,
  KNOWN_KEYS,
  propertyAccess,
  propertyCondition,
  refusesUnknown,
  shapeCondition,
  type GuardContext,
} from './guard-text.js'

/** What an explanation depends on. */
export interface ExplainContext {
  readonly outline: Outline
  readonly guards: GuardContext
  readonly unknownKeys: UnknownKeys
  /** Ids of the models on the cycle of the one that is explained. */
  readonly cycle: ReadonlySet<string>
}

/** The context of a model, on a cycle or not: where members cannot be told apart nothing is walked into, so that a guard is asked once. */
export function explainContext(
  outline: Outline,
  unknownKeys: UnknownKeys,
  cycle: ReadonlySet<string> = new Set(),
): ExplainContext {
  return { outline, guards: guardContext(outline), unknownKeys, cycle }
}

/** The function that explains a shape, as an expression. */
export function explainText(shape: Shape, context: ExplainContext): string {
  return matchShape<string>(shape, {
    unknown: () => `${CHECK}.unknown`,
    never: () => `${CHECK}.never`,
    string: () => `${CHECK}.string`,
    boolean: () => `${CHECK}.boolean`,
    bytes: () => `${CHECK}.bytes`,
    number: ({ integer }) => `${CHECK}.${integer ? 'integer' : 'number'}`,
    date: ({ time }) => `${CHECK}.${dateCheck(time)}`,
    literal: ({ value }) => `${CHECK}.constants([${constantLiteral(value)}])`,
    array: ({ items }) => `${CHECK}.arrayOf(${itemsText(items, context)})`,
    map: ({ values }) => `${CHECK}.mapOf(${itemsText(values, context)})`,
    ref: ({ id }) => (context.guards.isTotal(id) ? `${CHECK}.unknown` : explainName(nameIn(context, id))),
    union: ({ members }) => unionText(members, context),
  })
}

/** What explains the items of a list, and where asking costs less than walking into each, the guard to be asked first. */
function itemsText(items: Shape, context: ExplainContext): string {
  const explain = explainText(items, context)
  return isShallow(items, context.guards) || isWalked(items, context)
    ? explain
    : `${explain}, ${itemGuard(items, context.guards)}`
}

/** The statements that explain a model; none where it accepts everything. */
export function explainStatements(entry: Entry, context: ExplainContext): readonly string[] {
  if (entry.isTotal) return []
  switch (entry.kind) {
    case 'object':
      return objectStatements(entry, context)
    case 'enum': {
      const expected = entry.open ? stringLiteral(expectedText(entry.shape, context)) : constantsText(entry)
      return [`if (!${guardName(entry.name)}(value)) ${CHECK}.fail(${expected}, value, issues);`]
    }
    case 'union':
      return [`${taggedText(entry, context) ?? explainText(entry.shape, context)}(value, issues);`]
    case 'unknown':
      return []
  }
}

function constantsText({ name }: Entry): string {
  return `${CHECK}.listed(Object.values(${name}))`
}

function objectStatements(entry: Entry & { kind: 'object' }, context: ExplainContext): readonly string[] {
  const { properties, additional, name } = entry
  const type = properties.length === 0 ? '' : `<${name}>`
  const known = (text: string): string => `${CHECK}.others(value, ${text}, `
  const further = additional !== undefined && !isTotal(additional, context.guards)
  return [
    `if (!${CHECK}.isObject${type}(value)) return ${CHECK}.fail("object", value, issues);`,
    ...properties.flatMap((property) => propertyStatement(property, context)),
    ...(refusesUnknown(entry, context.unknownKeys) ? [`${known(KNOWN_KEYS)}${CHECK}.never, issues);`] : []),
    ...(further ? [`${known(`new Set(${keysText(properties)})`)}${explainText(additional, context)}, issues);`] : []),
  ]
}

/** What is right is passed over at once; lists are walked into as they are, since their items are asked one by one. */
function propertyStatement(property: Property, context: ExplainContext): readonly string[] {
  const { field, shape, acceptsUndefined } = property
  if (acceptsUndefined && !field.required) return []
  const call = `${CHECK}.inside(value, ${stringLiteral(field.name)}, ${explainText(shape, context)}, issues);`
  if (acceptsUndefined || !isWalked(shape, context))
    return [`if (${propertyCondition(property, context.guards).opposite}) ${call}`]
  return [field.required ? call : `if (${propertyAccess(property)} !== undefined) ${call}`]
}

/** Whether a shape is walked into without a question: lists of what has parts, and models of the same cycle, which may be of any depth. */
function isWalked(shape: Shape, context: ExplainContext): boolean {
  return membersOf(shape).some((member) => {
    if (member.kind === 'ref') return context.cycle.has(member.id)
    if (member.kind === 'array') return !isShallow(member.items, context.guards)
    return member.kind === 'map' && !isShallow(member.values, context.guards)
  })
}

/** Where a constant tells the members apart, the issues of the member it names. */
function taggedText(entry: Entry & { kind: 'union' }, context: ExplainContext): string | undefined {
  const members = taggedMembers(entry, context.outline)
  if (members === undefined) return undefined
  const lines = members.flatMap(({ shape, tags }) =>
    tags.map((tag) => `  ${valueKey(tag)}: ${explainText(shape, context)},\n`),
  )
  const tagged = `${CHECK}.tagged(${stringLiteral(entry.model.discriminator ?? '')}, {\n${lines.join('')}})`
  return membersOf(entry.shape).some(isNull) ? `${CHECK}.nullable(${tagged})` : tagged
}

/** An only list and an only object among the members are explained in detail, where no other member could hide one. */
function unionText(members: readonly Shape[], context: ExplainContext): string {
  const telling = members.filter((member) => !isNull(member))
  const constants = members.flatMap((member) => (member.kind === 'literal' ? [constantLiteral(member.value)] : []))
  if (constants.length === members.length) return `${CHECK}.constants([${constants.join(', ')}])`
  const [only] = telling
  if (telling.length === 1 && only !== undefined) return `${CHECK}.nullable(${explainText(only, context)})`
  const certain = telling.every((member) => isCertain(member, context))
  const detailed = {
    array: certain ? onlyOne(telling.filter((member) => member.kind === 'array')) : undefined,
    object: certain ? onlyOne(telling.filter((member) => isObjectShape(member, context))) : undefined,
  }
  const others = members.filter((member) => member !== detailed.array && member !== detailed.object)
  const condition = shapeCondition({ kind: 'union', members: others }, 'value', context.guards)
  const parts = Object.entries(detailed).flatMap(([kind, member]) =>
    member === undefined ? [] : [`${kind}: ${explainText(member, context)}`],
  )
  const expected = stringLiteral(members.map((member) => expectedText(member, context)).join(' | '))
  const details = parts.length === 0 ? '' : `, { ${parts.join(', ')} }`
  return `${CHECK}.anyOf(${expected}, ${guardText(condition)}${details})`
}

function guardText({ text }: Condition): string {
  return text === 'false' ? '() => false' : `(value) => ${text}`
}

function onlyOne(members: readonly Shape[]): Shape | undefined {
  return members.length === 1 ? members[0] : undefined
}

function isObjectShape(shape: Shape, { outline }: ExplainContext): boolean {
  return shape.kind === 'map' || (shape.kind === 'ref' && outline.byId.get(shape.id)?.kind === 'object')
}

/** Whether the shape shows which kind of value it takes; a reference to a union does not, and bytes are an object too. */
function isCertain(shape: Shape, { outline }: ExplainContext): boolean {
  if (shape.kind !== 'ref') return shape.kind !== 'bytes'
  const kind = outline.byId.get(shape.id)?.kind
  return kind === 'object' || kind === 'enum'
}

/** What is expected, as people read it in an issue. */
function expectedText(shape: Shape, context: ExplainContext): string {
  return matchShape<string>(shape, {
    unknown: () => 'anything',
    never: () => 'nothing',
    string: () => 'string',
    boolean: () => 'boolean',
    bytes: () => 'Uint8Array',
    number: ({ integer }) => (integer ? 'integer' : 'number'),
    date: ({ time }) => (time === 'unknown' ? 'date or date-time' : time ? 'date-time' : 'date'),
    literal: ({ value }) => JSON.stringify(value),
    array: ({ items }) => `array of ${expectedText(items, context)}`,
    map: ({ values }) => `map of ${expectedText(values, context)}`,
    ref: ({ id }) => nameIn(context, id),
    union: ({ members }) => members.map((member) => expectedText(member, context)).join(' | '),
  })
}

function nameIn({ outline }: ExplainContext, id: string): string {
  return outline.byId.get(id)?.name ?? ''
}

function dateCheck(time: boolean | 'unknown'): string {
  if (time === 'unknown') return 'dateOrDateTime'
  return time ? 'dateTime' : 'date'
}
