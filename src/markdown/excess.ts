// Knows how large a page may be for a parser that builds a tree of all that it says, and finds what is larger without parsing it.

import { spanBetween, type Span } from '../text/span.js'

const whats = ['rows', 'columns', 'cells', 'lines and nested lists'] as const

/** What there is too much of, counted up to the line that is one too many. */
export interface Excess {
  readonly count: number
  readonly limit: number
  readonly what: (typeof whats)[number]
  readonly span: Span
}

/** A text, where its lines begin, and how large its tables may be. */
export interface Measured {
  readonly text: string
  readonly starts: readonly number[]
  readonly limits: { readonly rows: number; readonly columns: number }
}

/** So many lines a page may have besides the rows of a table; real ones have a tenth of it. */
const LINES = 20_000
/** So many cells there may be for each row that a table may have; real tables have five columns. */
const CELLS = 5

/**
 * The first thing that a page has too much of; undefined where it can be parsed. Takes time by the length of the page alone. What a
 * line costs a parser grows with the square of the lists and quotations around it, so that is what a line counts.
 */
export function findExcess({ text, starts, limits }: Measured): Excess | undefined {
  const most = {
    rows: limits.rows,
    columns: limits.columns,
    cells: limits.rows * CELLS,
    'lines and nested lists': limits.rows + LINES,
  }
  const seen = { rows: 0, columns: 0, cells: 0, 'lines and nested lists': 0 }
  let open: readonly number[] = []
  for (const [line, start] of starts.entries()) {
    const source = text.slice(start, starts[line + 1])
    const isTable = isRow(source, seen.rows > 0)
    seen.rows = isTable ? seen.rows + 1 : 0
    seen.columns = isTable ? countCells(source) : 0
    seen.cells += seen.columns
    open = openAt(source, open)
    seen['lines and nested lists'] += 1 + open.length ** 2
    // The header and its delimiters are no rows.
    const what = whats.find((one) => seen[one] > most[one] + (one === 'rows' ? 2 : 0))
    if (what === undefined) continue
    const end = start + source.trimEnd().length
    return { count: seen[what], limit: most[what], what, span: spanBetween(starts, start, end) }
  }
  return undefined
}

/** Whether a line is part of a table, or may be. */
function isRow(line: string, isBelowRow: boolean): boolean {
  return /^[ \t]*(?:\||[-:][^|]*\|)/.test(line) || (isBelowRow && line.trim() !== '')
}

function countCells(line: string): number {
  const bars = line.match(/\\.|\|/g)?.filter((found) => found === '|').length ?? 0
  const [first, last] = [line.trim().at(0), line.trim().at(-1)]
  return bars + 1 - (first === '|' ? 1 : 0) - (last === '|' ? 1 : 0)
}

/** The columns of the quotations and list items that are open on a line; at least as many as Markdown opens. */
function openAt(line: string, open: readonly number[]): readonly number[] {
  const marks = [...(/^(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])(?![^ \t\r\n]))+/.exec(line)?.[0] ?? '').matchAll(/>|[-+*]|\d+/g)]
  const [first] = marks
  if (first === undefined) return open
  return [...open.filter((column) => column < first.index), ...marks.map(({ index }) => index)]
}
