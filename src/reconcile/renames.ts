// Knows which rows of one variant alone are, by all that speaks for it, rows of the others under another name.

import type { FieldProjection, Projection, ValueProjection } from '../dialects/dialect.js'
import { typeParts, type Type } from '../ir/type.js'
import { sortBy } from '../text/compare.js'
import { squash } from '../text/words.js'
import type { Context } from './context.js'
import { areNearNames, compareTexts, isTypo } from './likeness.js'
import { groupBy } from './resolve.js'
import { slotsOf, type KeyList } from './slots.js'
import { meetAll, typeClaim } from './types.js'
import type { Cluster, Node } from './variant-docs.js'

/** The least number of common fields among which a field at the edge stands at a place of its own. */
const FRAME = 2

/** The least number of others that must agree on a name where nothing but its place speaks for it. */
const CROWD = 3

/** A row that took the place of the name that the others use. */
export interface Rename {
  /** The name, or the value, in the variant's docs. */
  readonly said: string
  /** What speaks for it, in words. */
  readonly evidence: string
}

/** What was found: the pages as they read under the others' names, and the rows concerned, by identity. */
export interface Renames {
  readonly pages: ReadonlyMap<Projection, Projection>
  readonly rows: ReadonlyMap<FieldProjection | ValueProjection, Rename>
}

/** A name that one variant has alone, and the others' that it has not. */
interface Pair {
  readonly fresh: string
  readonly gone: string
  readonly evidence: string
}

/**
 * Finds the renamed fields and values. One variant alone has the new name and lacks the old one, both stand between the same
 * neighbours, the types agree, and the description is the same or nearly so; where nobody describes the field, the names must
 * be near, or its page must have no other difference of names and several others must agree. Whatever can be paired in two ways is left alone.
 */
export function findRenames(context: Context): Renames {
  const pages = new Map<Projection, Projection>()
  const rows = new Map<FieldProjection | ValueProjection, Rename>()
  for (const cluster of context.clusters.values()) {
    const kind = context.models.kindOf(cluster.id)
    const nodes = nodesOf(cluster, kind)
    if (nodes.length < 2 || (kind !== 'object' && kind !== 'enum')) continue
    const lists = nodes.map((node): KeyList => ({ node, keys: keysOf(node.page) }))
    const holders = groupBy(
      lists.flatMap(({ node, keys }) => keys.map((key) => ({ node, key }))),
      ({ key }) => key,
    )
    const holdersOf = (key: string): number => holders.get(key)?.length ?? 0
    for (const own of lists) {
      const alone = new Set(own.keys.filter((key) => holdersOf(key) === 1))
      if (alone.size === 0 || !isMinority(own, lists, context)) continue
      // A name that none but one of several others uses may be a rename itself.
      const least = lists.length > 2 ? 2 : 1
      const mine = new Set(own.keys)
      const lacked = [...holders.keys()].filter((key) => !mine.has(key))
      const wanted = new Set(lacked.filter((key) => holdersOf(key) >= least))
      const subject = { own, lists, alone, wanted, lacked: new Set(lacked), context }
      const pairs = kind === 'object' ? renamedFields(subject) : renamedValues(subject)
      if (pairs.length === 0) continue
      const page = renamedPage(own.node.page, pairs, rows)
      pages.set(own.node.page, page)
    }
  }
  return { pages, rows }
}

interface Subject {
  readonly own: KeyList
  readonly lists: readonly KeyList[]
  /** The keys that no other list has. */
  readonly alone: ReadonlySet<string>
  /** The keys that it lacks, of enough others to be no renames themselves. */
  readonly wanted: ReadonlySet<string>
  /** Every key that it lacks. */
  readonly lacked: ReadonlySet<string>
  readonly context: Context
}

function nodesOf(cluster: Cluster, kind: string): Node[] {
  return sortBy(
    [...cluster.nodes.values()].filter(({ page }) => page.kind === kind),
    ({ variant }) => [variant.id],
  )
}

function keysOf(page: Projection): readonly string[] {
  return page.kind === 'enum' ? page.values.map(({ text }) => text) : page.fields.map(({ key }) => key)
}

/** Whether the others decide what is called how: never against an authority; of two, the first keeps its names. */
function isMinority(own: KeyList, lists: readonly KeyList[], { policy }: Context): boolean {
  const id = own.node.variant.id
  const authorities = [policy.conflicts, policy.presence].flatMap((by) => (typeof by === 'string' ? [] : by.authority))
  if (authorities.includes(id)) return false
  if (lists.length > 2) return true
  const others = lists.map(({ node }) => node.variant.id).filter((other) => other !== id)
  return others.some((other) => other < id || authorities.includes(other))
}

function renamedFields({ own, lists, alone, wanted, lacked, context }: Subject): Pair[] {
  const others = lists.filter((list) => list !== own)
  // A row that only one other has stands between them too: it would count as soon as a patch gave it to a second.
  const crowds = slotsOf(own, others, { alone, wanted: lacked })
  const isSingleGap = (fresh: string): boolean =>
    crowds.some((slot) => slot.fresh.length === 1 && slot.fresh[0] === fresh && slot.gone.length === 1)
  const slots = slotsOf(own, others, { alone, wanted })
  const gone = new Set(slots.flatMap((slot) => slot.gone))
  const rowsOf = new Map([...gone].map((key) => [key, rowsNamed(others, key)]))
  const found = slots.flatMap((slot) =>
    slot.fresh.flatMap((fresh) =>
      slot.gone.flatMap((key): Pair[] => {
        const row = own.node.page.fields.find((field) => field.key === fresh)
        const rows = rowsOf.get(key) ?? []
        const isFramed = slot.isInner || own.keys.length > FRAME || isTelling(row?.type.value)
        const isOnly =
          isFramed && alone.size === 1 && wanted.size === 1 && rows.length === others.length && rows.length >= CROWD
        const isSingle = slot.fresh.length === 1 && slot.gone.length === 1 && isSingleGap(fresh)
        const evidence =
          row === undefined ? undefined : fieldEvidence({ node: own.node, row }, rows, { isOnly, isSingle, context })
        return evidence === undefined ? [] : [{ fresh, gone: key, evidence }]
      }),
    ),
  )
  return unambiguous(found)
}

