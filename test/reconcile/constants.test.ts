// Knows that a constant of one language agrees with what the others, who have no word for it, write in its place.

import { describe, expect, test } from 'vitest'
import { dialectOf } from '../../src/dialects/index.js'
import { meet, type Models } from '../../src/reconcile/meet.js'
import type { Type } from '../../src/ir/type.js'
import { told } from '../support/invented.js'
import { recoverPages, type Pages } from '../support/recovered.js'

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

const YES = ':heavy_check_mark:'

/** A page of a crate with these rows, each a field and its type. */
function crate(path: string, rows: readonly (readonly [string, string])[]): Pages {
  const lines = rows.map(([name, type]) => `| \`${name}\` | ${type} | ${YES} | N/A |`)
  const head = ['| Field | Type | Required | Description |', '| --- | --- | --- | --- |']
  return { [path]: `# Crate\n\n\n## Fields\n\n${[...head, ...lines].join('\n')}` }
}

describe('docs that nowhere write a constant', () => {
  const python = crate('python/docs/models/shared/crate.md', [
    ['wood', '*Literal["oak"]*'],
    ['sides', '*Literal[6]*'],
    ['label', '*str*'],
  ])
  const go = crate('go/docs/models/shared/crate.md', [
    ['Wood', '*string*'],
    ['Sides', '*int64*'],
    ['Label', '*string*'],
  ])
  const typescript = (wood: string, sides: string): Pages =>
    crate('typescript/docs/models/shared/crate.md', [
      ['wood', wood],
      ['sides', sides],
      ['label', '*string*'],
    ])

  test('had no way to', async () => {
    const { findings, model: api } = await recoverPages({ ...python, ...go, ...typescript('*string*', '*number*') })
    expect(told(findings)).toEqual([])
    const [crated] = api.models
    expect(crated?.kind === 'object' ? crated.fields.map(({ name, type }) => [name, type.kind]) : []).toEqual([
      ['wood', 'literal'],
      ['sides', 'literal'],
      ['label', 'string'],
    ])
  })

  test('and those that write one elsewhere deny it', async () => {
    const { findings } = await recoverPages({ ...python, ...go, ...typescript('*string*', '*6*') })
    expect(told(findings)).toEqual([
      'type-conflict shared/crate.wood typescript typescript/docs/models/shared/crate.md:8:12',
    ])
  })
})
