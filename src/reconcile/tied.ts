// Knows which models cannot be settled anew by themselves, because what is found of them depends on pages of others.

import type { Projection } from '../dialects/dialect.js'
import type { Draft } from './findings.js'
import type { Renames } from './renames.js'
import type { RuleId } from './rules.js'
import type { SettledModel, Whole } from './settle-model.js'

/** Rules whose findings depend on more than the pages of their model. */
const FAR: ReadonlySet<RuleId> = new Set<RuleId>([
  'missing-model',
  'orphan-page',
  'name-irregular',
  'possible-rename',
  'unknown-notation',
])

/**
 * The clusters of models with such findings, whether they are told in the end or not, of models that no page describes, and of
 * those that refer to any of these: what they say decides whether a model is missing, and the place where it is missed.
 */
export function tiedClusters(
  settled: readonly SettledModel[],
  drafts: readonly Draft[],
  whole: Whole,
): ReadonlySet<string> {
  const clusterOf = new Map(settled.map(({ model, cluster }) => [model.id, cluster.id]))
  const found = new Set(settled.flatMap(({ cluster }) => (cluster.nodes.size === 0 ? [cluster.id] : [])))
  for (const { rule, model } of drafts) if (FAR.has(rule)) found.add(clusterOf.get(model.id) ?? '')
  for (const { cluster } of settled)
    if ([...cluster.nodes.values()].some(({ page }) => isRenamed(page, whole.context.renames))) found.add(cluster.id)
  const users = [...found].flatMap((id) => (whole.uses.get(id) ?? []).map((use) => use.cluster))
  return new Set([...found, ...users])
}

/** Whether rows of a page stand under the others' names. */
export function isRenamed(page: Projection, { rows }: Renames): boolean {
  return [...page.fields, ...page.values].some((row) => rows.has(row))
}