function haveOneExample(a: FieldProjection, b: FieldProjection): boolean {
  return (
    a.examples !== undefined &&
    a.examples.value.length > 0 &&
    a.examples.value.join('\n') === b.examples?.value.join('\n')
  )
}

/** Whether few fields are of such a type: a constant, a model. */
function isTelling(type: Type | undefined): boolean {
  if (type === undefined) return false
  return type.kind === 'literal' || type.kind === 'ref' || typeParts(type).some(isTelling)
}

interface Row {
  readonly node: Node
  readonly row: FieldProjection
}

function rowsNamed(lists: readonly KeyList[], key: string): Row[] {
  return lists.flatMap(({ node }) => {
    const row = node.page.fields.find((field) => field.key === key)
    return row === undefined ? [] : [{ node, row }]
  })
}

/** What speaks for a row being that of the others, in words; undefined where it is not enough. */
function fieldEvidence(
  own: Row,
  rows: readonly Row[],
  of: { isOnly: boolean; isSingle: boolean; context: Context },
): string | undefined {
  if (!haveOneType([own, ...rows], own.node.variant.id, of.context)) return undefined
  const text = own.row.description?.value ?? ''
  const names = [own.row.name, ...rows.map(({ row }) => row.name)]
  const likeness = rows.map(({ row }) => compareTexts(text, row.description?.value ?? '', names))
  if (likeness.includes('same')) return 'the same type, place and description'
  if (likeness.includes('near') && of.isSingle) return 'the same type and place, and nearly the same description'
  if (!of.isSingle || !likeness.every((one) => one === 'none')) return undefined
  if (rows.some(({ row }) => row.required.value !== own.row.required.value)) return undefined
  if (rows.some(({ row }) => haveOneExample(row, own.row))) return 'the same type, place and example'
  const near = rows.some(({ row }) => areNearNames(row.name, own.row.name))
  return of.isOnly || near ? 'the same type and place' : undefined
}

/** Whether the types agree, and say something. */
function haveOneType(rows: readonly Row[], own: string, { mapped, models }: Context): boolean {
  const claims = rows.map(({ node, row }) => typeClaim(node.variant.id, mapped(row.type.value, node)))
  const met = meetAll(claims, 'majority', { models })
  if (met.type.kind === 'unknown' || met.type.kind === 'any') return false
  const against = [...met.against, ...(met.nullable?.against ?? []).map(({ variant }) => variant)]
  return !against.includes(own) && (rows.length > 2 || against.length === 0)
}

function renamedValues({ own, lists, alone, wanted }: Subject): Pair[] {
  const others = lists.filter((list) => list !== own)
  const { page, variant } = own.node
  const found = slotsOf(own, others, { alone, wanted }).flatMap(({ fresh, gone }): Pair[] => {
    const [value, old] = [fresh[0], gone[0]]
    if (value === undefined || old === undefined || fresh.length + gone.length > 2) return []
    const row = page.values.find(({ text }) => text === value)
    if (row === undefined || isNumeric(row.text) || isNumeric(old)) return []
    const isNamed = row.name !== undefined && row.name === variant.dialect.memberName(old, page.name)
    if (isNamed) return [{ fresh: value, gone: old, evidence: 'the same member name and place' }]
    const isNear = squash(value) === squash(old) || isTypo(value, old)
    return isNear ? [{ fresh: value, gone: old, evidence: 'the same place, and nearly the same letters' }] : []
  })
  return unambiguous(found)
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}

/** The pairs whose names occur in no other pair. */
function unambiguous(pairs: readonly Pair[]): Pair[] {
  const unique = [...new Map(pairs.map((pair) => [JSON.stringify([pair.fresh, pair.gone]), pair])).values()]
  const byFresh = groupBy(unique, ({ fresh }) => fresh)
  const byGone = groupBy(unique, ({ gone }) => gone)
  return unique.filter(({ fresh, gone }) => byFresh.get(fresh)?.length === 1 && byGone.get(gone)?.length === 1)
}

/** The page with the renamed rows under the others' names; `rows` takes what they are called on it. */
function renamedPage(
  page: Projection,
  pairs: readonly Pair[],
  rows: Map<FieldProjection | ValueProjection, Rename>,
): Projection {
  const byFresh = new Map(pairs.map((pair) => [pair.fresh, pair]))
  const fields = page.fields.map((field) => {
    const pair = byFresh.get(field.key)
    if (page.kind !== 'object' || pair === undefined) return field
    const row: FieldProjection = { ...field, key: pair.gone }
    rows.set(row, { said: field.name, evidence: pair.evidence })
    return row
  })
  const values = page.values.map((value): ValueProjection => {
    const pair = byFresh.get(value.text)
    if (page.kind !== 'enum' || pair === undefined) return value
    const row = { ...value, text: pair.gone, ...(typeof value.value === 'string' ? { value: pair.gone } : {}) }
    rows.set(row, { said: value.text, evidence: pair.evidence })
    return row
  })
  const sample = new Map([...page.sample].map(([key, proof]) => [byFresh.get(key)?.gone ?? key, proof]))
  return { ...page, fields, values, sample }
}
