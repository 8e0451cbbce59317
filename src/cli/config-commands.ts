// Knows the commands about sources and the configuration, their flags and their help.

import { buildCommand } from '@stricli/core'
import { exitCodeHelp } from './exit-code.js'
import {
  baselineFlag,
  commonAliases,
  commonFlags,
  configAlias,
  configCodeFlag,
  configFlag,
  configFlags,
  failOnFlag,
  foldersParameter,
  outputFlags,
} from './flags.js'

/** The command `snapshot`. */
export const snapshot = buildCommand({
  loader: async () => (await import('./commands/snapshot.js')).snapshotCommand,
  parameters: {
    flags: {
      config: configFlag,
      configCode: configCodeFlag,
      out: {
        kind: 'parsed',
        parse: String,
        brief: 'File to write; packed where its name ends in .gz (docs.snapshot.json by default)',
        placeholder: 'file',
        optional: true,
      },
      ...commonFlags,
    },
    aliases: { ...commonAliases, ...configAlias, o: 'out' },
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'Docs folder of one SDK', parse: String, placeholder: 'folder' }],
    },
  },
  docs: {
    brief: 'Write the docs of one SDK into one file, to be read elsewhere',
    fullDescription: [
      'Writes all that a run reads of a docs folder into one file. Named as a source, the file gives just what the folder gave:',
      'the repository of each SDK can publish its own, and one place reconciles them. Nothing is written where a page has an error.',
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})

const { out, validators } = outputFlags

/** The command `config`. */
export const config = buildCommand({
  loader: async () => (await import('./commands/config.js')).configCommand,
  parameters: {
    flags: {
      ...configFlags,
      out,
      validators,
      failOn: failOnFlag,
      baseline: baselineFlag,
      inputs: {
        kind: 'boolean',
        brief: 'Print what a run reads, a path or glob per line from the folder of the configuration, for build caches',
        withNegated: false,
        optional: true,
      },
      outputs: {
        kind: 'boolean',
        brief:
          'Print what a run writes, a path or glob per line from the folder of the configuration, for build caches',
        withNegated: false,
        optional: true,
      },
      ...commonFlags,
    },
    aliases: { ...commonAliases, ...configAlias, o: 'out' },
    positional: foldersParameter,
  },
  docs: {
    brief: 'Show the options in force, and where each comes from',
    fullDescription: [
      'Shows every option with its value and where that comes from: the file, a flag, or the default. Reads no docs.',
      '`--inputs` and `--outputs` list what a run reads and writes, for the caches of build systems.',
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})
