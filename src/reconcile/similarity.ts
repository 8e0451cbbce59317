// Knows how alike two pages are in what they describe, whatever they are called.

import type { Projection } from '../dialects/dialect.js'

/** From 0, nothing in common, to 1, the same fields or values. Pages that say nothing are half alike to anything. */
export function similarity(a: Projection, b: Projection): number {
  if (a.kind === 'blank' || b.kind === 'blank') return 0.5
  if (a.kind !== b.kind) return 0
  const [left, right] = [contentOf(a), contentOf(b)]
  if (left.size === 0 && right.size === 0) return 0.5
  const common = [...left].filter((item) => right.has(item)).length
  return common / (left.size + right.size - common)
}

function contentOf(page: Projection): ReadonlySet<string> {
  if (page.kind === 'object') return new Set(page.fields.map((field) => field.key))
  if (page.kind === 'enum') return new Set(page.values.map((value) => value.text))
  return new Set(page.members.map((member) => member.value.kind))
}
