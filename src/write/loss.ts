// Knows when so many models are gone at once that it is asked about: docs that are checked out in part look like an API that shrank.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { sortBy } from '../text/compare.js'

/** Less than one in so many models left is a loss. */
const SHARE = 5

/**
 * The variants that have lost most of their models since they were counted last: CG611 for each. A variant that is gone counts
 * as renamed where a new one has enough models to be it, and is not another one already.
 */
export function findLosses(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): readonly Diagnostic[] {
  const fresh = [...now].filter(([variant]) => !before.has(variant)).map(([, count]) => count)
  fresh.sort((a, b) => b - a)
  // The largest choose first, so that each finds its new name where all have one.
  return sortBy(before, ([variant, count]) => [-count, variant]).flatMap(([variant, count]) => {
    const left = now.get(variant)
    if ((left ?? 0) * SHARE >= count) return []
    const isRenamed = left === undefined && (fresh[0] ?? 0) * SHARE >= count
    if (isRenamed) fresh.shift()
    return isRenamed ? [] : [problem('CG611', { variant, before: count, now: left ?? 0 })]
  })
}
