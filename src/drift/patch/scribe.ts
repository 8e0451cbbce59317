// Knows what writing the docs of one variant needs: its pages, those that the same patch adds among them, and what references mean there.

import type { Projection } from '../../dialects/dialect.js'
import type { Model } from '../../ir/model.js'
import type { Type } from '../../ir/type.js'
import { mapRefs } from '../../reconcile/context.js'
import { profileOf } from '../../reconcile/profile.js'
import type { Reconciled } from '../../reconcile/reconcile.js'
import { resolverOf } from '../../reconcile/resolve.js'
import type { Node, VariantDocs } from '../../reconcile/variant-docs.js'
import { referencesOf, type References } from './references.js'

/** A page that is to be added: what will be read of it, as far as others refer to it. */
export interface Stub {
  readonly model: Model
  readonly cluster: string
  readonly page: Projection
  /** The fingerprint of the finding that it mends. */
  readonly finding: string
}

/** What is known of a variant whose docs are written. */
export interface Knowledge {
  readonly reconciled: Reconciled
  readonly models: ReadonlyMap<string, Model>
  readonly docs: VariantDocs
  readonly references: References
  /** Whether the docs say of anything that it may be null, open, or a constant: if not, they have no way to. */
  readonly saysNull: boolean
  readonly saysOpen: boolean
  readonly saysConstants: boolean
}

/** What writing for one variant needs. */
export interface Scribe extends Knowledge {
  /** The page of a model, there already or added. */
  pageOf(id: string): Projection | undefined
  /** What a type says on a page of the variant: its references by cluster. */
  mapped(type: Type, page: Projection): Type
}

/** What writing the cells of one page needs. */
export interface Writing extends Scribe {
  readonly node: Node
}

/** Learns how a variant writes. */
export function knowledgeOf(docs: VariantDocs, of: Pick<Knowledge, 'reconciled' | 'models'>): Knowledge {
  return { ...of, docs, references: referencesOf(docs), ...profileOf(docs) }
}

/** A scribe for docs that pages are added to. A reference to one of them leads to the cluster of its model, whatever its name. */
export function scribeOf(known: Knowledge, stubs: readonly Stub[]): Scribe {
  const { docs, reconciled } = known
  const added = new Map(stubs.map((stub) => [stub.page, stub.cluster]))
  const byModel = new Map(stubs.map(({ model, page }) => [model.id, page]))
  const resolve = resolverOf({ ...docs, projections: [...docs.projections, ...added.keys()] })
  return {
    ...known,
    pageOf: (id) => reconciled.details.get(id)?.cluster.nodes.get(docs.id)?.page ?? byModel.get(id),
    mapped: (type, page) =>
      mapRefs(type, (ref) => {
        const target = resolve(ref, page)
        const own = target.kind === 'page' ? added.get(target.page) : undefined
        return own ?? reconciled.context.clusterOf(target)
      }),
  }
}
