import { expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import { shapeOf } from '../../../src/emit/shape.js'
import { hasInherited, objectText, schemaName, schemaText } from '../../../src/emit/zod/schema-text.js'
import type { Type } from '../../../src/ir/type.js'
import {
  any,
  array,
  field,
  integer,
  literal,
  map,
  nullable,
  object,
  ref,
  string,
  type,
  union,
} from '../sample-model.js'

const outline = outlineModels([object('a', 'A', []), object('b', 'B', [])], true)
const context = { outline, late: new Set(['b']), unknownKeys: 'allow' } as const

test.each<[Type, string]>([
  [any, 'z.unknown()'],
  [union(), 'z.never()'],
  [integer, 'integer'],
  [type({ kind: 'date', time: 'unknown' }), 'dateOrDateTime'],
  [type({ kind: 'bytes' }), 'z.instanceof(Uint8Array)'],
  [literal(null), 'z.null()'],
  [literal('a'), 'z.literal("a")'],
  [union(literal('a'), literal(1)), 'z.literal(["a", 1])'],
  [nullable(union(literal('a'), literal(1))), 'z.literal(["a", 1, null])'],
  [nullable(literal('a')), 'z.literal("a").nullable()'],
  [nullable(string), 'z.string().nullable()'],
  [nullable(union(string, integer)), 'z.union([z.string(), integer]).nullable()'],
  [map(array(string)), 'z.record(z.string(), z.array(z.string()))'],
  [ref('a'), 'aSchema'],
  [array(ref('b')), 'z.array(z.lazy(() => bSchema))'],
])('%j', (given, want) =>
  expect(
    schemaText(
      shapeOf(given, () => true),
      context,
    ),
  ).toBe(want),
)

test.each([
  ['Connection', 'connectionSchema'],
  ['URL2', 'uRL2Schema'],
])('schemaName(%s)', (name, want) => expect(schemaName(name)).toBe(want))

test('late schemas in getters, inherited names aside', () => {
  const fields = [field('me?', ref('a/x')), field('constructor', string), field('a-b', string)]
  const own = outlineModels([object('a/x', 'X', fields)], true)
  const entry = own.byId.get('a/x')
  if (entry?.kind !== 'object') throw new Error('no object')
  expect(hasInherited(entry)).toBe(true)
  expect(objectText(entry, { outline: own, late: entry.cycle, unknownKeys: 'allow' }))
    .toBe(`withOwnProperties(z.looseObject({
  get me() {
    return xSchema.optional();
  },
  "a-b": z.string(),
}), [
  ["constructor", true, () => z.string()],
])`)
})

test.each([
  ['strip', 'z.object({})', 'closest([aSchema, z.lazy(() => bSchema)]).nullable()'],
  ['reject', 'z.strictObject({})', 'z.union([aSchema, z.lazy(() => bSchema)]).nullable()'],
] as const)('unknown keys: %s', (unknownKeys, plain, choice) => {
  const [a, given] = [outline.byId.get('a'), union(ref('a'), nullable(ref('b')))]
  const strict = { ...context, unknownKeys }
  expect(a?.kind === 'object' && objectText(a, strict)).toBe(plain)
  const shape = shapeOf(given, () => true)
  expect(schemaText(shape, strict)).toBe(choice)
})
