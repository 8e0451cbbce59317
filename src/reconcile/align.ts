// Knows which models correspond where names alone do not tell: by the places that refer to them.

import type { Projection } from '../dialects/dialect.js'
import { sortBy } from '../text/compare.js'
import { isDisjoint } from './cluster.js'
import { usesOf, type Use } from './references.js'
import { groupBy, type Resolve } from './resolve.js'
import { isGrown, similarity } from './similarity.js'
import type { Cluster, Node } from './variant-docs.js'

const ROUNDS = 6
/** Pages of different names that are less alike than this are not the same model. */
const ALIKE = 0.5
/**
 * What speaks for two pages being one model. A common place outweighs a common name, so that models which generators
 * number or shorten differently find each other; it does not outweigh a common name with the same content, so that a field
 * whose type was changed from one model to another does not.
 */
const WEIGHTS = { place: 2.5, content: 2, name: 0.6 } as const

/**
 * Mends the clusters by reference, until nothing changes: generators number and shorten the names of inline schemas to
 * avoid clashes, differently in each language and version, so pages that stand in the same place though their names pair
 * them otherwise are regrouped; clusters that no variant has both of, and that stand in the same places, are joined.
 */
export function alignByReference(clusters: readonly Cluster[], resolve: (node: Node) => Resolve): readonly Cluster[] {
  let current = clusters
  for (let round = 0; round < ROUNDS; round += 1) {
    const votes = countVotes(current, resolve)
    const next = joinRenamed(regroupEntangled(current, votes), votes)
    const same = next.length === current.length && next.every((cluster, index) => cluster === current[index])
    current = next
    if (same) break
  }
  return current
}

/** How often two pages stand in the same place of the same model. */
type Votes = ReadonlyMap<Projection, ReadonlyMap<Projection, number>>

function countVotes(clusters: readonly Cluster[], resolve: (node: Node) => Resolve): Votes {
  const votes = new Map<Projection, Map<Projection, number>>()
  const add = (a: Projection, b: Projection): void => {
    const row = votes.get(a) ?? new Map<Projection, number>()
    row.set(b, (row.get(b) ?? 0) + 1)
    votes.set(a, row)
  }
  for (const cluster of clusters) {
    if (cluster.nodes.size < 2) continue
    for (const uses of groupBy(usesOf(cluster, resolve), (use) => use.path).values()) pairs(uses, add)
  }
  return votes
}

function pairs(uses: readonly Use[], add: (a: Projection, b: Projection) => void): void {
  for (const a of uses) {
    for (const b of uses) {
      if (a.node.variant === b.node.variant || a.target.kind !== 'page' || b.target.kind !== 'page') continue
      if (isAccessor(a) || isAccessor(b)) continue
      add(a.target.page, b.target.page)
    }
  }
}

/** A member known by the name of an accessor, which may be that of another model. */
function isAccessor({ node, path }: Use): boolean {
  return node.variant.dialect.namesAccessors && path.startsWith('|')
}

/** Joins clusters that no variant has both of, are alike, and stand in the same places. */
function joinRenamed(clusters: readonly Cluster[], votes: Votes): readonly Cluster[] {
  const clusterOf = ownersOf(clusters)
  const found = new Map<string, { a: Cluster; b: Cluster; count: number }>()
  for (const [page, row] of votes) {
    for (const [other, count] of row) {
      const [a, b] = [clusterOf.get(page), clusterOf.get(other)]
      if (a === undefined || b === undefined || a.id >= b.id || !isDisjoint(a.nodes, b.nodes)) continue
      if (!sameKind(page, other) || !isLike(page, other)) continue
      const key = `${a.id} ${b.id}`
      found.set(key, { a, b, count: (found.get(key)?.count ?? 0) + count })
    }
  }
  const joined = new Map<Cluster, Cluster>()
  const gone = new Set<Cluster>()
  for (const { a, b } of sortBy(found.values(), (pair) => [-pair.count, pair.a.id, pair.b.id])) {
    if (gone.has(a) || gone.has(b) || joined.has(a) || joined.has(b)) continue
    const [keep, drop] = a.nodes.size >= b.nodes.size ? [a, b] : [b, a]
    joined.set(keep, { ...keep, nodes: new Map([...keep.nodes, ...drop.nodes]) })
    gone.add(drop)
  }
  if (gone.size === 0) return clusters
  return clusters.filter((cluster) => !gone.has(cluster)).map((cluster) => joined.get(cluster) ?? cluster)
}

