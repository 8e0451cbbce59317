// Knows how each cell of the Java notation is read and written back.

import { describe, expect, test } from 'vitest'
import { java } from '../../src/dialects/speakeasy/java.js'
import { expectCells, expectProblems } from './cells.js'

const x = '(../../models/components/X.md)'
const moment = '[OffsetDateTime](https://docs.oracle.com/javase/8/docs/api/java/time/OffsetDateTime.html)'
const day = '[LocalDate](https://docs.oracle.com/javase/8/docs/api/java/time/LocalDate.html)'
const http = '(https://docs.oracle.com/en/java/javase/11/docs/api/java.net.http/java/net/http/HttpResponse.html)'

describe('words', () => {
  expectCells(java, [
    ['*String*', '+', 'string!'],
    ['*Optional\\<String>*', '-', 'string'],
    ['*Optional\\<String>*', '+', 'string?'],
    ['*boolean*', '+', 'boolean!'],
    ['*Optional\\<Boolean>*', '-', 'boolean'],
    ['*double*', '+', 'float!'],
    ['*Optional\\<Double>*', '-', 'float'],
    ['*float*', '+', 'float:float!'],
    ['*Optional\\<Float>*', '+', 'float:float?'],
    ['*long*', '+', 'int!'],
    ['*Optional\\<Long>*', '-', 'int'],
    ['*int*', '+', 'int:int32!'],
    ['*Optional\\<Integer>*', '-', 'int:int32'],
    ['*Object*', '+', 'any!'],
    ['*Optional\\<Object>*', '-', 'any'],
    ['*Object*', '-', 'any'],
    ['*BigDecimal*', '+', 'float:decimal!'],
    ['*Optional\\<BigInteger>*', '-', 'int:big'],
    ['*InputStream*', '+', 'response-bytes!'],
    ['*InputStream*', '-', 'response-bytes'],
    ['*Optional\\<InputStream>*', '-', 'response-bytes'],
    ['byte[]', '+', 'request-bytes'],
    ['byte[]', '-', 'request-bytes'],
    [moment, '+', 'date-time'],
    [moment, '-', 'date-time'],
    [day, '-', 'date'],
    [`[HttpResponse\\<?>]${http}`, '+', '<HttpResponse\\<?>>'],
    [`[HttpResponse\\<InputStream>]${http}`, '+', '<HttpResponse\\<InputStream>>'],
    [
      '[HttpResponse\\<?>](../../../src/main/java/com/acme/utils/transport/HttpResponse.java)',
      '+',
      '<HttpResponse\\<?>>',
    ],
    ['[Blob](../../../src/main/java/com/acme/utils/Blob.java)', '-', 'request-bytes'],
  ])
})

describe('null by a wrapper of its own', () => {
  expectCells(java, [
    ['*JsonNullable\\<String>*', '-', 'string?'],
    ['*JsonNullable\\<Boolean>*', '-', 'boolean?'],
    ['*JsonNullable\\<String>*', '+', 'string?'],
    [`[JsonNullable\\<X>]${x}`, '-', `@X${x}?`],
  ])

  test('is not written where it was not read', () => {
    expect(java.render({ kind: 'string', nullable: true }, { required: false })).toBe('*Optional\\<String>*')
    expect(java.render({ kind: 'string', nullable: true }, { required: true })).toBe('*Optional\\<String>*')
  })
})

describe('lists and maps', () => {
  expectCells(java, [
    ['List\\<*String*>', '-', '[string]'],
    ['List\\<*double*>', '+', '[float]'],
    ['Map\\<String, *Object*>', '-', '{any}'],
    ['Map\\<String, List\\\\<*String*>>', '+', '{[string]}'],
    ['List\\<Map\\\\<String, List\\\\\\<*long*>>>', '+', '[{[int]}]'],
    [`List\\<[X]${x}>`, '-', `[@X${x}]`],
    [`List\\<${moment}>`, '+', '[date-time]'],
  ])
})

describe('models', () => {
  expectCells(java, [
    [`[X]${x}`, '+', `@X${x}!`],
    [`[Optional\\<X>]${x}`, '-', `@X${x}`],
    [`[Optional\\<X>]${x}`, '+', `@X${x}?`],
    ['[Optional\\<String1>](./String1.md)', '-', '@String1(./String1.md)'],
  ])
})

