import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { irSchema } from '../../src/ir/schema.js'
import { typeParts, type Type, type TypeKind } from '../../src/ir/type.js'

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(irSchema)

const row = { variant: 'v', name: 'a', line: 1, columns: { Type: 2 } }
const field = {
  name: 'a',
  wire: 'example',
  words: ['a'],
  type: { kind: 'string', nullable: false },
  required: true,
  description: 'Text.',
  deprecated: { message: 'No.' },
  examples: ['1'],
  sources: [row],
  blind: { integer: ['v'] },
  disputes: [{ fact: 'type', kept: 'string', reason: 'most', others: [{ said: 'number', variants: ['w'] }] }],
}
const shared = {
  id: 'a/x',
  namespace: 'a',
  name: 'X',
  words: ['x'],
  role: 'data',
  sources: [{ variant: 'v', name: 'X', file: 'x.md', line: 1, column: 3 }],
  disputes: [],
}
const objectModel = { ...shared, kind: 'object', fields: [field], additional: { kind: 'any', nullable: 'unknown' } }
const enumModel = {
  ...shared,
  kind: 'enum',
  open: 'unknown',
  values: [{ value: null, names: { v: 'A' }, sources: [row] }],
}
const unionModel = { ...shared, kind: 'union', members: [field.type], discriminator: 'type' }
const unknownModel = { ...shared, kind: 'unknown', role: 'missing', deprecated: {} }

function documentOf(...models: readonly object[]): object {
  return {
    $schema: './ir.schema.json',
    version: 1,
    wireCase: { style: 'snake', reason: 'most' },
    variants: [{ id: 'v', dialect: 'v', label: 'V', root: 'docs', documents: 1, models: 0 }],
    models,
  }
}

const document = documentOf(objectModel, enumModel, unionModel, unknownModel)

function withType(type: object): object {
  return documentOf({ ...objectModel, fields: [{ ...field, type }] })
}

test('a document with every kind of model', () => expect([validate(document), validate.errors]).toEqual([true, null]))

const string: Type = { kind: 'string', nullable: false }

/** One of each kind: a kind that the schema forgets fails below. */
const types: { readonly [K in Exclude<TypeKind, 'collection'>]: Extract<Type, { kind: K }> } = {
  unknown: { kind: 'unknown', nullable: 'unknown' },
  any: { kind: 'any', nullable: false },
  string: { kind: 'string', nullable: true, covers: ['literal', 'enum', 'bytes', 'union'] },
  boolean: { kind: 'boolean', nullable: false },
  number: { kind: 'number', nullable: false, integer: true, format: 'decimal' },
  date: { kind: 'date', nullable: false, time: 'unknown' },
  bytes: { kind: 'bytes', nullable: false },
  literal: { kind: 'literal', nullable: false, value: 1 },
  array: { kind: 'array', nullable: false, items: string },
  map: { kind: 'map', nullable: false, values: string },
  ref: { kind: 'ref', nullable: false, name: 'a/x', href: 'x.md', inline: string },
  union: { kind: 'union', nullable: false, members: [string, { kind: 'array', nullable: false, items: string }] },
  external: { kind: 'external', nullable: false, name: 'Http', href: 'https://x' },
}

describe.each(Object.values(types))('$kind', (type) => {
  test('is allowed', () => expect(validate(withType(type))).toBe(true))

  test('has nothing else', () => expect(validate(withType({ ...type, other: 1 }))).toBe(false))

  test('needs all it has', () => {
    const { nullable: _, ...rest } = type
    expect(validate(withType(rest))).toBe(false)
  })

  test('has parts of known kinds', () => {
    const damaged = JSON.parse(JSON.stringify(type).replaceAll('"kind":"string"', '"kind":"other"'))
    expect(validate(withType(damaged))).toBe(type.kind !== 'string' && typeParts(type).length === 0)
  })
})

test.each([
  ['a list or a map', withType({ kind: 'collection', nullable: false })],
  ['another version', { ...document, version: 2 }],
  ['no models', { ...document, models: undefined }],
  ['an unknown property', { ...document, more: 1 }],
  ['an unknown kind of model', documentOf({ ...unknownModel, kind: 'other' })],
  ['a part of another kind', documentOf({ ...unknownModel, fields: [] })],
  ['an unknown fact', documentOf({ ...objectModel, fields: [{ ...field, blind: { other: [] } }] })],
  ['a field without type', documentOf({ ...objectModel, fields: [{ ...field, type: undefined }] })],
  ['line 0', documentOf({ ...unknownModel, sources: [{ ...shared.sources[0], line: 0 }] })],
])('refused: %s', (_, given) => expect(validate(JSON.parse(JSON.stringify(given)))).toBe(false))
