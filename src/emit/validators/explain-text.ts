// Knows how a shape is explained: the expression that builds the check which lists what is wrong.

import { taggedMembers } from '../discriminator.js'
import { constantLiteral, stringLiteral, valueKey } from '../escape.js'
import type { Entry, Outline } from '../outline.js'
import { isNull, matchShape, membersOf, type Shape } from '../shape.js'
import { CHECK, explainName } from './check-names.js'
import { guardContext, shapeCondition } from './guard-text.js'

/** The check of a shape, as an expression. */
export function explainText(shape: Shape, outline: Outline): string {
  return matchShape<string>(shape, {
    unknown: () => `${CHECK}.unknown`,
    never: () => `${CHECK}.never`,
    string: () => `${CHECK}.string`,
    boolean: () => `${CHECK}.boolean`,
    bytes: () => `${CHECK}.bytes`,
    number: ({ integer }) => `${CHECK}.${integer ? 'integer' : 'number'}`,
    date: ({ time }) => `${CHECK}.${dateCheck(time)}`,
    literal: ({ value }) => `${CHECK}.constants([${constantLiteral(value)}])`,
    array: ({ items }) => `${CHECK}.arrayOf(${explainText(items, outline)})`,
    map: ({ values }) => `${CHECK}.mapOf(${explainText(values, outline)})`,
    ref: ({ id }) => (outline.byId.get(id)?.isTotal === true ? `${CHECK}.unknown` : explainName(nameIn(outline, id))),
    union: ({ members }) => unionText(members, outline),
  })
}

/** The check of a model, as an expression. */
export function modelExplainText(entry: Entry, outline: Outline): string {
  switch (entry.kind) {
    case 'object': {
      const lines = entry.properties.map(({ field, shape }) => {
        const presence = field.required ? 'required' : 'optional'
        return `${valueKey(field.name)}: ${CHECK}.${presence}(${explainText(shape, outline)})`
      })
      const fields = lines.length === 0 ? '{}' : `{\n${lines.map((line) => `  ${line},\n`).join('')}}`
      const others = entry.additional === undefined ? '' : `, ${explainText(entry.additional, outline)}`
      return `${CHECK}.object(${fields}${others})`
    }
    case 'enum':
      return entry.open ? explainText(entry.shape, outline) : `${CHECK}.constants(Object.values(${entry.name}))`
    case 'union':
      return taggedText(entry, outline) ?? explainText(entry.shape, outline)
    case 'unknown':
      return `${CHECK}.unknown`
  }
}

/** Where a constant tells the members apart, the issues of the member it names. */
function taggedText(entry: Entry & { kind: 'union' }, outline: Outline): string | undefined {
  const members = taggedMembers(entry, outline)
  if (members === undefined) return undefined
  const lines = members.flatMap(({ shape, tags }) =>
    tags.map((tag) => `  ${valueKey(tag)}: ${explainText(shape, outline)},\n`),
  )
  const tagged = `${CHECK}.tagged(${stringLiteral(entry.model.discriminator ?? '')}, {\n${lines.join('')}})`
  return membersOf(entry.shape).some(isNull) ? `${CHECK}.nullable(${tagged})` : tagged
}

function unionText(members: readonly Shape[], outline: Outline): string {
  const telling = members.filter((member) => !isNull(member))
  const constants = members.flatMap((member) => (member.kind === 'literal' ? [constantLiteral(member.value)] : []))
  if (constants.length === members.length) return `${CHECK}.constants([${constants.join(', ')}])`
  const [only] = telling
  if (telling.length === 1 && only !== undefined) return `${CHECK}.nullable(${explainText(only, outline)})`
  const condition = shapeCondition({ kind: 'union', members }, 'value', guardContext(outline))
  const objects = telling.filter((member) => isObjectShape(member, outline))
  const lists = telling.filter((member) => member.kind === 'array')
  const certain = telling.every((member) => isCertain(member, outline))
  const parts = [
    ...(certain && objects.length === 1 ? objects.map((member) => `object: ${explainText(member, outline)}`) : []),
    ...(certain && lists.length === 1 ? lists.map((member) => `array: ${explainText(member, outline)}`) : []),
  ]
  const expected = stringLiteral(members.map((member) => expectedText(member, outline)).join(' | '))
  const details = parts.length === 0 ? '' : `, { ${parts.join(', ')} }`
  return `${CHECK}.anyOf(${expected}, (value) => ${condition.text}${details})`
}

function isObjectShape(shape: Shape, { byId }: Outline): boolean {
  return shape.kind === 'map' || (shape.kind === 'ref' && byId.get(shape.id)?.kind === 'object')
}

/** Whether the shape shows which kind of value it takes; a reference to a union does not. */
function isCertain(shape: Shape, { byId }: Outline): boolean {
  if (shape.kind !== 'ref') return true
  const kind = byId.get(shape.id)?.kind
  return kind === 'object' || kind === 'enum'
}

function expectedText(shape: Shape, outline: Outline): string {
  return matchShape<string>(shape, {
    unknown: () => 'anything',
    never: () => 'nothing',
    string: () => 'string',
    boolean: () => 'boolean',
    bytes: () => 'Uint8Array',
    number: ({ integer }) => (integer ? 'integer' : 'number'),
    date: ({ time }) => (time === 'unknown' ? 'date or date-time' : time ? 'date-time' : 'date'),
    literal: ({ value }) => JSON.stringify(value),
    array: ({ items }) => `array of ${expectedText(items, outline)}`,
    map: ({ values }) => `map of ${expectedText(values, outline)}`,
    ref: ({ id }) => nameIn(outline, id),
    union: ({ members }) => `(${members.map((member) => expectedText(member, outline)).join(' | ')})`,
  })
}

function nameIn({ byId }: Outline, id: string): string {
  return byId.get(id)?.name ?? ''
}

function dateCheck(time: boolean | 'unknown'): string {
  if (time === 'unknown') return 'dateOrDateTime'
  return time ? 'dateTime' : 'date'
}
