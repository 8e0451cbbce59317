// Knows which new pages will be taken for pages of the models that they were written for, when the docs are read again.

import { alignByReference } from '../../reconcile/align.js'
import { clusterByName } from '../../reconcile/cluster.js'
import type { Reconciled } from '../../reconcile/reconcile.js'
import { resolverOf } from '../../reconcile/resolve.js'
import type { Node, VariantDocs } from '../../reconcile/variant-docs.js'
import { sortBy } from '../../text/compare.js'
import type { NewPage } from './write-pages.js'

/**
 * The new pages of each variant that stand together with all the pages of their model once all are added. Names may pair pages
 * otherwise than the references to them do, so this is found by aligning anew.
 */
export function landingPages(
  reconciled: Reconciled,
  added: ReadonlyMap<string, readonly NewPage[]>,
): ReadonlyMap<string, readonly NewPage[]> {
  const variants = reconciled.context.variants.map((docs): VariantDocs => {
    const own = added.get(docs.id)?.map(({ projection }) => projection) ?? []
    return { ...docs, projections: sortBy([...docs.projections, ...own], ({ file }) => [file]) }
  })
  const resolvers = new Map(variants.map((variant) => [variant, resolverOf(variant)]))
  const resolve = (node: Node) => resolvers.get(node.variant) ?? resolverOf(node.variant)
  const clusters = alignByReference(clusterByName(variants).clusters, resolve)
  const home = new Map(clusters.flatMap((cluster) => [...cluster.nodes.values()].map(({ page }) => [page, cluster])))
  const lands = ({ stub, projection }: NewPage): boolean => {
    const old = reconciled.details.get(stub.model.id)?.cluster.nodes ?? new Map<string, Node>()
    const now = home.get(projection)?.nodes
    return now !== undefined && [...old].every(([variant, { page }]) => now.get(variant)?.page === page)
  }
  return new Map([...added].map(([variant, pages]) => [variant, pages.filter(lands)]))
}
