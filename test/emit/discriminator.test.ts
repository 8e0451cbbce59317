import { expect, test } from 'vitest'
import { taggedMembers } from '../../src/emit/discriminator.js'
import { outlineModels } from '../../src/emit/outline.js'
import type { Type } from '../../src/ir/type.js'
import { alternatives, array, field, literal, nullable, object, ref, string, union } from './sample-model.js'

const card = object('a/card', 'Card', [field('type', union(literal('card'), literal('debit')))])
const bank = object('a/bank', 'Bank', [field('type', literal('bank'))])
const other = object('a/other', 'Other', [field('type', literal('card'))])
const free = object('a/free', 'Free', [field('type', string)])
const some = object('a/some', 'Some', [field('type?', literal('some'))])

test.each<[string, string | undefined, Type[], readonly (readonly string[])[] | undefined]>([
  ['each has constants of its own', 'type', [ref('a/card'), ref('a/bank')], [['card', 'debit'], ['bank']]],
  ['null aside', 'type', [ref('a/card'), nullable(ref('a/bank'))], [['card', 'debit'], ['bank']]],
  ['no discriminator', undefined, [ref('a/card'), ref('a/bank')], undefined],
  ['another field', 'kind', [ref('a/card'), ref('a/bank')], undefined],
  ['a constant twice', 'type', [ref('a/card'), ref('a/other')], undefined],
  ['no constant', 'type', [ref('a/card'), ref('a/free')], undefined],
  ['an optional constant', 'type', [ref('a/card'), ref('a/some')], undefined],
  ['no object', 'type', [ref('a/card'), array(string)], undefined],
  ['one member', 'type', [ref('a/card')], undefined],
])('%s', (_, discriminator, members, want) => {
  const models = [card, bank, other, free, some, alternatives('a/u', 'U', members, discriminator)]
  const outline = outlineModels(models, true)
  const entry = outline.byId.get('a/u')
  const tagged = entry?.kind === 'union' ? taggedMembers(entry, outline) : []
  expect(tagged?.map(({ tags }) => tags)).toEqual(want)
})
