// Knows which models stay in the model of the API when variants disagree on whether they exist.

import { modelTypes, type Model } from '../ir/model.js'
import { typeRefs } from '../ir/type.js'

/**
 * The ids of the models that stay: those that the policy keeps, and every model that one of them refers to, so that no
 * reference leads nowhere. A model that no page describes stays only where something that stays refers to it.
 */
export function keptModels(models: ReadonlyMap<string, Model>, isKept: (id: string) => boolean): ReadonlySet<string> {
  const kept = new Set(
    [...models.values()].filter(({ id, role }) => role !== 'missing' && isKept(id)).map(({ id }) => id),
  )
  // A set is walked in the order of insertion, and what is added on the way is walked too.
  for (const id of kept) {
    const model = models.get(id)
    for (const type of model === undefined ? [] : modelTypes(model))
      for (const { name } of typeRefs(type)) kept.add(name)
  }
  return kept
}
