// Knows what is kept of the whole after a run, so that one model can be settled anew without reading all documents.

import { linkRootOf } from '../drift/patch/references.js'
import { nameModels, type ModelName } from '../emit/names.js'
import { prefixNames, type Prefixes } from '../emit/prefix-names.js'
import type { Projection } from '../dialects/dialect.js'
import type { ApiModel } from '../ir/model.js'
import type { Type } from '../ir/type.js'
import { footprintOf, typePrint } from '../reconcile/footprint.js'
import { profileOf, type Profile } from '../reconcile/profile.js'
import { isRenamed } from '../reconcile/tied.js'
import type { Reconciled } from '../reconcile/reconcile.js'
import type { Cluster, VariantDocs } from '../reconcile/variant-docs.js'
import type { SeenName } from '../reconcile/wire.js'
import { sortBy } from '../text/compare.js'
import { dialectIn, type Scores } from './read-variants.js'
import { hashBytes } from './hash.js'

/** The whole without what pages say: who is who, and what of each page must stay the same for that to stay true. */
export interface KeptWhole {
  readonly variants: readonly KeptVariant[]
  readonly clusters: readonly KeptCluster[]
  readonly wire: Pick<ApiModel['wireCase'], 'style' | 'reason'>
  /** The names seen on the wire, by the key of a field. */
  readonly seen: readonly (readonly [key: string, name: string, evidence: SeenName['evidence']])[]
  readonly scores: readonly (readonly [file: string, scores: readonly number[]])[]
  /** What models are called in generated code, by id. */
  readonly exported: readonly (readonly [id: string, name: ModelName])[]
}

/** A variant. */
export interface KeptVariant extends Profile {
  readonly id: string
  readonly dialect: string
  readonly root: string
  readonly givesExamples: boolean
  /** The folder that its links count their way from. */
  readonly linkRoot: string
  readonly pages: KeptPages
  /** What folders are called whose own name is another, by that name. */
  readonly roles: readonly (readonly [name: string, role: string])[]
  /** Whether a page shows the members of a union; where none does, each page tells by itself what it tells among all. */
  readonly showsUnions: boolean
  /** The members of unions as the pages tell them together, by file. */
  readonly members: readonly (readonly [file: string, members: readonly Type[]])[]
}

/** The pages of a variant, sorted by their files, as columns: thousands of lists would take longer to read than what is in them. */
export interface KeptPages {
  readonly files: readonly string[]
  readonly keys: readonly string[]
  /** The numbers of the pages, sorted by key, those of one key in the order in which the variant has them. */
  readonly byKey: readonly number[]
  readonly namespaces: readonly string[]
  /** The number of each one's model, -1 where another page has its name. */
  readonly clusters: readonly number[]
  /** What {@link printsOf} gives of each, one after another. */
  readonly prints: string
}

/** How long a print is. */
const PRINT = 22

/** What must stay the same of a page, by its number. */
export function printsAt({ prints }: KeptPages, page: number): readonly [footprint: string, types: string] {
  const start = 2 * PRINT * page
  return [prints.slice(start, start + PRINT), prints.slice(start + PRINT, start + 2 * PRINT)]
}

/** A model; its pages as number of the variant and of the page there, one pair after another, those who refer to it and those who spell it out by number. */
export type KeptCluster = readonly [
  id: string,
  name: { readonly id: string; readonly name: string; readonly words: readonly string[] },
  /** `tied`: it cannot be settled by itself; `renamed`: its pages are not read as they stand. */
  role: 'response' | 'data' | 'tied' | 'renamed',
  nodes: readonly number[],
  users: readonly number[],
  inlined: readonly number[],
]

/** What the whole is kept from. */
export interface WholeSources {
  readonly reconciled: Reconciled
  /** The variants as they were read, before anything was taken out or renamed. */
  readonly read: readonly VariantDocs[]
  readonly scores: Scores
  /** What the configuration says of names. */
  readonly prefixes: Prefixes
}

