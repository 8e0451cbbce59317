// Knows how one model is settled by what is kept of the whole: pages are read where something asks for them.

import type { Options } from '../config/options.js'
import type { Dialect, Projection } from '../dialects/dialect.js'
import type { RefType } from '../ir/type.js'
import { mapRefs, modelsOf, outerRefs, type Inlined } from '../reconcile/context.js'
import type { FieldContext } from '../reconcile/fields.js'
import type { ModelName } from '../reconcile/naming.js'
import { finderOf, type PageId, type Resolve, type Target } from '../reconcile/resolve.js'
import type { Whole } from '../reconcile/settle-model.js'
import { SHARED } from '../reconcile/cluster.js'
import type { Cluster, Node, VariantDocs } from '../reconcile/variant-docs.js'
import type { KeptVariant, KeptWhole } from './kept-whole.js'
import { dialectIn } from './read-variants.js'

/** Thrown where something asks for a page that is not read yet: it is read, and all is tried again. */
export class PageAsked extends Error {
  constructor(readonly file: string) {
    super(`page ${file} is not read yet`)
  }
}

/** Thrown where something asks for what is not kept: only reading everything can tell. */
export class OutOfReach extends Error {}

/** What is kept of the whole, made usable. */
export interface PartOfWhole {
  readonly whole: Whole
  /** The cluster of a page's model; undefined where the page is unknown or unused. */
  clusterOf(file: string): Cluster | undefined
  /** The files of all pages of a cluster. */
  filesOf(cluster: string): readonly string[]
}

/**
 * The whole, as settling one model sees it.
 * @param pages - those that are read, by file; may grow
 */
export function partOfWhole(kept: KeptWhole, options: Options, pages: ReadonlyMap<string, Projection>): PartOfWhole {
  const variants = kept.variants.map(docsOf)
  const page = (file: string): Projection => {
    const found = pages.get(file)
    if (found === undefined) throw new PageAsked(file)
    return found
  }
  const homes = new Map<string, number>()
  for (const variant of kept.variants) for (const [file, , , cluster] of variant.pages) homes.set(file, cluster)
  const numbers = new Map(kept.clusters.map(([id], index) => [id, index]))
  const clusters = new MadeWhenAsked<Cluster>((id) => {
    const [, , role, places = []] = kept.clusters[numbers.get(id) ?? -1] ?? []
    if (role === undefined) return undefined
    const nodes = places.flatMap(([variant, index]): [string, Node][] => {
      const docs = variants[variant]
      const file = kept.variants[variant]?.pages[index]?.[0]
      return docs === undefined || file === undefined ? [] : [[docs.id, nodeOf(docs, () => page(file), role)]]
    })
    return { id, namespace: id.slice(0, id.indexOf('/')), nodes: new Map(nodes), referredAs: [] }
  })
  const idAt = (number: number): string | undefined => kept.clusters[number]?.[0]
  const resolvers = new Map<VariantDocs, Resolve>()
  const resolve = (node: Node): Resolve => {
    const index = variants.indexOf(node.variant)
    const known = resolvers.get(node.variant) ?? resolverOf(node.variant, kept.variants[index], page)
    resolvers.set(node.variant, known)
    return known
  }
  const clusterOf = (target: Target): string | undefined => {
    if (target.kind === 'unnamed') return undefined
    // What a name without a page means depends on all that other pages name.
    if (target.kind === 'missing') throw new OutOfReach()
    const { file, namespace, key } = target.page
    const named = `${namespace || SHARED}/${key}`
    return idAt(homes.get(file) ?? -1) ?? (clusters.has(named) ? named : undefined)
  }
  const mapped: FieldContext['mapped'] = (type, node) =>
    mapRefs(type, (ref) => clusterOf(resolve(node)(ref, node.page)))
  const inlinedOf = (id: string): readonly Inlined[] => {
    const users = kept.clusters[numbers.get(id) ?? -1]?.[5] ?? []
    return users.flatMap((user) =>
      [...(clusters.get(idAt(user) ?? '')?.nodes.values() ?? [])].flatMap((node) =>
        inlinedOn(node).filter(({ ref }) => clusterOf(resolve(node)(ref, node.page)) === id),
      ),
    )
  }
  const names = new Map(
    kept.clusters.map(([id, name]): [string, ModelName] => [id, { ...name, namespace: id.slice(0, id.indexOf('/')) }]),
  )
  const seen = new Map(kept.seen.map(([key, name, evidence]) => [key, { name, evidence, places: [] }]))
  const context: FieldContext = {
    variants,
    policy: options,
    clusters,
    clusterOf,
    mapped,
    inlinedOf,
    models: modelsOf(clusters, { mapped, inlinedOf, policy: options }),
    idOf: (id) => names.get(id)?.id ?? id,
    givesExamples: new Set(kept.variants.filter(({ givesExamples }) => givesExamples).map(({ id }) => id)),
    renames: { pages: new Map(), rows: new Map() },
  }
  return {
    whole: {
      context,
      names,
      wire: { ...kept.wire, seen: (key) => seen.get(key) },
      responses: new Set(kept.clusters.filter(([, , role]) => role === 'response').map(([id]) => id)),
      uses: new Map(),
      resolve,
    },
    clusterOf: (file) => clusters.get(idAt(homes.get(file) ?? -1) ?? ''),
    filesOf: (id) =>
      (kept.clusters[numbers.get(id) ?? -1]?.[3] ?? []).flatMap(
        ([variant, index]) => kept.variants[variant]?.pages[index]?.[0] ?? [],
      ),
  }
}

