// Knows that all code emitted for real docs is laid out as prettier lays it out, and how much of it is left to prettier.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiModel } from '../../src/ir/model.js'
import { reconcile } from '../../src/reconcile/reconcile.js'
import { codeOf, compareLayouts, usual } from '../support/layouts.js'
import { expected, folderOf } from './corpora.js'
import { readCorpus } from './read-corpus.js'
import { createTable } from './table.js'

const table = createTable()

afterAll(() => {
  process.stdout.write(`\n${table.print()}\n`)
})

describe.each(expected)('$name', (corpus) => {
  const folder = folderOf(corpus)
  if (folder === undefined) {
    it('is not there', () => expect(folder).toBeUndefined())
    return
  }
  let model: ApiModel = { variants: [], models: [], wireCase: { style: 'snake', reason: '' } }
  beforeAll(async () => {
    const { variants } = await readCorpus(folder)
    const policy = { presence: 'union', conflicts: 'majority', overrides: {}, severity: {}, wireCase: 'auto' } as const
    model = reconcile(variants, policy).model
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
