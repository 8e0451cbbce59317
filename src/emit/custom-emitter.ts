// Knows the contract of emitters that are not ours: what they are given, and what they give.

import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import type { EmittedFile } from '../text/file.js'
import type { ModelName } from './names.js'

/** What an emitter of the configuration is given: a copy of its own, to do with as it likes. */
export interface CustomInput {
  readonly model: ApiModel
  readonly findings: readonly Finding[]
  /** The header of generated files, plain lines without comment marks. */
  readonly header: readonly string[]
  /** For each model, by its id: the name of its TypeScript type and the path of its file, both unique. */
  readonly names: ReadonlyMap<string, ModelName>
}

/** An emitter of the configuration. Give the same files for the same input, or `codegen check` calls them stale. */
export interface CustomEmitter {
  /** Lower-case letters, digits and hyphens; names the emitter in messages. */
  readonly id: string
  /**
   * The files, with paths below the output folder; `.ts` files are laid out by prettier. All text of the model comes from
   * documents: escape it for the place it is put in. What it throws is reported as CG608, and nothing is written then.
   */
  emit(input: CustomInput): readonly EmittedFile[] | Promise<readonly EmittedFile[]>
}

/** The emitter as given; only there so that editors know its types. */
export function defineEmitter(emitter: CustomEmitter): CustomEmitter {
  return emitter
}
