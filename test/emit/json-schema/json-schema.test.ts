import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonSchema } from '../../../src/emit/json-schema/json-schema.js'
import { wireTimePattern } from '../../../src/emit/rfc3339.js'
import type { Field, Model } from '../../../src/ir/model.js'
import type { LiteralValue, Type } from '../../../src/ir/type.js'
import { emit } from '../emitted.js'
import * as given from '../sample-model.js'

const { alternatives, any, api, array, dateTime, enumeration, field, integer, literal, map } = given
const { model, nullable, number, object, ref, string, type, union } = given

interface Schema {
  readonly title?: string
  readonly description?: string
  readonly $ref?: string
  readonly properties?: { readonly [name: string]: Schema }
}

interface Document {
  readonly $defs: { readonly [name: string]: Schema } & { readonly X?: Schema }
}

/** The document of some models, read again. */
async function documentOf(models: readonly Model[], header: readonly string[] = []): Promise<Document> {
  const { files, diagnostics } = await emit(jsonSchema, api(models), { header })
  expect(diagnostics).toEqual([])
  expect(files.map(({ path }) => path)).toEqual(['schema.json'])
  return JSON.parse(files[0]?.text ?? '')
}

const instant = { type: 'string', format: 'date-time', pattern: wireTimePattern }
const day = { type: 'string', format: 'date' }
const nothing = { type: 'null' }

describe('the schema of a property', () => {
  test.each<[string, Type, object]>([
    ['nothing is known', type({ kind: 'unknown' }), {}],
    ['anything', any, {}],
    ['a text', string, { type: 'string' }],
    ['a text or null', nullable(string), { type: ['string', 'null'] }],
    ['a text or perhaps null', { ...string, nullable: 'unknown' }, { type: 'string' }],
    ['a number', number, { type: 'number' }],
    ['a whole number', integer, { type: 'integer' }],
    ['a moment', dateTime, instant],
    ['a moment or null', nullable(dateTime), { ...instant, type: ['string', 'null'] }],
    ['a day', type({ kind: 'date', time: false }), day],
    ['either', type({ kind: 'date', time: 'unknown' }), { anyOf: [instant, day] }],
    [
      'either or null',
      nullable(type({ kind: 'date', time: 'unknown' })),
      { anyOf: [{ anyOf: [instant, day] }, nothing] },
    ],
    ['bytes', type({ kind: 'bytes' }), { contentMediaType: 'application/octet-stream' }],
    ['a constant', literal('a'), { type: 'string', const: 'a' }],
    ['null', literal(null), nothing],
    ['constants', union(literal('a'), literal('b')), { type: 'string', enum: ['a', 'b'] }],
    ['constants or null', nullable(union(literal(1), literal(2))), { enum: [1, 2, null] }],
    ['a list', array(nullable(number)), { type: 'array', items: { type: ['number', 'null'] } }],
    ['a map', map(string), { type: 'object', additionalProperties: { type: 'string' } }],
    ['a map of anything', map(any), { type: 'object', additionalProperties: true }],
    ['a model', ref('a/y'), { $ref: '#/$defs/Y' }],
    ['a model or null', nullable(ref('a/y')), { anyOf: [{ $ref: '#/$defs/Y' }, nothing] }],
    [
      'some',
      union(literal('a'), integer, literal('b')),
      { anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'integer' }] },
    ],
    ['some or null', nullable(union(string, integer)), { anyOf: [{ type: 'string' }, { type: 'integer' }, nothing] }],
    ['no type', union(), { not: {} }],
  ])('%s', async (_, of, want) => {
    const { $defs } = await documentOf([object('a/x', 'X', [field('p', of)]), object('a/y', 'Y', [])])
    expect($defs.X?.properties?.['p']).toEqual(want)
  })
})

describe('what the docs say of a property', () => {
  test.each<[string, Type, Partial<Field>, object]>([
    ['a description', string, { description: ' One.\n' }, { type: 'string', description: 'One.' }],
    ['a description of a model', ref('a/y'), { description: 'One.' }, { $ref: '#/$defs/Y', description: 'One.' }],
    ['deprecated', string, { deprecated: {} }, { type: 'string', deprecated: true }],
    [
      'deprecated with a reason',
      string,
      { description: 'One.', deprecated: { message: 'Use b.' } },
      { type: 'string', description: 'One.\n\nDeprecated: Use b.', deprecated: true },
    ],
    ['examples', string, { examples: ['1', '"a"'] }, { type: 'string', examples: ['1', '"a"'] }],
    [
      'examples of numbers',
      integer,
      { examples: ['1', 'one', '12345678901234567890'] },
      { type: 'integer', examples: [1] },
    ],
    [
      'examples of what may be null',
      nullable(given.boolean),
      { examples: ['true'] },
      { type: ['boolean', 'null'], examples: [true] },
    ],
    [
      'examples of lists',
      array(string),
      { examples: ['["a"]', '{"a":1}', 'a'] },
      { type: 'array', items: { type: 'string' }, examples: [['a']] },
    ],
    [
      'examples of a model',
      ref('a/y'),
      { examples: ['{"__proto__":1}', '[]'] },
      { $ref: '#/$defs/Y', examples: [JSON.parse('{"__proto__":1}')] },
    ],
    [
      'examples of either',
      union(string, integer),
      { examples: ['1', 'x'] },
      { anyOf: [{ type: 'string' }, { type: 'integer' }], examples: [1, 'x'] },
    ],
  ])('%s', async (_, of, more, want) => {
    const { $defs } = await documentOf([object('a/x', 'X', [field('p', of, more)]), object('a/y', 'Y', [])])
    expect($defs.X?.properties?.['p']).toEqual(want)
  })
})

