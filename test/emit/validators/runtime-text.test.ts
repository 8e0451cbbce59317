import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runtimeText } from '../../../src/emit/validators/runtime-text.js'
import { compile, load, writeFiles } from '../emitted.js'
import { record } from '../payloads.js'

const files = [{ path: 'runtime.ts', text: runtimeText }]
let folder = ''
let check: Readonly<Record<string, unknown>> = {}

beforeAll(async () => {
  folder = writeFiles(files)
  check = await load(folder, 'runtime.js')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('compiles by itself', () => expect(compile(folder, files)).toEqual([]))

test.each<[string, unknown[], boolean]>([
  ['isObject', [{}], true],
  ['isObject', [[]], false],
  ['isObject', [null], false],
  ['isArrayOf', [[1], Number.isFinite], true],
  ['isArrayOf', [Array(1), Number.isFinite], false],
  ['isArrayOf', [{ length: 0 }, Number.isFinite], false],
  ['isMapOf', [{ a: 1 }, Number.isFinite], true],
  ['isMapOf', [{ a: '1' }, Number.isFinite], false],
  ['isMapOf', [record([['__proto__', '1']]), Number.isFinite], true],
  ['areOthers', [{ a: '', b: 1 }, ['a'], Number.isFinite], true],
  ['areOthers', [{ a: '', b: '' }, ['a'], Number.isFinite], false],
])('%s(…%j) is %s', (name, given, want) => expect(call(name, ...given)).toBe(want))

test('own looks at the object alone', () => {
  expect(call('own', {}, 'constructor')).toBeUndefined()
  expect(call('own', record([['__proto__', 1]]), '__proto__')).toBe(1)
})

test.each<[string, string, unknown, string, string]>([
  ['a long text is cut', 'number', 'x'.repeat(99), 'number', `"${'x'.repeat(40)}…"`],
  ['a function is named', 'string', () => 1, 'string', 'function'],
  ['null is told from an object', 'string', null, 'string', 'null'],
  ['a list is told from an object', 'string', [1], 'string', 'array'],
])('%s', (_, name, value, expected, received) => {
  const explain = check[name]
  expect(typeof explain === 'function' && explain(value, ['a', 0])).toEqual([{ path: ['a', 0], expected, received }])
})

test('twenty constants are listed', () => {
  const explain = call('constants', [...Array(21).keys()])
  const [issue] = typeof explain === 'function' ? explain('x', []) : []
  expect(issue.expected).toBe(`${[...Array(20).keys()].join(' | ')} | …`)
})

function call(name: string, ...given: readonly unknown[]): unknown {
  const called = check[name]
  if (typeof called !== 'function') throw new Error(`no ${name}`)
  return called(...given)
}
