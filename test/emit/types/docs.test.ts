import { expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import { shapeOf } from '../../../src/emit/shape.js'
import { fieldDoc, modelDoc, type PropertyForm } from '../../../src/emit/types/docs.js'
import type { Field } from '../../../src/ir/model.js'
import type { Type } from '../../../src/ir/type.js'
import { any, dateTime, field, integer, model, nullable, number, object, string, type } from '../sample-model.js'

const dispute = {
  fact: 'required',
  kept: 'no',
  reason: '2 of 3',
  others: [{ said: 'yes', variants: ['x', 'y'] }],
} as const

const outline = outlineModels([], true)

/** The form of a property `name`, in a type of the wire unless `hasDates`. */
function form(name: string, given: Type = string, hasDates = false): PropertyForm {
  return { name, shape: shapeOf(given, () => false), outline, hasDates }
}

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
])('a field with %s', (_, more, want) => expect(fieldDoc(field('a', string, more), form('a'))).toEqual(want))

test.each<[string, Type, string | undefined]>([
  ['date-time', dateTime, 'date-time'],
  ['nullable date', nullable(type({ kind: 'date', time: false })), 'date'],
  ['date or date-time', type({ kind: 'date', time: 'unknown' }), undefined],
  ['int64', integer, 'int64'],
  ['number', number, undefined],
  ['bytes', type({ kind: 'bytes' }), 'binary'],
  ['any', any, undefined],
])('the format of %s', (_, given, want) => {
  expect(fieldDoc(field('a', given), form('a', given))?.tags).toEqual(want && [{ name: 'format', text: want }])
})

test.each<[string, string, string]>([
  ['created_at', 'createdAt', 'created_at'],
  ['a b', 'aB', '"a b"'],
])('the name on the wire of %s, spelt %s', (wire, name, want) => {
  expect(fieldDoc(field(wire, string), form(name))?.tags).toEqual([{ name: 'wire', text: want }])
})

test('a Date needs no format, a day does', () => {
  expect(fieldDoc(field('a', nullable(dateTime)), form('a', nullable(dateTime), true))).toBeUndefined()
  const day = type({ kind: 'date', time: false })
  expect(fieldDoc(field('a', day), form('a', day, true))?.tags).toEqual([{ name: 'format', text: 'date' }])
})

test('a default that the description states', () => {
  const described = field('a', integer, { description: 'How many. Defaults to `5`.' })
  expect(fieldDoc(described, form('a', integer))?.tags).toContainEqual({ name: 'defaultValue', text: '5' })
})

test('a model', () => {
  expect(modelDoc(object('a/x', 'X', []))).toBeUndefined()
  expect(modelDoc(model('a/x', 'X', { kind: 'unknown', description: 'Text.' }))?.text).toBe('Text.')
  expect(modelDoc(model('a/x', 'X', { kind: 'object', fields: [], disputes: [dispute] }))?.text).toMatch(
    /^The docs dispute required/,
  )
})
