import { expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import { explainText, modelExplainText } from '../../../src/emit/validators/explain-text.js'
import { shapeOf } from '../../../src/emit/shape.js'
import type { Model } from '../../../src/ir/model.js'
import type { Type } from '../../../src/ir/type.js'
import {
  alternatives,
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
  type,
  union,
} from '../sample-model.js'

const models = [
  object('a/y', 'Y', [field('t', literal('y'))]),
  object('a/z', 'Z', [field('t', literal('__proto__'))]),
  alternatives('a/u', 'U', [ref('a/y'), string]),
  model('a/gone', 'Gone', { kind: 'unknown' }),
]

test.each<[string, Type, string]>([
  ['anything', any, 'check.unknown'],
  ['nothing', union(), 'check.never'],
  ['a whole number', integer, 'check.integer'],
  ['a date', type({ kind: 'date', time: false }), 'check.date'],
  ['bytes', type({ kind: 'bytes' }), 'check.bytes'],
  ['a constant', literal('a'), 'check.constants(["a"])'],
  ['constants', union(nullable(literal('a')), literal(1)), 'check.constants(["a", 1, null])'],
  ['null', nullable(string), 'check.nullable(check.string)'],
  ['a list of maps', array(map(string)), 'check.arrayOf(check.mapOf(check.string))'],
  ['a model', ref('a/y'), 'explainY'],
  ['a model that takes everything', ref('a/gone'), 'check.unknown'],
  [
    'one object',
    union(ref('a/y'), string),
    'check.anyOf("Y | string", (value) => typeof value === "string" || isY(value), { object: explainY })',
  ],
  ['two objects', union(ref('a/y'), ref('a/z')), 'check.anyOf("Y | Z", (value) => isY(value) || isZ(value))'],
  [
    'what may hide an object',
    union(ref('a/u'), ref('a/y')),
    'check.anyOf("U | Y", (value) => isU(value) || isY(value))',
  ],
  [
    'an object and a list',
    union(map(any), nullable(array(string))),
    'check.anyOf("map of anything | array of string | null", (value) => value === null || check.isObject(value) || check.isArrayOf(value, (item) => typeof item === "string"), { object: check.mapOf(check.unknown), array: check.arrayOf(check.string) })',
  ],
])('%s', (_, given, want) => {
  const outline = outlineModels(models, true)
  expect(
    explainText(
      shapeOf(given, (id) => outline.byId.has(id)),
      outline,
    ),
  ).toBe(want)
})

test.each<[string, Model, string]>([
  ['an empty object', object('a/x', 'X', []), 'check.object({})'],
  [
    'fields',
    object('a/x', 'X', [field('__proto__', string), field('a-b?', integer)], string),
    'check.object({\n  ["__proto__"]: check.required(check.string),\n  "a-b": check.optional(check.integer),\n}, check.string)',
  ],
  ['a closed enumeration', enumeration('a/x', 'X', ['a'], false), 'check.constants(Object.values(X))'],
  ['an open one', enumeration('a/x', 'X', ['a'], true), 'check.string'],
  [
    'an undiscriminated union',
    alternatives('a/x', 'X', [string, nullable(integer)]),
    'check.anyOf("string | integer | null", (value) => typeof value === "string" || Number.isInteger(value) || value === null)',
  ],
  [
    'a discriminated one',
    alternatives('a/x', 'X', [ref('a/y'), nullable(ref('a/z'))], 't'),
    'check.nullable(check.tagged("t", {\n  y: explainY,\n  ["__proto__"]: explainZ,\n}))',
  ],
  ['nothing known', model('a/x', 'X', { kind: 'unknown' }), 'check.unknown'],
])('%s', (_, x, want) => {
  const outline = outlineModels([...models, x], true)
  const entry = outline.byId.get('a/x')
  expect(entry && modelExplainText(entry, outline)).toBe(want)
})
