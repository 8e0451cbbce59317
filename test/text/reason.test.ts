import { expect, test } from 'vitest'
import { reasonOf, shortReason } from '../../src/text/reason.js'

test.each([
  [new Error('no space left'), 'no space left', 'no space left'],
  [new Error('\n  it broke\n  at a.ts'), '\n  it broke\n  at a.ts', '  it broke'],
  ['thrown text', 'thrown text', 'thrown text'],
  [undefined, 'undefined', 'undefined'],
  [new Error(''), '', 'no reason was given'],
])('of %j', (error, whole, short) => {
  expect([reasonOf(error), shortReason(error)]).toEqual([whole, short])
})
