// Knows how the answer to "why does the model say this?" is laid out.

import type { Fact } from '../ir/model.js'
import type { Witness } from './finding.js'

/** Why the model says what it says of one fact. */
export interface ExplainedFact {
  /** A fact of the model, or how a field is spelt on the wire. */
  readonly fact: Fact | 'wire'
  /** What the model says, in words. */
  readonly value: string
  /** The rule or override that decided, in words. */
  readonly reason: string
  /** Each variant that says something of it: file, line, column and its own words. */
  readonly witnesses: readonly Witness[]
  /** Variants whose language cannot write the fact. */
  readonly blind: readonly string[]
  /** Variants that could say it, but have no page, row or text. */
  readonly silent: readonly string[]
}

/** The answer for one model, or one field of it. */
export interface Explanation {
  readonly model: string
  readonly modelName: string
  readonly field?: string
  readonly facts: readonly ExplainedFact[]
}
