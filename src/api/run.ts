// Knows how a program has a whole run carried out: with a configuration or its file, on a file system of its choice.

import { resolve } from 'node:path'
import { createNodeHost } from '../cli/node-host.js'
import type { Config } from '../config/config.js'
import { loadOptions, onlyProject, type LoadedOptions } from '../config/load.js'
import { resolveProjects } from '../config/projects.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { countWireNames } from '../ir/wire-words.js'
import type { ApiModel } from '../ir/model.js'
import type { Host } from '../pipeline/host.js'
import type { Report, RunSettings } from '../pipeline/report.js'
import { run as runStages } from '../pipeline/run.js'

/** Which configuration counts, and for which folder. */
export interface ConfigChoice {
  /** The folder to work in; by default that of the process. Paths in `config` are relative to it. */
  readonly cwd?: string | undefined
  /** The configuration, or the path of its file; by default the nearest `codegen.config.*`, in `cwd` or above. */
  readonly config?: Config | string | undefined
  /** The project of the configuration, where it has several. */
  readonly project?: string | undefined
  /** Whether a configuration that is a program may be run, and one of prettier; true by default. CG714 and CG715 where it may not. */
  readonly configCode?: boolean | undefined
}

/** What a run is asked for. */
export interface RunOptions extends ConfigChoice, Omit<RunSettings, 'mode'> {
  /** `write`, the default, brings the output folder up to date; `check` touches nothing and only plans. */
  readonly mode?: RunSettings['mode']
  /** The file system to work on; by default that of this machine, where configurations that are programs and settings of prettier lie in any case. */
  readonly host?: Host
}

/**
 * Reads the docs, recovers the model, and writes what is to be generated, as `codegen run` does. Never prints, asks or ends the
 * process. Whatever is wrong with configuration or docs is among the diagnostics of the report; without a configuration its
 * model is empty. Rejects with the reason of `signal`, and for faults of our own.
 */
export async function run(request: RunOptions = {}): Promise<Report> {
  const { cwd, config, project, configCode, host = createNodeHost(), mode = 'write', ...settings } = request
  settings.signal?.throwIfAborted()
  const { options, diagnostics } = await chooseOptions({ cwd, config, project, configCode }, host)
  if (options === undefined) return emptyReport(diagnostics)
  const report = await runStages(options, host, { ...settings, mode })
  return { ...report, diagnostics: [...diagnostics, ...report.diagnostics] }
}

/**
 * The options that a configuration, given or found, makes; or why there are none (CG701 to CG705, CG714).
 * @param reload - as in `OptionsRequest`
 */
export async function chooseOptions(
  { cwd = '.', config, project, configCode }: ConfigChoice,
  host: Host,
  reload?: string,
): Promise<LoadedOptions> {
  const base = resolve(cwd)
  const projects = project === undefined ? undefined : [project]
  if (typeof config !== 'object')
    return loadOptions({ cwd: base, folders: [], config, flags: { configCode }, projects, reload }, host)
  const { checkConfig } = await import('../config/check.js')
  const checked = checkConfig(config, { file: 'config', text: '' })
  if (checked.config === undefined) return { diagnostics: checked.diagnostics }
  return onlyProject(
    resolveProjects({ cwd: base, base, folders: [], flags: { configCode }, config: checked.config, names: projects }),
  )
}

function emptyReport(diagnostics: readonly Diagnostic[]): Report {
  const model: ApiModel = { variants: [], models: [], wireCase: { style: 'snake', reason: 'there are no docs' } }
  const counts = { models: 0, fields: 0, wireNames: countWireNames(model) }
  return { model, counts, findings: [], accepted: [], ignored: [], diagnostics, written: false, timings: [] }
}
