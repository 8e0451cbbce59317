// Knows what is too much for a reader of tables and types, and what is told of it.

import { DOOR, door, fieldNames, modelNames, page, row, valuesPage, type InputCase } from './case.js'

const many = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index))
const nested = (depth: number): string => `*${'List['.repeat(depth)}str${']'.repeat(depth)}*`
const wide = (count: number): string => `${door}\n\n|${' a |'.repeat(count)}\n|${' - |'.repeat(count)}`

/** Cases of size and depth. */
export const typeCases: readonly InputCase[] = [
  {
    of: 'a table of too many rows or columns',
    what: 'rows',
    files: {
      [DOOR]: page(
        'Door',
        many(20, (index) => row(`f${index}`)),
      ),
    },
    config: { limits: { rows: 10 } },
    told: ['CG211 21:1'],
  },
  { of: 'a table of too many rows or columns', what: 'columns', files: { [DOOR]: wide(65) }, told: ['CG211 15:1'] },
  {
    of: 'a table of too many rows or columns',
    what: 'a long line, heading and name',
    files: { [DOOR]: page('D'.repeat(90), [row('n'.repeat(40), '*str*', 'x'.repeat(400))]) },
    config: { limits: { line: 300, heading: 80, name: 30 } },
    told: ['CG113 1:3', 'CG113 11:1', 'CG113 11:3'],
  },
  {
    of: 'a table of too many rows or columns',
    what: 'documents of a source',
    files: { [DOOR]: door, 'docs/models/shared/gate.md': door },
    config: { limits: { documents: 1 } },
    told: ['CG113 docs:1:1'],
  },
  ...[65, 1_000, 10_000].map((depth): InputCase => ({
    of: 'a type nested too deep',
    what: `${depth} deep`,
    files: { [DOOR]: page('Door', [row('number', nested(depth)), row('code')]) },
    told: ['CG303 11:14'],
    model: fieldNames,
    gives: ['number', 'code'],
  })),
  {
    of: 'a type nested too deep',
    what: 'as deep as it may be',
    files: { [DOOR]: page('Door', [row('number', nested(63)), row('code')]) },
    told: [],
    writes: ['models/shared/door.ts'],
  },
  {
    of: 'a type nested too deep',
    what: 'brackets that are not closed',
    files: { [DOOR]: page('Door', [row('number', `*${'List['.repeat(10_000)}*`), row('code')]) },
    told: ['CG303 11:14'],
  },
  {
    of: 'values of an enumeration that are named alike',
    what: 'signs and case alone',
    files: {
      [DOOR]: door,
      'docs/models/shared/kind.md': valuesPage(
        'Kind',
        ['a-b', 'a_b', 'A B', '__proto__', 'constructor', '+1', '-1'].map(
          (value, index) => [`V${index}`, value] as const,
        ),
      ),
    },
    told: [],
    model: ({ models }) =>
      models.flatMap((model) => (model.kind === 'enum' ? model.values.map(({ value }) => value) : [])),
    gives: ['a-b', 'a_b', 'A B', '__proto__', 'constructor', '+1', '-1'],
    writes: ['models/shared/kind.ts'],
    why: 'values are emitted as constants, never as names made of them, so that nothing can collide',
  },
  {
    of: 'models in cycles and long chains',
    what: 'a model of itself, and two of each other',
    files: {
      [DOOR]: page('Door', [
        row('code'),
        row('next', '[shared.Door](../../models/shared/door.md)'),
        row('of', '[shared.Wall](../../models/shared/wall.md)'),
      ]),
      'docs/models/shared/wall.md': page('Wall', [
        row('code'),
        row('doors', 'List[[shared.Door](../../models/shared/door.md)]'),
      ]),
    },
    told: [],
    model: modelNames,
    gives: ['shared/door Door', 'shared/wall Wall'],
    writes: ['models/shared/wall.ts', 'zod/shared/wall.ts'],
  },
]
