// Knows how a table of type cells is written in a test: the cell, whether the field is required, what it says, how it is written back.

import { expect, test } from 'vitest'
import type { Dialect, TypeProblem } from '../../src/dialects/dialect.js'
import type { Type } from '../../src/ir/type.js'

/**
 * A cell, `+` where the field is required and `-` where it is not, what the cell says (see {@link show}), and the cell as it is
 * written today, where that is not how it was read.
 */
export type CellRow = readonly [cell: string, required: '+' | '-', says: string, written?: string]

/** A cell with its problems, each as `code start-end`, and what is understood of it all the same. */
export type ProblemRow = readonly [cell: string, required: '+' | '-', problems: readonly string[], says: string]

/** Tests a table of cells that are understood in full. */
export function expectCells(dialect: Dialect, rows: readonly CellRow[]): void {
  const whole = rows.map(([cell, required, says, written = cell]) => ({ cell, required, says, written }))
  test.each(whole)('$cell $required', ({ cell, required, says, written }) => {
    const context = { required: required === '+' }
    const { type, problems } = dialect.parse(cell, context)
    expect(problems.map(showProblem)).toEqual([])
    expect(show(type)).toBe(says)
    expect(dialect.render(type, context)).toBe(written)
  })
}

/** Tests a table of cells that are wrong. */
export function expectProblems(dialect: Dialect, rows: readonly ProblemRow[]): void {
  test.each(rows)('%s %s', (cell, required, problems, says) => {
    const read = dialect.parse(cell, { required: required === '+' })
    expect(read.problems.map(showProblem)).toEqual(problems)
    expect(show(read.type)).toBe(says)
  })
}

/** A problem as `code start-end`. */
export function showProblem({ code, start, end }: TypeProblem): string {
  return `${code} ${start}-${end}`
}

/**
 * A type in short: `int`, `float`, `num` and their format, `[T]` a list, `{T}` a map, `[{}]` either, `@Name(href)` a page,
 * `@Name=T(href)` one that is spelt out, `"x"` a constant, `<Name>` a library's type. Behind it, `!` where null is denied and
 * `?` where it is a value. What a word covers is left out.
 */
export function show(type: Type): string {
  return `${shape(type)}${type.nullable === true ? '?' : type.nullable === false ? '!' : ''}`
}

function shape(type: Type): string {
  switch (type.kind) {
    case 'number': {
      const kind = type.integer === true ? 'int' : type.integer === false ? 'float' : 'num'
      return type.format === undefined ? kind : `${kind}:${type.format}`
    }
    case 'date':
      return type.time === true ? 'date-time' : type.time === false ? 'date' : 'some-date'
    case 'bytes':
      return type.flow === undefined ? 'bytes' : `${type.flow}-bytes`
    case 'literal':
      return JSON.stringify(type.value)
    case 'array':
      return `[${show(type.items)}]`
    case 'map':
      return `{${show(type.values)}}`
    case 'collection':
      return '[{}]'
    case 'union':
      return `(${type.members.map(show).join(' | ')})`
    case 'external':
      return `<${type.name}>`
    case 'ref':
      return `@${type.name}${type.inline === undefined ? '' : `=${show(type.inline)}`}${type.href === undefined ? '' : `(${type.href})`}`
    default:
      return type.kind
  }
}
