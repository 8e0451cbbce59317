// Knows how the first difference of a file that was edited is shown.

import { expect, it } from 'vitest'
import { firstDifference } from '../../src/write/edits.js'

it.each([
  ['nothing', 'a\nb\n', 'a\nb\n', undefined],
  ['other line ends', 'a\nb\n', 'a\r\nb\r\n', undefined],
  ['a line', 'a\nb\nc\n', 'a\nB\nc\n', '2:1\n2 | - b\n  | + B'],
  ['a line more', 'a\nc\n', 'a\nb\nc\n', '2:1\n2 | + b'],
  ['a line less', 'a\nb\nc\n', 'a\nc\n', '2:1\n2 | - b'],
  ['one of several alike', 'a\na\n', 'a\na\na\n', '3:1\n3 | + a'],
  ['all', 'a', 'b\nc', '1:1\n1 | - a\n  | + b\n  | + c'],
  ['the end', 'a\nb', 'a', '1:2\n2 | - b'],
  ['many lines', '', '1\n2\n3\n4\n5', '1:1\n1 | - \n  | + 1\n  | + 2\n  | + 3\n  | + (2 more lines)'],
  ['control characters', 'a', '\u001b[31mred', '1:1\n1 | - a\n  | + \\u{1b}[31mred'],
])('%s', (_, wanted, found, shown) => {
  const difference = firstDifference('a.ts', wanted, found)
  const { line, column } = difference?.span.start ?? {}
  expect(difference && `${line}:${column}\n${difference.excerpt}`).toBe(shown)
})
