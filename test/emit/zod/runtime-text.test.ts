import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runtimeText } from '../../../src/emit/zod/runtime-text.js'
import { compile, load, writeFiles } from '../emitted.js'
import { record } from '../payloads.js'

const files = [{ path: 'runtime.ts', text: runtimeText('strip') }]
let folder = ''
let schema: z.ZodType = z.never()

beforeAll(async () => {
  folder = writeFiles(files)
  const { withOwnProperties } = await load(folder, 'runtime.js')
  const properties = [
    ['__proto__', true, () => z.object({ a: z.string() })],
    ['toString', false, () => z.string().optional()],
  ]
  const others = z.object({ b: z.number() }).catchall(z.boolean())
  schema = typeof withOwnProperties === 'function' ? withOwnProperties(others, properties) : schema
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('compiles by itself', () => expect(compile(folder, files)).toEqual([]))

test.each<[string, unknown, readonly PropertyKey[][]]>([
  [
    'all there',
    record([
      ['b', 1],
      ['__proto__', { a: '' }],
      ['toString', ''],
      ['c', true],
    ]),
    [],
  ],
  [
    'optional ones absent',
    record([
      ['b', 1],
      ['__proto__', { a: '' }],
    ]),
    [],
  ],
  ['a required one absent', { b: 1 }, [['__proto__']]],
  [
    'wrong inside',
    record([
      ['b', 1],
      ['__proto__', { a: 1 }],
      ['toString', 1],
    ]),
    [['__proto__', 'a'], ['toString']],
  ],
  [
    'others wrong',
    record([
      ['b', ''],
      ['__proto__', { a: '' }],
      ['c', 1],
    ]),
    [['b'], ['c']],
  ],
  ['no object', [], [[]]],
])('%s', (_, value, paths) => {
  expect(schema.safeParse(value).error?.issues.map(({ path }) => path) ?? []).toEqual(paths)
})

test('what the schemas make of the properties is given', () => {
  const given = schema.parse(
    record([
      ['b', 1],
      ['__proto__', { a: '', more: 1 }],
    ]),
  )
  expect(Object.entries(given ?? {})).toEqual([
    ['b', 1],
    ['__proto__', { a: '' }],
  ])
})

test.each<[unknown, unknown]>([
  [
    { a: 1, b: 2, c: 3 },
    { a: 1, b: 2 },
  ],
  [{ a: 1, c: 3 }, { a: 1 }],
  ['text', 'text'],
  [{ b: 2 }, undefined],
])('the closest of several makes of %j %j', async (value, want) => {
  const { closest } = await load(folder, 'runtime.js')
  const options = [z.object({ a: z.number() }), z.object({ a: z.number(), b: z.number() }), z.string()]
  const union: z.ZodType = typeof closest === 'function' ? closest(options) : z.never()
  expect(union.safeParse(value).data).toEqual(want)
})
