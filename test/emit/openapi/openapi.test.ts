import { expect, test } from 'vitest'
import { openapi } from '../../../src/emit/openapi/openapi.js'
import type { NumberFormat } from '../../../src/ir/type.js'
import { emit } from '../emitted.js'
import { alternatives, api, array, field, literal, nullable, object, ref, sample, type } from '../sample-model.js'

interface Document {
  readonly components: {
    readonly schemas: { readonly X?: { readonly properties?: object }; readonly Pay?: object }
  }
}

/** The document of some models, read again. */
async function documentOf(...given: Parameters<typeof api>): Promise<Document> {
  const { files, diagnostics } = await emit(openapi, api(...given))
  expect(diagnostics).toEqual([])
  expect(files.map(({ path }) => path)).toEqual(['openapi.json'])
  return JSON.parse(files[0]?.text ?? '')
}

test('the document has what OpenAPI 3.1 demands', async () => {
  expect(await documentOf([object('a/x', 'X', [])])).toEqual({
    openapi: '3.1.0',
    info: { title: expect.stringMatching(/./), version: expect.stringMatching(/./), description: 'Generated.' },
    paths: {},
    components: { schemas: { X: { title: 'X', type: 'object' } } },
  })
})

test('the names of components are allowed, and every reference leads to one', async () => {
  const { components } = await documentOf(sample.models)
  const names = Object.keys(components.schemas)
  expect(names.filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([])
  const refs = [...JSON.stringify(components).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name)
  expect(refs.length).toBeGreaterThan(10)
  expect(refs.filter((name) => !names.includes(name ?? ''))).toEqual([])
})

test('a discriminator maps every constant to its member', async () => {
  const card = object('a/card', 'Card', [field('type', { ...literal('card') }), field('n', array(ref('a/pay')))])
  const bank = object('a/bank', 'Bank', [field('type', literal('~/#'))])
  const one = {
    oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' }],
    discriminator: {
      propertyName: 'type',
      mapping: { card: '#/components/schemas/Card', '~/#': '#/components/schemas/Bank' },
    },
  }
  const plain = await documentOf([alternatives('a/pay', 'Pay', [ref('a/card'), ref('a/bank')], 'type'), card, bank])
  expect(plain.components.schemas.Pay).toEqual({ title: 'Pay', ...one })
  const maybe = [ref('a/card'), nullable(ref('a/bank'))]
  expect((await documentOf([alternatives('a/pay', 'Pay', maybe, 'type'), card, bank])).components.schemas.Pay).toEqual({
    title: 'Pay',
    anyOf: [one, { type: 'null' }],
  })
})

test.each<[NumberFormat, string | undefined]>([
  ['int32', 'int32'],
  ['int64', 'int64'],
  ['float', 'float'],
  ['double', 'double'],
  ['decimal', 'decimal'],
  ['big', undefined],
])('numbers of the format %s', async (format, want) => {
  const amount = type({ kind: 'number', integer: false, format })
  const { components } = await documentOf([
    object('a/x', 'X', [field('a', nullable(amount)), field('b', array(amount))]),
  ])
  const said = want === undefined ? {} : { format: want }
  expect(components.schemas.X?.properties).toEqual({
    a: { type: ['number', 'null'], ...said },
    b: { type: 'array', items: { type: 'number', ...said } },
  })
})
