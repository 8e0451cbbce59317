// Knows how what is kept of the whole is looked up, so that a process that runs again and again makes its maps once.

import type { Dialect } from '../dialects/dialect.js'
import type { ModelName } from '../reconcile/naming.js'
import { finderIn, type PageId, type PageLookup } from '../reconcile/resolve.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import type { SeenName } from '../reconcile/wire.js'
import { compareText } from '../text/compare.js'
import type { KeptCluster, KeptVariant, KeptWhole } from './kept-whole.js'
import { OutOfReach, outOfReach } from './out-of-reach.js'
import { dialectIn } from './read-variants.js'

/** A page, its variant, and its number there. */
export interface PlacedPage extends PageId {
  readonly docs: VariantDocs
  readonly variant: KeptVariant
  readonly number: number
  /** The number of its model, -1 where another page has its name. */
  readonly cluster: number
}

/** What is kept of the whole, with all that finds something in it. */
export interface WholeIndex {
  readonly kept: KeptWhole
  /** The variants, of which nothing is at hand but what is kept. */
  readonly variants: readonly VariantDocs[]
  readonly names: ReadonlyMap<string, ModelName>
  readonly seen: ReadonlyMap<string, SeenName>
  readonly responses: ReadonlySet<string>
  clusterOf(id: string): KeptCluster | undefined
  pageOf(file: string): PlacedPage | undefined
  pagesOf(cluster: string): readonly PlacedPage[]
  finderOf(docs: VariantDocs): ReturnType<typeof finderIn<PlacedPage>>
}

/** Makes what is kept usable. Pages are found in their columns, which are sorted: few are asked for, and maps of all would take longer. */
export function indexWhole(kept: KeptWhole): WholeIndex {
  const owners = kept.variants.map(ownerOf)
  const finders = new Map(owners.map(({ docs, lookup }) => [docs, finderIn(lookup, docs.dialect)]))
  const clusters = new Map(kept.clusters.map((cluster) => [cluster[0], cluster]))
  return {
    kept,
    variants: owners.map(({ docs }) => docs),
    names: new Map(kept.clusters.map(([id, name]) => [id, { ...name, namespace: id.slice(0, id.indexOf('/')) }])),
    seen: new Map(kept.seen.map(([key, name, evidence]) => [key, { name, evidence, places: [] }])),
    responses: new Set(kept.clusters.flatMap(([id, , role]) => (role === 'response' ? [id] : []))),
    clusterOf: (id) => clusters.get(id),
    pageOf: (file) => {
      for (const { lookup } of owners) {
        const page = lookup.byFile(file)
        if (page !== undefined) return page
      }
      return undefined
    },
    pagesOf: (id) => {
      const nodes = clusters.get(id)?.[3] ?? []
      return nodes.flatMap((owner, at) => (at % 2 === 0 ? (owners[owner]?.pageAt(nodes[at + 1] ?? -1) ?? []) : []))
    },
    finderOf: (docs) => finders.get(docs) ?? outOfReach(),
  }
}

/** Who has pages, and how they are found. */
interface Owner {
  readonly docs: VariantDocs
  readonly lookup: PageLookup<PlacedPage>
  pageAt(number: number): PlacedPage | undefined
}

function ownerOf(variant: KeptVariant): Owner {
  const docs = docsOf(variant)
  const { files, keys, namespaces, clusters, byKey } = variant.pages
  const pageAt = (number: number): PlacedPage | undefined => {
    const [file, key, namespace, cluster] = [files[number], keys[number], namespaces[number], clusters[number]]
    if (file === undefined || key === undefined || namespace === undefined || cluster === undefined) return undefined
    return { file, key, namespace, cluster, docs, variant, number }
  }
  let inLowerCase: readonly string[] | undefined
  const keyAt = (at: number): string => keys[byKey[at] ?? -1] ?? ''
  return {
    docs,
    pageAt,
    lookup: {
      byFile: (path) => {
        const number = firstFrom(path, files.length, (at) => files[at] ?? '')
        return files[number] === path ? pageAt(number) : undefined
      },
      byFileInAnyCase: (path) => {
        inLowerCase ??= files.map((file) => file.toLowerCase())
        const wanted = path.toLowerCase()
        const number = inLowerCase.indexOf(wanted)
        // Which one of several comes first is not kept.
        return number === inLowerCase.lastIndexOf(wanted) ? pageAt(number) : outOfReach()
      },
      byKey: (key) => {
        const start = firstFrom(key, byKey.length, keyAt)
        let end = start
        while (end < byKey.length && keyAt(end) === key) end += 1
        return byKey.slice(start, end).flatMap((number) => pageAt(number) ?? [])
      },
    },
  }
}

/** The place of the first text that does not come before the wanted one; the texts are sorted. */
function firstFrom(wanted: string, length: number, textAt: (at: number) => string): number {
  let [start, end] = [0, length]
  while (start < end) {
    const middle = (start + end) >> 1
    if (compareText(textAt(middle), wanted) < 0) start = middle + 1
    else end = middle
  }
  return start
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
