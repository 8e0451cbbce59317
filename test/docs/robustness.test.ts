// Knows that the page about robustness names tests that are there.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'test/robustness/README.md'), 'utf8')

test('the test files named are there', () => {
  const named = [...page.matchAll(/`(test\/[\w./-]+\.ts)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('every incident has one', () => {
  const rows = page
    .slice(page.indexOf('## Incidents'))
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter((row) => !/`test\/[^`]+\.test\.ts`[^|]*\|$/.test(row))).toEqual([])
})
