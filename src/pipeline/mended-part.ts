// Knows which findings about one model a patch would mend, by what is kept of the whole.

import { fixModel } from '../drift/patch/plan-fixes.js'
import { pathFrom } from '../drift/patch/references.js'
import type { Scribe } from '../drift/patch/scribe.js'
import type { Model } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { groupBy } from '../reconcile/resolve.js'
import type { ModelDetail, SettledModel } from '../reconcile/settle-model.js'
import type { KeptWhole } from './kept-whole.js'
import { OutOfReach, outOfReach } from './out-of-reach.js'
import type { PartOfWhole } from './part-of-whole.js'

/** The fingerprints of those findings about a model that can be mended; throws `OutOfReach` where more must be known to tell. */
export function mendedBy(
  findings: readonly Finding[],
  { model, cluster, groups, members }: SettledModel,
  { part, kept }: { readonly part: PartOfWhole; readonly kept: KeptWhole },
): string[] {
  const { context, wire } = part.whole
  const details = new Reach<ModelDetail>([[model.id, { cluster, groups, members }]])
  const models = new Reach<Model>([[model.id, model]])
  const reconciled: Scribe['reconciled'] = {
    model: { variants: [], models: [model], wireCase: wire },
    findings,
    diagnostics: [],
    details,
    context,
    wire,
    whole: part.whole,
    tied: new Set(),
  }
  return [...groupBy(findings, ({ variant }) => variant)].flatMap(([id, own]) => {
    const docs = context.variants.find((variant) => variant.id === id)
    const variant = kept.variants.find((one) => one.id === id)
    if (docs === undefined || variant === undefined) throw new OutOfReach()
    const scribe: Scribe = {
      reconciled,
      models,
      docs,
      references: {
        to: outOfReach,
        asMember: outOfReach,
        fieldName: outOfReach,
        pathOf: (page) => pathFrom(variant.linkRoot, page),
      },
      saysNull: variant.saysNull,
      saysOpen: variant.saysOpen,
      saysConstants: variant.saysConstants,
      pageOf: outOfReach,
      mapped: (type, page) => context.mapped(type, { variant: docs, page }),
    }
    return fixModel(model, own, scribe).flatMap(({ mends }) => mends)
  })
}

/** What is known of some models; to ask for another is out of reach. */
class Reach<T> extends Map<string, T> {
  override get(id: string): T {
    return super.get(id) ?? outOfReach()
  }
}
