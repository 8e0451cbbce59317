// Knows which pages are left over: no other variant has their model, and no page that is in use links to them.

import type { Projection } from '../dialects/dialect.js'
import type { Draft } from './findings.js'
import type { ModelName } from './naming.js'
import type { Use } from './references.js'
import { groupBy } from './resolve.js'
import type { Cluster, Node, VariantDocs } from './variant-docs.js'

/** So many pages of a folder must be linked, each of them, before the lack of a link says anything. */
const LEAST = 5

/** A model with those who refer to it. */
export interface Referred {
  readonly model: ModelName
  readonly cluster: Cluster
  readonly uses: readonly Use[]
}

/**
 * A finding for every page that was left behind. Docs without pages besides those of models, such as those of operations, say
 * nothing of links; nor does a folder in which a page that other variants have too is not linked.
 */
export function orphanPages(models: readonly Referred[], variants: readonly VariantDocs[]): Draft[] {
  if (variants.length < 2) return []
  return variants.flatMap(({ id, linked }) =>
    linked === undefined || linked.size === 0 ? [] : orphansOf(id, linked, models),
  )
}

interface Placed extends Referred {
  readonly node: Node
  /** The pages of the variant that link to this one. */
  readonly from: readonly Projection[]
}

function orphansOf(variant: string, linked: ReadonlySet<string>, models: readonly Referred[]): Draft[] {
  const placed = models.flatMap((one): Placed[] => {
    const node = one.cluster.nodes.get(variant)
    if (node === undefined) return []
    const uses = one.uses.filter((use) => use.node.variant.id === variant && use.node.page !== node.page)
    return [{ ...one, node, from: uses.map((use) => use.node.page) }]
  })
  const isShared = ({ cluster }: Placed): boolean => cluster.nodes.size > 1
  const isLinked = ({ node, from }: Placed): boolean => from.length > 0 || linked.has(node.page.file)
  const telling = new Set(
    [...groupBy(placed.filter(isShared), ({ cluster }) => cluster.namespace)]
      .filter(([, shared]) => shared.length >= LEAST && shared.every(isLinked))
      .map(([namespace]) => namespace),
  )
  const used = reached(
    placed,
    placed.filter((one) => isShared(one) || linked.has(one.node.page.file)),
  )
  return placed
    .filter((one) => telling.has(one.cluster.namespace) && !used.has(one.node.page))
    .map(({ model, node }): Draft => {
      const witness = { variant, said: node.page.name, span: node.page.title }
      const message = 'no other variant has this model, and no page that is in use links to it'
      return { rule: 'orphan-page', model, variant, message, span: node.page.title, witnesses: [witness] }
    })
}

/** The pages that links lead to from others, and these. */
function reached(placed: readonly Placed[], roots: readonly Placed[]): ReadonlySet<Projection> {
  const targets = new Map<Projection, Projection[]>()
  for (const { node, from } of placed)
    for (const page of from) targets.set(page, [...(targets.get(page) ?? []), node.page])
  const found = new Set(roots.map(({ node }) => node.page))
  // A set is walked in the order of insertion, and what is added on the way is walked too.
  for (const page of found) for (const target of targets.get(page) ?? []) found.add(target)
  return found
}
