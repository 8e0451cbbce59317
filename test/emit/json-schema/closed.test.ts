// Knows that schemas refuse unknown keys where validators do.

import { rmSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonSchema } from '../../../src/emit/json-schema/json-schema.js'
import { nameModels } from '../../../src/emit/names.js'
import { types } from '../../../src/emit/types/types.js'
import { validators } from '../../../src/emit/validators/validators.js'
import { emit, load, writeFiles } from '../emitted.js'
import { modelsOf, validModel } from '../payloads.js'
import { sample } from '../sample-model.js'
import { isDate, isDateTime } from './formats.js'

const models = modelsOf(sample)
const names = nameModels(sample.models)
const ajv = new Ajv2020({ strictTypes: false, ownProperties: true, allErrors: true })
let folder = ''
let guards: Readonly<Record<string, unknown>> = {}

beforeAll(async () => {
  const more = { unknownKeys: 'reject' } as const
  const emitted = await Promise.all([types, validators].map((emitter) => emit(emitter, sample, more)))
  folder = writeFiles(emitted.flatMap(({ files }) => files))
  guards = await load(folder, 'validators/index.js')
  const { files } = await emit(jsonSchema, sample, more)
  ajv.addFormat('date', isDate).addFormat('date-time', isDateTime)
  ajv.addSchema(JSON.parse(files[0]?.text ?? ''), 'api')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([...models.values()].map((model) => [model.id, model] as const))('%s', (id, model) => {
  const name = names.get(id)?.name ?? ''
  const is = guards[`is${name}`]
  const schema = ajv.getSchema(`api#/$defs/${name}`)
  if (typeof is !== 'function' || schema === undefined) throw new Error(`nothing judges ${name}`)
  for (const depth of [0, 1, 4]) {
    const value = validModel(model, models, depth)
    const more = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, more_of_it: 1 } : 1
    for (const given of [value, more, {}, { key: 1 }, [], null]) {
      if (JSON.stringify(given)?.includes('"bytes"')) continue
      expect([given, schema(given)]).toEqual([given, is(given)])
    }
  }
})

test('a key too much is refused', () => {
  const schema = ajv.getSchema('api#/$defs/Tree')
  expect([schema?.({ name: 'a', children: [] }), schema?.({ name: 'a', children: [], more: 1 })]).toEqual([true, false])
})