describe('the schema of a model', () => {
  test.each<[string, Model, object]>([
    ['an object', object('a/x', 'X', []), { type: 'object' }],
    [
      'required and optional properties',
      object('a/x', 'X', [field('a', string), field('b?', string)]),
      { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'] },
    ],
    [
      'further properties',
      object('a/x', 'X', [], string),
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
    ['further properties of any kind', object('a/x', 'X', [], any), { type: 'object', additionalProperties: true }],
    [
      'a property that some validators overlook',
      object('a/x', 'X', [field('__proto__', string)]),
      { type: 'object', patternProperties: { '^__proto__$': { type: 'string' } }, required: ['__proto__'] },
    ],
    ['nothing known', model('a/x', 'X', { kind: 'unknown' }), {}],
    [
      'a union',
      alternatives('a/x', 'X', [string, ref('a/x'), nullable(integer)]),
      { anyOf: [{ type: 'string' }, { type: 'integer' }, nothing] },
    ],
    [
      'described',
      model('a/x', 'X', { kind: 'unknown', description: 'One.', deprecated: {} }),
      { description: 'One.', deprecated: true },
    ],
  ])('%s', async (_, x, want) => {
    expect((await documentOf([x])).$defs).toEqual({ X: { title: 'X', ...want } })
  })

  test.each<[string, LiteralValue[], boolean, object]>([
    ['closed', ['a', 'b'], false, { type: 'string', enum: ['a', 'b'] }],
    ['of one', ['a'], false, { type: 'string', const: 'a' }],
    ['of several kinds', ['a', 1, null], false, { enum: ['a', 1, null] }],
    ['open', ['a', 'b'], true, { anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'string' }] }],
    [
      'open, of both',
      ['a', 1, null],
      true,
      { anyOf: [{ enum: ['a', 1, null] }, { type: 'string' }, { type: 'number' }] },
    ],
    ['open, of what cannot grow', [true], true, { type: 'boolean', const: true }],
    ['empty', [], true, {}],
  ])('an enumeration, %s', async (_, values, open, want) => {
    expect((await documentOf([enumeration('a/x', 'X', values, open)])).$defs.X).toEqual({ title: 'X', ...want })
  })
})

test('a union that a constant tells apart has exactly one member', async () => {
  const members = ['card', 'bank'].map((tag) => object(`a/${tag}`, tag, [field('type', literal(tag))]))
  const refs = [{ $ref: '#/$defs/Card' }, { $ref: '#/$defs/Bank' }]
  const plain = alternatives('a/x', 'X', [ref('a/card'), ref('a/bank')], 'type')
  expect((await documentOf([plain, ...members])).$defs.X).toEqual({ title: 'X', oneOf: refs })
  const maybe = alternatives('a/x', 'X', [ref('a/card'), nullable(ref('a/bank'))], 'type')
  expect((await documentOf([maybe, ...members])).$defs.X).toEqual({ title: 'X', anyOf: [{ oneOf: refs }, nothing] })
})

test('models of one name in several namespaces have names of their own, and keep their title', async () => {
  const { $defs } = await documentOf([object('shared/error', 'Error', []), object('errors/error', 'Error', [])])
  expect(Object.entries($defs).map(([name, { title }]) => [name, title])).toEqual([
    ['ErrorModel', 'Error'],
    ['ErrorsError', 'Error'],
  ])
})

test('the document begins with its dialect and the header', async () => {
  const document = await documentOf([], ['Generated.', 'Do not edit.'])
  expect(document).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Generated. Do not edit.',
    $defs: {},
  })
  expect(Object.keys(await documentOf([], []))).toEqual(['$schema', '$defs'])
})

test('any order of the models gives the same bytes', async () => {
  const models = given.sample.models
  expect(await emit(jsonSchema, api(models.toReversed()))).toEqual(await emit(jsonSchema, api(models)))
})

test('hostile names, values and texts come back as they were, and every reference leads somewhere', async () => {
  const nasty = fc.oneof(
    fc.constantFrom(
      '*/',
      '__proto__',
      'constructor',
      '\u2028',
      '${}',
      'a'.repeat(500),
      '~/',
      '~0~1',
      '#/$defs/X',
      '%2F',
      '',
    ),
    fc.string({ unit: fc.constantFrom(...'*/@{}`$"\'\\<>~%#!-;= aZ1\n\r\u2028\u202e\u0000é') }),
  )
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, async (name, value, text) => {
      const fields = [field(`${name}x`, ref(`${text}/${value}!`), { description: text, deprecated: { message: text } })]
      const models: Model[] = [
        model(`${text}/${name}`, name, { kind: 'object', fields, description: text }),
        { ...enumeration(`${text}/${value}!`, value, [`${value}1`, `${text}2`], true), description: text },
      ]
      const document = await documentOf(models)
      const found = Object.values(document.$defs)
      expect(found.map(({ title }) => title).sort()).toEqual([name, value].sort())
      const holder = found.find(({ properties }) => properties !== undefined)
      const { $ref, description } = holder?.properties?.[`${name}x`] ?? {}
      expect(Object.keys(document.$defs)).toContain($ref?.replace('#/$defs/', ''))
      expect($ref).toMatch(/^#\/\$defs\/[A-Za-z0-9]+$/)
      expect(description ?? '').toBe(
        [text.trim(), ...(text.trim() === '' ? [] : [`Deprecated: ${text.trim()}`])].filter(Boolean).join('\n\n'),
      )
      const { text: raw } = (await emit(jsonSchema, api(models))).files[0] ?? { text: '' }
      expect(raw).not.toMatch(/[\p{Cf}\u2028\u2029]|<[/!]/u)
    }),
    { numRuns: 300 },
  )
})
