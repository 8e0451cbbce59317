// Knows how a configuration, the folders and flags given, and the defaults become the options of a run.

import { resolve } from 'node:path'
import type { ProjectOptions } from './config.js'
import { optionTable } from './option-table.js'
import type { Options, SourceOption, ValidatorId } from './options.js'
import { isRevision } from './revision.js'

/** Options given as flags; they win over the configuration file. */
export interface OptionFlags {
  readonly out?: string | undefined
  readonly validators?: readonly ValidatorId[] | undefined
  readonly baseline?: string | undefined
  readonly failOn?: Options['failOn'] | undefined
  readonly configCode?: boolean | undefined
}

/** What options are made from. */
export interface OptionParts {
  /** The working folder, absolute: folders and flags are relative to it. */
  readonly cwd: string
  readonly folders: readonly string[]
  readonly flags: OptionFlags
  readonly config: ProjectOptions
  /** The folder that the configuration's paths are relative to, absolute. Messages and outputs name files from here. */
  readonly base: string
}

/** The options, complete, with absolute folders. Flags win over the configuration, which wins over the defaults. */
export function resolveOptions({ cwd, folders, flags, config, base }: OptionParts): Options {
  return {
    cwd: base,
    sources: resolveSources({ cwd, folders, config, base }),
    out: flags.out === undefined ? resolve(base, config.out ?? optionTable.out.default) : resolve(cwd, flags.out),
    validators: [...new Set(flags.validators ?? config.validators ?? optionTable.validators.default)],
    shape: config.shape ?? optionTable.shape.default,
    emitters: config.emitters ?? optionTable.emitters.default,
    layout: config.layout ?? optionTable.layout.default,
    prefixes: config.prefixes ?? optionTable.prefixes.default,
    header: config.header ?? null,
    unknownKeys: config.unknownKeys ?? optionTable.unknownKeys.default,
    enums: config.enums ?? optionTable.enums.default,
    presence: config.presence ?? optionTable.presence.default,
    conflicts: config.conflicts ?? optionTable.conflicts.default,
    overrides: config.overrides ?? optionTable.overrides.default,
    severity: config.severity ?? optionTable.severity.default,
    ignore: config.ignore ?? optionTable.ignore.default,
    baseline: resolveBaseline({ cwd, flags, config, base }),
    configCode: flags.configCode ?? true,
    failOn: flags.failOn ?? config.failOn ?? optionTable.failOn.default,
    wireCase: config.wireCase ?? optionTable.wireCase.default,
    responses: config.responses ?? optionTable.responses.default,
    limits: { ...optionTable.limits.default, ...config.limits },
  }
}

function resolveBaseline({ cwd, flags, config, base }: Omit<OptionParts, 'folders'>): string {
  if (flags.baseline !== undefined) return resolve(cwd, flags.baseline)
  return resolve(base, config.baseline ?? optionTable.baseline.default)
}

/** The sources: the folders given, each with what the configuration says of it; else those of the configuration. */
function resolveSources({ cwd, folders, config, base }: Omit<OptionParts, 'flags'>): readonly SourceOption[] {
  const configured = (config.sources ?? []).map((source): SourceOption => {
    if (typeof source === 'string') return { path: resolve(base, source) }
    if (isRevision(source)) return { ...source, git: resolve(base, source.git) }
    return { ...source, path: resolve(base, source.path) }
  })
  if (folders.length === 0) return configured
  return folders.map((folder) => {
    const path = resolve(cwd, folder)
    return configured.find((source) => source.path === path && !isRevision(source)) ?? { path }
  })
}
