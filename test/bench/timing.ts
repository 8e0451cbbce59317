// Knows how processes are timed against each other: in turns, the medians of all rounds.

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { z } from 'zod'

/** What a process took: time passed and time of processors in milliseconds, and the most memory resident at once, in MB. */
export interface Sample {
  readonly ms: number
  readonly cpu: number
  readonly mb: number
}

/** A process to be timed. */
export interface Contender {
  /** What node is given. */
  readonly args: readonly string[]
  readonly cwd: string
  /** What is done before each turn, untimed. */
  readonly before?: () => void | Promise<void>
}

const usage = z.object({ mb: z.number(), cpu: z.number() })

/** Runs all contenders in turns. */
export async function interleaved<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Readonly<Record<Name, Sample>>> {
  const samples = new Map<string, Sample[]>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, contender] of Object.entries<Contender>(contenders)) {
      await contender.before?.()
      samples.set(name, [...(samples.get(name) ?? []), await timed(contender)])
    }
  }
  const middle = (name: string, of: (sample: Sample) => number): number => median((samples.get(name) ?? []).map(of))
  const medians = Object.keys(contenders).map((name) => [
    name,
    { ms: middle(name, ({ ms }) => ms), cpu: middle(name, ({ cpu }) => cpu), mb: middle(name, ({ mb }) => mb) },
  ])
  return Object.fromEntries(medians)
}

/** Runs a process once; whatever its exit code, unless a signal ended it. */
export function timed({ args, cwd }: Contender, env: Readonly<Record<string, string>> = {}): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['--require', join(import.meta.dirname, 'usage.cjs'), ...args], {
      cwd,
      env: { ...process.env, CI: '', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    })
    let told = ''
    let failure = ''
    child.stderr?.on('data', (bytes: Buffer) => (failure += bytes.toString()))
    child.stdio[3]?.on('data', (bytes: Buffer) => (told += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      const ms = performance.now() - start
      if (code === null || code > 2 || told === '') reject(new Error(`${args.join(' ')}: ${code}\n${failure}`))
      else resolve({ ms, ...usage.parse(JSON.parse(told)) })
    })
  })
}

/** The scripts that a process loads besides Node's own, as URLs. */
export async function scriptsOf(contender: Contender): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-bench-'))
  try {
    await timed(contender, { NODE_V8_COVERAGE: folder })
    const reports = readdirSync(folder).map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const scripts = z.object({ result: z.array(z.object({ url: z.string() })) })
    const urls = reports.flatMap((report) => scripts.parse(report).result.map(({ url }) => url))
    return [...new Set(urls)].filter((url) => url.startsWith('file:'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
