import { describe, expect, test } from 'vitest'
import { outlineModels } from '../../../src/emit/outline.js'
import { shapeOf } from '../../../src/emit/shape.js'
import { defaultValue } from '../../../src/emit/types/default-value.js'
import type { Type } from '../../../src/ir/type.js'
import {
  array,
  boolean,
  dateTime,
  enumeration,
  integer,
  literal,
  nullable,
  number,
  ref,
  string,
  union,
} from '../sample-model.js'

const outline = outlineModels([enumeration('a/order', 'Order', ['asc', 'desc'], false)], true)
const order = ref('a/order')

function found(text: string, type: Type): string | undefined {
  return defaultValue(
    text,
    shapeOf(type, (id) => outline.byId.has(id)),
    outline,
  )
}

describe('stated beyond doubt', () => {
  test.each<[string, Type, string]>([
    ['Defaults to `desc`.', order, '"desc"'],
    ['Sort order. Defaults to desc.', order, '"desc"'],
    ['Sort order (defaults to "asc")', order, '"asc"'],
    ["Defaults to 'Sign up' if not provided.", string, '"Sign up"'],
    ['Whether to wait. Defaults to `false` if not provided.', boolean, 'false'],
    ['Default: true', boolean, 'true'],
    ['Default is `write` which allows everything.', union(literal('read'), literal('write')), '"write"'],
    ['The length; default = 7', integer, '7'],
    ['The default value is 0.5.', number, '0.5'],
    ['If undefined, defaults to 600. Learn more at https://example.test.', nullable(integer), '600'],
    ['The page size, which defaults to 100 when omitted', integer, '100'],
    ['Colour of the code. Defaults to `#ffffff` if it is not set', string, '"#ffffff"'],
    ['One line.\nDefault: 5\nAnother.', integer, '5'],
    ['Default `asc`', order, '"asc"'],
    ['Defaults to `-1`', integer, '-1'],
  ])('%s', (text, type, want) => expect(found(text, type)).toBe(want))
})

describe('not stated, or not beyond doubt', () => {
  test.each<[string, Type]>([
    ['Defaults to UTC.', string],
    ['Defaults to 10 minutes.', integer],
    ['If undefined, defaults to 24h.', integer],
    ['Defaults to `10` for teams, `5` otherwise.', integer],
    ['Defaults to `5`, or `10` where large.', integer],
    ['Defaults to the current date if not provided.', string],
    ['Defaults to `false` on weekdays.', boolean],
    ['Defaults to `1`. With a prefix, defaults to `2`.', integer],
    ['Used to default to `1`.', integer],
    ['It does not default to `1`.', integer],
    ['The old default is `1`.', integer],
    ["The partner's default payout method", string],
    ['Default: 5', string],
    ['Defaults to `five`.', integer],
    ['Defaults to `1.5`.', integer],
    ['Defaults to `sideways`.', order],
    ['Defaults to `undefined`.', string],
    ['Defaults to "true".', boolean],
    ['Defaults to `2024-02-29`.', dateTime],
    ['Defaults to `x`.', array(string)],
    ['Defaults to 1.5.2', number],
    ['Defaults to `', string],
    ['', string],
  ])('%s', (text, type) => expect(found(text, type)).toBeUndefined())
})
