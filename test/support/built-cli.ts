// Knows how to call the command line as it is published: the built file, in a process of its own.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The built command line. */
export const entry = join(root, 'dist', 'cli.js')
const cache = mkdtempSync(join(tmpdir(), 'codegen-cache-'))
process.on('exit', () => rmSync(cache, { recursive: true, force: true }))

/** What came of a call. */
export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How a call is made. */
export interface CliCall {
  readonly cwd: string
  readonly env?: { readonly [name: string]: string }
  /** A signal to send, and how long after the start, in milliseconds. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly after: number }
  /** What else is done with the process. */
  readonly meanwhile?: (child: ChildProcess) => void
  /** The number of the user and group it runs as. */
  readonly user?: number
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[]
  /** Whether to close standard output at once, as `head` does. */
  readonly closesOutput?: boolean
}

/** Builds the package where the build is older than the sources. */
export function ensureBuilt(): void {
  const built = existsSync(entry) ? statSync(entry).mtimeMs : 0
  const sources = ['src', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(root, folder, path)),
  )
  if (sources.every((path) => statSync(path).mtimeMs <= built)) return
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the build failed: ${stderr}`)
}

/** Calls the command line without a terminal, in an environment with nothing but what is given. */
export function callCli(args: readonly string[], call: CliCall): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const home = join(root, 'test', 'no-home')
    const env = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CACHE_HOME: cache, ...call.env }
    const words = [...(call.nodeFlags ?? []), entry, ...args]
    const { cwd, user } = call
    const owner = user === undefined ? {} : { uid: user, gid: user }
    const child = spawn(process.execPath, words, { cwd, env, ...owner, stdio: ['ignore', 'pipe', 'pipe'] })
    call.meanwhile?.(child)
    let stdout = ''
    let stderr = ''
    if (call.closesOutput === true) child.stdout.destroy()
    else child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const { interrupt } = call
    if (interrupt !== undefined) setTimeout(() => child.kill(interrupt.signal), interrupt.after)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** A call that goes on until it is interrupted. */
export interface RunningCli {
  /** Resolves once standard error shows, after what was waited for before, a match. */
  until(pattern: RegExp): Promise<void>
  interrupt(): Promise<CliResult>
  /** Ends it whatever it does; it may have ended. */
  end(): void
}

/** Starts the command line and leaves it running. */
export function startCli(args: readonly string[], { cwd }: Pick<CliCall, 'cwd'>): RunningCli {
  const env = { PATH: process.env['PATH'] ?? '', HOME: join(root, 'test', 'no-home'), XDG_CACHE_HOME: cache }
  const child = spawn(process.execPath, [entry, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  let from = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<CliResult>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
  return {
    until: async (pattern) => {
      for (let waited = 0; waited < 20_000; waited += 20) {
        const found = pattern.exec(stderr.slice(from))
        if (found !== null) {
          from += found.index + found[0].length
          return
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      child.kill('SIGKILL')
      throw new Error(`${String(pattern)} was waited for in vain:\n${stderr.slice(from)}`)
    },
    interrupt: () => {
      child.kill('SIGINT')
      return ended
    },
    end: () => void child.kill('SIGKILL'),
  }
}
