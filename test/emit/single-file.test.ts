// Knows that one file for all models says the same as a file for each.

import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EmittedFile } from '../../src/emit/emitter.js'
import { nameModels } from '../../src/emit/names.js'
import { mergeFiles } from '../../src/emit/single-file.js'
import type { SourceFile, Statement } from '../../src/emit/statement.js'
import { types } from '../../src/emit/types/types.js'
import { validators } from '../../src/emit/validators/validators.js'
import { zod } from '../../src/emit/zod/zod.js'
import { compile, emit, load, writeFiles } from './emitted.js'
import { modelsOf, mutations, validModel } from './payloads.js'
import { sample } from './sample-model.js'

const type = (name: string): Statement => ({ kind: 'alias', name, type: 'string' })
const value = (name: string, code: string, exported = true): Statement => ({
  kind: 'const',
  name,
  exported,
  value: code,
})
const from = (path: string, ...names: string[]): Statement => ({
  kind: 'import',
  from: path,
  names: names.map((name) => ({ name: name.replace('type ', ''), isType: name.startsWith('type ') })),
})
const reExport = (path: string, ...names: string[]): Statement =>
  ({ ...from(path, ...names), kind: 're-export' }) as Statement

describe('mergeFiles', () => {
  test('makes one file of each folder, and leads what imports them there', () => {
    const files: SourceFile[] = [
      { path: 'index.ts', statements: [reExport('./models/a/x.js', 'type X'), reExport('./models/b.js', 'B')] },
      { path: 'models/b.ts', statements: [value('B', '1')] },
      { path: 'models/a/x.ts', statements: [from('../b.js', 'type B'), type('X')] },
    ]
    expect(mergeFiles(files)).toEqual([
      {
        path: 'index.ts',
        statements: [reExport('./models.js', 'B'), reExport('./models.js', 'type X')],
      },
      { path: 'models.ts', statements: [type('X'), value('B', '1')] },
    ])
  })

  test('names what is imported once, as a value where it is needed as one', () => {
    const files: SourceFile[] = [
      { path: 'v/a.ts', statements: [from('../models/a.js', 'type A'), from('z', 'z'), value('a', 'z')] },
      { path: 'v/b.ts', statements: [from('../models/a.js', 'A'), from('../models/b.js', 'type B'), from('z', 'z')] },
    ]
    expect(mergeFiles(files)).toEqual([
      { path: 'v.ts', statements: [from('z', 'z'), from('./models.js', 'A', 'type B'), value('a', 'z')] },
    ])
  })

  test('puts shared code beside, and leads its imports', () => {
    const all: Statement = { kind: 'import', from: '../runtime.js', names: [], all: 'check' }
    const files: SourceFile[] = [
      { path: 'v/runtime.ts', code: 'export type { R } from "../w/runtime.js";\nexport const text = "./x.js";\n' },
      { path: 'v/a/x.ts', statements: [all, value('x', 'check.y')] },
      { path: 'v/a/y.ts', statements: [all, value('y', 'check.y')] },
      { path: 'v/index.ts', statements: [reExport('./a/x.js', 'x'), reExport('./runtime.js', 'type R')] },
    ]
    expect(mergeFiles(files)).toEqual([
      { path: 'v-runtime.ts', code: 'export type { R } from "./w-runtime.js";\nexport const text = "./x.js";\n' },
      {
        path: 'v.ts',
        statements: [
          { ...all, from: './v-runtime.js' },
          value('x', 'check.y'),
          value('y', 'check.y'),
          reExport('./v-runtime.js', 'type R'),
        ],
      },
    ])
  })

  test('puts what is used before what uses it, whatever the names', () => {
    const files: SourceFile[] = [
      { path: 'z/a.ts', statements: [from('./c.js', 'c'), value('a', 'c')] },
      { path: 'z/b.ts', statements: [value('b', '1')] },
      { path: 'z/c.ts', statements: [from('./b.js', 'b'), value('c', 'b')] },
    ]
    const [merged] = mergeFiles(files)
    expect(merged).toEqual({ path: 'z.ts', statements: [value('b', '1'), value('c', 'b'), value('a', 'c')] })
  })

  test('tells names apart that two files keep to themselves', () => {
    const use = (name: string): Statement => ({
      kind: 'function',
      name,
      exported: true,
      parameters: [],
      returns: 'boolean',
      body: ['return values.has(x.values, "values", { values: values })'],
    })
    const files: SourceFile[] = [
      { path: 'v/one-a.ts', statements: [value('values', 'new Set()', false), use('isA')] },
      { path: 'v/2.ts', statements: [value('values', 'new Map()', false), use('isB')] },
      { path: 'v/c.ts', statements: [value('alone', 'values', false)] },
    ]
    const body = (name: string): string[] => [`return ${name}.has(x.values, "values", { values: ${name} })`]
    expect(mergeFiles(files)).toEqual([
      {
        path: 'v.ts',
        statements: [
          value('_2Values', 'new Map()', false),
          { ...use('isB'), body: body('_2Values') },
          value('alone', 'values', false),
          value('oneAValues', 'new Set()', false),
          { ...use('isA'), body: body('oneAValues') },
        ],
      },
    ])
  })
})

