// Knows when variants disagree on what kind of thing a model is.

import type { FieldContext } from './fields.js'
import { listed, type Draft } from './findings.js'
import type { ModelName } from './naming.js'
import type { Cluster, Node } from './variant-docs.js'

/** A finding for each page that describes a model as another kind of thing than most do. */
export function kindDrafts(
  cluster: Cluster,
  nodes: readonly Node[],
  of: { name: ModelName; context: FieldContext },
): Draft[] {
  const kind = of.context.models.kindOf(cluster.id)
  const agreeing = nodes.filter(({ page }) => page.kind === kind)
  const witnesses = nodes.map(({ variant, page }) => ({ variant: variant.id, said: page.kind, span: page.title }))
  return nodes
    .filter(({ page }) => page.kind !== 'blank' && page.kind !== kind)
    .map(({ variant, page }): Draft => ({
      rule: 'kind-conflict',
      model: of.name,
      variant: variant.id,
      message: `described as ${page.kind} here, as ${kind} in ${listed(agreeing.map((node) => node.variant.id))}`,
      span: page.title,
      witnesses,
      expected: kind,
      about: page.kind,
    }))
}
