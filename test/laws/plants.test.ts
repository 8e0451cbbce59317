// Knows that every fault planted in docs that agree is told once, by the right rule, at its place, and that nothing else is.

import { describe, expect, test } from 'vitest'
import { editPage, printPage } from '../../src/markdown/edit-page.js'
import { findDocuments, readDocuments, type Reading } from '../../src/pipeline/read-files.js'
import { variantsOf } from '../../src/pipeline/read-variants.js'
import type { ReadSource } from '../../src/pipeline/sort-pages.js'
import { planFixes } from '../../src/drift/patch/plan-fixes.js'
import { memoryHost } from '../support/memory-host.js'
import { harvest } from '../support/planting.js'
import { plantKinds, plantsIn, type Plant } from '../support/plants.js'
import { fixturePages, type Pages } from '../support/recovered.js'
import { releaseOf, type Release } from '../support/release.js'
import { seeded } from '../support/seeded.js'
import { optionsWith } from '../support/options.js'

async function released(pages: Pages): Promise<Release> {
  const host = memoryHost({
    files: Object.fromEntries(Object.entries(pages).map(([path, text]) => [`/w/${path}`, text])),
  })
  const { limits } = optionsWith()
  const reading: Reading = { options: { cwd: '/w', limits }, host, label: (path) => path.slice(3), onFile: () => {} }
  const sources: ReadSource[] = []
  for (const label of new Set(Object.keys(pages).map((path) => path.split('/')[0] ?? path))) {
    const files = await findDocuments(`/w/${label}`, reading)
    if ('code' in files) throw new Error(files.message)
    sources.push({ source: { path: label }, label, read: await readDocuments(files, reading) })
  }
  return releaseOf(variantsOf(sources).variants, sources)
}

/** The quickstart without the differences that are planted in it. */
async function agreeing(): Promise<Release> {
  const pages = Object.fromEntries(
    Object.entries(fixturePages('quickstart/docs')).filter(([path]) => !/sitesummary/i.test(path)),
  )
  const drifted = await released(pages)
  const fixes = planFixes(drifted.reconciled, drifted.reconciled.findings)
  const mended = fixes.flatMap(({ file, edits }) => {
    const page = drifted.pages.get(file)
    return page === undefined ? [] : [[file, printPage(editPage(page, edits))] as const]
  })
  return released({ ...pages, ...Object.fromEntries(mended) })
}

const release = await agreeing()
const variants = release.variants.map(({ id }) => id)

test('nothing is found where all agree', () => {
  expect(release.reconciled.findings).toEqual([])
  expect(variants).toHaveLength(7)
})

describe.each(variants)('in %s', (variant) => {
  test.each(plantKinds)('%s', (kind) => {
    const plants = plantsIn(release, { kind, variant, count: 3 }, seeded(20_261_121))
    for (const plant of plants) {
      const { wrong, left } = harvest(release, [plant])
      expect({ told: plant.told, wrong, left }).toEqual({ told: plant.told, wrong: [], left: [] })
    }
  })
})

test('many at once, one in each model', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const chance = seeded(seed)
    const all = variants.flatMap((variant) =>
      plantKinds.flatMap((kind) => plantsIn(release, { kind, variant, count: 5 }, chance)),
    )
    const plants = [...new Map(chance.shuffle(all).map((plant): [string, Plant] => [plant.model, plant])).values()]
    expect(plants.length).toBeGreaterThan(8)
    expect({ seed, ...harvest(release, plants) }).toMatchObject({ seed, wrong: [], left: [] })
  }
})
