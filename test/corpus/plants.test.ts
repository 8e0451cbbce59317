// Knows that every fault planted in real docs that agree is told once, by the right rule, at its place, with nothing else.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patchOf } from '../../src/pipeline/patch.js'
import { memoryHost } from '../support/memory-host.js'
import { harvest, type Harvest, type Outcome } from '../support/planting.js'
import { plantKinds, plantsIn, type Plant } from '../support/plants.js'
import { dataModels, partOf, releaseOf, type Release } from '../support/release.js'
import { seeded } from '../support/seeded.js'
import { folderOf } from './corpora.js'
import { readCorpus } from './read-corpus.js'
import { createTable } from './table.js'
import { optionsWith } from '../support/options.js'

const seed = 20_261_121
const table = createTable()

/** Docs whose variants are of one specification, and how much is planted in them. */
const releases = [
  { corpus: 'unified', variants: undefined, parts: 12, batches: 14 },
  { corpus: 'dub', variants: ['go', 'php', 'python'], parts: 16, batches: 4 },
] as const

/** Models of a part, about; plants that are put into the whole at once. */
const PART = 30
const TOGETHER = 100

describe.each(releases)('$corpus', ({ corpus, variants, parts, batches }) => {
  const folder = folderOf({ name: corpus })
  if (folder === undefined) {
    it('is not there', () => expect(folder).toBeUndefined())
    return
  }
  let release: Release
  const outcomes: Outcome[] = []
  beforeAll(async () => {
    const read = await readCorpus(folder)
    const own = read.variants.filter(({ id }) => variants === undefined || variants.some((variant) => variant === id))
    release = releaseOf(own, read.sources)
  })
  afterAll(() => count(corpus, outcomes))

  it('has no finding as it is', () => {
    expect(release.reconciled.findings).toEqual([])
  })

  it('tells of each fault planted alone', () => {
    const wrong: unknown[] = []
    for (const [index, part] of partsOf(release, parts).entries()) {
      const chance = seeded(seed + index)
      for (const plant of onePerPlace(part, chance)) {
        const found = harvest(part, [plant])
        outcomes.push(...found.outcomes.map((outcome) => ({ ...outcome, isTold: found.wrong.length === 0 })))
        if (found.wrong.length > 0 || found.left.length > 0) wrong.push(told(found, [plant]))
      }
    }
    table.add(corpus, 'planted one at a time', outcomes.length)
    table.add(corpus, '  told once, and nothing else', outcomes.filter(({ isTold }) => isTold).length)
    expect(wrong).toEqual([])
  })

  it('tells of each of many faults planted together, and git applies the patch', async () => {
    const chance = seeded(seed)
    const wrong: unknown[] = []
    const all = chance.shuffle(
      release.variants.flatMap(({ id }) =>
        plantKinds.flatMap((kind) =>
          plantsIn(
            release,
            { kind, variant: id, count: Math.ceil((batches * TOGETHER) / (release.variants.length * 6)) },
            chance,
          ),
        ),
      ),
    )
    const together: Outcome[] = []
    for (let batch = 0; batch < batches; batch += 1) {
      const plants = takeApart(all, TOGETHER)
      const found = harvest(release, plants)
      const untouched = await applied(found, plants)
      together.push(...found.outcomes)
      if (found.wrong.length > 0 || found.left.length > 0 || untouched.length > 0)
        wrong.push({ ...told(found, plants), untouched })
    }
    outcomes.push(...together)
    table.add(corpus, `planted ${TOGETHER} at a time`, together.length)
    table.add(corpus, '  told once ', together.filter(({ isTold }) => isTold).length)
    table.add(corpus, '  runs with nothing else', batches - wrong.length)
    expect(wrong).toEqual([])
  })
})

/** Parts of a release that agree by themselves, each from other models, drawn by chance. */
function partsOf(release: Release, wanted: number): Release[] {
  const models = seeded(seed).shuffle(dataModels(release))
  return Array.from({ length: wanted }, (_, index) => {
    const first = Math.floor((index * models.length) / wanted)
    const rest = [...models.slice(first), ...models.slice(0, first)]
    let count = 1
    let part = partOf(release, rest.slice(0, count))
    while (part.reconciled.model.models.length < PART && count < rest.length) {
      count *= 2
      part = partOf(release, rest.slice(0, count))
    }
    return part
  }).filter((part) => part.reconciled.findings.length === 0)
}

/** A plant of each kind in each variant. */
function onePerPlace(part: Release, chance: ReturnType<typeof seeded>): Plant[] {
  return part.variants.flatMap(({ id }) =>
    plantKinds.flatMap((kind) => plantsIn(part, { kind, variant: id, count: 1 }, chance)),
  )
}

/** Takes plants off a list, at most one of each model. */
function takeApart(all: Plant[], wanted: number): Plant[] {
  const taken = new Map<string, Plant>()
  for (let index = all.length - 1; index >= 0 && taken.size < wanted; index -= 1) {
    const plant = all[index]
    if (plant === undefined || taken.has(plant.model)) continue
    taken.set(plant.model, plant)
    all.splice(index, 1)
  }
  return [...taken.values()]
}

/** The pages that git does not bring back byte for byte though the patch says so. */
async function applied({ fixes, outcomes }: Harvest, plants: readonly Plant[]): Promise<string[]> {
  const files = Object.fromEntries(plants.map(({ file, text }) => [`/w/${file}`, text]))
  const { limits } = optionsWith()
  const reading = {
    options: { cwd: '/w', limits },
    host: memoryHost({ files }),
    label: (path: string) => path,
    onFile: () => {},
  }
  const folder = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    for (const { file, text } of plants) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const git = (args: readonly string[], input = ''): number | null =>
      spawnSync('git', args, { cwd: folder, input }).status
    git(['init', '-q'])
    const patch = await patchOf(fixes, reading)
    const status = patch === '' ? 0 : git(['apply', '-'], patch)
    if (status !== 0) return [`git says ${status}`]
    return outcomes.flatMap(({ plant, restored }) =>
      readFileSync(join(folder, plant.file), 'utf8') === restored ? [] : [plant.file],
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function told({ wrong, left }: Harvest, plants: readonly Plant[]): object {
  return { planted: plants.length === 1 ? plants.map((plant) => plant.told) : plants.length, wrong, left }
}

/** Adds the figures of a release: by language and by kind. */
function count(corpus: string, outcomes: readonly Outcome[]): void {
  const figures = (what: string, own: readonly Outcome[]): void => {
    const right = own.filter(({ isTold }) => isTold).length
    const fixable = own.filter(({ isFixable }) => isFixable)
    table.add(
      corpus,
      what,
      `${own.length} ${right} ${fixable.length} ${fixable.filter((one) => one.isRestored).length}`,
    )
  }
  figures('all: planted, told, mended, as before', outcomes)
  for (const kind of plantKinds)
    figures(
      `  ${kind}`,
      outcomes.filter(({ plant }) => plant.kind === kind),
    )
  for (const variant of [...new Set(outcomes.map(({ plant }) => plant.variant))].sort())
    figures(
      `  in ${variant}`,
      outcomes.filter(({ plant }) => plant.variant === variant),
    )
}
