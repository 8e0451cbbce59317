import { describe, expect, it, test } from 'vitest'
import { mapParts, outerRefs, typeRefs, type RefType, type Type } from '../../src/ir/type.js'
import { typeOf } from '../support/invented.js'

const nullable = 'unknown'
const text: Type = { kind: 'string', nullable }
const spelt: RefType = { kind: 'ref', name: 'Slot', nullable, inline: { kind: 'ref', name: 'Locker', nullable } }

describe('parts of a type', () => {
  test.each([
    ['[int]', '[text]'],
    ['{int}', '{text}'],
    ['int|[bool]', 'text|text'],
    ['int', 'int'],
  ])('of %s, all made text: %s', (given, want) => {
    expect(mapParts(typeOf(given), () => text)).toEqual(typeOf(want))
  })

  it('leaves the type as it is where no part changes, and what a reference spells out in any case', () => {
    for (const type of [typeOf('[int]'), typeOf('{[int]}'), typeOf('int|text')])
      expect(mapParts(type, (part) => part)).toBe(type)
    expect(mapParts(spelt, () => text)).toBe(spelt)
  })
})

it('finds references, with and without those in what a reference spells out', () => {
  const type: Type = { kind: 'array', nullable, items: { kind: 'union', nullable, members: [spelt, text] } }
  expect(typeRefs(type).map(({ name }) => name)).toEqual(['Slot', 'Locker'])
  expect(outerRefs(type).map(({ name }) => name)).toEqual(['Slot'])
})
