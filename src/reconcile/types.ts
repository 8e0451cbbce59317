// Knows how the types that variants state of one thing become one type, and which statements are at odds with it.

import type { ConflictPolicy } from '../config/options.js'
import { typeKey } from '../ir/canonical.js'
import { mapParts, type Ternary, type Type } from '../ir/type.js'
import { sortBy } from '../text/compare.js'
import { meet, type Models } from './meet.js'
import { settle, settleAs, type Claim, type Verdict } from './vote.js'

/** Types met. */
export interface MetTypes {
  readonly type: Type
  readonly reason: string
  /** Variants whose type no value of the result can have. */
  readonly against: readonly string[]
  /** The dispute about null, where there is one. */
  readonly nullable: Verdict<Ternary> | undefined
}

/**
 * The most specific type that agrees with as many variants as possible. The authority's type stays, where the policy names
 * one; else the type that most variants can live with is met with all that agree with it. What the configuration says of
 * null stays, whatever they say.
 */
export function meetAll(
  claims: readonly Claim<Type>[],
  policy: ConflictPolicy,
  from: { readonly models: Models; readonly nullable?: Pick<Verdict<Ternary>, 'value' | 'key' | 'reason'> | undefined },
): MetTypes {
  const { models } = from
  const groups = byWeight(groupClaims(claims), models)
  const authority = policy === 'majority' ? undefined : claims.find((claim) => claim.variant === policy.authority)
  const winner = groups.find((group) => group.key === authority?.key) ?? groups[0]
  let type: Type = winner?.type ?? { kind: 'unknown', nullable: 'unknown' }
  const against: string[] = []
  for (const group of groups) {
    const met = group === winner ? type : meet(type, group.type, models)
    if (met === undefined) against.push(...group.variants)
    else type = met
  }
  const agreeing = claims.filter((claim) => !against.includes(claim.variant))
  const said = nullClaims(agreeing)
  const nullable =
    from.nullable === undefined
      ? settle(said, policy, (value) => (value === true ? 0 : 1))
      : settleAs(from.nullable, said)
  const reason =
    against.length === 0
      ? 'the most specific type that all variants allow'
      : `${claims.length - against.length} of ${claims.length} variants allow it`
  return {
    type: { ...type, nullable: nullable?.value ?? type.nullable },
    reason: authority === undefined ? reason : `${authority.variant} is the authority`,
    against: sortBy(against, (variant) => [variant]),
    nullable,
  }
}

interface Group {
  readonly key: string
  readonly type: Type
  readonly variants: readonly string[]
}

/** The claims by what they say, in stable order; null is left to its own vote. */
function groupClaims(claims: readonly Claim<Type>[]): Group[] {
  const groups = new Map<string, { type: Type; variants: string[] }>()
  for (const claim of claims) {
    const group = groups.get(claim.key)
    if (group === undefined) groups.set(claim.key, { type: claim.value, variants: [claim.variant] })
    else group.variants.push(claim.variant)
  }
  return sortBy(groups, ([key]) => [key]).map(([key, group]) => ({ key, ...group }))
}

/** The groups that most variants agree with first; of two, the more specific, then the one that more say in just that way. */
function byWeight(groups: readonly Group[], models: Models): readonly Group[] {
  if (groups.length < 2) return groups
  const weight = (group: Group): number =>
    groups
      .filter((other) => other === group || meet(group.type, other.type, models) !== undefined)
      .reduce((sum, other) => sum + other.variants.length, 0)
  return sortBy(groups, (group) => [-weight(group), vagueness(group.type), -group.variants.length, group.key])
}

/** How much a type leaves open; that it may be a constant is a small matter where all else is said. */
function vagueness(type: Type): number {
  const open =
    type.kind === 'number' || type.kind === 'boolean' || type.kind === 'date' ? 0 : (type.covers?.length ?? 0)
  return open + (type.kind === 'unknown' || type.kind === 'any' || type.kind === 'collection' ? 3 : 0)
}

/** What the types say of null; a type that takes any value says nothing by taking null. */
function nullClaims(claims: readonly Claim<Type>[]): Claim<Ternary>[] {
  return claims
    .filter((claim) => claim.value.nullable !== 'unknown' && claim.value.kind !== 'any')
    .map(({ variant, value }) => ({ variant, value: value.nullable, key: String(value.nullable) }))
}

/** A type claim of a variant. */
export function typeClaim(variant: string, type: Type): Claim<Type> {
  return { variant, value: type, key: typeKey(type) }
}

/** The type as the model keeps it: nothing of how it was written, and no choice that was never closed. */
export function finalType(type: Type, idOf: (cluster: string) => string): Type {
  const { covers: _covers, spelling: _spelling, ...bare } = type
  switch (bare.kind) {
    case 'ref':
      return { kind: 'ref', name: idOf(bare.name), nullable: bare.nullable }
    case 'bytes':
      return { kind: 'bytes', nullable: bare.nullable }
    case 'collection':
    case 'external':
      return { kind: 'unknown', nullable: bare.nullable }
    default:
      return mapParts(bare, (part) => finalType(part, idOf))
  }
}
