// Knows how the table of robustness looks, and that a figure that is missed cannot be overlooked.

import { expect, it } from 'vitest'
import { growth, held } from './figures.js'
import { printFigures } from './print-table.js'

it('prints the parts in their order, and counts what was missed', () => {
  const figures = [
    growth('rows', 2.1, 2.6),
    held('writing', 'kills survived', { good: 499, all: 500 }),
    held('input classes', 'covered', { good: 1200, all: 1200 }),
  ]
  expect(printFigures(figures)).toBe(
    [
      'input classes\n  covered            1,200 of 1,200  met',
      'writing\n  kills survived         499 of 500  MISSED',
      'growth\n  rows            2.10 ×, below 2.6  met',
      '1 of 3 missed',
    ].join('\n\n'),
  )
})

it('counts nothing tried as missed', () => {
  expect(held('sinks', 'payloads', { good: 0, all: 0 }).met).toBe(false)
})
