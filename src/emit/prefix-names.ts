// Knows what the option `prefixes` makes of the names of models.

import type { ApiModel } from '../ir/model.js'
import { capitalize } from '../text/words.js'
import { PLAIN_NAMESPACE } from './names.js'

/** Which models carry their namespace, or a prefix of their own, whether or not another model has their name. */
export type Prefixes = 'collision' | 'always' | { readonly [namespace: string]: string }

/** The model under the names that the option asks for. Names that collide nevertheless are told apart by `nameModels`. */
export function prefixNames(model: ApiModel, prefixes: Prefixes): ApiModel {
  if (prefixes === 'collision') return model
  const chosen = new Map(prefixes === 'always' ? [] : Object.entries(prefixes))
  const prefixOf = (namespace: string): string => {
    if (prefixes !== 'always') return chosen.get(namespace) ?? ''
    return namespace === PLAIN_NAMESPACE ? '' : namespace
  }
  const renamed = model.models.map((one) => ({ ...one, name: `${capitalize(prefixOf(one.namespace))}${one.name}` }))
  return { ...model, models: renamed }
}
