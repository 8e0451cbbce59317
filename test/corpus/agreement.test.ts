// Knows that on real docs all that is emitted for a model gives one verdict on a value: the figures of the comparison.

import { rmSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { closeEnums } from '../../src/emit/close-enums.js'
import { jsonSchema } from '../../src/emit/json-schema/json-schema.js'
import { types } from '../../src/emit/types/types.js'
import { validators } from '../../src/emit/validators/validators.js'
import { zod } from '../../src/emit/zod/zod.js'
import type { ApiModel } from '../../src/ir/model.js'
import { compareJudges, compareTypes } from '../agreement/compare.js'
import { judgesIn } from '../agreement/judges.js'
import { payloadsOf, type Payload } from '../agreement/payloads.js'
import { emit, writeFiles } from '../emit/emitted.js'
import { isJson } from '../emit/json-schema/ajv.js'
import { describeCorpora } from './corpora.js'
import { recoverCorpus } from './read-corpus.js'
import { createTable } from './table.js'

const chosen = [types, validators, zod, jsonSchema]

/** Literals that the compiler is asked about at most for each corpus and options; more take minutes. */
const LITERALS = 20_000

const table = createTable()

describeCorpora((corpus, folder) => {
  let model: ApiModel = { variants: [], models: [], wireCase: { style: 'snake', reason: '' } }
  beforeAll(async () => {
    model = await recoverCorpus(folder)
  })

  it.each([
    ['open', 'allow'],
    ['open', 'strip'],
    ['strict', 'reject'],
  ] as const)('agrees with enumerations: %s, unknown keys: %s', async (enums, unknownKeys) => {
    const api = enums === 'strict' ? closeEnums(model) : model
    const payloads = payloadsOf(api)
    const emitted = await Promise.all(chosen.map((emitter) => emit(emitter, api, { unknownKeys })))
    expect(emitted.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
    const out = writeFiles(emitted.flatMap(({ files }) => files))
    try {
      const figure = (what: string, value: number): void =>
        table.add(corpus.name, `${enums}, ${unknownKeys}: ${what}`, value)
      const judged = compareJudges(api, payloads, await judgesIn(out, api), unknownKeys)
      figure('payloads', judged.payloads)
      figure('  accepted', judged.accepted)
      for (const [name, count] of Object.entries(judged.verdicts)) figure(`  verdicts of ${name}`, count)
      figure('  that JSON Schema cannot tell', judged.unsayable)
      figure('  disagreements', judged.disagreements.length)
      expect(judged.disagreements.slice(0, 10)).toEqual([])
      const all = payloads.length
      const json = payloads.filter(({ value }) => isJson(value)).length
      expect(judged.verdicts).toEqual({ 'plain guard': all, plain: all, zod: all, 'JSON Schema': json })
      if (unknownKeys === 'strip') return
      const sampled = sampleOf(payloads)
      const typed = compareTypes(api, sampled, out, unknownKeys)
      figure('  literals for the compiler, a sample', typed.payloads)
      figure('    accepted', typed.accepted)
      figure('    that types cannot tell', typed.unsayable)
      figure('    disagreements', typed.disagreements.length)
      expect(typed.disagreements.slice(0, 10)).toEqual([])
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
})

/** Payloads evenly over all, the same ones every time. */
function sampleOf(payloads: readonly Payload[]): readonly Payload[] {
  const step = Math.max(1, payloads.length / LITERALS)
  return Array.from(
    { length: Math.floor(payloads.length / step) },
    (_, index) => payloads[Math.floor(index * step)],
  ).flatMap((payload) => payload ?? [])
}
