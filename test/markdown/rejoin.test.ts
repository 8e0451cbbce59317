// Knows which rows are put together again where bars inside their cells have cut them.

import { describe, expect, test } from 'vitest'
import { parsePage } from '../../src/markdown/parse-page.js'
import { showDiagnostic } from './pages.js'

function read(row: string): { cells: readonly string[]; found: readonly string[] } {
  const text = `## Fields\n\n| A | B | C |\n| - | - | - |\n${row}`
  const { page, diagnostics } = parsePage('a.md', text, { rows: 99, columns: 64 })
  const [table] = page.sections[0]?.blocks ?? []
  const cells = table?.kind === 'table' ? (table.rows[0]?.cells ?? []) : []
  for (const { text: own, span } of cells) expect(text.slice(span.start.offset, span.end.offset)).toBe(own)
  return { cells: cells.map((cell) => cell.text), found: diagnostics.map(showDiagnostic) }
}

describe('a bar that is not escaped', () => {
  test.each([
    ['in code', '| `a` | `x | y` | c |', ['`a`', '`x | y`', 'c']],
    ['in emphasis', '| `a` | *string | null* | c |', ['`a`', '*string | null*', 'c']],
    ['in brackets', '| `a` | List[str | int | None] | c |', ['`a`', 'List[str | int | None]', 'c']],
    ['in two cells', '| `a | b` | *x | y* | c |', ['`a | b`', '*x | y*', 'c']],
    ['without blanks', '|`a`|`x|y`|c|', ['`a`', '`x|y`', 'c']],
  ])('%s is put back', (_, row, cells) => {
    expect(read(row)).toEqual({ cells, found: ['CG204 5:1'] })
  })

  test.each([
    ['nothing is open', '| a | x | y | c |'],
    ['something stays open', '| a | `x | y | c |'],
    ['more is put together than is wanted', '| a | [x | y | z] | c | d |'],
    ['there are very many', `| a | (${'| '.repeat(40)}) | c |`],
  ])('stays a cut where %s', (_, row) => {
    expect(read(row).found).toEqual(['CG202 5:1'])
  })

  test('is none where the row has as many cells as the header', () => {
    expect(read('| a | (x | y) |')).toEqual({ cells: ['a', '(x', 'y)'], found: [] })
  })
})
