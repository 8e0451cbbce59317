// Knows which findings can be mended in the docs themselves, and by which edits of which page.

import type { Finding } from '../../reconcile/finding.js'
import type { Reconciled } from '../../reconcile/reconcile.js'
import { groupBy } from '../../reconcile/resolve.js'
import type { Fix, Mending } from './fix.js'
import { fixFields } from './fix-fields.js'
import { fixHead } from './fix-head.js'
import { fixNames } from './fix-names.js'
import { fixValues } from './fix-values.js'
import { referencesOf } from './references.js'

/**
 * The fixes of findings, one for each group of a variant's findings, by default one a page, in the order of the findings. A finding that no fix mends is one that the language of its
 * variant cannot express, or that no edit of a page mends.
 */
export function planFixes(
  reconciled: Reconciled,
  findings: readonly Finding[],
  groupOf: (finding: Finding) => string = ({ model }) => model,
): Fix[] {
  const models = new Map(reconciled.model.models.map((model) => [model.id, model]))
  const byVariant = groupBy(findings, ({ variant }) => variant)
  return [...byVariant].flatMap(([variant, own]): Fix[] => {
    const docs = reconciled.context.variants.find(({ id }) => id === variant)
    if (docs === undefined) return []
    const references = referencesOf(docs)
    return [...groupBy(own, groupOf).values()].flatMap((about): Fix[] => {
      const id = about[0]?.model ?? ''
      const model = models.get(id)
      const detail = reconciled.details.get(id)
      const node = detail?.cluster.nodes.get(variant)
      if (model === undefined || detail === undefined || node === undefined || node.page.file.startsWith('../'))
        return []
      const content: Mending[] = [fixHead(model, about, node), fixNames(about, node)]
      if (model.kind === 'object' && node.page.kind === 'object') {
        const writing = { reconciled, models, references, node }
        content.push(fixFields({ model, groups: detail.groups, findings: about }, writing))
      }
      if (model.kind === 'enum' && node.page.kind === 'enum') content.push(fixValues(model, about, node))
      const edits = content.flatMap((fix) => fix.edits)
      const mends = content.flatMap((fix) => fix.mends)
      return edits.length === 0 ? [] : [{ variant, file: node.page.file, edits, mends }]
    })
  })
}
