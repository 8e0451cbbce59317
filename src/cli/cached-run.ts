// Knows where this user and repository keep what was found, and how a command runs with it.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Options } from '../config/options.js'
import { runCached } from '../pipeline/cache.js'
import { hashBytes } from '../pipeline/hash.js'
import type { Report, RunSettings } from '../pipeline/report.js'
import type { CacheMemory } from '../pipeline/run-memory.js'
import { run } from '../pipeline/run.js'
import type { Session } from './context.js'
import type { OutputFlags } from './flags.js'

/** A run to be carried out. */
export interface CachedRequest {
  readonly flags: Pick<OutputFlags, 'cache' | 'cacheDir' | 'staged'>
  readonly settings: RunSettings
  /** Whether the result is told in a form that shows the models. */
  readonly needsModels: boolean
  /** For one who runs again and again: what is remembered of the last run, and the only files that may have changed since. */
  readonly memory?: CacheMemory
  readonly only?: readonly string[] | undefined
}

/** A run as the flags ask for it. */
export function runWithCache(
  session: Pick<Session, 'host' | 'cwd'>,
  options: Options,
  request: CachedRequest,
): Promise<Report> {
  const { flags, settings, needsModels, memory, only } = request
  if (flags.cache === false) return run(options, session.host, settings)
  const folder = flags.cacheDir === undefined ? cacheFolder(session.cwd) : resolve(session.cwd, flags.cacheDir)
  // What is staged has stamps of its own: the two looks must not take turns in one file.
  const name = hashBytes([options.cwd, options.out, ...(flags.staged === true ? ['staged'] : [])].join('\n')).slice(
    0,
    16,
  )
  const cache = {
    file: join(folder, `${name}.cache`),
    tool: toolStamp(),
    readsOutputs: isSet(process.env['CI']),
    needsModels,
    ...(memory === undefined ? {} : { memory, only }),
  }
  return runCached(options, session.host, { settings, cache })
}

/** The folder for caches: that of the nearest node_modules, which is never made, else that of the user. */
function cacheFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'sdk-docs-codegen')
    if (dirname(folder) === folder) break
  }
  const given = process.env['XDG_CACHE_HOME'] ?? process.env['LOCALAPPDATA']
  const own = process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')
  return join(given ?? own, 'sdk-docs-codegen')
}

/** What tells one build from another: the files it consists of, with their sizes and times. */
function toolStamp(): string {
  const folder = dirname(fileURLToPath(import.meta.url))
  const files = readdirSync(folder)
    .sort()
    .filter((file) => file.endsWith('.js'))
  const stamps = files.map((file) => {
    const { size, mtimeMs } = statSync(join(folder, file))
    return `${file} ${size} ${mtimeMs}`
  })
  return hashBytes([process.version, ...stamps].join('\n'))
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false'
}
