// Knows how lists that variants give in an order of their own become one list.

import { sortBy } from '../text/compare.js'

/**
 * All items of all lists: in the order of the longest list, each item that it lacks behind the item it follows elsewhere.
 * The result does not depend on the order in which the lists are given.
 */
export function mergeOrders(lists: readonly (readonly string[])[]): string[] {
  const [base = [], ...others] = sortBy(lists, (list) => [-list.length, JSON.stringify(list)])
  const merged = [...base]
  const known = new Set(merged)
  for (const list of others) {
    let before: string | undefined
    for (const item of list) {
      if (!known.has(item)) merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, item)
      known.add(item)
      before = item
    }
  }
  return merged
}
