// Knows how a dispute is settled: who said what, and which statement wins.

import type { ConflictPolicy } from '../config/options.js'
import { compareText, sortBy } from '../text/compare.js'

/** What one variant says of a fact. */
export interface Claim<T> {
  readonly variant: string
  readonly value: T
  /** The same for statements that do not differ. */
  readonly key: string
}

/** A dispute settled. */
export interface Verdict<T> {
  readonly value: T
  readonly key: string
  readonly reason: string
  /** The claims that say otherwise, in the order of their variants. */
  readonly against: readonly Claim<T>[]
}

/**
 * Settles what the claims say: the authority's word where it has one, else that of the most variants; of two with as many,
 * the one that `prefer` ranks lower, then the one whose key comes first. Undefined without claims.
 */
export function settle<T>(
  claims: readonly Claim<T>[],
  policy: ConflictPolicy,
  prefer: (value: T) => number = () => 0,
): Verdict<T> | undefined {
  const [first] = claims
  if (first === undefined) return undefined
  const counts = new Map<string, number>()
  for (const claim of claims) counts.set(claim.key, (counts.get(claim.key) ?? 0) + 1)
  const authority = policy === 'majority' ? undefined : claims.find((claim) => claim.variant === policy.authority)
  const [winner = first] = sortBy(claims, (claim) => [-(counts.get(claim.key) ?? 0), prefer(claim.value), claim.key])
  const chosen = authority ?? winner
  const against = claims.filter((claim) => claim.key !== chosen.key).sort((a, b) => compareText(a.variant, b.variant))
  const count = counts.get(chosen.key) ?? 0
  const reason =
    against.length === 0
      ? 'all that can say it agree'
      : authority !== undefined
        ? `${authority.variant} is the authority`
        : `${count} of ${claims.length} variants say so`
  return { value: chosen.value, key: chosen.key, reason, against }
}

/** The verdict where the answer is given: whoever says something else is against it. */
export function settleAs<T>(
  given: Pick<Verdict<T>, 'value' | 'key' | 'reason'>,
  claims: readonly Claim<T>[],
): Verdict<T> {
  const against = claims.filter((claim) => claim.key !== given.key).sort((a, b) => compareText(a.variant, b.variant))
  return { ...given, against }
}
