// Knows that types, validators and schemas compile together, accept what the model allows, and agree with each other.

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EmittedFile } from '../../src/emit/emitter.js'
import { emitters } from '../../src/emit/index.js'
import { nameModels } from '../../src/emit/names.js'
import { compile, emit, load, writeFiles } from './emitted.js'
import { changeTree, modelsOf, mutations, validModel } from './payloads.js'
import { sample } from './sample-model.js'

type Guard = (value: unknown) => boolean
type Outcome =
  { readonly ok: true } | { readonly ok: false; readonly issues: readonly { readonly path: readonly unknown[] }[] }
interface Checks {
  readonly is: Guard
  readonly validate: (value: unknown) => Outcome
  readonly parse: Guard
}

const models = modelsOf(sample)
const names = nameModels(sample.models)
const checks = new Map<string, Checks>()
let files: readonly EmittedFile[] = []
let folder = ''

beforeAll(async () => {
  const emitted = await Promise.all(emitters.map((emitter) => emit(emitter, sample)))
  expect(emitted.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  files = emitted.flatMap((each) => each.files)
  folder = writeFiles(files)
  const validators = await load(folder, 'validators/index.js')
  const schemas = await load(folder, 'zod/index.js')
  for (const [id, { name }] of names) {
    const schema = schemas[`${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`]
    checks.set(id, {
      is: callable<boolean>(validators[`is${name}`]),
      validate: callable<Outcome>(validators[`validate${name}`]),
      parse: (value) => parser(schema).safeParse(value).success,
    })
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('emitted code', () => {
  test('compiles under every strict option, all files at once', () => {
    expect(compile(folder, files)).toEqual([])
  })

  test('holds no invisible character', () => {
    const raw = files.filter(({ text }) => /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text))
    expect(raw.map(({ path }) => path)).toEqual([])
  })

  test('has paths that no file system takes for the same', () => {
    const paths = files.map(({ path }) => path.toLowerCase())
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.filter((path) => !/^[a-z0-9-]+(\/[a-z0-9-]+)*(\.schema)?\.(ts|json)$/.test(path))).toEqual([])
  })

  test.each(['egg', 'chicken', 'sum', 'expression', 'json', 'tree', 'hostile'])(
    'imports zod/shared/%s.js first',
    (name) => {
      const script = `await import('./zod/shared/${name}.js')`
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })
      expect(run.stderr).toBe('')
      expect(run.status).toBe(0)
    },
  )
})

describe.each([...models.values()].map((model) => [model.id, model] as const))('%s', (id, model) => {
  test('a valid value is accepted by all', () => {
    for (const depth of [0, 1, 4]) expect(verdicts(id, validModel(model, models, depth))).toEqual([true, true, true])
  })

  test('one wrong field is refused by all, at its path', () => {
    const fields = model.kind === 'object' ? model.fields : []
    for (const { name, field, value } of mutations(fields, validModel(model, models, 4), models)) {
      expect([name, ...verdicts(id, value)]).toEqual([name, false, false, false])
      expect([name, ...issuesOf(id, value).map(({ path }) => path[0])]).toEqual([name, field])
    }
  })

  test('what is no such value at all is judged alike', () => {
    for (const value of [undefined, null, 1, 'x', true, [], {}, NaN, Infinity, [undefined], () => 1])
      expectAgreement(id, value)
  })
})

test('unknown keys are accepted', () => {
  expect(verdicts('shared/tree', { name: 'a', children: [], more: 1 })).toEqual([true, true, true])
})

test('values outside an open enumeration are accepted, and outside a closed one refused', () => {
  expect(verdicts('shared/open-status', 'new')).toEqual([true, true, true])
  expect(verdicts('shared/status', 'new')).toEqual([false, false, false])
})

test('further properties are checked where they are typed', () => {
  expect(verdicts('shared/extended', { id: 'a', more: true })).toEqual([true, true, true])
  expect(verdicts('shared/extended', { id: 'a', more: 'no' })).toEqual([false, false, false])
  expect(issuesOf('shared/extended', { id: 'a', more: 'no' })).toEqual([
    { path: ['more'], expected: 'boolean | array of Tree', received: '"no"' },
  ])
})

test('an optional field may be undefined', () => {
  expect(verdicts('shared/connection', { id: 'a', failure: undefined })).toEqual([true, true, true])
})

test('large integers are integers', () => {
  expect(verdicts('webhooks/error', { code: 2 ** 60, source: { message: '' } })).toEqual([true, true, true])
})

test('all issues are listed with path, expectation and what was found', () => {
  const value = { name: 1, children: [{ name: 'a', children: [{}] }, null] }
  expect(issuesOf('shared/tree', value)).toEqual([
    { path: ['name'], expected: 'string', received: '1' },
    { path: ['children', 0, 'children', 0, 'name'], expected: 'string', received: 'nothing' },
    { path: ['children', 0, 'children', 0, 'children'], expected: 'array', received: 'nothing' },
    { path: ['children', 1], expected: 'object', received: 'null' },
  ])
})