/** Whether two pages that stand in the same place may be one model: by content, be it older or newer, or by name. */
function isLike(a: Projection, b: Projection): boolean {
  return similarity(a, b) >= ALIKE || isGrown(a, b) || isShortened(a.key, b.key)
}

/** Whether two pages are of one kind, as far as they tell. */
function sameKind(a: Projection, b: Projection): boolean {
  return a.kind === b.kind || a.kind === 'blank' || b.kind === 'blank'
}

/** Whether one name is the other with its front cut off, as generators shorten names where nothing clashes. */
function isShortened(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a)
}

/** Regroups the pages of clusters that references tie together against their names. */
function regroupEntangled(clusters: readonly Cluster[], votes: Votes): readonly Cluster[] {
  const replaced = new Map<Cluster, Cluster>()
  for (const members of entangled(clusters, votes)) {
    const next = regroup(members, votes)
    for (const [index, cluster] of members.entries()) replaced.set(cluster, next[index] ?? cluster)
  }
  if (![...replaced].some(([before, after]) => before !== after)) return clusters
  return clusters.map((cluster) => replaced.get(cluster) ?? cluster).filter((cluster) => cluster.nodes.size > 0)
}

/** The sets of clusters between which pages stand in the same places, though some variant has a page in both. */
function entangled(clusters: readonly Cluster[], votes: Votes): Cluster[][] {
  const clusterOf = ownersOf(clusters)
  const neighbours = new Map<Cluster, Set<Cluster>>()
  for (const [page, row] of votes) {
    for (const other of row.keys()) {
      const [a, b] = [clusterOf.get(page), clusterOf.get(other)]
      if (a === undefined || b === undefined || a === b || isDisjoint(a.nodes, b.nodes)) continue
      neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
      neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a))
    }
  }
  const seen = new Set<Cluster>()
  return clusters.flatMap((cluster) => {
    if (seen.has(cluster) || !neighbours.has(cluster)) return []
    const component = new Set([cluster])
    for (const member of component) for (const next of neighbours.get(member) ?? []) component.add(next)
    for (const member of component) seen.add(member)
    return [sortBy(component, ({ id }) => [id])]
  })
}

function ownersOf(clusters: readonly Cluster[]): ReadonlyMap<Projection, Cluster> {
  return new Map(clusters.flatMap((cluster) => [...cluster.nodes.values()].map((node) => [node.page, cluster])))
}

/** One variant after another, each page goes to the cluster whose pages it is referred to together with most. */
function regroup(members: readonly Cluster[], votes: Votes): Cluster[] {
  const byVariant = groupBy(
    members.flatMap((cluster) => [...cluster.nodes.values()].map((node) => ({ node, from: cluster }))),
    ({ node }) => node.variant.id,
  )
  const order = sortBy(byVariant, ([variant, nodes]) => [-nodes.length, variant])
  const groups = members.map(() => new Map<string, Node>())
  for (const [variant, nodes] of order) {
    const scores = nodes.flatMap(({ node, from }) =>
      members.map((cluster, index) => ({
        node,
        index,
        score: fit(node, groups[index], { votes, own: cluster === from }),
      })),
    )
    const placed = new Set<Node>()
    for (const { node, index } of sortBy(scores, ({ node, index, score }) => [-score, node.page.key, index])) {
      if (placed.has(node) || groups[index]?.has(variant) !== false) continue
      groups[index]?.set(variant, node)
      placed.add(node)
    }
  }
  return members.map((cluster, index) => {
    const nodes = groups[index] ?? cluster.nodes
    const same =
      nodes.size === cluster.nodes.size && [...nodes].every(([variant, node]) => cluster.nodes.get(variant) === node)
    return same ? cluster : { ...cluster, nodes }
  })
}

/** How well a page fits a group: by common places first, then by content, then by its name. */
function fit(node: Node, group: ReadonlyMap<string, Node> | undefined, by: { votes: Votes; own: boolean }): number {
  const pages = [...(group?.values() ?? [])].map((other) => other.page)
  const row = by.votes.get(node.page)
  const total = [...(row?.values() ?? [])].reduce((sum, count) => sum + count, 0)
  const shared = pages.reduce((sum, page) => sum + (row?.get(page) ?? 0), 0)
  const alike = pages.length === 0 ? 0.5 : Math.max(...pages.map((page) => similarity(node.page, page)))
  return (total === 0 ? 0 : (WEIGHTS.place * shared) / total) + WEIGHTS.content * alike + (by.own ? WEIGHTS.name : 0)
}
