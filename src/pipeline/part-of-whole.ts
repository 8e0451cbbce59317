// Knows how one model is settled by what is kept of the whole: pages are read where something asks for them.

import type { Options } from '../config/options.js'
import type { Projection } from '../dialects/dialect.js'
import { outerRefs, type RefType } from '../ir/type.js'
import { mapRefs, modelsOf, type Inlined } from '../reconcile/context.js'
import type { FieldContext } from '../reconcile/fields.js'
import type { Resolve, Target } from '../reconcile/resolve.js'
import type { Whole } from '../reconcile/settle-model.js'
import { SHARED } from '../reconcile/cluster.js'
import type { Cluster, Node, VariantDocs } from '../reconcile/variant-docs.js'
import { OutOfReach } from './out-of-reach.js'
import type { WholeIndex } from './whole-index.js'

/** Thrown where something asks for a page that is not read yet: it is read, and all is tried again. */
export class PageAsked extends Error {
  constructor(readonly file: string) {
    super(`page ${file} is not read yet`)
  }
}

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
export function partOfWhole(
  { kept, variants, names, seen, responses, ...known }: WholeIndex,
  options: Options,
  pages: ReadonlyMap<string, Projection>,
): PartOfWhole {
  const page = (file: string): Projection => {
    const found = pages.get(file)
    if (found === undefined) throw new PageAsked(file)
    return found
  }
  const clusters = new MadeWhenAsked<Cluster>((id) => {
    const [, , role] = known.clusterOf(id) ?? []
    if (role === undefined) return undefined
    const nodes = known
      .pagesOf(id)
      .map(({ docs, file }): [string, Node] => [docs.id, nodeOf(docs, () => page(file), role)])
    return { id, namespace: id.slice(0, id.indexOf('/')), nodes: new Map(nodes), referredAs: [] }
  })
  const homeOf = (file: string): string | undefined => idAt(known.pageOf(file)?.cluster ?? -1)
  const idAt = (number: number): string | undefined => kept.clusters[number]?.[0]
  const resolve = (node: Node): Resolve => {
    const find = known.finderOf(node.variant)
    return (reference, from) => {
      const target = find(reference, from)
      return target.kind === 'page' ? { ...target, page: page(target.page.file) } : target
    }
  }
  const clusterOf = (target: Target): string | undefined => {
    if (target.kind === 'unnamed') return undefined
    // What a name without a page means depends on all that other pages name.
    if (target.kind === 'missing') throw new OutOfReach()
    const { file, namespace, key } = target.page
    const named = `${namespace || SHARED}/${key}`
    return homeOf(file) ?? (clusters.has(named) ? named : undefined)
  }
  const mapped: FieldContext['mapped'] = (type, node) =>
    mapRefs(type, (ref) => clusterOf(resolve(node)(ref, node.page)))
  const inlinedOf = (id: string): readonly Inlined[] => {
    const users = known.clusterOf(id)?.[5] ?? []
    return users.flatMap((user) =>
      [...(clusters.get(idAt(user) ?? '')?.nodes.values() ?? [])].flatMap((node) =>
        inlinedOn(node).filter(({ ref }) => clusterOf(resolve(node)(ref, node.page)) === id),
      ),
    )
  }
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
      responses,
      uses: new Map(),
      resolve,
    },
    clusterOf: (file) => clusters.get(homeOf(file) ?? ''),
    filesOf: (id) => known.pagesOf(id).map(({ file }) => file),
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
