// Knows that the page about robustness names tests that are there, and that the ways to break a promise fit the code.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { promises } from '../robustness/mutants.js'

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

test('each way to break a promise begins with what stands in the code once', () => {
  const mutants = Object.values(promises).flat()
  expect(mutants.length).toBeGreaterThan(20)
  const times = ({ file, from }: (typeof mutants)[number]): number =>
    readFileSync(join(root, file), 'utf8').split(from).length - 1
  expect(mutants.filter((mutant) => times(mutant) !== 1)).toEqual([])
})
