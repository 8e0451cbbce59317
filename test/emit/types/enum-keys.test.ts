import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enumKeys } from '../../../src/emit/types/enum-keys.js'
import type { LiteralValue } from '../../../src/ir/type.js'

test.each<[LiteralValue[], string[]]>([
  [
    ['a', 'b_c', 'd e'],
    ['A', 'BC', 'DE'],
  ],
  [['a', 'a'], ['A']],
  [
    ['a', 'A'],
    ['a', 'A'],
  ],
  [
    ['1', 1, true, null],
    ['1', '1_2', 'true', 'null'],
  ],
  [
    ['', '!'],
    ['', '!'],
  ],
])('%j', (values, want) => expect(enumKeys(values).map(([key]) => key)).toEqual(want))

test('keys are unique and no value is lost', () => {
  const value = fc.oneof(
    fc.constantFrom('a', 'A', 'A_2', 'a-', '1', 'true', '1_2'),
    fc.constantFrom(1, true, null),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const keyed = enumKeys(values)
      expect(new Set(keyed.map(([key]) => key)).size).toBe(keyed.length)
      expect(new Set(keyed.map(([, kept]) => kept))).toEqual(new Set(values))
    }),
  )
})
