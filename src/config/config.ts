// Knows what a configuration file may hold, as TypeScript sees it.

import type { Severity } from '../diagnostics/severity.js'
import type { CustomEmitter } from '../emit/custom-emitter.js'
import type { RuleId } from '../reconcile/rules.js'
import type {
  ConflictPolicy,
  EmitterId,
  IgnoreEntry,
  Options,
  Override,
  Presence,
  SourceOption,
  ValidatorId,
} from './options.js'

/** What a configuration file may hold. Everything is optional; paths are relative to the file. */
export interface Config extends ProjectOptions {
  /** Where the JSON Schema of this file is, for editors. */
  readonly $schema?: string
  /** Several APIs, each with options of its own; those beside the list hold for all that do not give them. */
  readonly projects?: readonly ProjectConfig[]
}

/** One API among several. */
export interface ProjectConfig extends ProjectOptions {
  /** What `--project` calls it: letters, digits, `.`, `_` and `-`. Its `out` is by default the folder of this name in the one beside the list. */
  readonly name: string
}

/** The options of one API. */
export interface ProjectOptions {
  /** The docs of the SDKs, one source each: folders, snapshots, or folders of a git revision. A text is short for `{ path }`. */
  readonly sources?: readonly (string | SourceOption)[]
  /** Output folder. */
  readonly out?: string
  /** Validators to emit. */
  readonly validators?: readonly ValidatorId[]
  /** Types as on the wire, or for programs, with functions that convert both ways. */
  readonly shape?: Options['shape']
  /** What to emit besides: `json-schema`, `openapi`, and emitters of your own. */
  readonly emitters?: readonly (EmitterId | CustomEmitter)[]
  /** A file for each model, or one for all types and one for all validators. */
  readonly layout?: Options['layout']
  /** Which type names carry their namespace: those that collide, all outside `shared`, or what is given for each namespace. */
  readonly prefixes?: Options['prefixes']
  /** Text at the top of generated files; `{{command}}` in it is what writes them anew. */
  readonly header?: string | null
  /** What validators make of keys that a model does not have. */
  readonly unknownKeys?: Options['unknownKeys']
  /** Whether an enumeration is open where the docs say so, or never. */
  readonly enums?: Options['enums']
  /** Which models, fields and values are kept when variants disagree on presence. */
  readonly presence?: Presence
  /** Who wins where variants say otherwise. */
  readonly conflicts?: ConflictPolicy
  /** What the model says whatever the documents say, by `Model.field` or `namespace/Model.field`. */
  readonly overrides?: { readonly [field: string]: Override }
  /** Severity of the findings of a rule. */
  readonly severity?: { readonly [R in RuleId]?: Severity | 'off' }
  /** Findings that are set aside, each entry with its reason. */
  readonly ignore?: readonly IgnoreEntry[]
  /** File of the findings that are accepted; `--update-baseline` writes it. */
  readonly baseline?: string
  /** The least severity of a finding that makes `check` and `diff` exit with 1. */
  readonly failOn?: Severity | 'never'
  /** Casing of names on the wire. */
  readonly wireCase?: Options['wireCase']
  /** Whether the wrappers that SDKs put around responses are emitted too. */
  readonly responses?: boolean
  /** Limits of what is read. */
  readonly limits?: Partial<Options['limits']>
}
