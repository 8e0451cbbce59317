// Knows the contract between the model and an emitter: values in, files in memory out.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'

/** A file to be generated. */
export interface EmittedFile {
  /** Below the output folder, with `/` between its parts. */
  readonly path: string
  readonly text: string
}

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
  /** Whether wrappers that SDKs put around responses are emitted too. */
  readonly responses: boolean
}

/** Writes one kind of output from the model. Pure: the same input gives the same bytes. */
export interface Emitter {
  readonly id: string
  readonly label: string
  /** Asynchronous because what prints the files is loaded only when it is needed. */
  emit(input: EmitInput): Promise<Emitted>
}
