// Knows the one short text form of a type, used to compare, to sort and to show it.

import { matchType, type Type } from './type.js'

/** The text form of a type: the same for equal types, different for others. Null is shown where it is a value. */
export function typeText(type: Type): string {
  const text = matchType(type, {
    unknown: () => 'unknown',
    any: () => 'any',
    string: () => 'string',
    boolean: () => 'boolean',
    number: ({ integer, format }) => format ?? (integer === true ? 'integer' : 'number'),
    date: ({ time }) => (time === false ? 'date' : 'date-time'),
    bytes: () => 'bytes',
    literal: ({ value }) => JSON.stringify(value),
    array: ({ items }) => `${needsParentheses(items) ? `(${typeText(items)})` : typeText(items)}[]`,
    map: ({ values }) => `map of ${typeText(values)}`,
    collection: () => 'list or map',
    ref: ({ name }) => name,
    union: ({ members }) => members.map(typeText).join(' | '),
    external: ({ name }) => name,
  })
  return type.nullable === true ? `${text} | null` : text
}

function needsParentheses(type: Type): boolean {
  return type.nullable === true || type.kind === 'union' || type.kind === 'map'
}

const KEYS = [
  'kind',
  'nullable',
  'name',
  'inline',
  'integer',
  'format',
  'time',
  'flow',
  'value',
  'items',
  'values',
  'members',
  'covers',
]

/** A text that is the same for types that say the same, decided or not, and different for all others. */
export function typeKey(type: Type): string {
  return JSON.stringify(type, KEYS)
}
