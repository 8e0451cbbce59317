import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import { tangledModels } from '../../../src/emit/validators/tangled.js'
import { validators } from '../../../src/emit/validators/validators.js'
import type { Model } from '../../../src/ir/model.js'
import { emit, load, writeFiles } from '../emitted.js'
import {
  alternatives,
  any,
  api,
  array,
  enumeration,
  field,
  literal,
  map,
  nullable,
  object,
  ref,
  string,
  union,
} from '../sample-model.js'

const x = (...fields: Parameters<typeof object>[2]): Model => object('a/x', 'X', fields)
const leaf = object('a/leaf', 'Leaf', [field('text?', string)])

test.each<[string, readonly Model[], readonly string[]]>([
  ['a list of itself', [x(field('xs', array(ref('a/x'))))], []],
  ['itself or a text', [x(field('next?', union(string, ref('a/x'))))], []],
  ['itself or another object', [x(field('next?', union(ref('a/leaf'), ref('a/x')))), leaf], ['a/x']],
  ['itself or a map', [x(field('next?', union(map(any), ref('a/x'))))], ['a/x']],
  ['itself or a list of itself', [x(field('next?', nullable(union(array(ref('a/x')), ref('a/x')))))], []],
  ['one list or another', [x(field('next?', union(array(ref('a/leaf')), array(ref('a/x'))))), leaf], ['a/x']],
  ['no circle', [x(field('next?', union(ref('a/leaf'), map(any)))), leaf], []],
  [
    'told apart by constants',
    [
      x(field('kind', literal('x')), field('next?', union(ref('a/y'), ref('a/x')))),
      object('a/y', 'Y', [field('kind', ref('a/kind')), field('x', ref('a/x'))]),
      enumeration('a/kind', 'Kind', ['y'], false),
    ],
    [],
  ],
  [
    'through a union, with all that lies on the circle',
    [
      alternatives('a/u', 'U', [ref('a/y'), ref('a/z')]),
      object('a/y', 'Y', [field('child?', ref('a/u'))]),
      object('a/z', 'Z', [field('child?', ref('a/u'))]),
    ],
    ['a/u', 'a/y', 'a/z'],
  ],
])('%s', (_, models, want) => {
  expect([...tangledModels(outlineModels(models, true))].sort()).toEqual(want)
})

describe.each([
  ['allow', 2000],
  ['strip', 400],
] as const)('a value deep in alike members, unknown keys: %s', (unknownKeys, depth) => {
  const models = [
    alternatives('a/node', 'Node', [ref('a/one'), ref('a/two'), ref('a/three')]),
    object('a/one', 'One', [field('name', string), field('child?', ref('a/node'))]),
    object('a/two', 'Two', [field('name', string), field('child?', ref('a/node')), field('size?', string)]),
    object('a/three', 'Three', [field('name', string), field('child?', array(ref('a/node')))]),
  ]
  let folder = ''
  let checks: Readonly<Record<string, unknown>> = {}
  beforeAll(async () => {
    const { files } = await emit(validators, api(models), { unknownKeys })
    folder = writeFiles(files)
    checks = await load(folder, 'validators/a/node.js')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    ['wrong at the bottom', 1, false],
    ['right', 'leaf', true],
  ])('%s takes steps in proportion to its depth', (_, name, isRight) => {
    const short = stepsOf(name, depth / 10)
    const long = stepsOf(name, depth)
    expect([short.ok, long.ok]).toEqual([isRight, isRight])
    expect(long.steps).toBeLessThanOrEqual(short.steps * 10 + 100)
  })

  function stepsOf(name: unknown, depth: number): { readonly ok: unknown; readonly steps: number } {
    let steps = 0
    const counted = (fields: object): object =>
      new Proxy(fields, {
        get: (target, key) => {
          steps += 1
          return Reflect.get(target, key)
        },
      })
    const value = Array.from({ length: depth }).reduce<object>(
      (child) => counted({ name: 'a', child }),
      counted({ name }),
    )
    const { validateNode } = checks
    const result: unknown = typeof validateNode === 'function' ? validateNode(value) : undefined
    return { ok: Reflect.get(Object(result), 'ok'), steps }
  }
})
