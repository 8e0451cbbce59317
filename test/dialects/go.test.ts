// Knows how each cell of the Go notation is read and written back.

import { describe, expect, test } from 'vitest'
import { go } from '../../src/dialects/speakeasy/go.js'
import { expectCells, expectProblems } from './cells.js'

const x = '(../../models/components/x.md)'
const response = '[*http.Response](https://pkg.go.dev/net/http#Response)'

describe('words', () => {
  expectCells(go, [
    ['`string`', '+', 'string!'],
    ['`*string`', '+', 'string?'],
    ['`*string`', '-', 'string'],
    ['`bool`', '+', 'boolean!'],
    ['`int`', '+', 'int:int32!'],
    ['`int64`', '+', 'int!'],
    ['`*int64`', '-', 'int'],
    ['`int32`', '+', 'int:int32!'],
    ['`float64`', '+', 'float!'],
    ['`*float32`', '-', 'float:float'],
    ['`any`', '+', 'any'],
    ['`any`', '-', 'any'],
    ['`*any`', '-', 'request-bytes'],
    ['`io.ReadCloser`', '-', 'response-bytes'],
    ['`io.Reader`', '+', 'bytes'],
    ['`[]byte`', '+', 'bytes'],
    ['`[]byte`', '-', 'bytes'],
    ['`*big.Int`', '+', 'int:big'],
    ['[*big.Int](https://pkg.go.dev/math/big#Int)', '-', 'int:big'],
    ['`types.Decimal`', '+', 'float:decimal!'],
    ['`*types.Decimal`', '-', 'float:decimal'],
    ['[*decimal.Big](https://pkg.go.dev/github.com/ericlagergren/decimal#Big)', '-', 'float:decimal'],
    ['[time.Time](https://pkg.go.dev/time#Time)', '+', 'date-time!'],
    ['[*time.Time](https://pkg.go.dev/time#Time)', '+', 'date-time?'],
    ['[*time.Time](https://pkg.go.dev/time#Time)', '-', 'date-time'],
    ['[types.Date](../../types/date.md)', '+', 'date!'],
    ['[*types.Date](../../types/date.md)', '-', 'date'],
    [response, '+', '<*http.Response>'],
    [response, '-', '<*http.Response>'],
  ])
})

describe('lists and maps', () => {
  expectCells(go, [
    ['[]`string`', '-', '[string]'],
    ['[]`*string`', '+', '[string?]'],
    ['map[string]`any`', '-', '{any}'],
    ['map[string][]`string`', '+', '{[string]}'],
    ['[][][]`float64`', '+', '[[[float]]]'],
    [`[][operations.X]${x}`, '-', `[@operations.X${x}]`],
    [`[]map[string][shared.X]${x}`, '-', `[{@shared.X${x}}]`],
    [`map[string][*components.X]${x}`, '-', `{@components.X${x}?}`],
    ['map[string][*big.Int](https://pkg.go.dev/math/big#Int)', '-', '{int:big}'],
  ])
})

describe('models', () => {
  expectCells(go, [
    [`[components.X]${x}`, '+', `@components.X${x}!`],
    [`[*components.X]${x}`, '+', `@components.X${x}?`],
    [`[*components.X]${x}`, '-', `@components.X${x}`],
    ['[*X](../../models/shared/x.md)', '-', '@X(../../models/shared/x.md)'],
    // A folder of models may be called as that of the date's page is.
    ['[types.Money](../../models/types/money.md)', '+', '@types.Money(../../models/types/money.md)!'],
  ])
})

describe('the wrapper around a whole cell', () => {
  expectCells(go, [
    ['optionalnullable.OptionalNullable[`string`]', '-', 'string?'],
    ['optionalnullable.OptionalNullable[[]`string`]', '-', '[string]?'],
    [`optionalnullable.OptionalNullable[[components.X]${x}]`, '-', `@components.X${x}?`],
  ])

  test('is not written where it was not read', () => {
    expect(go.render({ kind: 'string', nullable: true }, { required: false })).toBe('`*string`')
  })
})

describe('old notations', () => {
  expectCells(go, [
    ['*string*', '+', 'string!', '`string`'],
    ['**string*', '-', 'string', '`*string`'],
    ['**int64*', '+', 'int?', '`*int64`'],
    ['[]*string*', '+', '[string]', '[]`string`'],
    ['map[string]*interface{}*', '-', '{any}', 'map[string]`any`'],
    ['*interface{}*', '-', 'any', '`any`'],
    ['*[]byte*', '-', 'bytes', '`[]byte`'],
  ])
})

describe('problems', () => {
  expectProblems(go, [
    ['`*strin`', '-', ['CG302 2-7'], 'unknown'],
    ['`string', '+', ['CG301 7-7'], 'unknown'],
    ['`string*', '+', ['CG301 7-8'], 'unknown'],
    ['[]', '-', ['CG301 2-2'], 'unknown'],
    ['map[int]`string`', '-', ['CG301 0-16'], 'unknown'],
    ['`Door`', '+', ['CG302 1-5'], '@Door!'],
    ['`string`', '-', ['CG304 0-8'], 'string'],
    [`[components.X]${x}`, '-', [`CG304 0-${14 + x.length}`], `@components.X${x}`],
    ['[*time.Tim](https://pkg.go.dev/time#Time)', '-', ['CG302 1-10'], '@time.Tim(https://pkg.go.dev/time#Time)'],
    ['optionalnullable.OptionalNullable[`string`]', '+', ['CG304 0-43'], 'string?'],
  ])
})

describe('streams', () => {
  expectCells(go, [
    ['`*stream.EventStream[components.Event]`', '-', '<*stream.EventStream[components.Event]>'],
    ['`*stream.EventStream[[]string]`', '+', '<*stream.EventStream[[]string]>'],
    ['`*jsonl.JsonLStream[Event]`', '-', '<*jsonl.JsonLStream[Event]>'],
  ])
})
