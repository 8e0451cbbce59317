// Knows that JSON of ours means what was given, and shows all of it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonInScript, jsonLine, jsonText } from '../../src/text/json-text.js'

test.each([
  ['bidirectional marks', 'a\u202eb', '"a\\u202eb"'],
  ['characters of two units', '\u{e0041}', '"\\udb40\\udc41"'],
  ['half a pair', '\ud800', '"\\ud800"'],
  ['line separators', '\u2028', '"\\u2028"'],
  ['the end of a script', '</script><!--', '"\\u003c/script>\\u003c!--"'],
  ['commands of a log', '##[error]x ##x', '"#\\u0023[error]x ##x"'],
  ['nothing', undefined, 'null'],
])('%s', (_, given, wanted) => expect(jsonLine(given)).toBe(wanted))

test('it reads back as what was given, and nothing in it is unseen', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const document = jsonText({ value })
      expect(JSON.parse(document)).toEqual(JSON.parse(JSON.stringify({ value })))
      expect(document).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|<[/!]/u)
    }),
  )
})

test('in a script no element begins', () => expect(jsonInScript({ a: '<b>' })).toBe('{"a":"\\u003cb>"}'))
