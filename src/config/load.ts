// Knows how the options of a run come about: from the folders and flags given, the configuration file, and the defaults.

import { basename, dirname, relative, resolve } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import type { Config } from './config.js'
import { configIn, findConfig } from './find.js'
import { importConfig, type ImportedConfig } from './import-config.js'
import type { Options } from './options.js'
import { resolveOptions, type OptionFlags } from './resolve.js'

/** What a command was given. */
export interface OptionsRequest {
  /** The working folder, absolute. */
  readonly cwd: string
  /** Folders given, relative to the working folder. */
  readonly folders: readonly string[]
  /** The configuration file given, relative to the working folder. */
  readonly config?: string | undefined
  readonly flags: OptionFlags
  /** Tells this reading of a configuration that is a program from an earlier one in the same process. */
  readonly reload?: string | undefined
}

/** The options of a run, or why there are none (CG701 to CG705). */
export interface LoadedOptions {
  readonly options?: Options
  /** The configuration file that counts, absolute. */
  readonly configPath?: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Finds and reads the configuration, and completes it. Without folders the nearest configuration names the sources. One
 * folder that holds a configuration itself stands for that configuration. Other folders are the sources themselves.
 * Never rejects.
 */
export async function loadOptions(request: OptionsRequest, host: Host): Promise<LoadedOptions> {
  const { path, folders } = await locateConfig(request, host)
  if (path === undefined) {
    if (folders.length === 0) return { diagnostics: [problem('CG705', {})] }
    return { options: resolveOptions({ ...request, folders, config: {}, base: request.cwd }), diagnostics: [] }
  }
  const read = await readConfig(path, host, request.reload)
  const base = dirname(path)
  // Beside another tool's configuration of the same name the folders alone say all that is needed.
  if (read.foreign === true && folders.length > 0 && request.config === undefined)
    return { options: resolveOptions({ ...request, folders, config: {}, base: request.cwd }), diagnostics: [] }
  const file = relative(request.cwd, path).split('\\').join('/')
  const diagnostics = read.diagnostics.map((found) =>
    found.span === undefined ? found : { ...found, span: { ...found.span, file } },
  )
  if (read.config === undefined) return { configPath: path, diagnostics }
  const options = resolveOptions({ ...request, folders, config: read.config, base })
  if (options.sources.length === 0) return { configPath: path, diagnostics: [noSources()] }
  return { options, configPath: path, diagnostics }
}

/** The configuration file that counts for a request, absolute, and the folders that are sources themselves. */
export async function locateConfig(
  { cwd, folders, config }: Omit<OptionsRequest, 'flags'>,
  host: Host,
): Promise<{ readonly path?: string; readonly folders: readonly string[] }> {
  if (config !== undefined) return { path: resolve(cwd, config), folders }
  const [only, ...others] = folders
  if (only !== undefined && others.length === 0) {
    const own = await configIn(resolve(cwd, only), host)
    if (own !== undefined) return { path: own, folders: [] }
  }
  const found = await findConfig(cwd, host)
  return found === undefined ? { folders } : { path: found, folders }
}

interface ReadConfig {
  readonly config?: Config
  /** Whether it is the configuration of another tool. */
  readonly foreign?: boolean
  readonly diagnostics: readonly Diagnostic[]
}

async function readConfig(path: string, host: Host, reload: string | undefined): Promise<ReadConfig> {
  let text: string
  try {
    text = new TextDecoder().decode(await host.read(path))
  } catch (error) {
    return { diagnostics: [problem('CG701', { path, reason: error instanceof Error ? error.message : String(error) })] }
  }
  const imported = path.endsWith('.json') ? parseJson(text) : await importConfig(path, reload)
  if (imported.kind === 'failure') return { diagnostics: [problem('CG701', { path, reason: imported.reason })] }
  if (isGraphqlConfig(imported.value)) return { foreign: true, diagnostics: [problem('CG704', { path })] }
  // The checks bring zod with them, which a run without a configuration need not load.
  const { checkConfig } = await import('./check.js')
  return checkConfig(imported.value, { file: basename(path), text })
}

function parseJson(text: string): ImportedConfig {
  try {
    return { kind: 'value', value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { kind: 'failure', reason: error instanceof Error ? error.message : String(error) }
  }
}

function isGraphqlConfig(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'generates' in value || ('schema' in value && 'documents' in value)
}

function noSources(): Diagnostic {
  return problem('CG703', { key: 'sources', reason: 'no docs folder is given' })
}
