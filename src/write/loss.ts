// Knows when so many models are gone at once that it is asked about: docs that are checked out in part look like an API that shrank.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { sortBy } from '../text/compare.js'

/** Less than one in so many models left is a loss. */
const SHARE = 5

/**
 * The variants that have lost most of their models since they were counted last: CG611 for each. A variant that is gone counts
 * as renamed where a new one has enough models to be it.
 */
export function findLosses(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): readonly Diagnostic[] {
  const fresh = [...now].filter(([variant]) => !before.has(variant)).map(([, count]) => count)
  const largest = Math.max(0, ...fresh)
  return sortBy(before, ([variant]) => [variant]).flatMap(([variant, count]) => {
    const left = now.get(variant) ?? 0
    const isLost = left * SHARE < count
    const isRenamed = !now.has(variant) && largest * SHARE >= count
    return isLost && !isRenamed ? [problem('CG611', { variant, before: count, now: left })] : []
  })
}
