import { expect, test } from 'vitest'
import { taggedMembers } from '../../src/emit/discriminator.js'
import { outlineModels } from '../../src/emit/outline.js'
import type { Type } from '../../src/ir/type.js'
import {
  alternatives,
  array,
  enumeration,
  field,
  literal,
  nullable,
  object,
  ref,
  string,
  union,
} from './sample-model.js'

const card = object('a/card', 'Card', [field('type', union(literal('card'), literal('debit')))])
const bank = object('a/bank', 'Bank', [field('type', literal('bank'))])
const other = object('a/other', 'Other', [field('type', literal('card'))])
const free = object('a/free', 'Free', [field('type', string)])
const cash = object('a/cash', 'Cash', [field('type', ref('a/notes'))])
const gift = object('a/gift', 'Gift', [field('type', ref('a/gifts'))])
const some = object('a/some', 'Some', [field('type?', literal('some'))])

test.each<[string, string | undefined, Type[], readonly (readonly string[])[] | undefined]>([
  ['each has constants of its own', 'type', [ref('a/card'), ref('a/bank')], [['card', 'debit'], ['bank']]],
  ['null aside', 'type', [ref('a/card'), nullable(ref('a/bank'))], [['card', 'debit'], ['bank']]],
  ['values of an enumeration', 'type', [ref('a/bank'), ref('a/cash')], [['bank'], ['coin', 'note']]],
  ['values of an open enumeration', 'type', [ref('a/bank'), ref('a/gift')], undefined],
  ['no discriminator', undefined, [ref('a/card'), ref('a/bank')], undefined],
  ['another field', 'kind', [ref('a/card'), ref('a/bank')], undefined],
  ['a constant twice', 'type', [ref('a/card'), ref('a/other')], undefined],
  ['no constant', 'type', [ref('a/card'), ref('a/free')], undefined],
  ['an optional constant', 'type', [ref('a/card'), ref('a/some')], undefined],
  ['no object', 'type', [ref('a/card'), array(string)], undefined],
  ['one member', 'type', [ref('a/card')], undefined],
])('%s', (_, discriminator, members, want) => {
  const notes = enumeration('a/notes', 'Notes', ['coin', 'note'], false)
  const gifts = enumeration('a/gifts', 'Gifts', ['gift'], true)
  const models = [
    card,
    bank,
    other,
    free,
    some,
    cash,
    gift,
    notes,
    gifts,
    alternatives('a/u', 'U', members, discriminator),
  ]
  const outline = outlineModels(models, true)
  const entry = outline.byId.get('a/u')
  const tagged = entry?.kind === 'union' ? taggedMembers(entry, outline) : []
  expect(tagged?.map(({ tags }) => tags)).toEqual(want)
})
