import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importPath, nameModels, sortNames } from '../../src/emit/names.js'
import type { Model } from '../../src/ir/model.js'
import { object } from './sample-model.js'

function named(...pairs: (readonly [id: string, name: string])[]): Record<string, string> {
  const names = nameModels(pairs.map(([id, name]) => object(id, name, [])))
  return Object.fromEntries([...names].map(([id, { name, path }]) => [id, `${name} ${path}`]))
}

describe('nameModels', () => {
  test.each<[string, (readonly [string, string])[], Record<string, string>]>([
    ['a name of its own', [['a/one', 'One']], { 'a/one': 'One a/one' }],
    [
      'shared keeps the name, the others get their namespace',
      [
        ['errors/x', 'X'],
        ['shared/x', 'X'],
        ['web-hooks/x', 'X'],
      ],
      { 'errors/x': 'ErrorsX errors/x', 'shared/x': 'X shared/x', 'web-hooks/x': 'WebHooksX web-hooks/x' },
    ],
    [
      'without shared all get it',
      [
        ['a/x', 'X'],
        ['b/x', 'X'],
      ],
      { 'a/x': 'AX a/x', 'b/x': 'BX b/x' },
    ],
    [
      'a prefixed name that is taken gets a number',
      [
        ['a/x', 'X'],
        ['b/x', 'X'],
        ['c/bx', 'BX'],
      ],
      { 'a/x': 'AX a/x', 'b/x': 'BX2 b/x', 'c/bx': 'BX c/bx' },
    ],
    [
      'names of the language',
      [
        ['a/error', 'Error'],
        ['a/date', 'Date'],
      ],
      { 'a/date': 'DateModel a/date', 'a/error': 'ErrorModel a/error' },
    ],
    ['names that our own code uses', [['a/schema-of', 'SchemaOf']], { 'a/schema-of': 'SchemaOfModel a/schema-of' }],
    [
      'a prefix makes the suffix needless',
      [
        ['a/error', 'Error'],
        ['shared/error', 'Error'],
      ],
      { 'a/error': 'AError a/error', 'shared/error': 'ErrorModel shared/error' },
    ],
    [
      'digits, accents and other signs',
      [
        ['a/2fa', '2fa'],
        ['a/e', 'Élan-vital'],
        ['a/n', '名'],
      ],
      { 'a/2fa': 'Model2fa a/2fa', 'a/e': 'ElanVital a/e', 'a/n': 'Unnamed a/n' },
    ],
    ['lower case', [['a/x', 'class']], { 'a/x': 'Class a/x' }],
    [
      'hostile ids',
      [
        ['../../etc/Passwd', 'A'],
        ['con/aux', 'B'],
        ['/x', 'C'],
      ],
      { '../../etc/Passwd': 'A etc/passwd', 'con/aux': 'B con-model/aux-model', '/x': 'C x' },
    ],
    [
      'paths that differ in case only',
      [
        ['a/X', 'X'],
        ['a/x', 'Y'],
      ],
      { 'a/X': 'X a/x', 'a/x': 'Y a/x-2' },
    ],
  ])('%s', (_, given, want) => expect(named(...given)).toEqual(want))

  test('names and paths are unique and the same for every order', () => {
    const name = fc.constantFrom('X', 'x', 'AX', 'BX', 'BX2', 'Error', 'ErrorModel', 'AErrorModel', '1', '', 'é')
    const space = fc.constantFrom('a', 'b', 'shared', '')
    const models = fc
      .uniqueArray(fc.tuple(space, name), { selector: String })
      .map((pairs) => pairs.map(([namespace, text]): Model => object(`${namespace}/${text}`, text, [])))
    fc.assert(
      fc.property(models, (given) => {
        const names = [...nameModels(given)]
        expect(new Set(names.map(([, { name }]) => name)).size).toBe(given.length)
        expect(new Set(names.map(([, { path }]) => path.toLowerCase())).size).toBe(given.length)
        expect(names.filter(([, { name }]) => !/^[A-Z][A-Za-z0-9]*$/.test(name))).toEqual([])
        expect([...nameModels(given.toReversed())]).toEqual(names)
      }),
    )
  })
})

test.each([
  ['index.ts', 'models/a/b', './models/a/b.js'],
  ['models/a/b.ts', 'models/a/c', './c.js'],
  ['models/a/b.ts', 'models/c/d', '../c/d.js'],
  ['models/a/b/c.ts', 'models/a', '../../a.js'],
  ['zod/a/b.ts', 'models/a/b', '../../models/a/b.js'],
  ['zod/a/b.ts', 'zod/runtime', '../runtime.js'],
])('importPath(%s, %s)', (from, to, want) => expect(importPath(from, to)).toBe(want))

test('sortNames', () => expect(sortNames(['b', 'a', 'B', 'a'])).toEqual(['B', 'a', 'b']))
