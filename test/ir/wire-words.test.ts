import { expect, test } from 'vitest'
import { countWireNames, wireWords } from '../../src/ir/wire-words.js'
import { api, field, model, object, string } from '../emit/sample-model.js'

const given = api([
  object('a/x', 'X', [
    field('a', string, { wire: 'override' }),
    field('b', string, { wire: 'example' }),
    field('c', string, { wire: 'path' }),
    field('d', string, { wire: 'value' }),
    field('e', string),
    field('f', string),
  ]),
  model('a/y', 'Y', { kind: 'object', role: 'response', fields: [field('g', string)] }),
])

test('the names of data are counted by how they are known', () => {
  expect(countWireNames(given)).toEqual({ override: 1, example: 1, path: 1, value: 1, text: 0, convention: 2 })
})

test('in words', () => {
  expect(wireWords(given.wireCase, countWireNames(given))).toEqual({
    casing: 'snake case: most examples',
    names:
      'of 6 names 1 as configured, 1 seen in examples, 1 seen in paths, 1 seen in enumerations of fields, 2 guessed by that casing',
  })
  expect(wireWords(given.wireCase, countWireNames(api([])))).toBeUndefined()
})
