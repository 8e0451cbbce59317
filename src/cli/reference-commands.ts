// Knows the commands that tell of codegen itself and read no docs.

import { buildChoiceParser, buildCommand } from '@stricli/core'
import { exitCodeHelp } from './exit-code.js'
import { commonAliases, commonFlags } from './flags.js'

/** `codegen rules`. */
export const rules = buildCommand({
  loader: async () => (await import('./commands/rules.js')).rulesCommand,
  parameters: {
    flags: commonFlags,
    aliases: commonAliases,
    positional: {
      kind: 'array',
      parameter: { brief: 'Rule or code to explain', parse: String, placeholder: 'id' },
    },
  },
  docs: {
    brief: 'List every rule and diagnostic; with an id, what it means, its cause and fix, and how to silence it',
    fullDescription: [
      'Lists the rules of findings and the codes of diagnostics with severity and title.',
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})

/** `codegen completions`. */
export const completions = buildCommand({
  loader: async () => (await import('./commands/completions.js')).completionsCommand,
  parameters: {
    flags: commonFlags,
    aliases: commonAliases,
    positional: {
      kind: 'tuple',
      parameters: [
        { brief: 'bash, zsh or fish', parse: buildChoiceParser(['bash', 'zsh', 'fish']), placeholder: 'shell' },
      ],
    },
  },
  docs: {
    brief: 'Print what lets a shell complete commands and flags',
    fullDescription:
      'In ~/.bashrc: `source <(codegen completions bash)`. The first line of each script says where it goes.',
  },
})
