// Knows how the configuration's word on a field replaces that of the documents.

import type { Override } from '../config/options.js'
import type { Dispute, Field } from '../ir/model.js'
import type { ModelName } from './naming.js'

/** The overrides by `Model.field` or `namespace/Model.field`. */
export type Overrides = { readonly [field: string]: Override }

/** The override of a field, with the entry it stands under. */
export function overrideOf(field: string, model: ModelName, overrides: Overrides): { key: string; override: Override } | undefined {
  for (const key of [`${model.namespace}/${model.name}.${field}`, `${model.name}.${field}`]) {
    const override = Object.hasOwn(overrides, key) ? overrides[key] : undefined
    if (override !== undefined) return { key, override }
  }
  return undefined
}

/** The field with the configuration's word on it; undefined where that is to leave it out. */
export function applyOverride(field: Field, of: { model: ModelName; overrides: Overrides }): Field | undefined {
  const found = overrideOf(field.name, of.model, of.overrides)
  if (found === undefined) return field
  const { name, required, nullable, description, drop } = found.override
  if (drop === true) return undefined
  const settled = new Set<string>([
    ...(required === undefined ? [] : ['required']),
    ...(nullable === undefined ? [] : ['nullable']),
  ])
  const disputes = field.disputes.map((dispute): Dispute =>
    settled.has(dispute.fact) ? { ...dispute, kept: 'as configured', reason: `override of ${found.key}` } : dispute,
  )
  return {
    ...field,
    ...(name === undefined ? {} : { name, wire: 'override' as const }),
    ...(required === undefined ? {} : { required }),
    ...(nullable === undefined ? {} : { type: { ...field.type, nullable } }),
    ...(description === undefined ? {} : { description }),
    disputes,
  }
}
