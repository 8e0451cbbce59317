import { expect, test } from 'vitest'
import {
  always,
  both,
  either,
  equals,
  holds,
  never,
  states,
  type Condition,
} from '../../../src/emit/validators/condition.js'

const [a, b, c] = [holds('a()'), equals('b', '1'), states('c in d')]

test.each<[string, Condition, string, string]>([
  ['a call', a, 'a()', '!a()'],
  ['a comparison', b, 'b === 1', 'b !== 1'],
  ['an operator', c, 'c in d', '!(c in d)'],
  ['no condition', both([]), 'true', 'false'],
  ['true in both', both([always, a]), 'a()', '!a()'],
  ['false in both', both([never, a]), 'false', 'true'],
  ['nothing to choose', either([]), 'false', 'true'],
  ['true in either', either([always, a]), 'true', 'false'],
  ['the same again', both([both([a, b]), c]), 'a() && b === 1 && c in d', '!a() || b !== 1 || !(c in d)'],
  ['the other inside', both([either([a, b]), c]), '(a() || b === 1) && c in d', '(!a() && b !== 1) || !(c in d)'],
  ['both inside either', either([both([a, b]), c]), '(a() && b === 1) || c in d', '(!a() || b !== 1) && !(c in d)'],
])('%s', (_, condition, text, opposite) => {
  expect([condition.text, condition.opposite]).toEqual([text, opposite])
})
