// Knows which names are taken for one another by those who read them.

import { expect, test } from 'vitest'
import { isPlainText, looksOf } from '../../src/text/lookalike.js'

test.each([
  ['is_оpen', 'is_open'],
  ['раураl', 'paypal'],
  ['Αlpha', 'Alpha'],
  ['is\u200bopen', 'isopen'],
  ['ｆｕｌｌ', 'full'],
])('%s looks like %s', (text, plain) => {
  expect([looksOf(text), isPlainText(text), isPlainText(plain)]).toEqual([plain, false, true])
})

test.each(['größe', 'имя', '漢字', 'plain_name'])('%s looks like nothing else', (text) => {
  expect(looksOf(text)).not.toMatch(/^(?!plain_name)[ -~]+$/)
})
