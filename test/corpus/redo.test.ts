// Knows that, in real docs too, a run over a few changed pages comes to what a run over all pages comes to.

import { expect, it } from 'vitest'
import { pageEditNames } from '../support/page-edits.js'
import { docsBelow, follow } from '../support/redo-law.js'
import { seeded } from '../support/seeded.js'
import { describeCorpora } from './corpora.js'

/** How many edits of one page each: a run over all pages is made after every one. */
const EDITS = Number(process.env['REDO_EDITS'] ?? 40)

describeCorpora(({ name, pages }, folder) => {
  // The larger ones take long, and docs of years of drift settle nothing alone: most of their models are missing somewhere.
  it.skipIf(pages > 3_000)(`${name}: one page after another`, async () => {
    const chance = seeded(Number(process.env['FC_SEED'] ?? 20_261_121))
    const edits = Array.from({ length: EDITS }, () => chance.pick(pageEditNames) ?? 'nothing')
    const alone = await follow(edits, { docs: docsBelow(folder), config: { validators: [] }, chance })
    const settled = [...alone.values()].reduce((sum, count) => sum + count, 0)
    process.stdout.write(`${name}: ${settled} of ${EDITS} edits settled the page's model alone\n`)
    expect(settled).toBeGreaterThan(0)
  })
})