/** The dialect of a variant, which knows its folders by their roles. */
export function dialectFor({ dialect: id, root, roles }: KeptVariant): Dialect {
  const dialect = dialectIn(id, root)
  if (dialect === undefined) throw new OutOfReach()
  const called = new Map(roles)
  return {
    ...dialect,
    namespaceOf: (file) => {
      const name = dialect.namespaceOf(file)
      return called.get(name) ?? name
    },
  }
}

/** A variant of which nothing is at hand but what is kept. */
function docsOf(variant: KeptVariant): VariantDocs {
  const { id, root } = variant
  return {
    id,
    dialect: dialectFor(variant),
    root,
    documents: 0,
    get projections(): never {
      throw new OutOfReach()
    },
    get unread(): never {
      throw new OutOfReach()
    },
    pathNames: [],
    exampleNames: [],
  }
}

function nodeOf(variant: VariantDocs, page: () => Projection, role: string): Node {
  return {
    variant,
    get page() {
      if (role === 'renamed') throw new OutOfReach()
      return page()
    },
  }
}

function resolverOf(docs: VariantDocs, kept: KeptVariant | undefined, page: (file: string) => Projection): Resolve {
  const ids = (kept?.pages ?? []).map(([file, key, namespace]): PageId => ({ file, key, namespace }))
  const find = finderOf({ dialect: docs.dialect, projections: ids })
  return (reference, from) => {
    const target = find(reference, from)
    return target.kind === 'page' ? { ...target, page: page(target.page.file) } : target
  }
}

/** A map whose items are made when they are asked for; it cannot be walked. */
class MadeWhenAsked<T> extends Map<string, T> {
  readonly #make: (id: string) => T | undefined
  constructor(make: (id: string) => T | undefined) {
    super()
    this.#make = make
  }
  override get(id: string): T | undefined {
    const found = super.get(id) ?? this.#make(id)
    if (found !== undefined) this.set(id, found)
    return found
  }
  override has(id: string): boolean {
    return this.get(id) !== undefined
  }
  override values(): never {
    throw new OutOfReach()
  }
}

/** The references on a page that spell out what they link to. */
function inlinedOn(node: Node): (Inlined & { readonly ref: RefType })[] {
  const { fields, additional, members } = node.page
  const rows = additional === undefined ? fields : [...fields, additional]
  return [...rows.map((row) => row.type), ...members].flatMap((stated) =>
    outerRefs(stated.value).flatMap((ref) =>
      ref.inline === undefined ? [] : [{ node, ref, stated: { ...stated, value: ref.inline } }],
    ),
  )
}
