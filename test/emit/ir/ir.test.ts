import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { ir } from '../../../src/emit/ir/ir.js'
import { emit } from '../emitted.js'
import { api, sample } from '../sample-model.js'

test('the model as it is, beside its schema', async () => {
  const { files, diagnostics } = await emit(ir, sample)
  const [model, schema] = files.map(({ text }) => JSON.parse(text))
  expect(diagnostics).toEqual([])
  expect(files.map(({ path }) => path)).toEqual(['ir.json', 'ir.schema.json'])
  expect(model).toEqual({ $schema: './ir.schema.json', version: 1, ...JSON.parse(JSON.stringify(sample)) })
  expect(Object.keys(schema)).toContain('$defs')
})

test('what is emitted is valid', async () => {
  const withoutCollections = api(
    sample.models.map((model) =>
      model.kind === 'object'
        ? { ...model, fields: model.fields.filter(({ type }) => type.kind !== 'collection') }
        : model,
    ),
  )
  const { files } = await emit(ir, withoutCollections)
  const [model, schema] = files.map(({ text }) => JSON.parse(text))
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
  expect([validate(model), validate.errors]).toEqual([true, null])
})
