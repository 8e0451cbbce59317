import { expect, test } from 'vitest'
import { validators } from '../../../src/emit/validators/validators.js'
import { emit, textOf } from '../emitted.js'
import {
  alternatives,
  api,
  array,
  dateTime,
  enumeration,
  field,
  model,
  object,
  ref,
  sample,
  string,
  union,
} from '../sample-model.js'

test('an object', async () => {
  const models = [
    object('a/x', 'X', [field('tags', array(ref('a/status'))), field('id', string), field('at?', dateTime)]),
    enumeration('a/status', 'Status', ['a', 'b'], false),
  ]
  expect(await textOf(validators, api(models), 'validators/a/x.ts')).toBe(`import type { X } from "../../models/a/x.js";
import * as check from "../runtime.js";
import { explainStatus, isStatus } from "./status.js";

/** Tells whether the value is of type X. */
export function isX(value: unknown): value is X {
  return (
    check.isObject<X>(value) &&
    typeof value.id === "string" &&
    (value.at === undefined || check.isDateTime(value.at)) &&
    isArrayOfStatus(value.tags)
  );
}

/** Gives the value as X, or everything that is wrong with it. */
export function validateX(value: unknown): check.Result<X> {
  return check.validated(value, isX, explainX);
}

/** Standard Schema of type X. */
export const xSchema = /* @__PURE__ */ check.standard(validateX);

/** Adds what keeps a value from being of type X to the issues. */
export function explainX(value: unknown, issues: check.Issue[]): void {
  if (!check.isObject<X>(value)) return check.fail("object", value, issues);
  if (!isArrayOfStatus(value.tags)) check.inside(value, "tags", check.arrayOf(explainStatus), issues);
  if (typeof value.id !== "string") check.inside(value, "id", check.string, issues);
  if (value.at !== undefined && !check.isDateTime(value.at)) check.inside(value, "at", check.dateTime, issues);
}

function isArrayOfStatus(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isStatus(item)) return false;
  return true;
}
`)
})

test.each([
  ['few constants are compared', ['a', 'b'], 'return value === "a" || value === "b";'],
  [
    'many are looked up',
    [...'abcdefghi'],
    'const values = /* @__PURE__ */ new Set<unknown>(/* @__PURE__ */ Object.values(X));',
  ],
])('%s', async (_, values, want) => {
  expect(await textOf(validators, api([enumeration('a/x', 'X', values, false)]), 'validators/a/x.ts')).toContain(want)
})

test('nothing is asked of what nobody knows', async () => {
  const text = await textOf(validators, api([model('a/x', 'X', { kind: 'unknown' })]), 'validators/a/x.ts')
  expect(text).toContain('isX(_value: unknown): _value is X {\n  return true;')
})

test('the index exports guards, validators and the types of their results', async () => {
  const models = [object('b/y', 'Y', []), object('a/x', 'X', [])]
  expect(await textOf(validators, api(models), 'validators/index.ts'))
    .toBe(`export { isX, validateX, xSchema } from "./a/x.js";
export { isY, validateY, ySchema } from "./b/y.js";
export type { Issue, Path, Result, StandardSchemaV1 } from "./runtime.js";
`)
})

test('any order of the models gives the same files', async () => {
  expect(await emit(validators, api(sample.models.toReversed()))).toEqual(await emit(validators, sample))
})

test('unions that are inside of each other by way of a list are copied by their functions', async () => {
  const leaf = object('a/leaf', 'Leaf', [field('text', string)])
  const tree = alternatives('a/tree', 'Tree', [
    ref('a/leaf'),
    array(union(ref('a/tree'), string, array(ref('a/leaf')))),
  ])
  const { files, diagnostics } = await emit(validators, api([leaf, tree]), { unknownKeys: 'strip' })
  expect(diagnostics).toEqual([])
  expect(files.find(({ path }) => path === 'validators/a/tree.ts')?.text).toContain('export function stripTree')
})
