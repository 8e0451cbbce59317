// Knows how a row is put together again that bars inside its cells have cut, because nobody escaped them.

import { spanBetween } from '../text/span.js'
import type { Passage, Row } from './page.js'

/** So many bars are looked into at most: a row with more is no row that somebody forgot to escape. */
const MOST = 32

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['<', '>'],
])

/**
 * The row with its cells joined where one begins a code span, an emphasis or a bracket that a later one ends; undefined where
 * this does not give as many cells as are wanted.
 */
export function rejoined(
  source: { readonly text: string; readonly starts: readonly number[] },
  row: Row,
  wanted: number,
): Row | undefined {
  if (row.cells.length - wanted > MOST) return undefined
  const cells: Passage[] = []
  let from = 0
  while (from < row.cells.length) {
    const end = closingCell(row.cells, from, source.text)
    const [first, last] = [row.cells[from], row.cells[end]]
    if (first === undefined || last === undefined) return undefined
    const span = spanBetween(source.starts, first.span.start.offset, last.span.end.offset)
    cells.push(end === from ? first : { text: source.text.slice(span.start.offset, span.end.offset), span })
    from = end + 1
  }
  return cells.length === wanted ? { ...row, cells } : undefined
}

/** The first cell from the given one on at which everything is closed that was opened; the given one where nothing is. */
function closingCell(cells: readonly Passage[], from: number, text: string): number {
  const start = cells[from]?.span.start.offset ?? 0
  const end = cells.findIndex(({ span }, index) => index >= from && isClosed(text.slice(start, span.end.offset)))
  return end === -1 ? from : end
}

function isClosed(text: string): boolean {
  if ((text.match(/`/g)?.length ?? 0) % 2 === 1) return false
  if (/^\*[^*\s]/.test(text) && !text.endsWith('*')) return false
  const open: string[] = []
  for (const sign of text.replace(/`[^`]*`|=>|->/g, '')) {
    const closing = CLOSING.get(sign)
    if (closing !== undefined) open.push(closing)
    else if (sign === open.at(-1)) open.pop()
  }
  return open.length === 0
}
