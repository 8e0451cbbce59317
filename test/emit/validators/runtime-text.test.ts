import { rmSync } from 'node:fs'
import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runtimeText } from '../../../src/emit/validators/runtime-text.js'
import { compile, load, writeFiles } from '../emitted.js'
import { record } from '../payloads.js'

interface StandardSchema {
  readonly '~standard': { readonly validate: (value: unknown) => unknown }
}

const files = [{ path: 'runtime.ts', text: runtimeText('strip') }]
let folder = ''
let check: Readonly<Record<string, unknown>> = {}

beforeAll(async () => {
  folder = writeFiles(files)
  check = await load(folder, 'runtime.js')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('compiles by itself', () => expect(compile(folder, files)).toEqual([]))

test.each(['allow', 'reject'] as const)('compiles where unknown keys are dealt with by %s', (unknownKeys) => {
  const own = [{ path: 'runtime.ts', text: runtimeText(unknownKeys) }]
  const other = writeFiles(own)
  expect(compile(other, own)).toEqual([])
  rmSync(other, { recursive: true })
})

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
  ['isMapOf', [Object.create({ a: '1' }), Number.isFinite], true],
  ['isArrayOfString', [['a']], true],
  ['isArrayOfString', [Array(1)], false],
  ['isArrayOfString', [{ length: 0 }], false],
  ['isMapOfString', [{ a: '' }], true],
  ['isMapOfString', [{ a: 1 }], false],
  ['isMapOfString', [['a']], false],
  ['isMapOfString', [Object.create({ a: 1 })], true],
  ['areOthers', [Object.create({ c: '' }), ['a'], Number.isFinite], true],
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
  const issues: unknown[] = []
  call(name, value, issues)
  expect(issues).toEqual([{ path: [], expected, received }])
})

test('twenty constants are listed', () => {
  expect(call('listed', [...Array(21).keys()])).toBe(`${[...Array(20).keys()].join(' | ')} | …`)
})

test('a Standard Schema tells issues as messages with paths', () => {
  const issues = [{ path: ['a', 0], expected: 'string', received: '1' }]
  const schema = call('standard', (value: unknown) => (value === 1 ? { ok: false, issues } : { ok: true, value }))
  expect(schema).toMatchObject({ '~standard': { version: 1, vendor: 'sdk-docs-codegen' } })
  const validate = (value: unknown): unknown => z.custom<StandardSchema>().parse(schema)['~standard'].validate(value)
  expect(validate(2)).toEqual({ value: 2 })
  expect(validate(1)).toEqual({ issues: [{ path: ['a', 0], message: 'Expected string, received 1' }] })
})

test('an error that is no overflow of the stack is nobody’s verdict', () => {
  const broken = (): never => {
    throw new Error('broken')
  }
  expect(() => call('isNested', 1, broken)).toThrow('broken')
  expect(() => call('validated', 1, broken, broken)).toThrow('broken')
  expect(() => call('stripped', { ok: true, value: 1 }, broken)).toThrow('broken')
})

function call(name: string, ...given: readonly unknown[]): unknown {
  const called = check[name]
  if (typeof called !== 'function') throw new Error(`no ${name}`)
  return called(...given)
}
