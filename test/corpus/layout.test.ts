// Knows that all code emitted for real docs is laid out as prettier lays it out, and how much of it is left to prettier.

import { beforeAll, expect, it } from 'vitest'
import type { ApiModel } from '../../src/ir/model.js'
import { codeOf, compareLayouts, usual } from '../support/layouts.js'
import { describeCorpora } from './corpora.js'
import { recoverCorpus } from './read-corpus.js'
import { createTable } from './table.js'

const table = createTable()

describeCorpora((corpus, folder) => {
  let model: ApiModel = { variants: [], models: [], wireCase: { style: 'snake', reason: '' } }
  beforeAll(async () => {
    model = await recoverCorpus(folder)
  })

  it.each([
    [{ shape: 'wire', layout: 'per-model', unknownKeys: 'allow' }, usual],
    [
      { shape: 'sdk', layout: 'per-model', unknownKeys: 'strip' },
      { ...usual, printWidth: 80, singleQuote: false },
    ],
    [
      { shape: 'sdk', layout: 'single-file', unknownKeys: 'reject' },
      { ...usual, semi: false, useTabs: true },
    ],
  ] as const)('is laid out alike with %o', async (more, settings) => {
    const { files, left, otherwise } = await compareLayouts(await codeOf(model, more), settings)
    table.add(corpus.name, `${more.shape}, ${more.layout}, ${more.unknownKeys}: files`, files)
    table.add(corpus.name, '  left to prettier', left.length)
    expect(otherwise).toEqual([])
    expect(left.length / files).toBeLessThan(0.01)
  })
})
