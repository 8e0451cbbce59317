import { expect, test } from 'vitest'
import { outlineModels, type Outline } from '../../../src/emit/outline.js'
import { explainContext, explainStatements, explainText } from '../../../src/emit/validators/explain-text.js'
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
  ['a list of maps', array(map(string)), 'check.arrayOf(check.mapOf(check.string), check.isMapOfString)'],
  ['a list of models, asked before they are explained', array(ref('a/y')), 'check.arrayOf(explainY, isY)'],
  ['a map of them', map(ref('a/y')), 'check.mapOf(explainY, isY)'],
  ['a list of lists of them', array(array(ref('a/y'))), 'check.arrayOf(check.arrayOf(explainY, isY))'],
  ['a model', ref('a/y'), 'explainY'],
  ['a model that takes everything', ref('a/gone'), 'check.unknown'],
  [
    'one object',
    union(ref('a/y'), string),
    'check.anyOf("Y | string", (value) => typeof value === "string", { object: explainY })',
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
    'check.anyOf("map of anything | array of string | null", (value) => value === null, { array: check.arrayOf(check.string), object: check.mapOf(check.unknown) })',
  ],
])('%s', (_, given, want) => {
  const outline = outlineModels(models, true)
  expect(
    explainText(
      shapeOf(given, (id) => outline.byId.has(id)),
      contextOf(outline),
    ),
  ).toBe(want)
})

const isObject = 'if (!check.isObject<X>(value)) return check.fail("object", value, issues);'

test.each<[string, Model, string]>([
  [
    'an empty object',
    object('a/x', 'X', []),
    'if (!check.isObject(value)) return check.fail("object", value, issues);',
  ],
  ['what may be anything', object('a/x', 'X', [field('a?', any)]), isObject],
  [
    'what is right is passed over, lists of models are walked into',
    object('a/x', 'X', [
      field('y', ref('a/y')),
      field('ys?', nullable(array(ref('a/y')))),
      field('t?', string),
      field('l?', array(string)),
      field('u', any),
    ]),
    [
      isObject,
      'if (!isY(value.y)) check.inside(value, "y", explainY, issues);',
      'if (value.ys !== undefined) check.inside(value, "ys", check.nullable(check.arrayOf(explainY, isY)), issues);',
      'if (value.t !== undefined && typeof value.t !== "string") check.inside(value, "t", check.string, issues);',
      'if (value.l !== undefined && !check.isArrayOfString(value.l)) check.inside(value, "l", check.arrayOf(check.string), issues);',
      'if (!("u" in value)) check.inside(value, "u", check.unknown, issues);',
    ].join('\n'),
  ],
  [
    'fields',
    object('a/x', 'X', [field('__proto__', string), field('a-b?', integer)], string),
    [
      isObject,
      'if (typeof check.own(value, "__proto__") !== "string") check.inside(value, "__proto__", check.string, issues);',
      'if (value["a-b"] !== undefined && !Number.isInteger(value["a-b"])) check.inside(value, "a-b", check.integer, issues);',
      'check.others(value, new Set(["__proto__", "a-b"]), check.string, issues);',
    ].join('\n'),
  ],
  [
    'a closed enumeration',
    enumeration('a/x', 'X', ['a'], false),
    'if (!isX(value)) check.fail(check.listed(Object.values(X)), value, issues);',
  ],
  ['an open one', enumeration('a/x', 'X', ['a'], true), 'if (!isX(value)) check.fail("string", value, issues);'],
  [
    'an undiscriminated union',
    alternatives('a/x', 'X', [string, nullable(integer)]),
    'check.anyOf("string | integer | null", (value) => typeof value === "string" || Number.isInteger(value) || value === null)(value, issues);',
  ],
  [
    'a discriminated one',
    alternatives('a/x', 'X', [ref('a/y'), nullable(ref('a/z'))], 't'),
    'check.nullable(check.tagged("t", {\n  y: explainY,\n  ["__proto__"]: explainZ,\n}))(value, issues);',
  ],
  ['nothing known', model('a/x', 'X', { kind: 'unknown' }), ''],
])('%s', (_, x, want) => {
  const outline = outlineModels([...models, x], true)
  const entry = outline.byId.get('a/x')
  expect(entry && explainStatements(entry, explainContext(outline, 'allow')).join('\n')).toBe(want)
})

test('unknown keys are issues where they are refused', () => {
  const outline = outlineModels([object('a/x', 'X', [field('a?', any)])], true)
  const entry = outline.byId.get('a/x')
  expect(entry && explainStatements(entry, explainContext(outline, 'reject'))).toEqual([
    isObject,
    'check.others(value, keys, check.never, issues);',
  ])
})

test('models of a cycle are walked into without a question, so that depth costs nothing twice', () => {
  const x = object('a/x', 'X', [field('next?', nullable(ref('a/x'))), field('all', array(ref('a/x')))])
  const outline = outlineModels([x], true)
  const entry = outline.byId.get('a/x')
  expect(entry && explainStatements(entry, explainContext(outline, 'allow', entry.cycle))).toEqual([
    isObject,
    'if (value.next !== undefined) check.inside(value, "next", check.nullable(explainX), issues);',
    'check.inside(value, "all", check.arrayOf(explainX), issues);',
  ])
})

function contextOf(outline: Outline): Parameters<typeof explainText>[1] {
  return explainContext(outline, 'allow')
}
