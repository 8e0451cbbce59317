// Knows how alike two pages are in what they describe, whatever they are called.

import type { Projection } from '../dialects/dialect.js'
import { sortBy } from '../text/compare.js'

/** From 0, nothing in common, to 1, the same fields or values. Pages that say nothing are half alike to anything. */
export function similarity(a: Projection, b: Projection): number {
  if (a.kind === 'blank' || b.kind === 'blank') return 0.5
  if (a.kind !== b.kind) return 0
  const [left, right] = [contentOf(a), contentOf(b)]
  if (left.size === 0 && right.size === 0) return 0.5
  const common = [...left].filter((item) => right.has(item)).length
  return common / (left.size + right.size - common)
}

/** Whether one page has all that the other has, and that is more than a single thing: the same model at another time. */
export function isGrown(a: Projection, b: Projection): boolean {
  if (a.kind !== b.kind || (a.kind !== 'object' && a.kind !== 'enum')) return false
  const [less, more] = sortBy([contentOf(a), contentOf(b)], (content) => [content.size])
  return less !== undefined && more !== undefined && less.size > 1 && [...less].every((item) => more.has(item))
}

function contentOf(page: Projection): ReadonlySet<string> {
  if (page.kind === 'object') return new Set(page.fields.map((field) => field.key))
  if (page.kind === 'enum') return new Set(page.values.map((value) => value.text))
  return new Set(page.members.map((member) => member.value.kind))
}
