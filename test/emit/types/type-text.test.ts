import { expect, test } from 'vitest'
import { aliasText, alternatives, indexText, orUndefined, typeText } from '../../../src/emit/types/type-text.js'
import type { Shape } from '../../../src/emit/shape.js'

const context = { nameOf: (id: string) => id.toUpperCase() }
const text: Shape = { kind: 'string' }
const date: Shape = { kind: 'date', time: true }

test.each<[string, Shape[], string[]]>([
  ['one', [text], ['string']],
  ['what is the same in TypeScript', [text, date], ['string']],
  ['a constant that is included', [date, { kind: 'literal', value: 'x' }], ['string']],
  ['a constant that is not', [date, { kind: 'literal', value: 1 }], ['string', '1']],
  ['anything', [text, { kind: 'unknown' }], ['unknown']],
])('alternatives: %s', (_, shapes, want) => expect(alternatives(shapes, context)).toEqual(want))

test('typeText of a reference', () =>
  expect(typeText({ kind: 'array', items: { kind: 'ref', id: 'a' } }, context)).toBe('A[]'))

test('aliasText', () => {
  expect(aliasText(['a', 'b'], 5)).toBe('a | b')
  expect(aliasText(['a', 'b'], 4)).toBe('\n| a\n| b')
})

test('orUndefined', () => expect([orUndefined('A'), orUndefined('unknown')]).toEqual(['A | undefined', 'unknown']))

test('indexText', () => expect(indexText(text, ['B', 'string', 'A'], context)).toBe('string | A | B'))
