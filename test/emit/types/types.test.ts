import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { types } from '../../../src/emit/types/types.js'
import type { Field, Model } from '../../../src/ir/model.js'
import type { LiteralValue, Type } from '../../../src/ir/type.js'
import { emit, textOf } from '../emitted.js'
import * as given from '../sample-model.js'

const {
  alternatives,
  any,
  api,
  array,
  dateTime,
  enumeration,
  field,
  integer,
  literal,
  map,
  model,
  nullable,
  object,
  ref,
  string,
  type,
  union,
} = given

/** The file of a model `a/x`, with `a/y` and `b/z` beside it. */
function file(x: Model): Promise<string> {
  return textOf(types, api([x, object('a/y', 'Y', []), object('b/z', 'Z', [])]), 'models/a/x.ts')
}

describe('the type of a property', () => {
  test.each<[string, Type, string]>([
    ['nothing is known', type({ kind: 'unknown' }), 'unknown'],
    ['anything', any, 'unknown'],
    ['a text', string, 'string'],
    ['a text or null', nullable(string), 'string | null'],
    ['a text or perhaps null', { ...string, nullable: 'unknown' }, 'string'],
    ['a number', integer, 'number'],
    ['a date', dateTime, 'string'],
    ['bytes', type({ kind: 'bytes' }), 'Uint8Array'],
    ['a constant', literal('a"b'), '"a\\"b"'],
    ['a list', array(string), 'string[]'],
    ['a list of some', array(union(string, integer)), '(string | number)[]'],
    ['a list of what is one in TypeScript', array(union(dateTime, string)), 'string[]'],
    ['a list of lists', array(array(nullable(string))), '(string | null)[][]'],
    ['a map', map(union(string, integer)), 'Record<string, string | number>'],
    ['a list of maps', array(map(string)), 'Record<string, string>[]'],
    ['itself', nullable(ref('a/x')), 'X | null'],
    ['no model', ref('a/nowhere'), 'unknown'],
    ['a type of a library', type({ kind: 'external', name: 'Http' }), 'unknown'],
    ['no type', union(), 'never'],
  ])('%s', async (_, of, want) => {
    const text = await file(object('a/x', 'X', [field('p', of)]))
    expect(text.replace(/ +\/\*\* @format .*\n/, '')).toBe(`export interface X {\n  p: ${want};\n}\n`)
  })
})

test('optional properties allow undefined, where they do not anyway', async () => {
  expect(await file(object('a/x', 'X', [field('a?', string), field('b?', any), field('c?', nullable(string))]))).toBe(
    'export interface X {\n  a?: string | undefined;\n  b?: unknown;\n  c?: string | null | undefined;\n}\n',
  )
})

test('other models are imported once, as types, in order', async () => {
  expect(
    await file(object('a/x', 'X', [field('y', ref('a/y')), field('z', array(ref('b/z'))), field('more', ref('a/y'))])),
  ).toBe(
    `import type { Z } from "../b/z.js";
import type { Y } from "./y.js";

export interface X {
  y: Y;
  z: Z[];
  more: Y;
}
`,
  )
})

test.each<[string, Field[], Type, string]>([
  ['anything', [field('a', string)], any, 'unknown'],
  ['nothing named', [], string, 'string'],
  ['the same', [field('a', string)], string, 'string'],
  [
    'named ones of other types',
    [field('a', integer), field('b?', string)],
    array(string),
    'string[] | number | string | undefined',
  ],
  ['a named one that can be anything', [field('a', any)], string, 'unknown'],
])('further properties: %s', async (_, fields, additional, want) => {
  expect(await file(object('a/x', 'X', fields, additional))).toContain(`  [key: string]: ${want};\n`)
})

