// Knows how each cell of the Ruby notation is read and written back.

import { describe } from 'vitest'
import { ruby } from '../../src/dialects/speakeasy/ruby.js'
import { expectCells, expectProblems } from './cells.js'

const x = '(../../models/shared/x.md)'
const rdoc = 'https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc'
const moment = `[Date](${rdoc}/Date.html)`

describe('words', () => {
  expectCells(ruby, [
    ['*::String*', '+', 'string!'],
    ['*T.nilable(::String)*', '-', 'string'],
    ['*T.nilable(::String)*', '+', 'string?'],
    ['*::Integer*', '+', 'int!'],
    ['*T.nilable(::Float)*', '-', 'float'],
    ['*T::Boolean*', '+', 'boolean!'],
    ['*T.nilable(T::Boolean)*', '-', 'boolean'],
    ['*::Object*', '+', 'any!'],
    ['*::Object*', '-', 'any'],
    ['*T.nilable(::Object)*', '-', 'any'],
    ['*::Date*', '+', 'date'],
    ['*::DateTime*', '+', 'date-time'],
    [moment, '+', 'date-time'],
    [moment, '-', 'date-time'],
    [`[DateTime](${rdoc}/DateTime.html)`, '-', 'date'],
    ['[Faraday::Response](https://www.rubydoc.info/gems/faraday/Faraday/Response)', '+', '<Faraday::Response>'],
  ])
})

describe('lists and maps', () => {
  expectCells(ruby, [
    ['T::Array<*::String*>', '-', '[string]'],
    ['T::Hash[Symbol, *::Object*]', '-', '{any}'],
    ['T::Hash[Symbol, T::Array<*::String*>]', '+', '{[string]}'],
    [`T::Array<[Models::Shared::X]${x}>`, '-', `[@Models::Shared::X${x}]`],
    ['T::Array<*T.nilable(::String)*>', '+', '[string?]'],
    [`T::Array<${moment}>`, '+', '[date-time]'],
    ['*T::Array[::String]*', '+', '[string]'],
    ['*T.nilable(T::Hash[Symbol, ::Object])*', '-', '{any}'],
  ])
})

describe('models', () => {
  expectCells(ruby, [
    [`[Models::Shared::X]${x}`, '+', `@Models::Shared::X${x}!`],
    [`[T.nilable(Models::Shared::X)]${x}`, '-', `@Models::Shared::X${x}`],
    [`[T.nilable(Models::Shared::X)]${x}`, '+', `@Models::Shared::X${x}?`],
    ['[Models::Date](../models/date.md)', '+', '@Models::Date(../models/date.md)!'],
  ])
})

describe('unions', () => {
  expectCells(ruby, [
    [`[T.any(::String, ::Float)]${x}`, '+', `@=(string | float)${x}!`],
    [`[T.nilable(T.any(T::Hash[Symbol, ::Object], ::String))]${x}`, '-', `@=({any} | string)${x}`],
    [
      `[T.nilable(T.any(Models::Shared::A, T::Array[Models::Shared::B]))]${x}`,
      '-',
      `@=(@Models::Shared::A | [@Models::Shared::B])${x}`,
    ],
    [`[T.any(::DateTime, ::Date)]${x}`, '+', `@=(date-time | date)${x}!`],
    [`[T.any(::String, T.any(::Integer, T::Boolean))]${x}`, '+', `@=(string | (int | boolean))${x}!`],
    [`T::Array<[T.any(::String, ::Integer)]${x}>`, '-', `[@=(string | int)${x}]`],
    ['*::AcmeSDK::Utils::EventStream*', '+', '<::AcmeSDK::Utils::EventStream>'],
  ])
})

describe('old notations', () => {
  expectCells(ruby, [
    ['*String*', '+', 'string!', '*::String*'],
    ['*T.nilable(Float)*', '-', 'float', '*T.nilable(::Float)*'],
    ['*Integer*', '+', 'int!', '*::Integer*'],
    ['[T.nilable(Shared::X)](../../models/shared/x.md)', '-', '@Shared::X(../../models/shared/x.md)'],
    [
      '[::AcmeRubySDK::Shared::X](../../models/shared/x.md)',
      '+',
      '@::AcmeRubySDK::Shared::X(../../models/shared/x.md)!',
    ],
    ['*Crystalline::Nilable.new(::String)*', '-', 'string', '*T.nilable(::String)*'],
    ['*Crystalline::Nilable.new(Crystalline::Boolean.new)*', '-', 'boolean', '*T.nilable(T::Boolean)*'],
    [
      `[Crystalline::Nilable.new(Crystalline::DiscriminatedUnion.new('kind', { 'oak' => Models::Shared::Oak, 'elm' => Models::Shared::Elm }))]${x}`,
      '-',
      `@=(@Models::Shared::Oak | @Models::Shared::Elm)${x}`,
      `[T.nilable(T.any(Models::Shared::Oak, Models::Shared::Elm))]${x}`,
    ],
    ['Crystalline::Array<*::String*>', '+', '[string]', 'T::Array<*::String*>'],
    ['Crystalline::Hash[Symbol, *::Object*]', '+', '{any}', 'T::Hash[Symbol, *::Object*]'],
  ])
})

describe('problems', () => {
  expectProblems(ruby, [
    ['*T.nilable(::String*', '-', ['CG301 19-20'], 'unknown'],
    ['*::Strin*', '+', ['CG302 1-8'], '@::Strin!'],
    ['T::Array[*::String*]', '+', ['CG301 0-20'], 'unknown'],
    ['*T::Array<::String>*', '+', ['CG302 1-9'], 'unknown'],
    ['*::String*', '-', ['CG304 0-10'], 'string'],
    [`[Models::Shared::X]${x}`, '-', [`CG304 0-${19 + x.length}`], `@Models::Shared::X${x}`],
    [`[T.any(::String, )]${x}`, '+', ['CG301 17-45'], 'unknown'],
    [`[Crystalline::DiscriminatedUnion.new('kind', { 'oak' => })]${x}`, '+', ['CG301 56-85'], 'unknown'],
    [`[T.any(::String]${x}`, '+', ['CG301 15-42'], 'unknown'],
  ])
})
