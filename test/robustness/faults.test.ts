// Knows what becomes of the output when any one call of the file system fails, at any moment of a run.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createHostOn } from '../../src/cli/node-host.js'
import { resolveOptions } from '../../src/config/resolve.js'
import { runCached } from '../../src/pipeline/cache.js'
import type { Host } from '../../src/pipeline/host.js'
import type { Report } from '../../src/pipeline/report.js'
import { faults, faultyCalls, faultyHost, nth, type FaultPlan } from '../support/faults.js'
import { memoryHost } from '../support/memory-host.js'
import { addFigure, held } from './figures.js'
import { docsOf, litterOf, scratch, tornFiles, treeOf, type Tree } from './scene.js'

/** A file system with docs, and with what an earlier run left. */
interface World {
  readonly folder: string
  /** The host of a new process, some of whose calls fail. */
  start(plan: FaultPlan): { readonly host: Host; readonly count: () => number }
  output(): Tree
  dispose(): void
}

type Make = (files: Tree) => World

const inMemory: Make = (tree) => {
  // Nobody else runs, so that a lock is one that was left.
  const memory = memoryHost({
    files: Object.fromEntries([...tree].map(([path, text]) => [`/w/${path}`, text])),
    running: [],
  })
  return {
    folder: '/w',
    start: (plan) => faultyHost(memory, plan),
    output: () =>
      new Map(
        [...memory.files.keys()].sort().flatMap((path): [string, string][] => {
          return path.startsWith('/w/out/') ? [[path.slice(7), memory.text(path) ?? '']] : []
        }),
      ),
    dispose: () => {},
  }
}

const onDisk: Make = (tree) => {
  const folder = scratch(tree)
  let started = 0
  return {
    folder,
    start: (plan) => {
      const { calls, count } = faultyCalls(plan)
      const host = createHostOn(calls)
      started += 1
      return { host: { ...host, runner: { ...host.runner, started: `${started}` } }, count }
    },
    output: () => treeOf(join(folder, 'out')),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A run with a cache, as the command has one. */
async function run(
  { folder, start }: World,
  plan: FaultPlan = () => undefined,
): Promise<{ report: Report; count: number }> {
  const { host, count } = start(plan)
  const options = resolveOptions({
    cwd: folder,
    base: folder,
    folders: ['docs/one', 'docs/two'],
    flags: { out: 'out', validators: [] },
    config: {},
  })
  const cache = { file: join(folder, 'cache', 'run.cache'), tool: 'test', readsOutputs: false, needsModels: false }
  const report = await runCached(options, host, { settings: { mode: 'write', patience: 100 }, cache })
  return { report, count: count() }
}

const under = (folder: string, tree: Tree): Tree =>
  new Map([...tree].map(([path, text]) => [`${folder}/${path}`, text]))
const errorsOf = ({ diagnostics }: Report): string[] =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)

/** The output of a run that nothing disturbs. */
async function outputOf(docs: Tree): Promise<Tree> {
  const world = inMemory(under('docs', docs))
  expect(errorsOf((await run(world)).report)).toEqual([])
  return world.output()
}

const none: Tree = new Map()
const states = { old: none, next: none }
beforeAll(async () => {
  states.old = await outputOf(docsOf('old'))
  states.next = await outputOf(docsOf('new'))
})

/** What is wrong after one call of a run has failed; undefined once the run has no such call. */
async function survey(make: Make, before: Tree, plan: FaultPlan, n: number): Promise<string[] | undefined> {
  const world = make(new Map([...under('docs', docsOf('new')), ...under('out', before)]))
  try {
    const { report, count } = await run(world, plan)
    const faulty = errorsOf(report)
    const torn = tornFiles(world.output(), before, states.next).map((path) => `${path} is torn`)
    const silent = faulty.length === 0 && !isSame(world.output(), states.next, true)
    const again = await run(world)
    const left = world.output()
    const faults = [
      ...faulty.filter((code) => code === 'CG901'),
      ...torn,
      ...(silent ? ['the failure was passed over'] : []),
      ...errorsOf(again.report).map((code) => `${code} in the next run`),
      ...litterOf(left).map((path) => `${path} stays`),
      ...(isSame(left, states.next, false) ? [] : ['the next run gives something else']),
    ]
    return count <= n ? undefined : faults
  } finally {
    world.dispose()
  }
}

function isSame(found: Tree, wanted: Tree, isLitterFine: boolean): boolean {
  const litter = new Set(isLitterFine ? litterOf(found) : [])
  const paths = [...found.keys()].filter((path) => !litter.has(path))
  return paths.length === wanted.size && paths.every((path) => found.get(path) === wanted.get(path))
}

describe.each([
  { where: 'of a host', make: inMemory, kinds: faults.filter((fault) => fault !== 'short') },
  { where: 'of the system', make: onDisk, kinds: faults },
])('calls $where', ({ where, make, kinds }) => {
  it.for([
    { what: 'a first run', before: () => none },
    { what: 'a run over changed docs', before: () => states.old },
  ])('each fails once in $what', async ({ what, before }, context) => {
    const found: string[] = []
    let all = 0
    let bad = 0
    for (const fault of kinds)
      for (let n = 0; ; n += 1) {
        const wrong = await survey(make, before(), nth(n, fault), n)
        if (wrong === undefined) break
        all += 1
        if (wrong.length > 0) bad += 1
        found.push(...wrong.map((text) => `${fault} ${n}: ${text}`))
      }
    addFigure(context, held('writing', `calls ${where} failing in ${what}`, { good: all - bad, all }))
    expect(found).toEqual([])
  })
})
