// Knows which JSON Schemas are published with the package, by file name.

import { configJsonSchema } from './config/schema.js'
import { baselineSchema } from './drift/baseline-schema.js'
import { diffSchema, driftSchema } from './drift/schema.js'

/** The schemas: of the configuration, of a baseline, of `drift/<variant>.json`, and of `codegen diff --format json`. */
export const schemas: { readonly [file: string]: object } = {
  'config.json': configJsonSchema(),
  'baseline.json': baselineSchema,
  'drift.json': driftSchema,
  'diff.json': diffSchema,
}
