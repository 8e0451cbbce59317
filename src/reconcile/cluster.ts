// Knows which pages of the variants describe the same model, as far as their names tell.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Projection } from '../dialects/dialect.js'
import { compareText, sortBy } from '../text/compare.js'
import { squash } from '../text/words.js'
import { groupBy } from './resolve.js'
import { similarity } from './similarity.js'
import type { Cluster, Node, VariantDocs } from './variant-docs.js'

/** The namespace of models in docs without namespace folders, and of those that all languages share. */
export const SHARED = 'shared'
const ERRORS = 'errors'
/** What the name of an error's class may end in. */
const ERROR_ENDING = /^errors\/(.+?)(?:error|exception)$/

/** The clusters by id, with the problems found on the way. */
export interface Clustering {
  readonly clusters: readonly Cluster[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Groups pages by namespace and key. Pages of docs without namespace folders join the model of their key, in whichever
 * namespace it lies; names that a language had to escape join the model they stand for. Gives CG401 for a page whose
 * variant has another of the same name.
 */
export function clusterByName(variants: readonly VariantDocs[]): Clustering {
  const diagnostics: Diagnostic[] = []
  const groups = new Map<string, Map<string, Node>>()
  const flat: Node[] = []
  for (const variant of variants) {
    for (const page of sortBy(variant.projections, ({ file }) => [file])) {
      if (page.namespace === '') flat.push({ variant, page })
      else place(groups, { variant, page, namespace: page.namespace }, diagnostics)
    }
  }
  placeFlat(groups, flat, diagnostics)
  joinAliases(groups)
  const clusters = sortBy(groups, ([id]) => [id]).map(([id, nodes]): Cluster => ({
    id,
    namespace: id.slice(0, id.indexOf('/')),
    nodes,
    referredAs: [],
  }))
  return { clusters, diagnostics }
}

function place(
  groups: Map<string, Map<string, Node>>,
  given: Node & { readonly namespace: string },
  diagnostics: Diagnostic[],
): void {
  const { namespace, ...node } = given
  const id = `${namespace}/${node.page.key}`
  const group = groups.get(id) ?? new Map<string, Node>()
  const first = group.get(node.variant.id)
  groups.set(id, group)
  if (first === undefined) group.set(node.variant.id, node)
  else diagnostics.push(problem('CG401', { id, first: first.page.file }, { span: node.page.title }))
}

/** Places pages without a namespace, those with one possible model first. */
function placeFlat(groups: Map<string, Map<string, Node>>, nodes: readonly Node[], diagnostics: Diagnostic[]): void {
  const byKey = groupBy(groups.keys(), (id) => id.slice(id.indexOf('/') + 1))
  for (const node of nodes) {
    const free = (byKey.get(node.page.key) ?? []).filter((id) => groups.get(id)?.has(node.variant.id) === false)
    const [best] = sortBy(free, (id) => [-likeness(node.page, groups.get(id)), id.startsWith(`${SHARED}/`) ? 0 : 1, id])
    place(groups, { ...node, namespace: best === undefined ? SHARED : best.slice(0, best.indexOf('/')) }, diagnostics)
  }
}

function likeness(page: Projection, group: ReadonlyMap<string, Node> | undefined): number {
  return Math.max(0, ...[...(group?.values() ?? [])].map((node) => similarity(page, node.page)))
}

/** Joins a group whose name some language had to escape to the group of the name itself, where their variants differ. */
function joinAliases(groups: Map<string, Map<string, Node>>): void {
  for (const id of [...groups.keys()].sort(compareText)) {
    const group = groups.get(id)
    if (group === undefined) continue
    const namespace = id.slice(0, id.indexOf('/'))
    const aliases = [...group.values()].flatMap(({ variant, page }) => variant.dialect.modelAliases(page.name))
    const target =
      aliases
        .map((alias) => `${namespace}/${squash(alias)}`)
        .sort(compareText)
        .find((other) => other !== id && groups.has(other) && isDisjoint(group, groups.get(other))) ??
      (namespace === ERRORS ? sameError(groups, id) : undefined)
    const into = target === undefined ? undefined : groups.get(target)
    if (into === undefined) continue
    for (const [variant, node] of group) into.set(variant, node)
    groups.delete(id)
  }
}

/** The group of an error that other languages end in another word, or in none: its name without it, or with the other's. */
function sameError(groups: ReadonlyMap<string, ReadonlyMap<string, Node>>, id: string): string | undefined {
  const group = groups.get(id) ?? new Map<string, Node>()
  const stem = ERROR_ENDING.exec(id)?.[1]
  const names = stem === undefined ? [] : [stem, `${stem}error`]
  return names
    .flatMap((name) => [`${ERRORS}/${name}`, `${SHARED}/${name}`])
    .find((other) => {
      const nodes = [...(groups.get(other)?.values() ?? [])]
      const flat = other.startsWith(ERRORS) || nodes.some(({ page }) => page.namespace === '')
      const alike = [...group.values()].every(({ page }) => likeness(page, groups.get(other)) >= 0.5)
      return other !== id && nodes.length > 0 && flat && alike && isDisjoint(group, groups.get(other))
    })
}

/** Whether no variant has a page in both groups. */
export function isDisjoint(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown> | undefined): boolean {
  return b !== undefined && [...a.keys()].every((variant) => !b.has(variant))
}
