import { expect, test } from 'vitest'
import { zod } from '../../../src/emit/zod/zod.js'
import type { Model } from '../../../src/ir/model.js'
import { emit, textOf } from '../emitted.js'
import {
  alternatives,
  api,
  array,
  dateTime,
  enumeration,
  field,
  literal,
  model,
  nullable,
  object,
  ref,
  sample,
  string,
} from '../sample-model.js'

const card = object('a/card', 'Card', [field('type', literal('card'))])
const bank = object('a/bank', 'Bank', [field('type', literal('bank'))])

test('an object', async () => {
  const models = [
    object('a/x', 'X', [field('y?', ref('b/y')), field('at', nullable(dateTime))]),
    object('b/y', 'Y', []),
  ]
  const text = await textOf(zod, api(models), 'zod/a/x.ts')
  expect(text.replace(/^ +/gm, '')).toBe(`import { z } from "zod";
import type { X } from "../../models/a/x.js";
import { ySchema } from "../b/y.js";
import { dateTime, type SchemaOf } from "../runtime.js";

/** Schema of type X. */
export const xSchema = z.looseObject({
y: ySchema.optional(),
at: dateTime.nullable(),
}) satisfies SchemaOf<X>;
`)
})

test.each<[string, Model, string]>([
  ['a closed enumeration', enumeration('a/x', 'X', ['a'], false), 'xSchema = z.enum(X) satisfies SchemaOf<X>;'],
  [
    'a closed one of numbers',
    enumeration('a/x', 'X', [1], false),
    'xSchema = z.literal(Object.values(X)) satisfies SchemaOf<X>;',
  ],
  ['an open one', enumeration('a/x', 'X', ['a'], true), 'xSchema: z.ZodType<X> = z.string();'],
  ['nothing known', model('a/x', 'X', { kind: 'unknown' }), 'xSchema: z.ZodType<X> = z.unknown();'],
  [
    'a discriminated union',
    alternatives('a/x', 'X', [ref('a/card'), nullable(ref('a/bank'))], 'type'),
    'z.discriminatedUnion("type", [cardSchema, bankSchema]).nullable() satisfies',
  ],
  [
    'a union',
    alternatives('a/x', 'X', [ref('a/card'), string]),
    'xSchema = z.union([cardSchema, z.string()]) satisfies',
  ],
  [
    'a recursive union',
    alternatives('a/x', 'X', [array(ref('a/x')), string]),
    'xSchema: z.ZodType<X> = z.union([z.array(z.lazy(() => xSchema)), z.string()]);',
  ],
  [
    'further properties',
    object('a/x', 'X', [], ref('a/card')),
    'xSchema = z.object({}).catchall(cardSchema) satisfies',
  ],
])('%s', async (_, x, want) => {
  expect(await textOf(zod, api([x, card, bank]), 'zod/a/x.ts')).toContain(want)
})

test('what only names another schema imports no zod', async () => {
  const models = [object('a/x', 'X', []), alternatives('a/either', 'Either', [ref('a/x')])]
  expect(await textOf(zod, api(models), 'zod/a/either.ts')).not.toContain('"zod"')
})

test('the index exports every schema', async () => {
  expect(await textOf(zod, api([card, bank]), 'zod/index.ts')).toBe(
    'export { bankSchema } from "./a/bank.js";\nexport { cardSchema } from "./a/card.js";\n',
  )
})

test('any order of the models gives the same files', async () => {
  expect(await emit(zod, api(sample.models.toReversed()))).toEqual(await emit(zod, sample))
})
