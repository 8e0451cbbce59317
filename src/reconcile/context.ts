// Knows everything that reconciling one model asks of the whole: the clusters, their kinds, and who refers to them.

import type { Options } from '../config/options.js'
import type { Projection, Stated } from '../dialects/dialect.js'
import { mapParts, outerRefs, type LiteralValue, type RefType, type Type } from '../ir/type.js'
import { sortBy } from '../text/compare.js'
import { squash } from '../text/words.js'
import { SHARED } from './cluster.js'
import type { Models } from './meet.js'
import { groupBy, type Resolve, type Target } from './resolve.js'
import type { Cluster, Node, VariantDocs } from './variant-docs.js'

/** The settings that decide what the model keeps. */
export type Policy = Pick<Options, 'presence' | 'conflicts' | 'overrides' | 'severity' | 'wireCase'>

/** A reference that some page spells out: what it says of the model. */
export interface Inlined {
  readonly node: Node
  readonly stated: Stated<Type>
}

/** The whole, as the reconciling of one model sees it. */
export interface Context {
  readonly variants: readonly VariantDocs[]
  readonly policy: Policy
  readonly clusters: ReadonlyMap<string, Cluster>
  readonly models: Models
  /** The cluster that a reference leads to; undefined where nothing can be named. */
  clusterOf(target: Target): string | undefined
  /** A page's type with its references replaced by cluster ids. */
  mapped(type: Type, node: Node): Type
  /** What cells say of a model that they link to and spell out. */
  inlinedOf(id: string): readonly Inlined[]
}

/** Builds the context; clusters of models that are referred to but described nowhere are added. */
export function contextOf(
  clusters: readonly Cluster[],
  variants: readonly VariantDocs[],
  from: { readonly policy: Policy; readonly resolve: (node: Node) => Resolve },
): Context {
  const all = new Map(clusters.map((cluster) => [cluster.id, cluster]))
  const pages = new Map<Projection, string>()
  for (const cluster of clusters) for (const node of cluster.nodes.values()) pages.set(node.page, cluster.id)
  const byKey = groupBy(all.keys(), (id) => id.slice(id.indexOf('/') + 1))

  const clusterOf = (target: Target): string | undefined => {
    if (target.kind === 'page') {
      // A page that was not used, because another has its name, stands for the same model.
      const named = `${target.page.namespace || SHARED}/${target.page.key}`
      return pages.get(target.page) ?? (all.has(named) ? named : undefined)
    }
    if (target.kind === 'unnamed') return undefined
    const key = squash(target.name)
    const id = `${target.namespace || SHARED}/${key}`
    if (all.has(id)) return id
    const others = target.namespace === '' ? (byKey.get(key) ?? []) : []
    return others.length === 1 ? others[0] : id
  }
  const mapped = (type: Type, node: Node): Type => mapRefs(type, (ref) => clusterOf(from.resolve(node)(ref, node.page)))
  const inlined = new Map<string, Inlined[]>()
  for (const { node, ref, stated, id } of references(clusters, from.resolve, clusterOf)) {
    if (!all.has(id)) all.set(id, { id, namespace: id.slice(0, id.indexOf('/')), nodes: new Map(), referredAs: [] })
    const cluster = all.get(id)
    const name = nameOf(ref, from.resolve(node)(ref, node.page))
    if (cluster?.nodes.size === 0 && !cluster.referredAs.includes(name)) {
      all.set(id, { ...cluster, referredAs: [...cluster.referredAs, name] })
    }
    if (ref.inline !== undefined) {
      const list = inlined.get(id) ?? []
      list.push({ node, stated: { ...stated, value: ref.inline } })
      inlined.set(id, list)
    }
  }
  const inlinedOf = (id: string): readonly Inlined[] => inlined.get(id) ?? []
  const models = modelsOf(all, { mapped, inlinedOf, policy: from.policy })
  return { variants, policy: from.policy, clusters: all, models, clusterOf, mapped, inlinedOf }
}

interface Reference {
  readonly node: Node
  readonly ref: RefType
  readonly stated: Stated<Type>
  readonly id: string
}

