// Knows what comes of many processes that write to one output folder at once, also where a lock was left there.

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { callCli, ensureBuilt } from '../support/built-cli.js'
import { addFigure, held } from './figures.js'
import { codesOf, docsFolders, docsOf, isSameTree, litterOf, putTree, runHere, scratch, treeOf } from './scene.js'

const PROCESSES = 8
const ROUNDS = 50

beforeAll(ensureBuilt)

const lockOf = (pid: number, machine: string): string =>
  `${JSON.stringify({ pid, machine, started: '2026-01-01T00:00:00.000Z' })}\n`
const gone = 2 ** 30

function putDocs(cwd: string, state: 'old' | 'new'): void {
  rmSync(join(cwd, 'docs'), { recursive: true, force: true })
  putTree(join(cwd, 'docs'), docsOf(state, 3))
}

it(`${PROCESSES} processes at once come out as one after the other`, async (context) => {
  const cwd = scratch()
  const out = join(cwd, 'out')
  const faults: string[] = []
  let good = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const state = round % 2 === 0 ? 'old' : 'new'
    putDocs(cwd, state)
    const wanted = scratch()
    putDocs(wanted, state)
    await runHere(wanted)
    // In every other round all of them find the lock of a process that was killed.
    if (round % 4 > 1) writeFileSync(join(out, '.codegen-lock'), lockOf(gone, createNodeHost().runner.machine))
    const call = { cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache') } }
    const args = ['run', ...docsFolders, '--validators', 'none', '--out', 'out', '--quiet']
    const results = await Promise.all(Array.from({ length: PROCESSES }, () => callCli(args, call)))
    const found = treeOf(out)
    const wrong = [
      ...results.flatMap(({ code, stderr }) => (code === 0 && stderr === '' ? [] : [`exit code ${code}: ${stderr}`])),
      ...[...litterOf(found), ...litterOf(treeOf(join(cwd, 'cache')))].map((path) => `${path} stays`),
      ...(isSameTree(found, treeOf(join(wanted, 'out'))) ? [] : ['the output is another']),
    ]
    if (wrong.length === 0) good += 1
    faults.push(...wrong.map((text) => `${round}: ${text}`))
  }
  addFigure(context, held('writing', `rounds of ${PROCESSES} runs at once`, { good, all: ROUNDS }))
  expect(faults).toEqual([])
})

it.each([
  { what: 'another machine', lock: lockOf(gone, 'elsewhere') },
  { what: 'a running process', lock: lockOf(process.ppid, createNodeHost().runner.machine) },
])('the lock of $what is respected', async ({ lock }) => {
  const cwd = scratch()
  putDocs(cwd, 'old')
  await runHere(cwd)
  putDocs(cwd, 'new')
  writeFileSync(join(cwd, 'out', '.codegen-lock'), lock)
  const before = treeOf(join(cwd, 'out'))
  expect(codesOf(await runHere(cwd, { patience: 200 }))).toEqual(['CG606'])
  expect(treeOf(join(cwd, 'out'))).toEqual(before)
})
