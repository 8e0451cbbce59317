// Knows how the members that variants list of a union become one list.

import { typeKey, typeText } from '../ir/canonical.js'
import type { Type } from '../ir/type.js'
import type { SourceSpan } from '../text/span.js'
import { sortBy } from '../text/compare.js'
import type { FieldContext } from './fields.js'
import type { Witness } from './finding.js'
import { listed, type Draft } from './findings.js'
import { meet, type Models } from './meet.js'
import type { ModelName } from './naming.js'
import { keepsPresent } from './presence.js'
import { finalType } from './types.js'
import type { Node } from './variant-docs.js'

/** What one variant states of a union: its members, from its page or from a cell that spells it out. */
interface MemberList {
  readonly variant: string
  /** Whether a member may be another model than the one of its name. */
  readonly accessors: boolean
  readonly place: SourceSpan
  readonly members: readonly Listed[]
}

/** A member as a variant lists it. */
interface Listed {
  readonly type: Type
  readonly said: string
  readonly span: SourceSpan
}

/** A member of a union, and who lists it in which words. */
export interface MemberGroup {
  /** The type in words, as findings name the member. */
  readonly name: string
  readonly witnesses: readonly Witness[]
}

/** A union settled. */
export interface SettledMembers {
  readonly members: readonly Type[]
  readonly groups: readonly MemberGroup[]
  readonly drafts: readonly Draft[]
}

/** Settles the members of a union: those of the variant that lists most, met one by one with the others'. */
export function settleMembers(
  cluster: string,
  nodes: readonly Node[],
  of: { model: ModelName; context: FieldContext },
): SettledMembers {
  const { model, context } = of
  const lists = tolerant(memberLists(cluster, nodes, context), context.models)
  const able = lists.map((list) => list.variant)
  const kept = mergeLists(lists, context.models).filter(({ holders }) =>
    keepsPresent(
      holders.map(({ variant }) => variant),
      able,
      context.policy.presence,
    ),
  )
  const groups = kept.map(({ type, holders }): MemberGroup & { type: Type } => ({
    type,
    name: typeText(finalType(type, context.idOf)),
    witnesses: holders.map(({ variant, said, span }) => ({ variant, said, span })),
  }))
  const drafts = groups.flatMap(({ type, name, witnesses }) => {
    const present = witnesses.map(({ variant }) => variant)
    const lacking = lists.filter(
      ({ variant, members }) => !present.includes(variant) && !covered(type, typesOf(members), context.models),
    )
    return lacking.map((list): Draft => ({
      rule: 'missing-union-member',
      model,
      field: name,
      variant: list.variant,
      message: `the member ${name} is missing; ${listed(present)} ${present.length === 1 ? 'has' : 'have'} it`,
      span: list.place,
      witnesses,
      blind: nodes.map(({ variant }) => variant.id).filter((id) => !able.includes(id)),
    }))
  })
  const members = kept.map(({ type }) => finalType(type, context.idOf))
  return { members: [...new Map(members.map((member) => [typeKey(member), member])).values()], groups, drafts }
}

/** A member of all lists together, and who lists it. */
interface Slot {
  type: Type
  readonly holders: (Listed & { readonly variant: string })[]
}

/** The members of the longest list, each met with those of the others that say the same, then what only others list. */
function mergeLists(lists: readonly MemberList[], models: Models): readonly Slot[] {
  const [base, ...others] = sortBy(lists, (list) => [-list.members.length, list.accessors ? 1 : 0, list.variant])
  const slots = base === undefined ? [] : base.members.map((member) => slotOf(base, member))
  for (const list of others) {
    // Within one list no two members are the same.
    const free = new Set(slots)
    for (const member of list.members) {
      const slot = slotFor(free, member.type, models)
      if (slot !== undefined) {
        free.delete(slot)
        slot.type = meet(slot.type, member.type, models) ?? slot.type
        slot.holders.push({ variant: list.variant, ...member })
      } else if (!covered(member.type, typesOf(slots), models)) slots.push(slotOf(list, member))
    }
  }
  return slots
}

function slotOf({ variant }: MemberList, member: Listed): Slot {
  return { type: member.type, holders: [{ variant, ...member }] }
}

function typesOf(members: readonly { readonly type: Type }[]): readonly Type[] {
  return members.map(({ type }) => type)
}

/** The lists of the variants: their pages', else those that cells spell out. */
function memberLists(cluster: string, nodes: readonly Node[], context: FieldContext): MemberList[] {
  const pages = nodes
    .filter(({ page }) => page.kind === 'union' && page.members.length > 0)
    .map((node): MemberList => ({
      variant: node.variant.id,
      accessors: node.variant.dialect.namesAccessors,
      place: node.page.title,
      members: node.page.members.map(({ value, said, span }) => ({ type: context.mapped(value, node), said, span })),
    }))
  const known = new Set(pages.map((list) => list.variant))
  const cells = new Map<string, MemberList>()
  for (const { node, stated } of context.inlinedOf(cluster)) {
    const variant = node.variant.id
    if (known.has(variant) || cells.has(variant)) continue
    const type = context.mapped(stated.value, node)
    const members = (type.kind === 'union' ? type.members : [type]).map((member) => ({
      type: member,
      said: stated.said,
      span: stated.span,
    }))
    cells.set(variant, { variant, accessors: false, place: stated.span, members })
  }
  return sortBy([...pages, ...cells.values()], (list) => [list.variant])
}

/** The lists, without the names that stand for a model only where no other list denies it. */
function tolerant(lists: readonly MemberList[], models: Models): readonly MemberList[] {
  const others = lists.filter(({ accessors }) => !accessors).flatMap(({ members }) => members)
  if (others.length === 0) return lists
  return lists.map((list) => {
    if (!list.accessors) return list
    const members = list.members.map((member) =>
      member.type.kind !== 'ref' || others.some(({ type }) => meet(type, member.type, models) !== undefined)
        ? member
        : { ...member, type: { kind: 'unknown', nullable: 'unknown' } as const },
    )
    return { ...list, members }
  })
}

/** The first free slot that says the same, else the first that the member can be met with. */
function slotFor(free: ReadonlySet<Slot>, type: Type, models: Models): Slot | undefined {
  const slots = [...free]
  const key = typeKey(type)
  return (
    slots.find((slot) => typeKey(slot.type) === key) ??
    slots.find(
      (slot) => type.kind !== 'unknown' && slot.type.kind !== 'unknown' && meet(slot.type, type, models) !== undefined,
    ) ??
    slots.find((slot) => type.kind === 'unknown' || slot.type.kind === 'unknown')
  )
}

/** Whether a list says a member in another way: twice the same, or as a union among its members. */
function covered(type: Type, list: readonly Type[], models: Models): boolean {
  if (type.kind === 'union' && type.members.every((member) => covered(member, list, models))) return true
  return list.some((other) => {
    if (other.kind === 'unknown' || meet(other, type, models) !== undefined) return true
    if (other.kind === 'union') return covered(type, other.members, models)
    if (type.kind === 'ref' && models.kindOf(type.name) === 'union') {
      const parts = models.membersOf(type.name)
      return (
        parts.length > 0 && parts.every((part) => list.some((candidate) => meet(candidate, part, models) !== undefined))
      )
    }
    return (
      other.kind === 'ref' &&
      models.kindOf(other.name) === 'union' &&
      models.membersOf(other.name).some((part) => meet(part, type, models) !== undefined)
    )
  })
}
