// Knows what patterns match.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesGlob } from '../../src/text/glob.js'

describe('matchesGlob', () => {
  it.each([
    { pattern: 'a', text: 'a', expected: true },
    { pattern: 'a', text: 'A', expected: false },
    { pattern: 'a', text: 'ab', expected: false },
    { pattern: '', text: '', expected: true },
    { pattern: '*', text: '', expected: true },
    { pattern: '*', text: 'shared/pet', expected: true },
    { pattern: 'a*', text: 'a', expected: true },
    { pattern: 'a*a', text: 'a', expected: false },
    { pattern: 'a*a', text: 'aa', expected: true },
    { pattern: '*b*', text: 'abc', expected: true },
    { pattern: '*b*c', text: 'abcbc', expected: true },
    { pattern: 'a*b*b', text: 'ab', expected: false },
    { pattern: 'a*bc*c', text: 'abc', expected: false },
    { pattern: '**', text: 'x', expected: true },
    { pattern: 'a.c', text: 'abc', expected: false },
    { pattern: '[a]', text: 'a', expected: false },
    { pattern: '?', text: 'a', expected: false },
  ])('$pattern and $text: $expected', ({ pattern, text, expected }) =>
    expect(matchesGlob(pattern, text)).toBe(expected),
  )

  it('agrees with the regular expression of the same meaning', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 })
    fc.assert(
      fc.property(patterns, letters, (pattern, text) => {
        expect(matchesGlob(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text))
      }),
      { numRuns: 2000 },
    )
  })
})