function references(
  clusters: readonly Cluster[],
  resolve: (node: Node) => Resolve,
  clusterOf: (target: Target) => string | undefined,
): Reference[] {
  const found: Reference[] = []
  for (const cluster of clusters) {
    for (const node of cluster.nodes.values()) {
      const rows = node.page.additional === undefined ? node.page.fields : [...node.page.fields, node.page.additional]
      for (const stated of [...rows.map((row) => row.type), ...node.page.members]) {
        for (const ref of outerRefs(stated.value)) {
          const id = clusterOf(resolve(node)(ref, node.page))
          if (id !== undefined) found.push({ node, ref, stated, id })
        }
      }
    }
  }
  return found
}

/** The type with its references replaced by cluster ids; one that leads nowhere says nothing. */
export function mapRefs(type: Type, idOf: (ref: RefType) => string | undefined): Type {
  if (type.kind !== 'ref') return mapParts(type, (part) => mapRefs(part, idOf))
  const name = idOf(type)
  return name === undefined
    ? { kind: 'unknown', nullable: type.nullable }
    : { kind: 'ref', name, nullable: type.nullable }
}

function nameOf(ref: RefType, target: Target): string {
  return target.kind === 'missing' ? target.name : ref.name
}

/** What meeting types asks of the models, told from their pages. */
export function modelsOf(
  clusters: ReadonlyMap<string, Cluster>,
  from: Pick<Context, 'mapped' | 'inlinedOf' | 'policy'>,
): Models {
  const pagesOf = (id: string): Node[] => sortBy(clusters.get(id)?.nodes.values() ?? [], (node) => [node.variant.id])
  const kinds = new Map<string, ReturnType<Models['kindOf']>>()
  const members = new Map<string, readonly Type[]>()
  const kindOf: Models['kindOf'] = (id) => {
    const known =
      kinds.get(id) ??
      kindBy(from.policy.conflicts, pagesOf(id)) ??
      (from.inlinedOf(id).length > 0 ? 'union' : 'unknown')
    kinds.set(id, known)
    return known
  }
  const statedMembers = (id: string): readonly Type[] => {
    const pages = pagesOf(id).map((node) => node.page.members.map((member) => from.mapped(member.value, node)))
    const [longest] = sortBy(pages, (list) => [-list.length])
    if (longest !== undefined && longest.length > 0) return longest
    const [cell] = from.inlinedOf(id)
    if (cell === undefined) return []
    const type = from.mapped(cell.stated.value, cell.node)
    return type.kind === 'union' ? type.members : [type]
  }
  return {
    kindOf,
    constantOf: (id) => constantOf(pagesOf(id)),
    membersOf: (id) => {
      const known = members.get(id) ?? statedMembers(id)
      members.set(id, known)
      return known
    },
    isEmpty: (id) =>
      pagesOf(id).every(
        ({ page }) => page.kind === 'object' && page.fields.length === 0 && page.additional === undefined,
      ),
  }
}

/** The kind that the authority's page or most pages show; of two as frequent, the first by name. Undefined where no page shows any. */
function kindBy(policy: Policy['conflicts'], nodes: readonly Node[]): 'object' | 'enum' | 'union' | undefined {
  const authority =
    policy === 'majority' ? undefined : nodes.find(({ variant }) => variant.id === policy.authority)?.page.kind
  if (authority !== undefined && authority !== 'blank') return authority
  const counts = { enum: 0, object: 0, union: 0 }
  for (const { page } of nodes) if (page.kind !== 'blank') counts[page.kind] += 1
  const [best] = sortBy(['enum', 'object', 'union'] as const, (kind) => [-counts[kind], kind])
  return best === undefined || counts[best] === 0 ? undefined : best
}

function constantOf(nodes: readonly Node[]): { value: LiteralValue } | undefined {
  const enums = nodes.filter(({ page }) => page.kind === 'enum')
  const [first] = enums.flatMap(({ page }) => page.values)
  if (first === undefined || enums.some(({ page }) => page.values.length !== 1 || page.values[0]?.text !== first.text))
    return undefined
  const typed = enums.flatMap(({ page }) => page.values).find((value) => value.value !== undefined)
  return { value: typed?.value ?? first.text }
}
