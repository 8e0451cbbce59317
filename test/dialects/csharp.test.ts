// Knows how each cell of the C# notation is read and written back.

import { describe } from 'vitest'
import { csharp } from '../../src/dialects/speakeasy/csharp.js'
import { expectCells, expectProblems } from './cells.js'

const x = '(../../Models/Components/X.md)'
const net = 'https://learn.microsoft.com/en-us/dotnet/api'
const moment = `[DateTime](${net}/system.datetime?view=net-5.0)`
const day = '[LocalDate](https://nodatime.org/3.1.x/api/NodaTime.LocalDate.html)'

describe('words', () => {
  expectCells(csharp, [
    ['*string*', '+', 'string'],
    ['*string*', '-', 'string'],
    ['*bool*', '-', 'boolean'],
    ['*int*', '+', 'int:int32'],
    ['*long*', '-', 'int'],
    ['*float*', '+', 'float:float'],
    ['*double*', '-', 'float'],
    ['*decimal*', '+', 'float:decimal'],
    ['*BigInteger*', '-', 'int:big'],
    ['*object*', '+', 'any'],
    ['*byte[]*', '-', 'bytes'],
    ['*HttpRequestMessage*', '+', '<HttpRequestMessage>'],
    [moment, '-', 'date-time'],
    [`[DateTime](${net}/system.datetime?view=net-9.0)`, '-', 'date-time'],
    [day, '-', 'date'],
    [`[DateOnly](${net}/system.dateonly?view=net-6.0)`, '+', 'date'],
    [`[HttpResponseMessage](${net}/system.net.http.httpresponsemessage?view=net-5.0)`, '+', '<HttpResponseMessage>'],
  ])
})

describe('lists and maps', () => {
  expectCells(csharp, [
    ['List<*string*>', '-', '[string]'],
    ['List<List<*double*>>', '+', '[[float]]'],
    ['Dictionary<String, *object*>', '-', '{any}'],
    ['Dictionary<String, List<*string*>>', '+', '{[string]}'],
    [`List<[X]${x}>`, '-', `[@X${x}]`],
    [`List<${moment}>`, '+', '[date-time]'],
    ['List<*byte[]*>', '+', '[bytes]'],
  ])
})

describe('models', () => {
  expectCells(csharp, [
    [`[X]${x}`, '+', `@X${x}`],
    [`[X]${x}`, '-', `@X${x}`],
    [`[Models.Components.X]${x}`, '-', `@Models.Components.X${x}`],
    [
      '[Models.Components.Type](../../Models/Components/Type.md)',
      '-',
      '@Models.Components.Type(../../Models/Components/Type.md)',
    ],
    ['[X](./X.md)', '+', '@X(./X.md)'],
  ])
})

describe('problems', () => {
  expectProblems(csharp, [
    ['*String*', '+', ['CG302 1-7'], '@String'],
    ['*strin*', '+', ['CG302 1-6'], 'unknown'],
    ['List<*string*', '+', ['CG301 13-13'], 'unknown'],
    ['Dictionary<*string*>', '+', ['CG301 0-20'], 'unknown'],
    ['*X*', '-', ['CG302 1-2'], '@X'],
    ['*?string*', '-', ['CG301 1-9'], 'unknown'],
  ])
})

describe('streams', () => {
  expectCells(csharp, [
    ['*EventStream<Event>*', '-', '<EventStream<Event>>'],
    ['*EventStream<Models.Components.Event>*', '+', '<EventStream<Models.Components.Event>>'],
  ])
})
