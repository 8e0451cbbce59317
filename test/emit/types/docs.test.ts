import { expect, test } from 'vitest'
import { fieldDoc, modelDoc } from '../../../src/emit/types/docs.js'
import type { Field } from '../../../src/ir/model.js'
import type { Type } from '../../../src/ir/type.js'
import { any, dateTime, field, integer, model, nullable, number, object, string, type } from '../sample-model.js'

const dispute = {
  fact: 'required',
  kept: 'no',
  reason: '2 of 3',
  others: [{ said: 'yes', variants: ['x', 'y'] }],
} as const

test.each<[string, Partial<Field>, unknown]>([
  ['nothing', {}, undefined],
  ['a description', { description: ' One.\n' }, { text: 'One.', tags: [] }],
  ['an empty description', { description: ' ' }, undefined],
  [
    'examples',
    { examples: ['a', 'b\nc'] },
    {
      text: '',
      tags: [
        { name: 'example', text: 'a' },
        { name: 'example', text: 'b\nc' },
      ],
    },
  ],
  ['deprecated', { deprecated: {} }, { text: '', tags: [{ name: 'deprecated' }] }],
  [
    'deprecated with a message',
    { deprecated: { message: 'No.' } },
    { text: '', tags: [{ name: 'deprecated', text: 'No.' }] },
  ],
  [
    'a dispute',
    { description: 'One.', disputes: [dispute] },
    { text: 'One.\n\nThe docs dispute required: no was kept (2 of 3); yes in x, y.', tags: [] },
  ],
])('a field with %s', (_, more, want) => expect(fieldDoc(field('a', string, more))).toEqual(want))

test.each<[string, Type, string | undefined]>([
  ['date-time', dateTime, 'date-time'],
  ['nullable date', nullable(type({ kind: 'date', time: false })), 'date'],
  ['date or date-time', type({ kind: 'date', time: 'unknown' }), undefined],
  ['int64', integer, 'int64'],
  ['number', number, undefined],
  ['bytes', type({ kind: 'bytes' }), 'binary'],
  ['any', any, undefined],
])('the format of %s', (_, given, want) => {
  expect(fieldDoc(field('a', given))?.tags).toEqual(want && [{ name: 'format', text: want }])
})

test('a model', () => {
  expect(modelDoc(object('a/x', 'X', []))).toBeUndefined()
  expect(modelDoc(model('a/x', 'X', { kind: 'unknown', description: 'Text.' }))?.text).toBe('Text.')
  expect(modelDoc(model('a/x', 'X', { kind: 'object', fields: [], disputes: [dispute] }))?.text).toMatch(
    /^The docs dispute required/,
  )
})