describe('the sample in one file', () => {
  const models = modelsOf(sample)
  const names = nameModels(sample.models)
  let single: readonly EmittedFile[] = []
  const folders: string[] = []
  const guards: Readonly<Record<string, unknown>>[] = []
  const schemas: Readonly<Record<string, unknown>>[] = []

  beforeAll(async () => {
    for (const layout of ['per-model', 'single-file'] as const) {
      const emitted = await Promise.all([types, validators, zod].map((emitter) => emit(emitter, sample, { layout })))
      expect(emitted.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
      const files = emitted.flatMap((each) => each.files)
      const folder = writeFiles(files)
      const isSingle = layout === 'single-file'
      folders.push(folder)
      guards.push(await load(folder, isSingle ? 'validators.js' : 'validators/index.js'))
      schemas.push(await load(folder, isSingle ? 'zod.js' : 'zod/index.js'))
      if (isSingle) single = files
    }
  })

  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

  test('is few files', () => {
    expect(single.map(({ path }) => path)).toEqual([
      'index.ts',
      'models.ts',
      'validators-runtime.ts',
      'validators.ts',
      'zod-runtime.ts',
      'zod.ts',
    ])
  })

  test('compiles under every strict option', () => expect(compile(folders[1] ?? '', single)).toEqual([]))

  test('exports the same names', () => {
    expect(Object.keys(guards[1] ?? {})).toEqual(expect.arrayContaining(Object.keys(guards[0] ?? {})))
    expect(Object.keys(schemas[1] ?? {})).toEqual(expect.arrayContaining(Object.keys(schemas[0] ?? {})))
  })

  test.each([...models.values()].map((model) => [model.id, model] as const))('%s is judged alike', (id, model) => {
    const name = names.get(id)?.name ?? ''
    const judges = [0, 1].flatMap((layout) => [
      judgeOf(guards[layout]?.[`is${name}`]),
      judgeOf(schemas[layout]?.[`${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`]),
    ])
    const valid = [0, 1, 4].map((depth) => validModel(model, models, depth))
    const wrong = model.kind === 'object' ? mutations(model.fields, valid[2], models).map(({ value: one }) => one) : []
    for (const given of [...valid, ...wrong, null, 1, 'x', {}, []]) {
      const [first, ...others] = judges.map((judge) => judge(given))
      expect(others).toEqual([first, first, first])
    }
  })
})

function judgeOf(given: unknown): (value: unknown) => boolean {
  if (typeof given === 'function') return (value) => given(value) === true
  if (typeof given !== 'object' || given === null || !('safeParse' in given)) throw new Error('no schema')
  const { safeParse } = given
  if (typeof safeParse !== 'function') throw new Error('no schema')
  return (value) => safeParse(value).success === true
}
