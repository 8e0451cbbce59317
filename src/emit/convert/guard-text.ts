// Knows how a member of a union is told from the others on the wire: the expression that builds its guard.

import { constantLiteral } from '../escape.js'
import { guardName } from '../guard-names.js'
import type { Outline } from '../outline.js'
import { matchShape, type Shape } from '../shape.js'

/** The name under which every file imports the conversions that all share. */
export const CONVERT = 'convert'

/** The guard of a shape, as an expression; `wire` holds the models under the names of their types on the wire. */
export function guardText(shape: Shape, wire: Outline): string {
  return matchShape<string>(shape, {
    unknown: () => `${CONVERT}.isAnything`,
    never: () => `${CONVERT}.isOneOf()`,
    string: () => `${CONVERT}.isString`,
    boolean: () => `${CONVERT}.isBoolean`,
    bytes: () => `${CONVERT}.isBytes`,
    number: ({ integer }) => `${CONVERT}.${integer ? 'isInteger' : 'isNumber'}`,
    date: ({ time }) => `${CONVERT}.${time === 'unknown' ? 'isDateOrDateTime' : time ? 'isDateTime' : 'isDate'}`,
    literal: ({ value }) => `${CONVERT}.isOneOf(${constantLiteral(value)})`,
    array: ({ items }) => `${CONVERT}.isArrayOf(${guardText(items, wire)})`,
    map: ({ values }) => `${CONVERT}.isMapOf(${guardText(values, wire)})`,
    ref: ({ id }) => {
      const target = wire.byId.get(id)
      return target === undefined || target.isTotal ? `${CONVERT}.isAnything` : guardName(target.name)
    },
    union: ({ members }) => `${CONVERT}.isAnyOf(${members.map((member) => guardText(member, wire)).join(', ')})`,
  })
}
