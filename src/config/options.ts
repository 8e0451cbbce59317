// Knows the options of a run: their types and defaults. The configuration file, the flags and the programmatic API share them.

import type { Severity } from '../diagnostics/severity.js'
import type { CustomEmitter } from '../emit/custom-emitter.js'
import type { Prefixes } from '../emit/prefix-names.js'
import type { RuleId } from '../reconcile/rules.js'

/** One set of docs to read. */
export interface SourceOption {
  /** Folder with the docs of one SDK, or a snapshot of it, relative to the configuration file; in a revision, relative to `git`. */
  readonly path: string
  /** A repository on disk, or a folder in it, relative to the configuration file: the docs are those of `ref`, not the files on disk. */
  readonly git?: string
  /** Branch, tag or commit of `git`. */
  readonly ref?: string
  /** Name of the variant; by default its language, or the folder's name where two share a language. */
  readonly variant?: string
  /** Id of the dialect, where the pages should not decide. */
  readonly dialect?: string
}

/** Which fields, values and models the model keeps when variants disagree on presence. */
export type Presence = 'union' | 'majority' | 'all' | { readonly authority: string }

/** Who wins where variants say otherwise: the most variants, or one of them. */
export type ConflictPolicy = 'majority' | { readonly authority: string }

/** What the model says of one field whatever the documents say. */
export interface Override {
  readonly name?: string
  readonly required?: boolean
  readonly nullable?: boolean
  readonly description?: string
  /** Leave the field out of the model. */
  readonly drop?: boolean
}

/** Findings that are set aside: those for which all that is named is so. At least one of the first four is given. */
export interface IgnoreEntry {
  /** Id or name of the model, or `namespace/Name`; `*` stands for any run of characters. */
  readonly model?: string
  /** Wire name of the field, value of the enumeration, or type of the union member; `*` stands for any run of characters. */
  readonly field?: string
  readonly rule?: RuleId
  readonly variant?: string
  /** Why it is no fault; never empty. */
  readonly reason: string
}

/** Ids of the validator emitters. */
export type ValidatorId = 'plain' | 'zod'

/** The emitters that are chosen by name. */
export const emitterIds = ['json-schema', 'openapi'] as const

/** Ids of the emitters that are chosen by name. */
export type EmitterId = (typeof emitterIds)[number]

/** What validators make of keys that a model does not have. */
export type UnknownKeys = 'allow' | 'strip' | 'reject'

/** The options of a run, all set. Folders are absolute. */
export interface Options {
  /** Folder that all paths in messages are relative to. */
  readonly cwd: string
  readonly sources: readonly SourceOption[]
  /** Output folder. */
  readonly out: string
  readonly validators: readonly ValidatorId[]
  /** Whether types are as on the wire, or as programs like them, with functions that convert; the latter need the validators `plain`. */
  readonly shape: 'wire' | 'sdk'
  /** What is emitted besides types, validators, differences and the model itself. */
  readonly emitters: readonly (EmitterId | CustomEmitter)[]
  /** Whether each model has a file of its own, or all types are one file, and all validators. */
  readonly layout: 'per-model' | 'single-file'
  /** Which type names carry their namespace. */
  readonly prefixes: Prefixes
  /** Text at the top of generated files, where it is not ours; `{{command}}` in it is what writes them anew. */
  readonly header: string | null
  /** What validators make of keys that a model does not have: accept, leave out of the value they give, or refuse. */
  readonly unknownKeys: UnknownKeys
  /** Whether an enumeration is open where the docs say so, or never. */
  readonly enums: 'open' | 'strict'
  readonly presence: Presence
  readonly conflicts: ConflictPolicy
  /** By `Model.field`, or `namespace/Model.field`. */
  readonly overrides: { readonly [field: string]: Override }
  readonly severity: { readonly [R in RuleId]?: Severity | 'off' }
  /** Findings that are counted but neither shown nor failed on. */
  readonly ignore: readonly IgnoreEntry[]
  /** File of the findings that are accepted. */
  readonly baseline: string
  /** Whether settings that are programs may be run: this tool's configuration, and prettier's. A configuration cannot say it. */
  readonly configCode: boolean
  /** The least severity of a finding at which `check` and `run` exit with 1; `never` for not at all. */
  readonly failOn: Severity | 'never'
  readonly wireCase: 'auto' | 'snake' | 'camel' | 'pascal' | 'kebab'
  /** Whether the wrappers that SDKs put around responses are emitted too. */
  readonly responses: boolean
  readonly limits: Limits
}

/** How large a source, a document and its parts may be; what is larger is an error. */
export interface Limits {
  /** Documents of a source. */
  readonly documents: number
  /** Bytes of a document. */
  readonly bytes: number
  /** Rows of a table. */
  readonly rows: number
  readonly columns: number
  /** Characters of a line. */
  readonly line: number
  readonly heading: number
  /** Characters of the name of a field or value. */
  readonly name: number
  /** How deep a type may be nested, 64 at most. */
  readonly depth: number
}
