// Knows the docs of one release in memory: its pages, what they project, and the same with some pages replaced.

import { reconcile, type Reconciled } from '../../src/reconcile/reconcile.js'
import { usesOf } from '../../src/reconcile/references.js'
import { resolverOf } from '../../src/reconcile/resolve.js'
import type { Policy } from '../../src/reconcile/context.js'
import type { VariantDocs } from '../../src/reconcile/variant-docs.js'
import type { Page } from '../../src/markdown/page.js'
import { parsePage } from '../../src/markdown/parse-page.js'
import type { ReadSource } from '../../src/pipeline/sort-pages.js'
import { sortBy } from '../../src/text/compare.js'

/** Docs with the pages that they were read from, by file, and what they come to. */
export interface Release {
  readonly variants: readonly VariantDocs[]
  readonly pages: ReadonlyMap<string, Page>
  readonly reconciled: Reconciled
}

/** The settings of a run, as by default. */
export const policy: Policy = {
  presence: 'union',
  conflicts: 'majority',
  overrides: {},
  severity: {},
  wireCase: 'auto',
}

/** The release of some variants, as read from sources. */
export function releaseOf(variants: readonly VariantDocs[], sources: readonly ReadSource[]): Release {
  const pages = new Map(sources.flatMap(({ read }) => read.pages.map(({ page }) => [page.file, page] as const)))
  return { variants, pages, reconciled: reconcile(variants, policy) }
}

/** The variants with the pages of some files read from other texts. Throws where such a text is not understood: a plant must be. */
export function replanted({ variants }: Release, texts: ReadonlyMap<string, string>): readonly VariantDocs[] {
  return variants.map((variant): VariantDocs => {
    const projections = variant.projections.map((old) => {
      const text = texts.get(old.file)
      if (text === undefined) return old
      const { page, diagnostics } = parsePage(old.file, text, { rows: 20_000, columns: 64 })
      const { projection, diagnostics: own } = variant.dialect.project(page)
      const [first] = [...diagnostics, ...own]
      if (projection === undefined || first !== undefined)
        throw new Error(`${old.file} is not understood: ${first?.code ?? 'no model'}\n${text}`)
      return { ...projection, namespace: old.namespace }
    })
    return { ...variant, projections }
  })
}

/** The part of a release that some of its models need: their pages, and those of all models that these refer to. */
export function partOf(release: Release, roots: readonly string[]): Release {
  const { context, details } = release.reconciled
  const resolvers = new Map(context.variants.map((docs) => [docs, resolverOf(docs)]))
  const idOf = new Map([...details].map(([id, { cluster }]) => [cluster.id, id]))
  // A set is walked in the order of insertion, and what is added on the way is walked too.
  const models = new Set(roots)
  const files = new Set<string>()
  for (const id of models) {
    const cluster = details.get(id)?.cluster
    if (cluster === undefined) continue
    for (const { page } of cluster.nodes.values()) files.add(page.file)
    for (const { target } of usesOf(cluster, ({ variant }) => resolvers.get(variant) ?? resolverOf(variant))) {
      const used = context.clusterOf(target)
      const next = used === undefined ? undefined : idOf.get(used)
      if (next !== undefined) models.add(next)
    }
  }
  const variants = release.variants.map((docs) => ({
    ...docs,
    projections: docs.projections.filter(({ file }) => files.has(file)),
  }))
  return { variants, pages: release.pages, reconciled: reconcile(variants, policy) }
}

/** The ids of the models of the API's own data, in order. */
export function dataModels({ reconciled }: Release): string[] {
  const own = reconciled.model.models.filter(({ role }) => role === 'data')
  return sortBy(own, ({ id }) => [id]).map(({ id }) => id)
}
