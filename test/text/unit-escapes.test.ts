// Knows that a text, written as a pattern, matches itself and nothing else.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literalPattern } from '../../src/text/unit-escapes.js'

test.each(['', 'u'])('a pattern of any text finds that text, with the flags "%s"', (flags) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const pattern = new RegExp(`^${literalPattern(text)}$`, flags)
      expect(pattern.test(text)).toBe(true)
      expect(pattern.test(`${text}x`)).toBe(false)
    }),
  )
})
