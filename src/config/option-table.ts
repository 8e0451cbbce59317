// Knows each option once: its default, what it is for, and what may be given. Schema, flags and documentation are made from it.

import type { ProjectOptions } from './config.js'
import { emitterIds, type Options } from './options.js'

/** The options of one API. */
export type OptionKey = keyof ProjectOptions

/** One option, for people. */
export interface OptionEntry<K extends OptionKey> {
  /** The value where nothing is given; folders are relative to the configuration file. */
  readonly default: Options[K]
  /** What it is for, one sentence without a full stop. */
  readonly summary: string
  /** What may be given, in words. */
  readonly expects: string
  /** The flag of the command line that sets it, without the hyphens. */
  readonly flag?: string
}

/** The options in the order in which they are explained. */
export const optionTable: { readonly [K in OptionKey]: OptionEntry<K> } = {
  sources: {
    default: [],
    summary: 'The docs of the SDKs, one source each: folders, snapshots, or folders of a git revision',
    expects: 'a list of paths, or of { path, git, ref, variant, dialect }',
  },
  out: {
    default: 'generated',
    summary: 'Output folder; everything in it that codegen wrote is codegen’s',
    expects: 'a folder of its own',
    flag: 'out',
  },
  validators: {
    default: ['plain'],
    summary: 'Validators to emit: plain has no dependency, zod needs zod 4',
    expects: 'a list of "plain" and "zod"',
    flag: 'validators',
  },
  shape: {
    default: 'wire',
    summary: 'Types as on the wire, or for programs: camelCase, `Date`, and functions that convert both ways',
    expects: '"wire" or "sdk"',
  },
  emitters: {
    default: [],
    summary: 'What to emit besides types, validators, differences and the model',
    expects: `a list of ${emitterIds.map((id) => `"${id}"`).join(', ')} and emitters of your own, { id, emit }`,
  },
  layout: {
    default: 'per-model',
    summary: 'A file for each model, or `models.ts`, `validators.ts` and `zod.ts` for all',
    expects: '"per-model" or "single-file"',
  },
  prefixes: {
    default: 'collision',
    summary: 'Which type names carry their namespace: those that collide, all outside `shared`, or as given',
    expects: '"collision", "always" or an object of prefixes by namespace',
  },
  header: {
    default: null,
    summary: 'Text at the top of generated files, without comment marks; {{command}} in it is what writes them anew',
    expects: 'a text, empty for none, or null for ours',
  },
  unknownKeys: {
    default: 'allow',
    summary: 'What validators make of keys that a model does not have: `strip` leaves them out of the value they give',
    expects: '"allow", "strip" or "reject"',
  },
  enums: {
    default: 'open',
    summary: 'Whether types and validators take further values of an enumeration where the docs say it is open',
    expects: '"open" or "strict"',
  },
  presence: {
    default: 'union',
    summary: 'Which models, fields and values are kept when variants disagree on presence',
    expects: '"union", "majority", "all" or { authority: variant }',
  },
  conflicts: {
    default: 'majority',
    summary: 'Who wins where variants say otherwise',
    expects: '"majority" or { authority: variant }',
  },
  overrides: {
    default: {},
    summary: 'What the model says of a field whatever the documents say',
    expects: 'an object of { name, required, nullable, description, drop } by "Model.field"',
  },
  severity: {
    default: {},
    summary: 'Severity of the findings of a rule; see `codegen rules`',
    expects: 'an object of "error", "warning", "info" or "off" by rule',
  },
  ignore: {
    default: [],
    summary: 'Findings that are counted but neither shown nor failed on',
    expects: 'a list of { model, field, rule, variant, reason }: a reason and at least one of the others, `*` in names',
  },
  baseline: {
    default: 'codegen.baseline.json',
    summary: 'File of the findings that are accepted; `check --update-baseline` writes it',
    expects: 'a file of its own',
    flag: 'baseline',
  },
  failOn: {
    default: 'error',
    summary: 'The least severity of a finding that makes `check` and `diff` exit with 1',
    expects: '"error", "warning", "info" or "never"',
    flag: 'fail-on',
  },
  wireCase: {
    default: 'auto',
    summary: 'Casing of names on the wire; `auto` concludes it from the docs',
    expects: '"auto", "snake", "camel", "pascal" or "kebab"',
  },
  responses: {
    default: false,
    summary: 'Whether the wrappers that SDKs put around responses are emitted too',
    expects: 'true or false',
  },
  limits: {
    default: {
      documents: 200_000,
      bytes: 2 * 1024 * 1024,
      rows: 20_000,
      columns: 64,
      line: 1024 * 1024,
      heading: 8_192,
      name: 512,
      depth: 64,
    },
    summary:
      'The most documents of a source, the largest document in bytes, the largest table in rows and columns, the longest line, heading and name in characters, the deepest type',
    expects:
      'an object of positive whole numbers: documents, bytes, rows, columns, line, heading, name, depth (64 at most)',
  },
}

/** The keys of the options, in the order in which they are explained. */
export const optionKeys = [
  'sources',
  'out',
  'validators',
  'shape',
  'emitters',
  'layout',
  'prefixes',
  'header',
  'unknownKeys',
  'enums',
  'presence',
  'conflicts',
  'overrides',
  'severity',
  'ignore',
  'baseline',
  'failOn',
  'wireCase',
  'responses',
  'limits',
] as const satisfies readonly OptionKey[]
