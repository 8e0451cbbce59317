import { expect, test } from 'vitest'
import { createPool } from '../../src/text/pool.js'

test.each(['', 'a', 'a longer text, of which an engine would keep a view', '\uFEFFmark', 'grüße 👋', '\u2028'])(
  'a text is given as it is: %j',
  (text) => {
    const own = createPool()
    expect(own(text)).toBe(text)
    expect(own(text)).toBe(text)
  },
)
