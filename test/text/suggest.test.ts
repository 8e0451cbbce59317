// Knows which misspelt names are recognised.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, suggest } from '../../src/text/suggest.js'

describe('suggest', () => {
  const keys = ['sources', 'out', 'validators', 'failOn', 'wireCase']
  it.each([
    { name: 'source', expected: 'sources' },
    { name: 'validator', expected: 'validators' },
    { name: 'vaildators', expected: 'validators' },
    { name: 'failon', expected: 'failOn' },
    { name: 'wire_case', expected: 'wireCase' },
    { name: 'ou', expected: 'out' },
    { name: 'plugins', expected: undefined },
    { name: '', expected: undefined },
  ])('$name: $expected', ({ name, expected }) => expect(suggest(name, keys)).toBe(expected))

  it('takes the nearest, and of two as near the first by name', () => {
    expect(suggest('bat', ['cat', 'bats', 'bar'])).toBe('bar')
  })
})

describe('editDistance', () => {
  it.each([
    { a: '', b: '', expected: 0 },
    { a: 'abc', b: 'abc', expected: 0 },
    { a: '', b: 'abc', expected: 3 },
    { a: 'abc', b: 'acb', expected: 1 },
    { a: 'kitten', b: 'sitting', expected: 3 },
  ])('$a $b: $expected', ({ a, b, expected }) => expect(editDistance(a, b)).toBe(expected))

  it('is the same both ways, and a limit changes nothing below it', () => {
    const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, limit) => {
        const full = editDistance(a, b)
        expect(editDistance(b, a)).toBe(full)
        expect(Math.min(editDistance(a, b, limit), limit + 1)).toBe(Math.min(full, limit + 1))
      }),
    )
  })
})
