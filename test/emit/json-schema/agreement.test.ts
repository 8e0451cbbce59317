// Knows that the emitted schemas are valid, and judge JSON as the emitted validators do.

import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonSchema } from '../../../src/emit/json-schema/json-schema.js'
import { nameModels } from '../../../src/emit/names.js'
import { openapi } from '../../../src/emit/openapi/openapi.js'
import { types } from '../../../src/emit/types/types.js'
import { validators } from '../../../src/emit/validators/validators.js'
import { emit, load, writeFiles } from '../emitted.js'
import { changeTree, modelsOf, mutations, record, validModel } from '../payloads.js'
import { sample } from '../sample-model.js'
import { isJson, openDocument, type OpenDocument } from './ajv.js'

type Judge = (value: unknown) => boolean

const models = modelsOf(sample)
const names = nameModels(sample.models)
const judges = new Map<string, { readonly is: Judge; readonly schema: Judge; readonly component: Judge }>()
const counted = { valid: 0, refused: 0 }
let folder = ''

beforeAll(async () => {
  const emitted = await Promise.all([types, validators].map((emitter) => emit(emitter, sample)))
  folder = writeFiles(emitted.flatMap(({ files }) => files))
  const guards = await load(folder, 'validators/index.js')
  const schema = await documentOf('json-schema')
  const api = await documentOf('openapi')
  for (const [id, { name }] of names) {
    const guard = guards[`is${name}`]
    if (typeof guard !== 'function') throw new Error(`is${name} is no function`)
    judges.set(id, {
      is: (value) => guard(value) === true,
      schema: schema.schemaAt(`#/$defs/${name}`),
      component: api.schemaAt(`#/components/schemas/${name}`),
    })
  }
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`schemas against plain: ${counted.valid} accepted, ${counted.refused} refused by all\n`)
})

describe.each(['json-schema', 'openapi'] as const)('the document of %s', (id) => {
  test('holds schemas that the meta-schema accepts', async () => {
    const { ajv, schemas } = await documentOf(id)
    expect(Object.keys(schemas)).toHaveLength(names.size)
    for (const [name, schema] of Object.entries(schemas))
      expect([name, ajv.validateSchema(schema), ajv.errors]).toEqual([name, true, null])
  })
})

describe.each([...models.values()].map((model) => [model.id, model] as const))('%s', (id, model) => {
  test('a valid value is accepted by all', () => {
    for (const depth of [0, 1, 4]) {
      const value = validModel(model, models, depth)
      if (isJson(value)) expect(verdicts(id, value)).toEqual([true, true, true])
    }
  })

  test('one wrong field is refused by all', () => {
    const fields = model.kind === 'object' ? model.fields : []
    for (const { name, value } of mutations(fields, record(withoutBytes(validModel(model, models, 4))), models))
      if (isJson(value) && !name.startsWith('bytes')) expect([name, ...verdicts(id, value)]).toEqual([name, ...no])
  })

  test('what is no such value at all is judged alike', () => {
    for (const value of [null, 0, 1, -1, 0.5, 1e300, 'x', '', true, [], {}, [null], { key: 1 }])
      expectAgreement(id, value)
  })
})

test.each([
  '2024-02-29T08:30:00Z',
  '2024-02-29t08:30:00.123456z',
  '2016-12-31T23:59:60Z',
  '2016-12-31T15:59:60.5-08:00',
  '2017-01-01T05:29:60+05:30',
  '2016-12-31T12:00:60Z',
  '2016-12-31T23:59:60+02:00',
  '2016-12-31t23:59:60.123456789-00:00',
  '2024-02-29 08:30:00Z',
  '2024-02-29T08:30:00',
  '2024-02-29T08:30:00+02',
  '2024-02-29T08:30:00+0200',
  '2024-02-29T08:30:00+24:00',
  '2024-02-29T24:00:00Z',
  '2023-02-29T08:30:00Z',
  '2024-02-29T08:30Z',
  '2024-02-29T08:30:00.Z',
  '2024-02-29T08:30:00Z\n',
  '٢٠٢٤-02-29T08:30:00Z',
  '2024-02-29',
  '',
])('the date-time %j is judged alike', (at) => expectAgreement('shared/date-time', { at }))

test.each(['2024-02-29', '0000-02-29', '2023-02-29', '1900-02-29', '2024-2-29', '2024-02-29\n', '2024-02-29Z', ''])(
  'the date %j is judged alike',
  (day) => {
    const base = withoutBytes(validModel(models.get('shared/every-kind'), models, 4))
    expectAgreement('shared/every-kind', record([...base, ['day', day]]))
    expectAgreement('shared/every-kind', record([...base, ['moment', day]]))
  },
)

test('unknown keys, open enumerations, large integers and typed further properties', () => {
  expect(verdicts('shared/tree', { name: 'a', children: [], more: 1 })).toEqual(yes)
  expect(verdicts('shared/open-status', 'new')).toEqual(yes)
  expect(verdicts('shared/open-status', 1)).toEqual(no)
  expect(verdicts('shared/open-mixed', null)).toEqual(yes)
  expect(verdicts('shared/status', 'new')).toEqual(no)
  expect(verdicts('webhooks/error', { code: 2 ** 60, source: { message: '' } })).toEqual(yes)
  expect(verdicts('shared/extended', { id: 'a', more: true })).toEqual(yes)
  expect(verdicts('shared/extended', { id: 'a', more: 'no' })).toEqual(no)
})

test('any change anywhere in a valid value is judged alike', () => {
  const scalar = fc.oneof(
    fc.constantFrom<unknown>(null, 0, 0.5, '', 'text', 'a', 'card', true, '2024-02-29', [], {}, [[]], { key: 1 }),
    fc.jsonValue({ maxDepth: 2 }),
  )
  // Validators pass over a further property `__proto__`, whatever its type; a schema cannot say so without a pattern in each map.
  const key = fc.constantFrom('constructor', 'toString', 'more', 'name', 'a/b~c')
  fc.assert(
    fc.property(
      fc.constantFrom(...models.keys()),
      fc.nat(4),
      fc.nat(1000),
      scalar,
      fc.option(key),
      (id, depth, place, value, more) => {
        const changed = changeTree(validModel(models.get(id), models, depth), { place, value, more })
        if (isJson(changed) && !hasKey(changed, 'bytes')) expectAgreement(id, changed)
      },
    ),
    { numRuns: 3000 },
  )
})

const yes = [true, true, true]
const no = [false, false, false]

function verdicts(id: string, value: unknown): readonly (boolean | undefined)[] {
  const judge = judges.get(id)
  const found = [judge?.is(value), judge?.schema(value), judge?.component(value)]
  counted[found[0] === true ? 'valid' : 'refused'] += 1
  return found
}

function expectAgreement(id: string, value: unknown): void {
  const [is, ...others] = verdicts(id, value)
  expect([id, value, ...others]).toEqual([id, value, is, is])
}

async function documentOf(id: 'json-schema' | 'openapi'): Promise<OpenDocument> {
  const { files } = await emit(id === 'openapi' ? openapi : jsonSchema, sample)
  return openDocument(files[0]?.text ?? '')
}

function hasKey(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, key) || Object.values(value).some((inner) => hasKey(inner, key))
}

function withoutBytes(value: unknown): [string, unknown][] {
  return Object.entries(value ?? {}).filter(([key]) => key !== 'bytes')
}
