import { describe, expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import type { Shape } from '../../../src/emit/shape.js'
import { guardContext, itemGuard, objectCondition, shapeCondition } from '../../../src/emit/validators/guard-text.js'
import type { Field } from '../../../src/ir/model.js'
import type { Type } from '../../../src/ir/type.js'
import {
  any,
  array,
  enumeration,
  field,
  integer,
  literal,
  map,
  model,
  nullable,
  object,
  ref,
  string,
} from '../sample-model.js'

const models = [
  object('a/y', 'Y', []),
  enumeration('a/e', 'E', ['a'], false),
  model('a/gone', 'Gone', { kind: 'unknown' }),
]
const context = guardContext(outlineModels(models, true))
const text: Shape = { kind: 'string' }
const y: Shape = { kind: 'ref', id: 'a/y' }
const constants: Shape = {
  kind: 'union',
  members: [
    { kind: 'literal', value: 1 },
    { kind: 'literal', value: 2 },
  ],
}

describe('shapeCondition', () => {
  test.each<[Shape, string]>([
    [{ kind: 'unknown' }, 'true'],
    [{ kind: 'never' }, 'false'],
    [{ kind: 'boolean' }, 'typeof v === "boolean"'],
    [{ kind: 'bytes' }, 'v instanceof Uint8Array'],
    [{ kind: 'number', integer: true }, 'Number.isInteger(v)'],
    [{ kind: 'date', time: 'unknown' }, 'check.isDateOrDateTime(v)'],
    [{ kind: 'literal', value: 'a"' }, 'v === "a\\""'],
    [{ kind: 'array', items: { kind: 'unknown' } }, 'Array.isArray(v)'],
    [{ kind: 'array', items: { kind: 'ref', id: 'a/gone' } }, 'Array.isArray(v)'],
    [{ kind: 'array', items: text }, 'check.isArrayOfString(v)'],
    [{ kind: 'array', items: { kind: 'array', items: text } }, 'isArrayOfArrayOfString(v)'],
    [
      { kind: 'array', items: { kind: 'array', items: constants } },
      'check.isArrayOf(v, (item) => check.isArrayOf(item, (item2) => item2 === 1 || item2 === 2))',
    ],
    [{ kind: 'map', values: { kind: 'number', integer: false } }, 'isMapOfNumber(v)'],
    [{ kind: 'map', values: constants }, 'check.isMapOf(v, (item) => item === 1 || item === 2)'],
    [{ kind: 'map', values: { kind: 'unknown' } }, 'check.isObject(v)'],
    [y, 'isY(v)'],
    [
      { kind: 'union', members: [y, { kind: 'array', items: y }, text] },
      'typeof v === "string" || isY(v) || isArrayOfY(v)',
    ],
  ])('%j', (shape, want) => expect(shapeCondition(shape, 'v', context).text).toBe(want))
})

describe('objectCondition', () => {
  test.each<[string, Field[], Type | undefined, string]>([
    ['nothing', [], undefined, 'check.isObject(value)'],
    ['only further properties', [], string, 'check.isMapOfString(value)'],
    ['a required field', [field('a', string)], undefined, 'typeof value.a === "string"'],
    [
      'an optional one',
      [field('a-b?', nullable(integer))],
      undefined,
      '(value["a-b"] === undefined || Number.isInteger(value["a-b"]) || value["a-b"] === null)',
    ],
    ['anything', [field('a', any)], undefined, '"a" in value'],
    ['perhaps anything', [field('a?', any)], undefined, ''],
    ['an inherited name', [field('constructor', any)], undefined, 'Object.hasOwn(value, "constructor")'],
    [
      'an inherited name of a text',
      [field('__proto__', string)],
      undefined,
      'typeof check.own(value, "__proto__") === "string"',
    ],
    [
      'constants before references',
      [field('y', ref('a/y')), field('list', array(string)), field('map', map(any)), field('c', literal('c'))],
      undefined,
      'value.c === "c" && isY(value.y) && check.isArrayOfString(value.list) && check.isObject(value.map)',
    ],
    [
      'an enumeration before a list',
      [field('list', array(any)), field('e', ref('a/e'))],
      undefined,
      'isE(value.e) && Array.isArray(value.list)',
    ],
    ['further properties', [field('a?', any)], ref('a/y'), 'check.areOthers(value, ["a"], isY)'],
  ])('%s', (_, fields, additional, want) => {
    const outline = outlineModels([...models, object('a/x', 'X', fields, additional)], true)
    const entry = outline.byId.get('a/x')
    const condition = entry?.kind === 'object' ? objectCondition(entry, guardContext(outline)).text : ''
    expect(condition.replace(/^check\.isObject<X>\(value\)( && )?/, '')).toBe(want)
  })
})

test('itemGuard', () => {
  expect(itemGuard({ kind: 'date', time: false }, context)).toBe('check.isDate')
  expect(itemGuard(text, { ...context, depth: 1 })).toBe('(item2) => typeof item2 === "string"')
})

test('unknown keys are refused where that is asked for and nothing is said of further properties', () => {
  const outline = outlineModels([object('a/x', 'X', [field('a', string)]), object('a/z', 'Z', [], any)], true)
  const text = (id: string): string => {
    const entry = outline.byId.get(id)
    return entry?.kind === 'object' ? objectCondition(entry, guardContext(outline), 'reject').text : ''
  }
  expect(text('a/x')).toBe('check.isObject<X>(value) && typeof value.a === "string" && check.hasOnly(value, keys)')
  expect(text('a/z')).toBe('check.isObject(value)')
})

test('models on the cycle of a file are checked by their inner guards', () => {
  const outline = outlineModels(models, true)
  expect(shapeCondition(y, 'v', guardContext(outline, new Set(['a/y']))).text).toBe('matchesY(v)')
})
