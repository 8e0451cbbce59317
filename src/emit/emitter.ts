// Knows the contract between the model and an emitter: values in, files in memory out.

import type { UnknownKeys } from '../config/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import type { EmittedFile } from '../text/file.js'
import type { ModelName } from './names.js'

export type { EmittedFile }

/** What an emitter gives: its files ordered by path, and a `CG602` in place of each file that came out other than planned. */
export interface Emitted {
  readonly files: readonly EmittedFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What every emitter is given. */
export interface EmitInput {
  readonly model: ApiModel
  readonly findings: readonly Finding[]
  /** Header text of every generated file, plain lines without comment marks. */
  readonly header: readonly string[]
  /** Whether types are as on the wire only, or for programs too, with functions that convert. */
  readonly shape: 'wire' | 'sdk'
  /** Whether each model has a file of its own, or each folder becomes one file. */
  readonly layout: 'per-model' | 'single-file'
  /** Whether wrappers that SDKs put around responses are emitted too. */
  readonly responses: boolean
  /** What validators make of keys that a model does not have. */
  readonly unknownKeys: UnknownKeys
  /** Ids of the models whose own files are wanted, where not all are. */
  readonly only?: ReadonlySet<string>
  /** The names of the models, where not all are there to tell them apart. */
  readonly names?: ReadonlyMap<string, ModelName>
}

/** Writes one kind of output from the model. Pure: the same input gives the same bytes. */
export interface Emitter {
  readonly id: string
  /** Whether it is given the model as the docs have it, whatever the options say of enumerations and names. */
  readonly asDocumented?: true
  readonly label: string
  /** Asynchronous because what prints the files is loaded only when it is needed. */
  emit(input: EmitInput): Promise<Emitted>
}
