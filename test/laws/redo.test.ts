// Knows that a run over a few changed pages comes to what a run over all pages comes to, byte for byte.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Config } from '../../src/config/config.js'
import { pageEditNames } from '../support/page-edits.js'
import { docsBelow, follow } from '../support/redo-law.js'
import { seeded } from '../support/seeded.js'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
/** How many edits of one page each; a run over all pages is made after every one. */
const EDITS = Number(process.env['REDO_EDITS'] ?? 10)
const seed = Number(process.env['FC_SEED'] ?? 20_261_121)

describe('one page after another', () => {
  it.each<{ fixture: string; config: Config }>([
    { fixture: 'quickstart', config: { validators: ['plain', 'zod'], prefixes: 'always', enums: 'strict' } },
    { fixture: 'quickstart', config: { emitters: ['json-schema'], layout: 'single-file', shape: 'sdk' } },
    { fixture: 'nullable-matrix', config: {} },
    { fixture: 'union-per-language', config: {} },
  ])(
    '$fixture $config',
    async ({ fixture, config }) => {
      const chance = seeded(seed)
      const edits = Array.from({ length: Math.ceil(EDITS / pageEditNames.length) }, () => chance.shuffle(pageEditNames))
      const alone = await follow(edits.flat().slice(0, EDITS), {
        docs: docsBelow(join(fixtures, fixture)),
        config,
        chance,
      })
      expect(alone.size).toBeGreaterThan(0)
    },
    300_000,
  )
})
