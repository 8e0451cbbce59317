import { expect, test } from 'vitest'
import { outlineModels } from '../../src/emit/outline.js'
import { camelName, changedModels, ownOutline, sdkNames, wireOutline } from '../../src/emit/sides.js'
import {
  alternatives,
  api,
  array,
  dateTime,
  enumeration,
  field,
  map,
  object,
  ref,
  string,
  union,
} from './sample-model.js'

test.each([
  ['created_at', 'createdAt'],
  ['created-at', 'createdAt'],
  ['CREATED_AT', 'createdAt'],
  ['CreatedAt', 'createdAt'],
  ['URL', 'url'],
  ['createdAt', 'createdAt'],
  ['address_line_1', 'addressLine1'],
  ['is_2fa', 'is2fa'],
  ['a__b', 'aB'],
  ['htmlURL', 'htmlURL'],
  ['html_URL', 'htmlURL'],
  ['_id', '_id'],
  ['$ref', '$ref'],
  ['with.dot', 'with.dot'],
  ['ids[]', 'ids[]'],
  ['1st_one', '1st_one'],
  ['größe_x', 'größe_x'],
  ['to_string', 'to_string'],
  ['value_of', 'value_of'],
  ['__proto__', '__proto__'],
  ['😀_x', '😀_x'],
  ['', ''],
])('%s → %s', (wire, want) => expect(camelName(wire)).toBe(want))

test('names that would fall together stay as they are', () => {
  const fields = ['foo_bar', 'fooBar', 'foo-baz'].map((name) => field(name, string))
  const [entry] = outlineModels([object('a/x', 'X', fields)], true).entries
  expect(entry?.kind === 'object' && [...sdkNames(entry.properties)]).toEqual([
    ['foo_bar', 'foo_bar'],
    ['fooBar', 'fooBar'],
    ['foo-baz', 'fooBaz'],
  ])
})

const models = [
  object('a/same', 'Same', [field('name', string)]),
  object('a/named', 'Named', [field('a_name', string)]),
  object('a/dated', 'Dated', [field('at', array(map(union(dateTime, ref('a/same')))))]),
  object('a/user', 'User', [field('of', ref('a/either'))]),
  alternatives('a/either', 'Either', [ref('a/same'), array(ref('a/named'))]),
  enumeration('a/kind', 'Kind', ['a_b'], false),
  object('a/named-wire', 'NamedWire', []),
]

test('the models that differ, and those that hold them', () => {
  expect([...changedModels(ownOutline({ model: api(models), responses: true, shape: 'sdk' }))].sort()).toEqual([
    'a/dated',
    'a/either',
    'a/named',
    'a/user',
  ])
})

test('what differs has a twin with a name of its own', () => {
  const { entries } = wireOutline({ model: api(models), responses: true, shape: 'sdk' })
  expect(entries.map(({ name, typePath }) => [name, typePath])).toEqual([
    ['DatedWire', 'wire/a/dated'],
    ['EitherWire', 'wire/a/either'],
    ['Kind', 'models/a/kind'],
    ['NamedWire2', 'wire/a/named'],
    ['NamedWire', 'models/a/named-wire'],
    ['Same', 'models/a/same'],
    ['UserWire', 'wire/a/user'],
  ])
})

test('in shape wire there is one side', () => {
  const input = { model: api(models), responses: true, shape: 'wire' } as const
  expect(wireOutline(input)).toEqual(ownOutline(input))
})