describe('old notations', () => {
  expectCells(java, [
    [
      '[com.acme.models.shared.X](../../models/shared/X.md)',
      '+',
      '@com.acme.models.shared.X(../../models/shared/X.md)!',
    ],
    ['*Integer*', '+', 'int:int32!', '*int*'],
    ['*Long*', '-', 'int', '*Optional\\<Long>*'],
    ['*java.lang.Object*', '+', 'any!', '*Object*'],
    ['List<*String*>', '-', '[string]', 'List\\<*String*>'],
    ['Map<String, List<*String*>>', '+', '{[string]}', 'Map\\<String, List\\\\<*String*>>'],
    ['*Optional<String>*', '-', 'string', '*Optional\\<String>*'],
    [`[Optional<X>]${x}`, '-', `@X${x}`, `[Optional\\<X>]${x}`],
    [`[HttpResponse<byte[]>]${http}`, '+', '<HttpResponse<byte[]>>'],
    [`[HttpResponse<InputStream>]${http}`, '+', '<HttpResponse<InputStream>>'],
    ['*Optional\\<byte[]>*', '-', 'bytes', 'byte[]'],
    ['*byte[]*', '+', 'bytes!', 'byte[]'],
  ])
})

describe('old wrappers with a bound, and names with their package', () => {
  const packaged = '[com.acme.lockers_api.models.components.X](../../models/components/X.md)'
  expectCells(java, [
    ['*Optional<? extends String>*', '-', 'string', '*Optional\\<String>*'],
    ['*Optional<? extends Boolean>*', '+', 'boolean?', '*Optional\\<Boolean>*'],
    ['*Optional<? extends java.lang.Object>*', '-', 'any', '*Optional\\<Object>*'],
    ['*Optional<? extends byte[]>*', '-', 'bytes', 'byte[]'],
    ['*Optional<? extends InputStream>*', '-', 'response-bytes', '*Optional\\<InputStream>*'],
    ['*JsonNullable<? extends Double>*', '-', 'float?', '*Optional\\<Double>*'],
    ['*JsonNullable<Long>*', '-', 'int?', '*Optional\\<Long>*'],
    [`[JsonNullable<X>]${x}`, '-', `@X${x}?`, `[Optional\\<X>]${x}`],
    [
      `[Optional<? extends com.acme.models.components.X>]${x}`,
      '-',
      `@com.acme.models.components.X${x}`,
      `[Optional\\<com.acme.models.components.X>]${x}`,
    ],
    [
      `[JsonNullable<? extends com.acme.models.components.X>]${x}`,
      '-',
      `@com.acme.models.components.X${x}?`,
      `[Optional\\<com.acme.models.components.X>]${x}`,
    ],
    [packaged, '+', `@com.acme.lockers_api.models.components.X${x}!`],
    [`List<${packaged}>`, '-', `[@com.acme.lockers_api.models.components.X${x}]`, `List\\<${packaged}>`],
    ['Map<String, *java.lang.Object*>', '+', '{any}', 'Map\\<String, *Object*>'],
  ])
})

describe('problems', () => {
  expectProblems(java, [
    ['*Optional\\<String*', '-', ['CG301 17-18'], 'unknown'],
    ['*Sting*', '+', ['CG302 1-6'], '@Sting!'],
    ['*Maybe\\<String>*', '-', ['CG302 1-6'], 'unknown'],
    ['List\\<*String*', '+', ['CG301 14-14'], 'unknown'],
    ['Map\\<*String*>', '+', ['CG301 0-14'], 'unknown'],
    ['byte', '+', ['CG301 0-4'], 'unknown'],
    ['*string*', '+', ['CG302 1-7'], 'unknown'],
  ])
})

describe('streams', () => {
  expectCells(java, [
    ['*EventStream\\<Event>*', '+', '<EventStream\\<Event>>'],
    ['*Optional\\<EventStream\\<Event>>*', '-', '<EventStream\\<Event>>'],
  ])
})
