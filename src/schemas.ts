// Knows which JSON Schemas are published with the package, by file name.

import { configJsonSchema } from './config/schema.js'
import { baselineSchema } from './drift/baseline-schema.js'
import { diffSchema, driftSchema } from './drift/schema.js'
import { snapshotSchema } from './pipeline/snapshot.js'

/** The schemas: of the configuration, of a baseline, of `drift/<variant>.json`, of `codegen diff --format json`, and of a snapshot. */
export const schemas: { readonly [file: string]: object } = {
  'config.json': configJsonSchema(),
  'baseline.json': baselineSchema,
  'drift.json': driftSchema,
  'diff.json': diffSchema,
  'snapshot.json': snapshotSchema,
}