/** What is to be kept of a run. */
export function keepWhole(sources: WholeSources): KeptWhole {
  const { reconciled, scores, prefixes } = sources
  const { context, whole } = reconciled
  const clusters = [...context.clusters.values()]
  const numbers = new Map(clusters.map(({ id }, index) => [id, index]))
  const homes = homesOf(clusters)
  const variants = context.variants.map((docs) =>
    keptVariant(docs, (file) => numbers.get(homes.get(file) ?? '') ?? -1, sources),
  )
  const places = new Map(
    variants.map(({ id, pages }, index) => [id, { index, pages: new Map(pages.files.map((file, at) => [file, at])) }]),
  )
  const numbersOf = (ids: readonly string[]): number[] =>
    [...new Set(ids)].flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b)
  const keys = new Set(
    clusters.flatMap(({ nodes }) => [...nodes.values()].flatMap(({ page }) => page.fields.map(({ key }) => key))),
  )
  return {
    variants,
    clusters: clusters.map(({ id, nodes }) => {
      const { id: model, name, words } = whole.names.get(id) ?? { id, name: id, words: [] }
      const role = roleOf(id, reconciled)
      const pages = [...nodes.values()].flatMap(({ variant, page }) => {
        const place = places.get(variant.id)
        const at = place?.pages.get(page.file)
        return place === undefined || at === undefined ? [] : [place.index, at]
      })
      const users = numbersOf((whole.uses.get(id) ?? []).map((use) => use.cluster))
      const inlined = numbersOf(context.inlinedOf(id).map(({ node }) => homes.get(node.page.file) ?? ''))
      return [id, { id: model, name, words }, role, pages, users, inlined]
    }),
    wire: { style: reconciled.wire.style, reason: reconciled.wire.reason },
    seen: [...keys].flatMap((key) => {
      const seen = reconciled.wire.seen(key)
      return seen === undefined ? [] : [[key, seen.name, seen.evidence] as const]
    }),
    scores: [...scores],
    exported: [...nameModels(prefixNames(reconciled.model, prefixes).models)],
  }
}

function roleOf(id: string, { tied, whole, context }: Reconciled): KeptCluster[2] {
  const nodes = [...(context.clusters.get(id)?.nodes.values() ?? [])]
  if (nodes.some(({ page }) => isRenamed(page, context.renames))) return 'renamed'
  return tied.has(id) ? 'tied' : whole.responses.has(id) ? 'response' : 'data'
}

function keptVariant(
  docs: VariantDocs,
  homeOf: (file: string) => number,
  { reconciled, read }: WholeSources,
): KeptVariant {
  const { context, whole } = reconciled
  const asRead = read.find(({ id }) => id === docs.id) ?? docs
  const raw = new Map(asRead.projections.map((page) => [page.file, page]))
  return {
    id: docs.id,
    dialect: docs.dialect.id,
    root: docs.root,
    ...profileOf(asRead),
    givesExamples: context.givesExamples.has(docs.id),
    linkRoot: linkRootOf(docs, (reference, page) => whole.resolve({ variant: docs, page })(reference, page)),
    pages: keptPages(docs.projections, homeOf, raw),
    roles: rolesOf(docs),
    showsUnions: asRead.projections.some(({ kind }) => kind === 'union'),
    members: docs.dialect.namesAccessors
      ? asRead.projections.flatMap(({ kind, file, members }) =>
          kind === 'union' ? [[file, members.map(({ value }) => value)] as const] : [],
        )
      : [],
  }
}

function keptPages(
  projections: readonly Projection[],
  homeOf: (file: string) => number,
  raw: ReadonlyMap<string, Projection>,
): KeptPages {
  const pages = sortBy(projections, ({ file }) => [file])
  const numbers = new Map(pages.map((page, number) => [page, number]))
  const byKey = sortBy(projections, ({ key }) => [key])
  return {
    files: pages.map(({ file }) => file),
    keys: pages.map(({ key }) => key),
    byKey: byKey.map((page) => numbers.get(page) ?? -1),
    namespaces: pages.map(({ namespace }) => namespace),
    clusters: pages.map(({ file }) => homeOf(file)),
    prints: pages.flatMap((page) => printsOf(raw.get(page.file) ?? page)).join(''),
  }
}

/** The names of folders that the variant's pages are not known by. */
function rolesOf({ dialect, root, projections }: VariantDocs): KeptVariant['roles'] {
  const plain = dialectIn(dialect.id, root)
  const named = projections.map(({ file, namespace }) => [plain?.namespaceOf(file) ?? namespace, namespace] as const)
  return [...new Map(named.filter(([name, role]) => name !== role))]
}

/** What of a page must stay the same for the whole to be true, and what for models beside its own to stay as they are. */
export function printsOf(page: Projection): readonly [footprint: string, types: string] {
  return [hashBytes(footprintOf(page)).slice(0, PRINT), hashBytes(typePrint(page)).slice(0, PRINT)]
}

/** The clusters of pages, by file. */
function homesOf(clusters: readonly Cluster[]): ReadonlyMap<string, string> {
  return new Map(clusters.flatMap(({ id, nodes }) => [...nodes.values()].map(({ page }) => [page.file, id] as const)))
}
