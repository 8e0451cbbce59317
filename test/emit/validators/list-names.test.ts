import { expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import { shapeOf } from '../../../src/emit/shape.js'
import { listNames } from '../../../src/emit/validators/list-names.js'
import type { Type } from '../../../src/ir/type.js'
import {
  array,
  boolean,
  dateTime,
  integer,
  literal,
  map,
  nullable,
  number,
  object,
  ref,
  string,
  union,
} from '../sample-model.js'

const outline = outlineModels(
  [
    object('a/y', 'Y', []),
    object('a/c', 'C', []),
    object('a/taken', 'ArrayOfNumber', []),
    object('a/plain', 'Integer', []),
  ],
  true,
)
const listOf = listNames(outline, new Set(['a/c']))

test.each<[string, Type, string | undefined]>([
  ['texts, which all files share', string, 'check.isArrayOfString'],
  ['booleans', boolean, 'isArrayOfBoolean'],
  ['whole numbers', integer, 'isArrayOfInteger'],
  ['date-times', dateTime, 'isArrayOfDateTime'],
  ['models', ref('a/y'), 'isArrayOfY'],
  ['models of the cycle', ref('a/c'), 'matchesArrayOfC'],
  ['null among them', nullable(ref('a/y')), 'isArrayOfNullableY'],
  ['maps', map(string), 'isArrayOfMapOfString'],
  ['lists of models of the cycle', array(ref('a/c')), 'matchesArrayOfArrayOfC'],
  ['constants', union(literal('a'), literal('b')), undefined],
  ['one of several', union(ref('a/y'), string), undefined],
  ['a list that a model is called after', number, undefined],
  ['a model that is called as something else', ref('a/plain'), undefined],
])('a list of %s', (_, items, want) => {
  expect(
    listOf(
      'array',
      shapeOf(items, (id) => outline.byId.has(id)),
    ),
  ).toBe(want)
})
