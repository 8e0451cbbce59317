// Knows that all that is emitted for a model gives one verdict on a value, under every option.

import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeEnums } from '../../src/emit/close-enums.js'
import { jsonSchema } from '../../src/emit/json-schema/json-schema.js'
import { types } from '../../src/emit/types/types.js'
import { validators } from '../../src/emit/validators/validators.js'
import { zod } from '../../src/emit/zod/zod.js'
import { emit, writeFiles } from '../emit/emitted.js'
import { isJson } from '../emit/json-schema/ajv.js'
import { sample } from '../emit/sample-model.js'
import { compareJudges, compareTypes } from './compare.js'
import { judgesIn, type Judge } from './judges.js'
import { payloadsOf } from './payloads.js'

const chosen = [types, validators, zod, jsonSchema]

describe.each([
  ['open', 'allow', sample],
  ['open', 'strip', sample],
  ['open', 'reject', sample],
  ['strict', 'reject', closeEnums(sample)],
] as const)('enumerations: %s, unknown keys: %s', (_, unknownKeys, api) => {
  let folder = ''
  let judges: readonly Judge[] = []
  const payloads = payloadsOf(api)

  beforeAll(async () => {
    const emitted = await Promise.all(chosen.map((emitter) => emit(emitter, api, { unknownKeys })))
    folder = writeFiles(emitted.flatMap(({ files }) => files))
    judges = await judgesIn(folder, api)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('validators and schemas', () => {
    const { disagreements, verdicts, accepted } = compareJudges(api, payloads, judges, unknownKeys)
    expect(disagreements).toEqual([])
    const all = payloads.length
    const json = payloads.filter(({ value }) => isJson(value)).length
    expect(verdicts).toEqual({ 'plain guard': all, plain: all, zod: all, 'JSON Schema': json })
    expect(json).toBeGreaterThan(all / 2)
    expect(accepted).toBeGreaterThan(100)
    expect(payloads.length - accepted).toBeGreaterThan(500)
  })

  test('types', () => {
    if (unknownKeys === 'strip') return
    const { disagreements, unsayable } = compareTypes(api, payloads, folder, unknownKeys)
    expect(disagreements).toEqual([])
    expect(unsayable).toBeGreaterThan(0)
  })
})
