// Knows the commands, their flags and their help; the code of a command is loaded only when it is called.

import { buildApplication, buildCommand, buildRouteMap, text_en, type Application } from '@stricli/core'
import { ciIds, hookIds } from '../config/starter-ids.js'
import { ruleIds } from '../reconcile/rules.js'
import { reasonOf } from '../text/reason.js'
import type { CliContext } from './context.js'
import { exitCodeHelp } from './exit-code.js'
import {
  baselineFlag,
  cacheFlags,
  commonAliases,
  commonFlags,
  configAlias,
  configCodeFlag,
  configFlags,
  failOnFlag,
  foldersParameter,
  outputFlags,
  stagedFlag,
  updateBaselineFlag,
  withTypedFlags,
} from './flags.js'
import { config, snapshot } from './config-commands.js'
import { completions, rules } from './reference-commands.js'
import { formats, reporterFlags, reporterHelp } from './reporters.js'

const run = buildCommand({
  loader: async () => (await import('./commands/run.js')).runCommand,
  parameters: {
    flags: {
      ...configFlags,
      ...outputFlags,
      ...cacheFlags,
      force: {
        kind: 'boolean',
        brief: 'Overwrite files in the output folder that were edited by hand or written by someone else',
        withNegated: false,
        optional: true,
      },
      allowLoss: {
        kind: 'boolean',
        brief: 'Go on where most models of a language are gone since the last run',
        withNegated: false,
        optional: true,
      },
      staged: stagedFlag,
      exitCode: {
        kind: 'boolean',
        brief:
          'Exit with 1 where files were created, changed or removed; with --staged, where what was generated is not staged',
        withNegated: false,
        optional: true,
      },
      dryRun: {
        kind: 'boolean',
        brief: 'Tell what would happen, and touch nothing',
        withNegated: false,
        optional: true,
      },
      watch: {
        kind: 'boolean',
        brief: 'Run again whenever the docs or the configuration change; one line for each change on standard error',
        withNegated: false,
        optional: true,
      },
      failOn: failOnFlag,
      baseline: baselineFlag,
      ...commonFlags,
    },
    aliases: { ...commonAliases, ...configAlias, o: 'out', w: 'watch' },
    positional: foldersParameter,
  },
  docs: {
    brief: 'Read the docs, and write types, validators and diffs',
    fullDescription: [
      'Reads the model docs of all SDKs, recovers the one model of the API, and writes types, validators and the diff of every',
      'language below the output folder. Without folders the nearest codegen.config.* names the docs. A folder that holds a',
      'codegen.config.* stands for that configuration. Any error keeps every generated file as it is.',
      'Findings do not fail `run`, unless `--fail-on` says so. For hooks: `--exit-code`, and `--staged`, which reads the staged docs',
      'and writes to disk.',
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})

const check = buildCommand({
  loader: async () => (await import('./commands/check.js')).checkCommand,
  parameters: {
    flags: {
      ...configFlags,
      ...outputFlags,
      ...cacheFlags,
      ...reporterFlags,
      staged: stagedFlag,
      failOn: failOnFlag,
      baseline: baselineFlag,
      updateBaseline: updateBaselineFlag,
      ...commonFlags,
    },
    aliases: { ...commonAliases, ...configAlias, o: 'out', f: 'format' },
    positional: foldersParameter,
  },
  docs: {
    brief: 'Write nothing; tell whether the output is up to date and the docs agree',
    fullDescription: [
      'Names every generated file that is stale, missing, edited by hand or no longer wanted, and every new finding at or above the',
      'failing severity (`--fail-on`, or `failOn` of the configuration, by default error). For CI and, with `--staged`, for hooks.',
      'Findings that the baseline accepts are not new; `--update-baseline` writes that file, and no other.',
      'The text names the findings that fail; all other forms tell every finding.',
      '',
      reporterHelp,
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})

const diff = buildCommand({
  loader: async () => (await import('./commands/diff.js')).diffCommand,
  parameters: {
    flags: {
      ...configFlags,
      language: {
        kind: 'parsed',
        parse: String,
        variadic: ',',
        brief: 'Only these languages (comma-separated names of variants)',
        placeholder: 'name',
        optional: true,
      },
      rule: {
        kind: 'enum',
        values: ruleIds,
        variadic: ',',
        brief: 'Only these rules (comma-separated)',
        optional: true,
      },
      ...reporterFlags,
      format: { ...reporterFlags.format, values: [...formats, 'patch'] },
      failOn: failOnFlag,
      baseline: baselineFlag,
      updateBaseline: updateBaselineFlag,
      ...commonFlags,
    },
    aliases: { ...commonAliases, ...configAlias, l: 'language', r: 'rule', f: 'format' },
    positional: foldersParameter,
  },
  docs: {
    brief: 'Show where the docs of each language differ from the model',
    fullDescription: [
      'Shows every new finding with its place and what the other languages say. Findings that the baseline accepts are not new;',
      '`--update-baseline` accepts those of now, or those of `--language` and `--rule`. Exits with 1 where one shown is at or above',
      'the failing severity (`--fail-on`, or `failOn` of the configuration, by default error).',
      '`--format patch` prints edits of the docs that mend what can be mended, for `git apply` in the folder of the configuration.',
      '',
      reporterHelp,
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})

const init = buildCommand({
  loader: async () => (await import('./commands/init.js')).initCommand,
  parameters: {
    flags: {
      hook: {
        kind: 'enum',
        values: hookIds,
        brief: 'Write the file that runs `check` before a commit',
        optional: true,
      },
      ci: { kind: 'enum', values: ciIds, brief: 'Write the file that runs `check` in CI', optional: true },
      yes: { kind: 'boolean', brief: 'Do not ask', withNegated: false, optional: true },
      configCode: configCodeFlag,
      ...commonFlags,
    },
    aliases: { ...commonAliases, y: 'yes' },
  },
  docs: {
    brief: 'Find the docs below this folder and write a configuration for them',
    fullDescription: [
      'Finds the model docs of every SDK below the working folder, tells their languages from the pages, and writes',
      'codegen.config.ts and, where asked for, a hook and a CI job. A file that is there already stays as it is.',
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})

const explain = buildCommand({
  loader: async () => (await import('./commands/explain.js')).explainCommand,
  parameters: {
    flags: {
      ...configFlags,
      ...commonFlags,
    },
    aliases: { ...commonAliases, ...configAlias },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {
        brief: 'Model, Model.field or namespace/Model.field; then docs folders, as for `run`',
        parse: String,
        placeholder: 'name',
      },
    },
  },
  docs: {
    brief: 'Tell what the model says of a model or field, and why',
    fullDescription: [
      'For every fact: what the model says, the rule that decided it, each document that says something of it with its place and',
      'its own words, the languages that cannot write it, and those that could but do not.',
      '',
      exitCodeHelp,
    ].join('\n'),
  },
})

/** The command line as a whole. */
export function createApplication(version: () => Promise<string>): Application<CliContext> {
  const routes = buildRouteMap({
    routes: { init, run, check, diff, explain, snapshot, config, rules, completions },
    docs: {
      brief: 'One API model from the docs of its SDKs: types, validators, and what each language gets wrong',
      fullDescription: [
        'Reads the generated Markdown model docs of an API’s SDKs in every language, recovers one model of the API, and writes',
        'TypeScript types, validators and per-language diffs. `codegen <command> --help` tells more.',
        '',
        exitCodeHelp,
      ].join('\n'),
    },
  })
  return buildApplication(routes, {
    name: 'codegen',
    versionInfo: { getCurrentVersion: version },
    scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
    documentation: {
      caseStyle: 'convert-camel-to-kebab',
      disableAnsiColor: true,
      useAliasInUsageLine: false,
      onlyRequiredInUsageLine: true,
    },
    localization: {
      text: {
        ...text_en,
        formatException: reasonOf,
        exceptionWhileParsingArguments: (error, ansiColor) =>
          `${withTypedFlags(text_en.exceptionWhileParsingArguments(error, ansiColor))} (\`codegen <command> --help\` lists the flags)`,
      },
    },
  })
}
