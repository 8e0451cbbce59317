// Knows the seed of all properties: the same in every run, so that a change alone decides; `FC_SEED` explores others.

import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_121) })
