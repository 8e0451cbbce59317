// Knows the figures of the command line: who is timed against whom, and how much each may cost.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from './figures.js'
import { writeLongPage } from './pages.js'
import { bare, changePage, cli, cold, least, manifestOf, openScene, type Scene } from './scene.js'
import { interleaved, median, scriptsOf, timed, type Contender, type Sample } from './timing.js'

/** A part of the bench: its name is what selects it. */
export interface Part {
  readonly name: string
  readonly measure: () => Promise<readonly Omit<Figure, 'part'>[]>
}

/** How long a file counts as written moments ago, which a run after it should not see. */
const SETTLED = 4_000
const PAGES = 3_500
/** Every so many pages are parsed by mdast alone, and the time taken as often. */
const STEP = 8
const SIZES = [6_250, 12_500, 25_000, 50_000, 100_000]
const ROWS = [5_000, 10_000, 20_000]
const TOO_MANY_ROWS = 40_000
/** What no run needs that finds nothing changed. */
const HEAVY = /parse-page|read-variants|recover|emit-|ts-morph|typescript|prettier|jiti/

/** The parts, in the order in which they are printed. */
export const parts: readonly Part[] = [
  { name: 'start', measure: measureStart },
  { name: 'unchanged', measure: () => onSettled(measureUnchanged) },
  { name: 'one page', measure: () => onSettled(measureOnePage) },
  { name: 'watch', measure: () => onSettled(measureWatch) },
  { name: 'cold', measure: () => onScene(PAGES, measureCold) },
  { name: 'growth', measure: measureGrowth },
  { name: 'rows', measure: measureRows },
]

async function measureStart(): Promise<readonly Omit<Figure, 'part'>[]> {
  const { nothing, version, help } = await interleaved(
    { nothing: least('nothing'), version: bare('--version'), help: bare('--help') },
    21,
  )
  return [
    { name: 'an empty Node', value: nothing.ms, unit: 'ms' },
    { name: '--version above an empty Node', value: version.ms - nothing.ms, unit: 'ms', limit: 30 },
    { name: '--help above an empty Node', value: help.ms - nothing.ms, unit: 'ms' },
  ]
}

async function measureUnchanged(scene: Scene): Promise<readonly Omit<Figure, 'part'>[]> {
  const { nothing, stat, run, check } = await interleaved(
    { nothing: least('nothing'), stat: least('stat', scene), run: cli(scene, 'run'), check: cli(scene, 'check') },
    9,
  )
  const scripts = await scriptsOf(cli(scene, 'run'))
  const heavy = scripts.map((url) => basename(url)).filter((name) => HEAVY.test(name))
  const compared = (name: string, { ms }: Sample): readonly Omit<Figure, 'part'>[] => [
    { name: `${name} against list and stat`, value: ms / stat.ms, unit: '×', limit: 1.5 },
    { name: `${name} above an empty Node`, value: ms - nothing.ms, unit: 'ms', limit: 250 },
  ]
  return [
    { name: 'list and stat the same files', value: stat.ms, unit: 'ms', note: `${scene.name}, ${scene.pages} pages` },
    ...compared('run', run),
    ...compared('check', check),
    { name: 'heavy scripts loaded', value: heavy.length, unit: '', limit: 0, note: heavy.join(' ') },
  ]
}

async function measureOnePage(scene: Scene): Promise<readonly Omit<Figure, 'part'>[]> {
  const run = cli(scene, 'run')
  // What the other run wrote is old by then, and known to be.
  const settle = async (): Promise<void> => {
    await wait(SETTLED)
    await timed(run)
  }
  const change = async (): Promise<void> => {
    await settle()
    changePage(scene)
  }
  const { unchanged, changed } = await interleaved(
    { unchanged: { ...run, before: settle }, changed: { ...run, before: change } },
    5,
  )
  return [
    { name: 'run with nothing changed', value: unchanged.ms, unit: 'ms', note: `${scene.name}, ${scene.pages} pages` },
    { name: 'run with one page changed, above that', value: changed.ms - unchanged.ms, unit: 'ms', limit: 350 },
  ]
}

/** From saving a page to the manifest, which is written last. */
async function measureWatch(scene: Scene): Promise<readonly Omit<Figure, 'part'>[]> {
  const { args, cwd } = cli(scene, 'run', '--watch')
  const child = spawn(process.execPath, [...args], { cwd, stdio: 'ignore', env: { ...process.env, CI: '' } })
  const ended = new Promise<'ended'>((resolve) => child.on('exit', () => resolve('ended')))
  try {
    const times: number[] = []
    // The first save only shows that it watches.
    for (let round = 0; round < 6; round += 1) {
      if ((await Promise.race([wait(SETTLED, 'watching' as const), ended])) === 'ended')
        return [{ name: 'run --watch', value: Number.NaN, unit: 'ms', limit: 200, note: 'ended by itself' }]
      const took = await timeToUpdate(scene)
      if (round > 0) times.push(took)
    }
    return [{ name: 'from a saved page to updated files', value: median(times), unit: 'ms', limit: 200 }]
  } finally {
    child.kill()
    await ended
  }
}

