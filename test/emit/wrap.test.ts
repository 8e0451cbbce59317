import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from '../../src/emit/wrap.js'

test.each<[string, string, string]>([
  ['a short line', 'one two', 'one two'],
  ['a long line', 'one two three four', 'one two\nthree four'],
  ['each line for itself', 'one two three\n\nfour five six', 'one two\nthree\n\nfour five\nsix'],
  ['a long word', 'https://example.test/a is one', 'https://example.test/a\nis one'],
  ['a hyphen that fits', 'one two - three', 'one two -\nthree'],
  ['what would become a list', 'one twoxyz - three', 'one twoxyz -\nthree'],
  ['what would be one', 'one more - two three', 'one more -\ntwo three'],
  ['what would become a number of a list', 'there are 1. one 2. two', 'there are 1.\none 2. two'],
  ['what would become a heading', 'the colour #fff is white', 'the colour #fff\nis white'],
  ['what would become a tag', 'write more @x', 'write more @x'],
  ['two spaces', 'one more  three four', 'one\nmore  three\nfour'],
  ['a back-slash at the end of a line would be a break', 'one more\\ three', 'one\nmore\\ three'],
  ['a fence', '```\none two three four\n```', '```\none two three four\n```'],
  ['a table', '| one | two | three |', '| one | two | three |'],
  ['code set in', '    one two three', '    one two three'],
])('%s', (_, text, want) => expect(wrapText(text, 10)).toBe(want))

test('nothing but single spaces become line ends, once', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '  ', '\n', '-', '#', '`', '\\', '1.', '@') })
  fc.assert(
    fc.property(text, (given) => {
      const wrapped = wrapText(given, 8)
      expect(wrapped.replaceAll('\n', ' ')).toBe(given.replaceAll('\n', ' '))
      expect(wrapText(wrapped, 8)).toBe(wrapped)
    }),
  )
})
