import { expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import { guardContext } from '../../../src/emit/validators/guard-text.js'
import { listGuards } from '../../../src/emit/validators/list-text.js'
import { array, field, integer, map, nullable, object, ref, string } from '../sample-model.js'

test('each list that has a name gets a function, inner ones first, and each name one', () => {
  const models = [
    object('a/x', 'X', [
      field('rows', array(array(integer))),
      field('row?', array(integer)),
      field('names', array(string)),
      field('ys', nullable(map(nullable(ref('a/y'))))),
    ]),
    object('a/y', 'Y', []),
  ]
  const outline = outlineModels(models, true)
  const entry = outline.byId.get('a/x')
  const found = entry && listGuards(entry, guardContext(outline)).map(({ name, body }) => [name, ...body])
  expect(found).toEqual([
    [
      'isArrayOfInteger',
      'if (!Array.isArray(value)) return false;',
      'for (const item of value) if (!Number.isInteger(item)) return false;',
      'return true;',
    ],
    [
      'isArrayOfArrayOfInteger',
      'if (!Array.isArray(value)) return false;',
      'for (const item of value) if (!isArrayOfInteger(item)) return false;',
      'return true;',
    ],
    [
      'isMapOfNullableY',
      'if (!check.isObject(value)) return false;',
      'for (const key in value) if (value[key] !== null && !isY(value[key]) && check.isOther(value, key)) return false;',
      'return true;',
    ],
  ])
})
