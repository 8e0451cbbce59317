// Knows what the option `enums: strict` makes of a model.

import type { ApiModel, Model } from '../ir/model.js'

/** The model with every enumeration closed: what code for it accepts are the documented values. */
export function closeEnums(model: ApiModel): ApiModel {
  return {
    ...model,
    models: model.models.map((one): Model =>
      one.kind === 'enum' && one.open === true ? { ...one, open: false } : one,
    ),
  }
}
