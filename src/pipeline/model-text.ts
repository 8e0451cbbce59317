// Knows when two models are the same but for some of what they hold.

import type { Model } from '../ir/model.js'

/** A text that is the same for models that differ in the order of their keys, and in what stands under some of them, alone. */
export function textWithout(keys: ReadonlySet<string>, model: Model): string {
  return JSON.stringify(model, (key, value: unknown) => {
    if (keys.has(key)) return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
