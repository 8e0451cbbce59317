import { expect, test } from 'vitest'
import { importRefs, namesIn, sortImports } from '../../src/emit/imports.js'
import { outlineModels } from '../../src/emit/outline.js'
import { field, object, ref } from './sample-model.js'

test.each([
  ['isA(value) || "isB"', ['isA', 'value']],
  ['x.isA && { isA: isB, "isC": 1 }', ['x', 'isB']],
  ['"\\"isA" + isB', ['isB']],
  ['{ get date() { return dateTime } }', ['get', 'return', 'dateTime']],
])('namesIn(%s)', (code, want) => expect([...namesIn(code)]).toEqual(want))

test('packages, then files further up, then those beside', () => {
  const given = ['./b.js', '../x.js', 'zod', '../../y.js', './a.js'].map(
    (from) => ({ kind: 'import', from, names: [] }) as const,
  )
  expect(sortImports(given).map(({ from }) => from)).toEqual(['zod', '../../y.js', '../x.js', './a.js', './b.js'])
})

test('other models are imported, itself is not', () => {
  const models = [
    object('a/x', 'X', [field('x', ref('a/x')), field('z', ref('a/z')), field('y', ref('b/y'))]),
    object('b/y', 'Y', []),
    object('a/z', 'Z', []),
  ]
  const outline = outlineModels(models, true)
  const [entry] = outline.entries
  const how = {
    file: 'models/a/x.ts',
    folder: 'models/',
    names: ({ name }: { name: string }) => [name],
    areTypes: true,
  }
  expect(entry && importRefs(entry, outline, how)).toEqual([
    { kind: 'import', from: '../b/y.js', names: [{ name: 'Y', isType: true }] },
    { kind: 'import', from: './z.js', names: [{ name: 'Z', isType: true }] },
  ])
})