describe('an enumeration', () => {
  test.each<[string, LiteralValue[], boolean, string[], string]>([
    ['closed', ['in-progress', 'DONE'], false, ['InProgress: "in-progress"', 'DONE: "DONE"'], ''],
    ['open', ['a'], true, ['A: "a"'], ' | (string & {})'],
    ['open, of numbers', [1], true, ['"1": 1'], ' | (number & {})'],
    ['open, of both', ['a', 1], true, ['A: "a"', '"1": 1'], ' | (string & {}) | (number & {})'],
    ['with names that fall together', ['a-b', 'a_b'], false, ['"a-b": "a-b"', 'a_b: "a_b"'], ''],
    ['without words', ['-1', '+1', '1'], false, ['"-1": "-1"', '"+1": "+1"', '"1": "1"'], ''],
    ['of the prototype', ['__proto__', '_Proto'], false, ['["__proto__"]: "__proto__"', '_Proto: "_Proto"'], ''],
  ])('%s', async (_, values, open, lines, more) => {
    const text = await file(enumeration('a/x', 'X', values, open))
    expect(text.replace(/^ +/gm, '')).toBe(
      `export const X = {\n${lines.join(',\n')},\n} as const;\n\nexport type X = (typeof X)[keyof typeof X]${more};\n`,
    )
  })

  test('a use of the type is marked as deprecated too', async () => {
    const text = await file(
      model('a/x', 'X', { kind: 'enum', open: false, values: [], description: 'Text.', deprecated: {} }),
    )
    expect(text).toBe('/**\n * Text.\n * @deprecated\n */\nexport type X = unknown;\n')
    const values = [{ value: 'a', names: {}, sources: [] }]
    const full = await file(
      model('a/x', 'X', { kind: 'enum', open: false, values, description: 'Text.', deprecated: { message: 'No.' } }),
    )
    expect(full).toContain('/**\n * Text.\n * @deprecated No.\n */\nexport const X')
    expect(full).toContain('/** @deprecated No. */\nexport type X')
  })
})

test.each<[string, Model, string]>([
  [
    'a union',
    alternatives('a/x', 'X', [nullable(string), array(ref('a/x'))]),
    'export type X = string | X[] | null;\n',
  ],
  [
    'a recursive map',
    alternatives('a/x', 'X', [string, map(ref('a/x'))]),
    'export type X = string | { [key: string]: X };\n',
  ],
  ['a union of itself', alternatives('a/x', 'X', [ref('a/x'), string]), 'export type X = string;\n'],
  [
    'a long union',
    alternatives(
      'a/x',
      'X',
      ['a', 'b', 'c'].map((letter) => literal(letter.repeat(30))),
    ),
    `export type X = \n  | "${'a'.repeat(30)}"\n  | "${'b'.repeat(30)}"\n  | "${'c'.repeat(30)}";\n`,
  ],
  [
    'no page',
    model('a/x', 'X', { kind: 'unknown', role: 'missing' }),
    '/** No document describes this model. */\nexport type X = unknown;\n',
  ],
  [
    'an empty page',
    model('a/x', 'X', { kind: 'unknown' }),
    '/** The docs give nothing but the name. */\nexport type X = unknown;\n',
  ],
])('%s', async (_, x, want) => expect(await file(x)).toBe(want))

test('the index exports every model by name, values only of enumerations', async () => {
  const models = [
    object('b/error', 'Error', []),
    enumeration('a/status', 'Status', ['a'], false),
    object('a/x', 'X', []),
  ]
  expect(await textOf(types, api(models), 'index.ts')).toBe(
    `export { Status } from "./models/a/status.js";
export type { X } from "./models/a/x.js";
export type { ErrorModel } from "./models/b/error.js";
`,
  )
})

test('an API without models', async () => expect(await textOf(types, api([]), 'index.ts')).toBe('export {};\n'))

test('any order of the models gives the same files', async () => {
  const models = given.sample.models
  expect(await emit(types, api(models.toReversed()))).toEqual(await emit(types, api(models)))
})

test('hostile names, values and texts stay in their places', async () => {
  const nasty = fc.string({
    unit: fc.constantFrom(...'*/@{}`$"\'\\<>!-#;=( aZ1\n\r\u2028\u202e\u0000é', '*/', '${', '__proto__', 'constructor'),
  })
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, async (name, value, text) => {
      const fields = [
        field(`${name}x`, literal(value), { description: text, examples: [text], deprecated: { message: text } }),
      ]
      const models: Model[] = [
        model(`${text}/${name}`, name, { kind: 'object', fields, description: text }),
        { ...enumeration(`${text}/${value}!`, value, [name, value, text], true), description: text },
      ]
      expect((await emit(types, api(models))).diagnostics).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('3,000 models take seconds', async () => {
  const models = Array.from({ length: 3_000 }, (_, index) =>
    object(`a/x-${index}`, `X${index}`, [
      field('id', string, { description: 'The id.' }),
      field('at?', dateTime),
      field('count?', integer),
      field('next?', ref(`a/x-${(index + 1) % 3_000}`)),
      field('list', array(ref(`a/x-${(index * 7) % 3_000}`))),
    ]),
  )
  await emit(types, api([]))
  const start = performance.now()
  expect((await emit(types, api(models))).files).toHaveLength(3_001)
  expect(performance.now() - start).toBeLessThan(15_000)
})
