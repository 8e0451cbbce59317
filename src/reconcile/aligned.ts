// Knows how the variants' pages become the clusters that are settled: aligned by name and place, then again under common names.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { sortBy } from '../text/compare.js'
import { alignByReference } from './align.js'
import { clusterByName } from './cluster.js'
import { contextOf, type Context, type Policy } from './context.js'
import { withoutSilentDenials } from './profile.js'
import { findRenames, type Renames } from './renames.js'
import { resolverOf, type Resolve } from './resolve.js'
import type { Cluster, Node, VariantDocs } from './variant-docs.js'

/** The pages aligned. */
export interface Aligned {
  readonly variants: readonly VariantDocs[]
  readonly clusters: readonly Cluster[]
  readonly resolve: (node: Node) => Resolve
  readonly context: Context
  /** The rows that stand under the others' names now. */
  readonly renames: Renames
  /** CG401. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Aligns the pages of all variants. Where rows were renamed, their pages are read under the others' names from here on, and
 * aligned anew, so that whatever stands in a renamed place finds its like.
 */
export function alignVariants(given: readonly VariantDocs[], policy: Policy): Aligned {
  const variants = sortBy(given, ({ id }) => [id]).map((docs) => withoutSilentDenials(inFileOrder(docs)))
  const { clusters, diagnostics } = clusterByName(variants)
  const first = alignClusters(clusters, variants, policy)
  const renames = findRenames(first.context)
  if (renames.pages.size === 0) return { ...first, renames, diagnostics }
  const renamed = new Map(variants.map((variant) => [variant, withPages(variant, renames)]))
  const again = first.clusters.map((cluster): Cluster => ({
    ...cluster,
    nodes: new Map([...cluster.nodes].map(([id, node]) => [id, renamedNode(node, renamed, renames)])),
  }))
  return { ...alignClusters(again, [...renamed.values()], policy), renames, diagnostics }
}

function alignClusters(
  given: readonly Cluster[],
  variants: readonly VariantDocs[],
  policy: Policy,
): Pick<Aligned, 'variants' | 'clusters' | 'resolve' | 'context'> {
  const resolvers = new Map(variants.map((variant) => [variant, resolverOf(variant)]))
  const resolve = (node: Node): Resolve => resolvers.get(node.variant) ?? resolverOf(node.variant)
  const clusters = alignByReference(given, resolve)
  return { variants, clusters, resolve, context: contextOf(clusters, variants, { policy, resolve }) }
}

function withPages(variant: VariantDocs, { pages }: Renames): VariantDocs {
  return { ...variant, projections: variant.projections.map((page) => pages.get(page) ?? page) }
}

function renamedNode(node: Node, variants: ReadonlyMap<VariantDocs, VariantDocs>, { pages }: Renames): Node {
  return { variant: variants.get(node.variant) ?? node.variant, page: pages.get(node.page) ?? node.page }
}

function inFileOrder(docs: VariantDocs): VariantDocs {
  return { ...docs, projections: sortBy(docs.projections, ({ file }) => [file]) }
}
