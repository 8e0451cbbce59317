import { describe, expect, test } from 'vitest'
import { isNull, matchShape, membersOf, shapeOf, shapeRefs, unionShape, type Shape } from '../../src/emit/shape.js'
import type { Type } from '../../src/ir/type.js'
import {
  any,
  array,
  dateTime,
  integer,
  literal,
  map,
  nullable,
  number,
  ref,
  string,
  type,
  union,
} from './sample-model.js'

const none: Shape = { kind: 'literal', value: null }
const text: Shape = { kind: 'string' }
const known: Shape = { kind: 'ref', id: 'a/known' }

describe('shapeOf', () => {
  test.each<[string, Type, Shape]>([
    ['what nobody said', type({ kind: 'unknown' }), { kind: 'unknown' }],
    ['anything', any, { kind: 'unknown' }],
    ['anything or null', nullable(any), { kind: 'unknown' }],
    ['a type of a library', type({ kind: 'external', name: 'Http' }), { kind: 'unknown' }],
    ['a model', ref('a/known'), known],
    ['no model', ref('a/nowhere'), { kind: 'unknown' }],
    ['no model, spelt out', type({ kind: 'ref', name: 'a/nowhere', inline: string }), text],
    ['null', nullable(string), { kind: 'union', members: [text, none] }],
    ['perhaps null', { ...string, nullable: 'unknown' }, text],
    ['perhaps whole', type({ kind: 'number', integer: 'unknown' }), { kind: 'number', integer: false }],
    ['a list', array(nullable(string)), { kind: 'array', items: { kind: 'union', members: [text, none] } }],
    ['a map', map(integer), { kind: 'map', values: { kind: 'number', integer: true } }],
    [
      'nested unions',
      union(nullable(string), union(ref('a/known'), string)),
      { kind: 'union', members: [text, known, none] },
    ],
    ['a union with anything', union(string, any), { kind: 'unknown' }],
    ['a union of one', union(string), text],
    ['a union of none', union(), { kind: 'never' }],
    [
      'a list or a map',
      type({ kind: 'collection' }),
      {
        kind: 'union',
        members: [
          { kind: 'array', items: { kind: 'unknown' } },
          { kind: 'map', values: { kind: 'unknown' } },
        ],
      },
    ],
    [
      'constants and dates in a string',
      union(literal('a'), dateTime, string, literal(1)),
      { kind: 'union', members: [text, { kind: 'literal', value: 1 }] },
    ],
    ['whole numbers in a number', union(integer, number, literal(2)), { kind: 'number', integer: false }],
    [
      'constants in whole numbers',
      union(integer, literal(2), literal(0.5)),
      {
        kind: 'union',
        members: [
          { kind: 'number', integer: true },
          { kind: 'literal', value: 0.5 },
        ],
      },
    ],
  ])('%s', (_, given, want) => expect(shapeOf(given, (id) => id === 'a/known')).toEqual(want))
})

test('membersOf', () => {
  expect(membersOf(text)).toEqual([text])
  expect(membersOf({ kind: 'union', members: [text, none] })).toEqual([text, none])
})

test('unionShape puts null last', () =>
  expect(unionShape([none, text])).toEqual({ kind: 'union', members: [text, none] }))

test('isNull', () => expect([none, text].map(isNull)).toEqual([true, false]))

test('shapeRefs', () => {
  const shape = shapeOf(union(array(map(ref('b'))), ref('a'), ref('b')), () => true)
  expect(shapeRefs(shape)).toEqual(['b', 'a', 'b'])
})

test('matchShape calls the handler of the kind', () => {
  const name = (shape: Shape): string => shape.kind
  const handlers = { unknown: name, never: name, string: name, boolean: name, bytes: name, number: name, date: name }
  const all = { ...handlers, literal: name, array: name, map: name, ref: name, union: name }
  expect(matchShape(known, all)).toBe('ref')
})
