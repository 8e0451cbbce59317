// Knows how the configuration's word on a field is found, and which of its entries speak of nothing.

import type { Override } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { compareText } from '../text/compare.js'
import type { Policy } from './context.js'
import { listed } from './findings.js'
import type { ModelName } from './naming.js'
import type { VariantDocs } from './variant-docs.js'

/** The overrides by `Model.field`, with the namespace or as the model's id where that is needed to tell models apart. */
export type Overrides = { readonly [field: string]: Override }

/** An override with the entry it stands under. */
export interface FoundOverride {
  readonly key: string
  readonly override: Override
}

/** The override of a field, by the name the field has on the wire without it; the entry that says most of the model wins. */
export function overrideOf(field: string, model: ModelName, overrides: Overrides): FoundOverride | undefined {
  for (const name of [`${model.namespace}/${model.name}`, model.id, model.name]) {
    const key = `${name}.${field}`
    const override = Object.hasOwn(overrides, key) ? overrides[key] : undefined
    if (override !== undefined) return { key, override }
  }
  return undefined
}

/** The reason that stands in the model where an override decided. */
export function overrideReason({ key }: FoundOverride): string {
  return `override of ${key}`
}

/** CG706 for every entry that matched no field. */
export function unusedOverrides(overrides: Overrides, used: ReadonlySet<string>): Diagnostic[] {
  const unused = Object.keys(overrides).filter((key) => !used.has(key))
  return unused.sort(compareText).map((key) => problem('CG706', { entry: `overrides["${key}"]` }))
}

/** CG703 for an authority that no variant is called: it would decide nothing. */
export function unknownAuthorities({ presence, conflicts }: Policy, variants: readonly VariantDocs[]): Diagnostic[] {
  const known = variants.map(({ id }) => id)
  return Object.entries({ conflicts, presence }).flatMap(([key, policy]) => {
    if (typeof policy === 'string' || known.includes(policy.authority) || known.length === 0) return []
    const reason = `no variant is called "${policy.authority}"; there ${known.length === 1 ? 'is' : 'are'} ${listed(known)}`
    return [problem('CG703', { key: `${key}.authority`, reason })]
  })
}
