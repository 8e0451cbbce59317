// Knows how each cell of the TypeScript notation is read and written back.

import { describe, expect, test } from 'vitest'
import { typescript } from '../../src/dialects/speakeasy/typescript.js'
import { show, expectCells, expectProblems } from './cells.js'

const date = '[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)'
const file = '[File](https://developer.mozilla.org/en-US/docs/Web/API/File)'
const blob = '[Blob](https://developer.mozilla.org/en-US/docs/Web/API/Blob)'
const photo = '[components.Photo](../../models/components/photo.md)'
const response = '[Response](https://developer.mozilla.org/en-US/docs/Web/API/Response)'

describe('words', () => {
  expectCells(typescript, [
    ['*string*', '+', 'string'],
    ['*string*', '-', 'string'],
    ['*number*', '+', 'num'],
    ['*boolean*', '-', 'boolean'],
    ['*any*', '+', 'any'],
    ['*BigInt*', '+', 'int:big'],
    ['*bigint*', '+', 'int:big', '*BigInt*'],
    ['*Decimal*', '-', 'float:decimal'],
    ['*Uint8Array*', '+', 'bytes'],
    ['*ReadableStream<Uint8Array>*', '+', 'bytes'],
    [date, '-', 'date-time'],
    ['[RFCDate](../../types/rfcdate.md)', '+', 'date'],
    ['[Date](../../types/rfcdate.md)', '+', 'date'],
    ['[Date](../../types/rfcdate.md)[]', '-', '[date]'],
    [response, '-', '<Response>'],
    ['*Request*', '+', '<Request>'],
    ['[AxiosResponse](https://axios-http.com/docs/res_schema)', '+', '<AxiosResponse>'],
  ])
})

describe('constants', () => {
  expectCells(typescript, [
    ['*"lead"*', '+', '"lead"'],
    ['*"two words, a * and a ]"*', '+', '"two words, a * and a ]"'],
    ['*"a\\|b"*', '+', '"a|b"'],
    ['*"a\\"b"*', '+', '"a\\"b"'],
    ['*"C:\\dir"*', '+', '"C:\\\\dir"'],
    ['*""*', '+', '""'],
    ['*7*', '-', '7'],
    ['*-1.5*', '-', '-1.5'],
    ['*true*', '+', 'true'],
    ['*false*', '+', 'false'],
    ['*null*', '+', 'null'],
    ['*"a"*[]', '+', '["a"]'],
  ])
})

describe('lists and maps', () => {
  expectCells(typescript, [
    ['*string*[]', '+', '[string]'],
    ['*string*[][]', '+', '[[string]]'],
    ['Record<string, *any*>', '-', '{any}'],
    ['Record<string, *string*[]>', '+', '{[string]}'],
    [
      'Record<string, [shared.X](../../../sdk/models/shared/x.md)>[]',
      '-',
      '[{@shared.X(../../../sdk/models/shared/x.md)}]',
    ],
    ['Record<string, Record<string, *number*>>', '+', '{{num}}'],
    [`${date}[]`, '-', '[date-time]'],
    ['*operations.Fields*[]', '-', '[@operations.Fields]'],
    [`Record<string, [RFCDate](../../types/rfcdate.md)>`, '-', '{date}'],
  ])
})

describe('models', () => {
  expectCells(typescript, [
    ['[shared.AdsAd](../../../sdk/models/shared/adsad.md)', '-', '@shared.AdsAd(../../../sdk/models/shared/adsad.md)'],
    [
      '[components.Parcel](../../models/components/parcel.md)[]',
      '+',
      '[@components.Parcel(../../models/components/parcel.md)]',
    ],
    ['[models.Parcel](../models/parcel.md)', '+', '@models.Parcel(../models/parcel.md)'],
    ['[Parcel](./Parcel.md)', '+', '@Parcel(./Parcel.md)'],
    ['*shared.Value*', '-', '@shared.Value'],
    ['[Door](../../models/shared/door.md)', '-', '@Door(../../models/shared/door.md)'],
    // A model may be called as a word is; the link tells.
    [
      '[components.Response](../../models/components/response.md)',
      '+',
      '@components.Response(../../models/components/response.md)',
    ],
    ['[Date](../../models/shared/date.md)', '+', '@Date(../../models/shared/date.md)'],
    ['[types.RFCDate](../../models/types/rfcdate.md)', '+', '@types.RFCDate(../../models/types/rfcdate.md)'],
  ])
})

