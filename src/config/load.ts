// Knows how the options of a run come about: from the folders and flags given, the configuration file, and the defaults.

import { basename, dirname, resolve } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import { labelOf } from '../text/paths.js'
import { reasonOf } from '../text/reason.js'
import type { Config } from './config.js'
import { configIn, findConfig } from './find.js'
import { importConfig, type ImportedConfig } from './import-config.js'
import type { Options } from './options.js'
import { resolveProjects, type Project } from './projects.js'
import type { OptionFlags } from './resolve.js'

/** What a command was given. */
export interface OptionsRequest {
  /** The working folder, absolute. */
  readonly cwd: string
  /** Folders given, relative to the working folder. */
  readonly folders: readonly string[]
  /** The configuration file given, relative to the working folder. */
  readonly config?: string | undefined
  readonly flags: OptionFlags
  /** The projects asked for; all by default. */
  readonly projects?: readonly string[] | undefined
  /** Tells this reading of a configuration that is a program from an earlier one in the same process. */
  readonly reload?: string | undefined
}

/** The projects of a configuration, or why there are none (CG701 to CG705, CG712 to CG714). */
export interface LoadedProjects {
  readonly projects: readonly Project[]
  /** The configuration file that counts, absolute. */
  readonly configPath?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** The options of one run, or why there are none. */
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
export async function loadProjects(request: OptionsRequest, host: Host): Promise<LoadedProjects> {
  const { path, folders } = await locateConfig(request, host)
  const resolved = (config: Config, base: string): LoadedProjects =>
    resolveProjects({ ...request, folders, names: request.projects, config, base })
  if (path === undefined) {
    if (folders.length === 0) return { projects: [], diagnostics: [problem('CG705', {})] }
    return resolved({}, request.cwd)
  }
  const read = await readConfig(path, host, { reload: request.reload, runs: request.flags.configCode !== false })
  if (read.foreign === true && request.config === undefined) {
    // Ours may have another of its names, and beside another tool's alone the folders say all that is needed.
    const own = await configIn(dirname(path), host, basename(path))
    if (own !== undefined) return loadProjects({ ...request, folders, config: own }, host)
    if (folders.length > 0) return resolved({}, request.cwd)
  }
  const file = labelOf(request.cwd, path)
  const diagnostics = read.diagnostics.map((found) =>
    found.span === undefined ? found : { ...found, span: { ...found.span, file } },
  )
  if (read.config === undefined) return { projects: [], configPath: path, diagnostics }
  return { ...resolved(read.config, dirname(path)), configPath: path }
}

/** As `loadProjects`, for one project: CG712 where there are several and none is named. */
export async function loadOptions(request: OptionsRequest, host: Host): Promise<LoadedOptions> {
  return onlyProject(await loadProjects(request, host))
}

/** The options of the one project there is. */
export function onlyProject({ projects, ...loaded }: LoadedProjects): LoadedOptions {
  const [only, ...others] = projects
  if (only === undefined) return loaded
  if (others.length === 0) return { ...loaded, options: only.options }
  const names = projects.map(({ name }) => name ?? '').join(', ')
  const reason = `the configuration has several projects, and this takes one of them: ${names}`
  return { ...loaded, diagnostics: [...loaded.diagnostics, problem('CG712', { reason })] }
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

/**
 * What is said of a configuration of another tool (CG704); undefined where it is none.
 * @param runs - whether it may be run where it is a program; it counts as ours where not
 */
export async function foreignConfig(path: string, host: Host, runs: boolean): Promise<Diagnostic | undefined> {
  const { foreign, diagnostics } = await readConfig(path, host, { runs })
  return foreign === true ? diagnostics[0] : undefined
}

interface ReadConfig {
  readonly config?: Config
  /** Whether it is the configuration of another tool. */
  readonly foreign?: boolean
  readonly diagnostics: readonly Diagnostic[]
}

async function readConfig(
  path: string,
  host: Host,
  { runs, reload }: { readonly runs: boolean; readonly reload?: string | undefined },
): Promise<ReadConfig> {
  if (!runs && !path.endsWith('.json')) return { diagnostics: [problem('CG714', { path })] }
  let text: string
  try {
    text = new TextDecoder().decode(await host.read(path))
  } catch (error) {
    return { diagnostics: [problem('CG701', { path, reason: reasonOf(error) })] }
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
    return { kind: 'failure', reason: reasonOf(error) }
  }
}

function isGraphqlConfig(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'generates' in value || ('schema' in value && 'documents' in value)
}
