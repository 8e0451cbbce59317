// Knows that a run over a few changed pages comes to what a run over all pages comes to, byte for byte.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
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

test('docs that write unions as any value', async () => {
  const rows = (types: readonly string[]): string =>
    ['| Field | Type | Required | Description |', '| --- | --- | --- | --- |']
      .concat(types.map((type, index) => `| \`row${index}\` | ${type} | :heavy_check_mark: | Row. |`))
      .join('\n')
  const page = (name: string, types: readonly string[]): string => `# ${name}\n\n\n## Fields\n\n${rows(types)}\n`
  const tag =
    '# Tag\n\n\n## Supported Types\n\n### \n\n```go\ntag := shared.CreateTagStr(string{/* values here */})\n```\n\n'
  const link = '[shared.Tag](../../models/shared/tag.md)'
  const docs = {
    '/w/docs/go/docs/models/shared/locker.md': page('Locker', ['*string*', link, `[]${link}`]),
    '/w/docs/go/docs/models/shared/tag.md': tag,
    '/w/docs/python/docs/models/shared/locker.md': page('Locker', ['*str*', '*Any*', 'list[*Any*]']),
  }
  const chance = { ...seeded(seed), pick: <T>(items: readonly T[]) => items.at(-1) }
  const alone = await follow(['words of a row', 'words below the title', 'no words'], { docs, config: {}, chance })
  expect([...alone.values()]).toEqual([1, 1, 1])
})