test('a discriminated union names what is wrong in the member that was meant', () => {
  expect(issuesOf('shared/payment', { type: 'debit', digits: 4 })).toEqual([
    { path: ['digits'], expected: 'string', received: '4' },
  ])
  expect(issuesOf('shared/payment', { type: 'cash' })).toEqual([
    { path: ['type'], expected: '"card" | "debit" | "bank"', received: '"cash"' },
  ])
})

describe('a value deeper than the stack', () => {
  const nest = (bottom: unknown, around: (inner: unknown) => unknown): unknown =>
    Array.from({ length: 100_000 }).reduce<unknown>(around, bottom)
  const inTree = (child: unknown): unknown => ({ name: 'a', children: [child] })
  const inList = (item: unknown): unknown => [item]
  const json = { ...Object(validModel(models.get('shared/every-kind'), models, 1)), json: nest('a', inList) }

  test.each([
    ['shared/tree', nest({ name: 'a', children: [] }, inTree)],
    ['shared/json', nest('a', inList)],
    ['shared/every-kind', json],
    ['shared/expression', nest({ op: 'constant', value: 1 }, (term) => ({ op: 'sum', terms: [term] }))],
  ])('is accepted where it is right: %s', (id, value) => {
    expect([checks.get(id)?.is(value), issuesOf(id, value)]).toEqual([true, []])
  })

  test.each([
    ['shared/tree', nest({ name: 'a', children: [1] }, inTree)],
    ['shared/json', nest(undefined, inList)],
  ])('is refused with an issue where it is wrong: %s', (id, value) => {
    expect(checks.get(id)?.is(value)).toBe(false)
    expect(issuesOf(id, value)).toEqual([{ path: [], expected: 'less nesting', received: expect.any(String) }])
  })

  test('is refused where it contains itself', () => {
    const tree: { name: string; children: unknown[] } = { name: 'a', children: [] }
    tree.children.push(tree)
    expect(checks.get('shared/tree')?.is(tree)).toBe(false)
    expect(issuesOf('shared/tree', tree)).toEqual([{ path: [], expected: 'less nesting', received: 'object' }])
  })
})

test('a value two thousand levels deep is judged', () => {
  const list = Array.from({ length: 2000 }).reduce<unknown>((item) => [item], 'a')
  expect(issuesOf('shared/json', list)).toEqual([])
  const wrong = Array.from({ length: 2000 }).reduce<unknown>((item) => [item], undefined)
  expect(issuesOf('shared/json', wrong)).toEqual([
    { path: Array(2000).fill(0), expected: expect.any(String), received: 'undefined' },
  ])
})

test('any change anywhere in a valid value is judged alike', () => {
  const scalar = fc.constantFrom<unknown>(
    null,
    undefined,
    0,
    0.5,
    '',
    'text',
    'a',
    'card',
    true,
    '2024-02-29',
    [],
    {},
    [[]],
    { key: 1 },
  )
  const key = fc.constantFrom('__proto__', 'constructor', 'toString', 'more', 'name')
  const id = fc.constantFrom(...models.keys())
  fc.assert(
    fc.property(id, fc.nat(4), fc.nat(1000), scalar, fc.option(key), (model, depth, place, value, more) => {
      const changed = changeTree(validModel(models.get(model), models, depth), { place, value, more })
      expectAgreement(model, changed)
    }),
    { numRuns: 1500 },
  )
})

function verdicts(id: string, value: unknown): readonly (boolean | undefined)[] {
  const found = checks.get(id)
  return [found?.is(value), found?.validate(value).ok, found?.parse(value)]
}

function expectAgreement(id: string, value: unknown): void {
  const [is, ...others] = verdicts(id, value)
  expect([id, value, ...others]).toEqual([id, value, is, is])
  if (is === false) expect(issuesOf(id, value).length).toBeGreaterThan(0)
}

function issuesOf(id: string, value: unknown): readonly { readonly path: readonly unknown[] }[] {
  const outcome = checks.get(id)?.validate(value)
  return outcome === undefined || outcome.ok ? [] : outcome.issues
}

function callable<R>(value: unknown): (argument: unknown) => R {
  if (typeof value !== 'function') throw new Error(`${String(value)} is no function`)
  return (argument) => value(argument)
}

function parser(value: unknown): { safeParse: (value: unknown) => { success: boolean } } {
  if (typeof value !== 'object' || value === null || !('safeParse' in value)) throw new Error('no schema')
  const { safeParse } = value
  const call = callable<{ success: boolean }>(safeParse)
  return { safeParse: call }
}
