// Knows what processes leave that are killed at any moment, or asked to end, and what the next one makes of it.

import { mkdirSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { seeded, type Seeded } from '../support/seeded.js'
import { addFigure, held } from './figures.js'
import {
  docsFolders,
  docsOf,
  isSameTree,
  litterOf,
  putTree,
  runHere,
  scratch,
  tornFiles,
  treeOf,
  type Tree,
} from './scene.js'

/** Models that change from one state to the other: enough files to be in the middle of them. */
const CHANGING = 40

const states = ['old', 'new'] as const
type State = (typeof states)[number]

const docs = { old: docsOf('old', CHANGING), new: docsOf('new', CHANGING) }
const outputs = new Map<State, Tree>()
const outputOf = (state: State): Tree => outputs.get(state) ?? new Map()

function putDocs(cwd: string, state: State): void {
  rmSync(join(cwd, 'docs'), { recursive: true, force: true })
  putTree(join(cwd, 'docs'), docs[state])
}

beforeAll(async () => {
  ensureBuilt()
  for (const state of states) {
    const cwd = scratch()
    putDocs(cwd, state)
    await runHere(cwd)
    outputs.set(state, treeOf(join(cwd, 'out')))
  }
})

/** When a signal is sent: at any moment of a run, or once something happens in the output folder. */
type Aim = 'any' | 'writing'

/** The command, given a signal at some moment. */
function runAndSignal(
  cwd: string,
  signal: NodeJS.Signals,
  { aim, chance }: { aim: Aim; chance: Seeded },
): Promise<CliResult> {
  const args = ['run', ...docsFolders, '--validators', 'none', '--out', 'out', '--quiet']
  return callCli(args, {
    cwd,
    env: { XDG_CACHE_HOME: join(cwd, 'cache') },
    meanwhile: (child) => {
      const send = (most: number): void => {
        const timer = setTimeout(() => child.kill(signal), chance.below(most))
        child.on('close', () => clearTimeout(timer))
      }
      if (aim === 'any') return send(450)
      mkdirSync(join(cwd, 'out'), { recursive: true })
      const watcher = watch(join(cwd, 'out'), () => {
        watcher.close()
        send(40)
      })
      child.on('close', () => watcher.close())
    },
  })
}

/** What was seen of many rounds. */
interface Seen {
  /** Rounds in which the signal came before the end. */
  all: number
  good: number
  /** Rounds that left something other than the old or the new output. */
  mixed: number
  readonly faults: string[]
}

/** Repeats rounds, in two folders at once, until a number of processes were hit; each goes from one state of the docs to the other. */
async function rounds(
  wanted: number,
  round: (place: { cwd: string; from: State; to: State; chance: Seeded; aim: Aim }) => Promise<string[] | undefined>,
  seen: Seen,
): Promise<void> {
  await Promise.all(
    [1, 2].map(async (seed) => {
      const chance = seeded(seed)
      const cwd = scratch()
      putDocs(cwd, 'old')
      await runHere(cwd)
      for (let count = 0; seen.all < wanted; count += 1) {
        const [from, to] = count % 2 === 0 ? (['old', 'new'] as const) : (['new', 'old'] as const)
        putDocs(cwd, to)
        const wrong = await round({ cwd, from, to, chance, aim: count % 4 < 2 ? 'any' : 'writing' })
        const again = await runHere(cwd)
        const left = treeOf(join(cwd, 'out'))
        const after = [
          ...again.diagnostics.map(({ code }) => `${code} in the next run`),
          ...litterOf(left).map((path) => `${path} stays`),
          ...(isSameTree(left, outputOf(to)) ? [] : ['the next run gives something else']),
        ]
        if (wrong === undefined) continue
        seen.all += 1
        if (wrong.length + after.length === 0) seen.good += 1
        seen.faults.push(...[...wrong, ...after].map((text) => `${seed}.${count}: ${text}`))
      }
    }),
  )
}

it('every file is whole after a kill, and the next run finishes the job', async (context) => {
  const seen: Seen = { all: 0, good: 0, mixed: 0, faults: [] }
  await rounds(
    500,
    async ({ cwd, from, to, chance, aim }) => {
      const { code } = await runAndSignal(cwd, 'SIGKILL', { aim, chance })
      if (code !== null) return undefined
      const found = treeOf(join(cwd, 'out'))
      const isMixed = states.every((state) => !isSameTree(found, outputOf(state)))
      if (isMixed) seen.mixed += 1
      const isDone = [...outputOf(to)].every(([path, text]) => path.startsWith('.') || found.get(path) === text)
      const told =
        isDone || (await runHere(cwd, { mode: 'check' })).plan?.entries.some(({ action }) => action !== 'unchanged')
      return [
        ...tornFiles(found, outputOf(from), outputOf(to)).map((path) => `${path} is torn`),
        ...(told === true ? [] : ['check does not notice']),
      ]
    },
    seen,
  )
  addFigure(context, held('writing', `kills survived (${seen.mixed} in the midst of writing)`, seen))
  expect(seen.faults).toEqual([])
  expect(seen.mixed).toBeGreaterThan(50)
})

it.for([
  { signal: 'SIGTERM', expected: 143 },
  { signal: 'SIGINT', expected: 130 },
] as const)('$signal finishes the step or undoes it, and leaves nothing', async ({ signal, expected }, context) => {
  const seen: Seen = { all: 0, good: 0, mixed: 0, faults: [] }
  await rounds(
    30,
    async ({ cwd, chance, aim }) => {
      const { code } = await runAndSignal(cwd, signal, { aim, chance })
      // Before the program has begun to listen, the signal ends it like any other; after its end nothing comes of it.
      if (code === 0 || code === null) return undefined
      const found = treeOf(join(cwd, 'out'))
      const isWhole = states.some((state) => isSameTree(found, outputOf(state)))
      return [
        ...(code === expected ? [] : [`exit code ${code}`]),
        ...(isWhole ? [] : ['neither the old nor the new state']),
      ]
    },
    seen,
  )
  addFigure(context, held('writing', `${signal} obeyed`, seen))
  expect(seen.faults).toEqual([])
})
