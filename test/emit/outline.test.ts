import { expect, test } from 'vitest'
import { outlineModels, type Entry } from '../../src/emit/outline.js'
import { alternatives, any, array, enumeration, field, integer, model, object, ref, string } from './sample-model.js'

function entry(models: Parameters<typeof outlineModels>[0], id: string): Entry {
  const found = outlineModels(models, true).byId.get(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

test.each([
  [true, ['a/data', 'a/far', 'a/gone', 'a/lost', 'a/wrapper']],
  [false, ['a/data', 'a/far', 'a/gone']],
])('emitted with responses: %s', (responses, want) => {
  const models = [
    model('a/wrapper', 'Wrapper', { kind: 'object', role: 'response', fields: [field('lost', ref('a/lost'))] }),
    model('a/far', 'Far', { kind: 'object', role: 'response', fields: [field('gone', ref('a/gone'))] }),
    model('a/gone', 'Gone', { kind: 'unknown', role: 'missing' }),
    model('a/lost', 'Lost', { kind: 'unknown', role: 'missing' }),
    object('a/data', 'Data', [field('far', array(ref('a/far')))]),
  ]
  expect(outlineModels(models, responses).entries.map(({ id }) => id)).toEqual(want)
})

test('what a model refers to, without repeats, and what is recursive', () => {
  const models = [
    object('a/a', 'A', [field('b', ref('a/b')), field('also', array(ref('a/b')))]),
    object('a/b', 'B', [field('a?', ref('a/a'))], ref('a/c')),
    object('a/c', 'C', []),
  ]
  expect(entry(models, 'a/a').refs).toEqual(['a/b'])
  expect([...entry(models, 'a/a').cycle].sort()).toEqual(['a/a', 'a/b'])
  expect(entry(models, 'a/b').refs).toEqual(['a/a', 'a/c'])
  expect([...entry(models, 'a/c').cycle]).toEqual([])
})

test('unions that are members of each other are written out', () => {
  const models = [
    alternatives('a/a', 'A', [ref('a/b'), string]),
    alternatives('a/b', 'B', [ref('a/a'), ref('a/c')]),
    alternatives('a/c', 'C', [array(ref('a/c')), integer]),
  ]
  const want = { kind: 'union', members: [{ kind: 'string' }, { kind: 'ref', id: 'a/c' }] }
  expect(entry(models, 'a/a')).toMatchObject({ kind: 'union', shape: want, refs: ['a/c'] })
  expect(entry(models, 'a/b')).toMatchObject({ shape: { kind: 'union', members: want.members.toReversed() } })
  expect([...entry(models, 'a/c').cycle]).toEqual(['a/c'])
})

test.each([
  ['a union of itself', alternatives('a/x', 'X', [ref('a/x')]), 'unknown'],
  ['a union without members', alternatives('a/x', 'X', []), 'unknown'],
  ['a union with anything', alternatives('a/x', 'X', [string, any]), 'unknown'],
  ['an enumeration without values', enumeration('a/x', 'X', [], false), 'unknown'],
  ['an enumeration', enumeration('a/x', 'X', ['a'], false), 'enum'],
])('%s', (_, given, kind) => expect(entry([given], 'a/x').kind).toBe(kind))

test('what accepts every value, and what therefore accepts undefined', () => {
  const models = [
    model('a/gone', 'Gone', { kind: 'unknown' }),
    alternatives('a/u', 'U', [ref('a/gone'), string]),
    object('a/o', 'O', [
      field('u', ref('a/u')),
      field('list', array(ref('a/u'))),
      field('toString', any),
      field('s', string),
    ]),
  ]
  expect(entry(models, 'a/u').isTotal).toBe(true)
  const found = entry(models, 'a/o')
  const properties = found.kind === 'object' ? found.properties : []
  expect(properties.map(({ field, acceptsUndefined, inherited }) => [field.name, acceptsUndefined, inherited])).toEqual(
    [
      ['u', true, false],
      ['list', false, false],
      ['toString', true, true],
      ['s', false, false],
    ],
  )
})

test.each([
  [
    ['a', 'b'],
    false,
    {
      kind: 'union',
      members: [
        { kind: 'literal', value: 'a' },
        { kind: 'literal', value: 'b' },
      ],
    },
  ],
  [['a', 'b'], true, { kind: 'string' }],
  [
    ['a', 1, null],
    true,
    {
      kind: 'union',
      members: [{ kind: 'string' }, { kind: 'number', integer: false }, { kind: 'literal', value: null }],
    },
  ],
])('an enumeration of %j, open: %s', (values, open, shape) => {
  expect(entry([enumeration('a/x', 'X', values, open)], 'a/x')).toMatchObject({ open, shape })
})
