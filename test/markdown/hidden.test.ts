// Knows which characters of a page are told of because nobody sees them.

import { expect, test } from 'vitest'
import { findHidden } from '../../src/markdown/hidden.js'

const told = (text: string): readonly string[] =>
  findHidden('a.md', text).map(({ message, span }) => `${span?.start.line}:${span?.start.column} ${message}`)

test.each([
  ['\u0001', 'U+0001'],
  ['\u001b', 'U+001B'],
  ['\u007f', 'U+007F'],
  ['\u009b', 'U+009B'],
  ['\u061c', 'U+061C'],
  ['\u200b', 'U+200B'],
  ['\u200e', 'U+200E'],
  ['\u202e', 'U+202E'],
  ['\u2066', 'U+2066'],
  ['\ufeff', 'U+FEFF'],
])('%j is told of', (character, name) => {
  expect(told(`# Door\n\nOne${character}.`)).toEqual([`3:4 one character of the page cannot be seen: ${name}`])
})

test('every control character is, but NUL, which is told of elsewhere, tabs and line ends', () => {
  const codes = [...Array(0xa0).keys()].filter((code) => (code > 0 && code < 0x20) || code >= 0x7f)
  const missed = codes.filter((code) => told(`a${String.fromCharCode(code)}`).length === 0)
  expect(missed).toEqual([9, 10, 13])
})

test('once for a page, with all of them', () => {
  expect(told('a\u202eb\u202cc\r\n\u202ed')).toEqual(['1:2 3 characters of the page cannot be seen: U+202E, U+202C'])
})

test('what a text needs is not told of: tabs, line ends, joiners, other scripts', () => {
  expect(told('\ta\r\nb\rc 👩\u200d💻 می\u200cخواهم é 漢 \u00a0 \u2028')).toEqual([])
})
