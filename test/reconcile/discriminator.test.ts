import { expect, test } from 'vitest'
import type { Field, Model } from '../../src/ir/model.js'
import type { LiteralValue, Type } from '../../src/ir/type.js'
import { withDiscriminator } from '../../src/reconcile/discriminator.js'

const blank = { namespace: 'a', words: [], role: 'data', sources: [], disputes: [] } as const

function ref(name: string): Type {
  return { kind: 'ref', name, nullable: false }
}

function literal(value: string, nullable = false): Type {
  return { kind: 'literal', value, nullable }
}

function field(name: string, type: Type): Field {
  const unsaid = { wire: 'convention', words: [name], examples: [], sources: [], blind: {}, disputes: [] } as const
  return { ...unsaid, name, type, required: true }
}

function object(id: string, ...types: readonly (readonly [string, Type])[]): Model {
  return { ...blank, id, name: id, kind: 'object', fields: types.map(([name, type]) => field(name, type)) }
}

function enumeration(id: string, values: readonly LiteralValue[], open: boolean): Model {
  const listed = values.map((value) => ({ value, names: {}, sources: [] }))
  return { ...blank, id, name: id, kind: 'enum', open, values: listed }
}

const string: Type = { kind: 'string', nullable: false }
const either: Type = { kind: 'union', members: [literal('c'), literal('d')], nullable: false }
const models = [
  object('a', ['name', string], ['kind', literal('a')]),
  object('b', ['name', string], ['kind', literal('b')]),
  object('cd', ['kind', either]),
  object('second-a', ['kind', literal('a')]),
  object('listed', ['kind', ref('values')]),
  object('open', ['kind', ref('open-values')]),
  object('free', ['kind', string]),
  object('null', ['kind', literal('n', true)]),
  enumeration('values', ['e', 'f'], false),
  enumeration('open-values', ['g'], true),
]

test.each<[string, string[], string | undefined]>([
  ['a constant in each', ['a', 'b'], 'kind'],
  ['several constants in one', ['a', 'cd'], 'kind'],
  ['the values of a closed enumeration', ['listed', 'b'], 'kind'],
  ['the values of an open enumeration', ['open', 'b'], undefined],
  ['the same constant in two', ['a', 'b', 'second-a'], undefined],
  ['no constant in one', ['a', 'free'], undefined],
  ['null beside the constant', ['a', 'null'], undefined],
  ['one member', ['a'], undefined],
  ['a member that is no object', ['a', 'values'], undefined],
])('%s', (_, members, want) => {
  const union = { ...blank, id: 'u', name: 'U', kind: 'union', members: members.map(ref) } as const
  const byId = new Map(models.map((model) => [model.id, model]))
  expect(withDiscriminator(union, byId).discriminator).toBe(want)
})
