// Knows that a constant of one language agrees with what the others, who have no word for it, write in its place.

import { describe, expect, test } from 'vitest'
import { dialectOf } from '../../src/dialects/index.js'
import { meet, type Models } from '../../src/reconcile/meet.js'
import type { Type } from '../../src/ir/type.js'

const models: Models = {
  kindOf: () => 'unknown',
  constantOf: () => undefined,
  membersOf: () => [],
  isEmpty: () => false,
}

/** What a required cell of a language says. */
function said(id: string, cell: string): Type {
  const { type, problems } = dialectOf(id)?.parse(cell, { required: true, file: 'docs/models/shared/crate.md' }) ?? {
    type: { kind: 'unknown', nullable: 'unknown' } as const,
    problems: [{ code: 'CG301' }],
  }
  expect(problems).toEqual([])
  return type
}

/** What all cells together say, in the order given; undefined where two are at odds. */
function together(cells: { readonly [id: string]: string }): Type | undefined {
  const [first, ...rest] = Object.entries(cells).map(([id, cell]) => said(id, cell))
  return rest.reduce<Type | undefined>((all, one) => (all === undefined ? all : meet(all, one, models)), first)
}

const DOCS = 'https://docs.python.org/3/library/datetime.html'
const day = {
  python: `[datetime](${DOCS}#datetime-objects)`,
  go: '[types.Date](../../types/date.md)',
  java: '[LocalDate](https://docs.oracle.com/javase/8/docs/api/java/time/LocalDate.html)',
  php: '[\\DateTime](https://www.php.net/manual/en/class.datetime.php)',
}

describe('constants', () => {
  test.each([
    [
      'a truth value',
      true,
      '*true*',
      {
        python: '*Literal[True]*',
        go: '`bool`',
        java: '*boolean*',
        csharp: '*bool*',
        php: '*bool*',
        ruby: '*T::Boolean*',
      },
    ],
    [
      'a whole number',
      7,
      '*7*',
      { python: '*Literal[7]*', go: '`int64`', java: '*long*', csharp: '*int*', php: '*int*', ruby: '*::Integer*' },
    ],
    [
      'a fraction',
      1.5,
      '*1.5*',
      { python: '*float*', go: '`float64`', java: '*double*', csharp: '*double*', php: '*float*', ruby: '*::Float*' },
    ],
    ['a decimal', 2.5, '*2.5*', { python: '*Decimal*', java: '*BigDecimal*', csharp: '*decimal*' }],
    ['a text', 'oak', '*"oak"*', { python: '*Literal["oak"]*', go: '`string`', ruby: '*::String*' }],
    ['a day', '2031-05-06', '*"2031-05-06"*', day],
  ] as const)('%s', (_, value, cell, others) => {
    expect(together({ typescript: cell, ...others })).toMatchObject({ kind: 'literal', value })
    expect(together({ ...others, typescript: cell })).toMatchObject({ kind: 'literal', value })
  })

  test.each([
    ['*7*', { go: '`bool`' }],
    ['*true*', { go: '`int64`' }],
    ['*"oak"*', { java: '*long*' }],
    ['*7*', { python: '*int*' }],
    ['*true*', { python: '*bool*' }],
  ] as const)('%s is no value of another type, nor of one that could say it', (cell, other) => {
    expect(together({ typescript: cell, ...other })).toBeUndefined()
  })

  test('what one language would have said is ruled out for all', () => {
    expect(together({ go: '`bool`', python: '*bool*', typescript: '*true*' })).toBeUndefined()
  })
})

describe('numbers that are text on the wire', () => {
  test.each([
    ['*BigInt*', { python: '*int*', java: '*BigInteger*', ruby: '*::String*' }],
    ['*Decimal*', { python: '*Decimal*', csharp: '*decimal*', ruby: '*::String*' }],
  ])('%s is what the language says that has no such numbers', (cell, others) => {
    expect(together({ typescript: cell, ...others })).toMatchObject({ kind: 'string' })
  })

  test('no other number is text', () => {
    expect(together({ typescript: '*number*', ruby: '*::String*' })).toBeUndefined()
    expect(together({ typescript: '*BigInt*', python: '*int*' })).toMatchObject({ kind: 'number', format: 'big' })
  })
})