describe('uploads', () => {
  expectCells(typescript, [
    [`${file} \\| ${blob} \\| ${photo}`, '+', '(bytes | bytes | @components.Photo(../../models/components/photo.md))'],
    [
      `${file} \\| [Blob](../../types/blob.md) \\| ${photo}`,
      '-',
      '(bytes | bytes | @components.Photo(../../models/components/photo.md))',
    ],
  ])
})

describe('what no cell of the docs at hand has', () => {
  expectCells(typescript, [
    ['*EventStream<operations.X>*', '+', '<EventStream<operations.X>>'],
    ['*JsonLStream<operations.X>*', '+', '<JsonLStream<operations.X>>'],
    ['*string \\| number*', '-', '(string | num)'],
    ['*(string \\| number)[]*', '+', '[(string | num)]'],
  ])
})

describe('links that depend on the page', () => {
  test.each([
    ['docs/models/components/parcel.md', '../../types/rfcdate.md'],
    ['docs/sdk/models/shared/parcel.md', '../../../types/rfcdate.md'],
    ['packages/locker/docs/models/parcel.md', '../types/rfcdate.md'],
    ['docs/parcel.md', './types/rfcdate.md'],
    ['pages/parcel.md', '../../types/rfcdate.md'],
  ])('%s', (page, href) => {
    const type = { kind: 'date', time: false, nullable: 'unknown' } as const
    expect(typescript.render(type, { required: true, file: page })).toBe(`[RFCDate](${href})`)
    expect(typescript.parse(`[RFCDate](${href})`, { required: true, file: page })).toEqual({ type, problems: [] })
  })

  test('any depth is read and kept', () => {
    const cell = '[RFCDate](../../../../types/rfcdate.md)'
    const { type, problems } = typescript.parse(cell, { required: true, file: 'docs/models/a.md' })
    expect([show(type), problems]).toEqual(['date', []])
    expect(typescript.render(type, { required: true, file: 'docs/models/a.md' })).toBe(cell)
  })
})

describe('references can be written for another page', () => {
  test('name and link are asked for', () => {
    const { type } = typescript.parse('[Door](../../models/shared/door.md)', { required: true })
    const reference = () => ({ name: 'shared.Door', href: '../../../sdk/models/shared/door.md' })
    expect(typescript.render(type, { required: true, reference })).toBe(
      '[shared.Door](../../../sdk/models/shared/door.md)',
    )
  })
})

describe('problems', () => {
  expectProblems(typescript, [
    ['', '+', ['CG301 0-0'], 'unknown'],
    ['string', '+', ['CG301 0-6'], 'unknown'],
    ['*strng*', '+', ['CG302 1-6'], 'unknown'],
    ['*String*', '+', ['CG302 1-7'], '@String'],
    ['*string', '+', ['CG301 7-7'], 'unknown'],
    ['*string* or *number*', '+', ['CG301 8-20'], 'unknown'],
    ['Record<string, *string*', '+', ['CG301 23-23'], 'unknown'],
    ['Record<number, *string*>', '+', ['CG301 0-24'], 'unknown'],
    ['[shared.X](../x.md', '+', ['CG301 1-18'], 'unknown'],
    ['[Parcel](https://example.com)', '+', ['CG302 1-7'], '@Parcel(https://example.com)'],
    ['*"open*', '+', ['CG301 1-7'], 'unknown'],
    ['*string*  ', '+', ['CG301 8-10'], 'unknown'],
  ])
})
