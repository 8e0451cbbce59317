// Knows that each promise is kept by a test that fails as soon as the promise is broken.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFigure, held } from './figures.js'
import { promises, type Mutant } from './mutants.js'

const root = join(import.meta.dirname, '../..')
const parts = ['src', 'test', 'templates', 'fixtures', 'dist', 'package.json', 'tsconfig.json', 'vitest.config.ts']
const all = Object.values(promises).flat()

let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'codegen-mutants-'))
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** How many tests of some files pass and fail in the copy. */
function runTests(files: readonly string[]): { readonly passed: number; readonly failed: number } {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const args = ['run', '--reporter=json', `--outputFile=${report}`, ...files]
  spawnSync(process.execPath, [join(copy, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: copy })
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

/** Whether the tests notice the promise broken; a text that does not stand once in its file breaks nothing. */
function isNoticed({ file, from, to, tests }: Mutant): boolean {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const [before, after, ...more] = text.split(from)
  if (before === undefined || after === undefined || more.length > 0) return false
  try {
    writeFileSync(path, before + to + after)
    return runTests(tests).failed > 0
  } finally {
    writeFileSync(path, text)
  }
}

test('the tests named pass while nothing is broken', () => {
  const { passed, failed } = runTests([...new Set(all.flatMap(({ tests }) => tests))])
  expect(failed).toBe(0)
  expect(passed).toBeGreaterThan(all.length)
})

test('each is broken in turn, and noticed', (context) => {
  const unnoticed = all.filter((mutant) => !isNoticed(mutant))
  addFigure(
    context,
    held('promises', 'broken on purpose, and noticed', { good: all.length - unnoticed.length, all: all.length }),
  )
  expect(unnoticed).toEqual([])
  expect(Object.values(promises).filter((mutants) => mutants.length > 0)).toHaveLength(9)
})
