// Knows which fields, values, members and models stay in the model when variants disagree on whether they exist.

import type { Presence } from '../config/options.js'

/**
 * Whether the policy keeps what is present in some variants.
 * @param present - variants that have it
 * @param able - variants that have the page on which it would stand
 */
export function keepsPresent(present: readonly string[], able: readonly string[], policy: Presence): boolean {
  if (policy === 'union') return true
  if (policy === 'majority') return present.length * 2 >= able.length
  if (policy === 'all') return present.length === able.length
  return able.includes(policy.authority) ? present.includes(policy.authority) : true
}
