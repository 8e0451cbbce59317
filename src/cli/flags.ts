// Knows the flags that several commands share.

import { optionTable } from '../config/option-table.js'
import type { Options, ValidatorId } from '../config/options.js'
import { severities } from '../diagnostics/severity.js'
import { suggest } from '../text/suggest.js'

/** Flags of every command. */
export const commonFlags = {
  json: {
    kind: 'boolean',
    brief: 'Print one JSON document and nothing else on standard output',

    withNegated: false,
    optional: true,
  },
  quiet: { kind: 'boolean', brief: 'Print errors only', withNegated: false, optional: true },
  verbose: {
    kind: 'boolean',
    brief: 'Tell how long each stage took, list every place of a cause, and more of internal faults',

    withNegated: false,
    optional: true,
  },
  color: { kind: 'boolean', brief: 'Use colours, or not, whatever the terminal and environment say', optional: true },
} as const

/** The flag of every command that reads docs. */
export const configFlag = {
  kind: 'parsed',
  parse: String,
  brief: 'Configuration file; by default codegen.config.{ts,mts,js,mjs,json} here or above, up to the repository root',
  placeholder: 'file',
  optional: true,
} as const

/** The flag of every command that would run a configuration that is a program. */
export const configCodeFlag = {
  kind: 'boolean',
  brief: 'Run a configuration that is a program, and one of prettier (on by default; JSON is read in any case)',
  optional: true,
} as const

/** The flags of every command that reads the docs of projects. */
export const configFlags = {
  config: configFlag,
  configCode: configCodeFlag,
  project: {
    kind: 'parsed',
    parse: String,
    variadic: ',',
    brief: 'Only these projects of the configuration (comma-separated)',
    placeholder: 'name',
    optional: true,
  },
} as const

/** Flags of the commands that tell new findings from accepted ones, as given. */
export interface BaselineFlags extends ReadingFlags {
  readonly baseline?: string
  readonly failOn?: Options['failOn']
}

/** Flags of the commands that write or compare the output folder. */
export const outputFlags = {
  out: { kind: 'parsed', parse: String, brief: optionTable.out.summary, placeholder: 'folder', optional: true },
  validators: {
    kind: 'parsed',
    parse: parseValidators,
    brief: `${optionTable.validators.summary} (comma-separated, or none)`,
    placeholder: 'plain,zod',
    optional: true,
  },
  allowPartial: {
    kind: 'boolean',
    brief: 'Go on with what could be read where a document has errors',

    withNegated: false,
    optional: true,
  },
} as const

/** Flags of the commands that keep what they found. */
export const cacheFlags = {
  cache: {
    kind: 'boolean',
    brief: 'Keep what was found, and look no further where nothing has changed (on by default)',
    optional: true,
  },
  cacheDir: {
    kind: 'parsed',
    parse: String,
    brief: 'Folder to keep it in; by default node_modules/.cache/sdk-docs-codegen, or a folder of the user',
    placeholder: 'folder',
    optional: true,
  },
} as const

/** The flag of the commands that tell new findings from accepted ones. */
export const baselineFlag = {
  kind: 'parsed',
  parse: String,
  brief: `File of accepted findings; by default ${optionTable.baseline.default} beside the configuration`,
  placeholder: 'file',
  optional: true,
} as const

/** The flag of the commands that can accept what they find. */
export const updateBaselineFlag = {
  kind: 'boolean',
  brief: 'Accept the findings of now: write them to the baseline, keep the reasons given, drop what is gone',
  withNegated: false,
  optional: true,
} as const

/** The flag of the commands that can look at what is about to be committed. */
export const stagedFlag = {
  kind: 'boolean',
  brief: 'Read what is staged: files of this repository as in the git index, and none that git does not track',
  withNegated: false,
  optional: true,
} as const

/** The flag for the severity that fails a command. */
export const failOnFlag = {
  kind: 'enum',
  values: [...severities, 'never'],
  brief: 'Exit with 1 where there is a finding of this severity or worse',
  optional: true,
} as const

/** The positional parameter of the commands that read docs. */
export const foldersParameter = {
  kind: 'array',
  parameter: {
    brief: 'Docs folder of one SDK or several, or a folder with a configuration',
    parse: String,
    placeholder: 'folder',
  },
} as const

/** Short forms of flags. */
export const commonAliases = { q: 'quiet' } as const

/** Short form of the flag that names the configuration. */
export const configAlias = { c: 'config' } as const

/** Flags of every command, as given. */
export interface CommonFlags {
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly color?: boolean
}

/** Flags of every command that reads a configuration, as given. */
export interface ConfigFlags extends CommonFlags {
  readonly configCode?: boolean
}

/** Flags of every command that reads docs, as given. */
export interface ReadingFlags extends ConfigFlags {
  readonly config?: string
  readonly project?: readonly string[]
}

/** Flags of the commands that write or compare the output folder, as given. */
export interface OutputFlags extends BaselineFlags {
  readonly out?: string
  readonly validators?: readonly ValidatorId[]
  readonly allowPartial?: boolean
  readonly cache?: boolean
  readonly cacheDir?: string
  readonly staged?: boolean
}

/** A message with the flags it suggests spelt as they are typed, and not as the code calls them. */
export function withTypedFlags(message: string): string {
  const spelt = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return message.replace(/(?<=did you mean .*)--[a-zA-Z]+/g, spelt)
}

function parseValidators(input: string): readonly ValidatorId[] {
  if (input === 'none') return []
  return input.split(',').map((name) => {
    if (name === 'plain' || name === 'zod') return name
    const hint = suggest(name, ['plain', 'zod', 'none'])
    throw new Error(`"${name}" is none of plain, zod${hint === undefined ? '' : `; did you mean ${hint}?`}`)
  })
}
