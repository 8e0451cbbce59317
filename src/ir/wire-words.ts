// Knows how the decision on the names of the wire is told: the casing, what it was concluded from, and how each name is known.

import type { ApiModel, WireEvidence } from './model.js'

const ORDER = ['override', 'example', 'path', 'value', 'text', 'convention'] as const satisfies readonly WireEvidence[]

const words: { readonly [E in WireEvidence]: string } = {
  override: 'as configured',
  example: 'seen in examples',
  path: 'seen in paths',
  value: 'seen in enumerations of fields',
  text: 'set in code in descriptions',
  convention: 'guessed by that casing',
}

/** How many names are known in each way. */
export type WireCounts = { readonly [E in WireEvidence]: number }

/** How many fields of the API's data have a name that is known so, by kind of evidence. */
export function countWireNames({ models }: ApiModel): WireCounts {
  const counts = { override: 0, example: 0, path: 0, value: 0, text: 0, convention: 0 }
  for (const model of models) {
    if (model.kind === 'object' && model.role === 'data') for (const { wire } of model.fields) counts[wire] += 1
  }
  return counts
}

/** The decision in words, without full stops. */
export interface WireWords {
  readonly casing: string
  readonly names: string
}

/** Tells the decision; undefined where no field has a name. */
export function wireWords({ style, reason }: ApiModel['wireCase'], counts: WireCounts): WireWords | undefined {
  const total = ORDER.reduce((sum, evidence) => sum + counts[evidence], 0)
  if (total === 0) return undefined
  const known = ORDER.filter((evidence) => counts[evidence] > 0).map(
    (evidence) => `${counts[evidence]} ${words[evidence]}`,
  )
  return { casing: `${style} case: ${reason}`, names: `of ${total} names ${known.join(', ')}` }
}
