// Knows how a line of a table is cut at its bars, for tables that Markdown itself does not see.

import { spanBetween } from '../text/span.js'
import type { Passage, Row } from './page.js'

/** Where a stretch of lines lies in its page. */
export interface Lines {
  readonly text: string
  readonly starts: readonly number[]
  readonly start: number
  readonly end: number
}

/** The rows of a stretch of lines: one for each line that begins with a bar, cut at every bar that is not escaped. */
export function scanRows({ text, starts, start, end }: Lines): Row[] {
  const rows: Row[] = []
  let from = start
  while (from < end) {
    const found = text.slice(from, end).search(/\r\n|\r|\n/)
    const to = found === -1 ? end : from + found
    const row = scanRow(text, starts, { from, to })
    if (row !== undefined) rows.push(row)
    from = to + (text.startsWith('\r\n', to) ? 2 : 1)
  }
  return rows
}

/** Whether a row is a delimiter row: hyphens, with or without colons, and nothing else. */
export function isDelimiterRow(row: Row): boolean {
  return row.cells.length > 0 && row.cells.every((cell) => /^:?-+:?$/.test(cell.text))
}

/** Whether a text that stands in code, or in HTML that was not closed, looks like a table. */
export function hidesTable(text: string): boolean {
  return /(?<![^\r\n])[ \t]*\|[^\r\n]*\|[ \t]*(?:\r\n|\r|\n)[ \t]*\|[ \t:|-]+\|/.test(text)
}

function scanRow(text: string, starts: readonly number[], line: { from: number; to: number }): Row | undefined {
  const source = text.slice(line.from, line.to)
  const indent = source.length - source.trimStart().length
  if (!source.startsWith('|', indent)) return undefined
  const cells: Passage[] = []
  let begin = indent + 1
  for (let index = begin; index <= source.length; index += 1) {
    const unit = source[index]
    if (unit === '\\') index += 1
    else if (unit === '|' || (unit === undefined && source.slice(begin).trim() !== '')) {
      cells.push(trimmed(text, starts, { from: line.from + begin, to: line.from + index }))
      begin = index + 1
    }
  }
  return { cells, span: spanBetween(starts, line.from + indent, line.to) }
}

function trimmed(text: string, starts: readonly number[], part: { from: number; to: number }): Passage {
  const raw = text.slice(part.from, part.to)
  const content = raw.trim()
  const from = content === '' ? part.from : part.from + raw.indexOf(content)
  return { text: content, span: spanBetween(starts, from, from + content.length) }
}
