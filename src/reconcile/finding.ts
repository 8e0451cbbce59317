// Knows what a finding is: one difference between a variant's docs and the reconciled model.

import type { Severity } from '../diagnostics/severity.js'
import type { SourceSpan } from '../text/span.js'
import type { RuleId } from './rules.js'

/** What one variant's document says, in its own words, and where. */
export interface Witness {
  readonly variant: string
  /** The cell or text as written; empty where the document says nothing. */
  readonly said: string
  readonly span: SourceSpan
}

/** What a difference probably comes from: an edit of the page, or what its whole variant is built from. */
export interface LikelyCause {
  readonly kind: 'edit' | 'specification'
  readonly words: string
}

/** One difference between a variant's docs and the model. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  /** Id of the model, as in `shared/connection`. */
  readonly model: string
  /** Name of the model. */
  readonly modelName: string
  /** Wire name of the field, the value of the enumeration, or the type of the union member. */
  readonly field?: string
  /** The variant whose document lacks something or says otherwise. */
  readonly variant: string
  readonly message: string
  /** The same for the same difference however lines and files move: a hash of rule, model, field, variant and what is at odds. */
  readonly fingerprint: string
  /** Where the variant's own document would be mended: the cell, row or page; absent where there is no page. */
  readonly span?: SourceSpan
  /** Who says what; the variant itself first where it says anything. */
  readonly witnesses: readonly Witness[]
  /** Variants whose language cannot write the fact. */
  readonly blind: readonly string[]
  /** What the document should say, in words, where the model decides it. */
  readonly expected?: string
  /** What the difference probably comes from, where the record of the generator tells. */
  readonly likelyCause?: LikelyCause
  /** Present where a patch of the variant's docs mends it. */
  readonly fixable?: true
  /** Missing models that nothing else refers to: they are told and counted with this finding, and none of them has parts. */
  readonly parts?: readonly Finding[]
}