async function timeToUpdate(scene: Scene): Promise<number> {
  const path = manifestOf(scene)
  const before = statSync(path).mtimeMs
  changePage(scene)
  const start = performance.now()
  // Before the files are moved into place, the manifest tells that they are about to be.
  while (statSync(path).mtimeMs === before || readFileSync(path, 'utf8').includes('\n  "pending": {')) {
    if (performance.now() - start > 60_000) return Number.POSITIVE_INFINITY
    await wait(2)
  }
  return performance.now() - start
}

async function measureCold(scene: Scene): Promise<readonly Omit<Figure, 'part'>[]> {
  const { nothing, read, mdast, whole } = await interleaved(
    {
      nothing: least('nothing'),
      read: least('read', scene),
      mdast: least('mdast', scene, STEP),
      whole: cold(scene),
    },
    3,
  )
  const parsing = (of: (sample: Sample) => number): number => STEP * (of(mdast) - of(nothing))
  const sampled = `${scene.name}, ${scene.pages} pages, every ${STEP}th of them timed`
  return [
    { name: 'read the same files', value: (read.ms - nothing.ms) / 1000, unit: 's' },
    { name: 'parse the same pages with mdast alone', value: parsing(({ ms }) => ms) / 1000, unit: 's', note: sampled },
    { name: 'run from nothing', value: whole.ms / 1000, unit: 's' },
    { name: 'run against mdast, by the clock', value: whole.ms / parsing(({ ms }) => ms), unit: '×', limit: 1 },
    { name: 'run against mdast, time of processors', value: whole.cpu / parsing(({ cpu }) => cpu), unit: '×' },
    { name: 'peak memory', value: whole.mb, unit: 'MB', limit: 500 },
  ]
}

/** Each size against the one before, for twice as many pages. */
async function measureGrowth(): Promise<readonly Omit<Figure, 'part'>[]> {
  const figures: Omit<Figure, 'part'>[] = []
  let last: { readonly sample: Sample; readonly pages: number } | undefined
  for (const size of SIZES) {
    const now = await onInvented(size, async (scene) => {
      const { whole } = await interleaved({ whole: cold(scene) }, 2)
      return { sample: whole, pages: scene.pages }
    })
    const { sample, pages } = now
    if (last === undefined) {
      figures.push({ name: `${pages} pages`, value: sample.ms / 1000, unit: 's', note: `${sample.mb.toFixed(0)} MB` })
    } else {
      const doublings = Math.log2(pages / last.pages)
      const perDoubling = (of: (sample: Sample) => number): number =>
        (of(sample) / of(last?.sample ?? sample)) ** (1 / doublings)
      const note = `${(sample.ms / 1000).toFixed(1)} s, ${sample.mb.toFixed(0)} MB`
      figures.push(
        { name: `${pages} pages, time`, value: perDoubling(({ ms }) => ms), unit: '×', limit: 2.1, note },
        { name: `${pages} pages, memory`, value: perDoubling(({ mb }) => mb), unit: '×', limit: 2.1 },
      )
    }
    last = now
  }
  return figures
}

/** One page with ever more rows, up to the limit and beyond it. */
async function measureRows(): Promise<readonly Omit<Figure, 'part'>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-bench-'))
  try {
    const parse = (rows: number): Contender => {
      const home = join(folder, String(rows))
      writeLongPage(home, rows)
      return { ...bare('diff', 'python'), cwd: home }
    }
    const pages = [...ROWS, TOO_MANY_ROWS].map((rows): [string, Contender] => [String(rows), parse(rows)])
    const contenders: Readonly<Record<string, Contender>> = Object.fromEntries(pages)
    const samples = await interleaved<string>({ nothing: bare('--version'), ...contenders }, 3)
    const took = (rows: number): number => (samples[String(rows)]?.ms ?? 0) - (samples['nothing']?.ms ?? 0)
    const doublings = ROWS.slice(1).map((rows, index) => ({
      name: `${rows} rows`,
      value: took(rows) / took(ROWS[index] ?? rows),
      unit: '×' as const,
      limit: 2.1,
      note: `${took(rows).toFixed(0)} ms`,
    }))
    const most = ROWS.at(-1) ?? 1
    const beyond = `${TOO_MANY_ROWS} rows, beyond the limit: CG211, against ${most} rows`
    return [...doublings, { name: beyond, value: took(TOO_MANY_ROWS) / took(most), unit: '×', limit: 2.1 }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Docs whose output is in place, with all files old enough to be believed. */
function onSettled<T>(measure: (scene: Scene) => Promise<T>): Promise<T> {
  return onScene(PAGES, async (scene) => {
    await timed(cli(scene, 'run'))
    await wait(SETTLED)
    await timed(cli(scene, 'run'))
    return measure(scene)
  })
}

function onInvented<T>(pages: number, measure: (scene: Scene) => Promise<T>): Promise<T> {
  return onScene(pages, measure, '')
}

async function onScene<T>(pages: number, measure: (scene: Scene) => Promise<T>, corpus?: string): Promise<T> {
  const scene = openScene(pages, corpus)
  try {
    return await measure(scene)
  } finally {
    scene.remove()
  }
}
