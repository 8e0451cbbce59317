// Knows how each cell of the PHP notation is read and written back.

import { describe } from 'vitest'
import { php } from '../../src/dialects/speakeasy/php.js'
import { expectCells, expectProblems } from './cells.js'

const x = '(../../Models/Shared/X.md)'
const moment = '[\\DateTime](https://www.php.net/manual/en/class.datetime.php)'

describe('words', () => {
  expectCells(php, [
    ['*string*', '+', 'string'],
    ['*?string*', '-', 'string'],
    ['*?int*', '-', 'int'],
    ['*float*', '+', 'float'],
    ['*?bool*', '-', 'boolean'],
    ['*mixed*', '+', 'any'],
    ['*mixed*', '-', 'any'],
    ['*\\Brick\\Math\\BigDecimal*', '+', 'float:decimal'],
    ['*?\\Brick\\Math\\BigDecimal*', '-', 'float:decimal'],
    ['*\\Brick\\Math\\BigInteger*', '+', 'int:big'],
    [moment, '+', 'some-date'],
    [moment, '-', 'some-date'],
    [
      '[\\Psr\\Http\\Message\\ResponseInterface](https://www.php-fig.org/psr/psr-7/#33-psrhttpmessageresponseinterface)',
      '-',
      '<\\Psr\\Http\\Message\\ResponseInterface>',
    ],
  ])
})

describe('lists and maps', () => {
  expectCells(php, [
    ['array<*string*>', '-', '[string]'],
    ['array<string, *mixed*>', '-', '{any}'],
    ['array<string, array<*string*>>', '+', '{[string]}'],
    ['array<array<*float*>>', '+', '[[float]]'],
    [`array<[Shared\\X]${x}>`, '-', `[@Shared\\X${x}]`],
    [`array<string, [Shared\\X]${x}>`, '+', `{@Shared\\X${x}}`],
    [`array<${moment}>`, '-', '[some-date]'],
  ])
})

describe('models', () => {
  expectCells(php, [
    [`[Shared\\X]${x}`, '+', `@Shared\\X${x}`],
    [`[?Shared\\X]${x}`, '-', `@Shared\\X${x}`],
    ['[?X](./X.md)', '-', '@X(./X.md)'],
    ['*?Models\\Shared\\X*', '-', '@Models\\Shared\\X'],
  ])
})

describe('unions', () => {
  expectCells(php, [
    [`[string\\|array]${x}`, '+', `@=(string | [{}])${x}`],
    [`[string\\|array\\|null]${x}`, '-', `@=(string | [{}])${x}`],
    [`[Shared\\A\\|Shared\\B]${x}`, '+', `@=(@Shared\\A | @Shared\\B)${x}`],
    [`[array\\|string\\|float\\|bool\\|null]${x}`, '-', `@=([{}] | string | float | boolean)${x}`],
    [`[\\DateTime\\|string\\|null]${x}`, '-', `@=(some-date | string)${x}`],
    [`[\\DateTime\\|LocalDate\\|null]${x}`, '-', `@=(some-date | date)${x}`],
    [`[LocalDate](../../Models/Shared/LocalDate.md)`, '+', '@LocalDate(../../Models/Shared/LocalDate.md)'],
    [`array<[string\\|int]${x}>`, '-', `[@=(string | int)${x}]`],
    [`[A\\|B\\|null](./X.md)`, '-', '@=(@A | @B)(./X.md)'],
    [`[mixed\\|string]${x}`, '+', `@=(any | string)${x}`],
  ])
})

describe('old notations', () => {
  expectCells(php, [
    [
      '[?\\Acme\\Acme\\Models\\Shared\\X](../../Models/Shared/X.md)',
      '-',
      '@\\Acme\\Acme\\Models\\Shared\\X(../../Models/Shared/X.md)',
    ],
    [`[Shared\\X\\|string\\|Shared\\X\\|float\\|null]${x}`, '-', `@=(@Shared\\X | string | @Shared\\X | float)${x}`],
    ['[X](../../models/shared/X.md)', '+', '@X(../../models/shared/X.md)'],
    ['[?X](../../models/shared/X.md)', '-', '@X(../../models/shared/X.md)'],
  ])
})

describe('problems', () => {
  expectProblems(php, [
    ['*?strin*', '-', ['CG302 2-7'], 'unknown'],
    ['array<*string*', '-', ['CG301 14-14'], 'unknown'],
    ['*Door*', '+', ['CG302 1-5'], '@Door'],
    ['*string*', '-', ['CG304 0-8'], 'string'],
    ['*?string*', '+', ['CG304 1-8'], 'string'],
    [`[Shared\\X]${x}`, '-', [`CG304 0-${10 + x.length}`], `@Shared\\X${x}`],
    [`[string\\|array]${x}`, '-', ['CG304 1-14'], `@=(string | [{}])${x}`],
    [`[string\\|null]${x}`, '+', ['CG304 1-13'], `@=(string)${x}`],
    [`[string|array]${x}`, '+', ['CG301 7-40'], 'unknown'],
    [`[string\\|]${x}`, '+', ['CG301 9-36'], 'unknown'],
  ])
})
