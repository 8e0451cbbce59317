// Knows which losses of models are asked about, and which are everyday work.

import { expect, it } from 'vitest'
import { findLosses } from '../../src/write/loss.js'

const ask = (before: object, now: object): string[] =>
  findLosses(new Map(Object.entries(before)), new Map(Object.entries(now))).map(({ message }) => message)

it.each([
  ['nothing noted, as by versions that did not count', {}, { a: 3 }],
  ['nothing lost', { a: 10, b: 10 }, { a: 10, b: 11 }],
  ['a fifth is left', { a: 10 }, { a: 2 }],
  ['a small variant', { a: 1 }, { a: 1 }],
  ['a variant is new', { a: 10 }, { a: 10, b: 1 }],
  ['a variant has another name', { a: 10 }, { 'a-v2': 9 }],
  ['two have other names', { a: 2, b: 100 }, { x: 90, y: 2 }],
])('does not ask: %s', (_, before, now) => expect(ask(before, now)).toEqual([]))

it.each([
  [{ a: 100 }, { a: 5 }, 'only 5 of the 100 models that "a" had at the last run are there'],
  [{ a: 11 }, { a: 1 }, 'only 1 of the 11 models that "a" had at the last run is there'],
  [{ a: 10, b: 10 }, { b: 10 }, 'none of the 10 models that "a" had at the last run are there'],
  [{ a: 10, b: 9 }, { c: 10 }, 'none of the 9 models that "b" had at the last run are there'],
  [{ a: 100 }, { b: 3 }, 'none of the 100 models that "a" had at the last run are there'],
])('asks: %o, now %o', (before, now, message) => expect(ask(before, now)).toEqual([message]))
