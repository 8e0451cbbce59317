// Knows how the rows of a table change: all of them laid out anew as the generator does, or cell by cell where a person laid them out.

import type { Passage, Row, TableBlock } from './page.js'
import { codePoints, cutCells, layDelimiter, layRow, tableWidth, unpadded } from './table-layout.js'

/** A change of a row, which is told by its line; cells are as written in the source. `insert` puts a row below the line, of as many cells as the header has. */
export type RowEdit =
  | { readonly kind: 'cell'; readonly line: number; readonly column: number; readonly text: string }
  | { readonly kind: 'insert'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'delete'; readonly line: number }

/** What becomes of a line. */
export interface Draft {
  /** The line's text before; absent for a new line. */
  readonly old?: string
  /** Its text now; absent where it is deleted. */
  readonly now?: string
}

/** A table's layout, where it is the generator's. */
interface Layout {
  readonly columns: number
  /** Cells by line; the delimiter row's are left out. */
  readonly cells: ReadonlyMap<number, readonly string[]>
  /** How much wider than its longest cell the table is: blanks at the end of a text are not seen. */
  readonly least: number
}

/** Lines of a page and what becomes of them, and the changes of the rows of one table. */
interface Editing {
  readonly lines: readonly string[]
  /** By line; those of the table are replaced. */
  readonly drafts: Draft[][]
  readonly edits: readonly RowEdit[]
}

/** The line of a table's delimiter row; undefined where a person deleted it. */
export function delimiterLine({ header, rows }: TableBlock): number | undefined {
  const line = header.span.start.line + 1
  return rows.some((row) => row.span.start.line === line) ? undefined : line
}

/** Whether a line belongs to a table. */
export function isInside(table: TableBlock, line: number): boolean {
  const all = [table.header, ...table.rows]
  return line === delimiterLine(table) || all.some((row) => row.span.start.line === line)
}

/** The cells of a table in the generator's layout; undefined for any other. */
export function layoutOf(table: TableBlock, lines: readonly string[]): Layout | undefined {
  const from = table.header.span.start.line
  const to = table.rows.at(-1)?.span.start.line ?? from + 1
  if (to - from !== table.rows.length + 1 || delimiterLine(table) === undefined) return undefined
  const delimiter = cutCells(lines[from] ?? '')
  const old = delimiter[0]?.length ?? 0
  const columns = delimiter.length
  const cells = new Map<number, readonly string[]>()
  for (let line = from; line <= to; line += 1) {
    if (line === from + 1) continue
    cells.set(
      line,
      cutCells(lines[line - 1] ?? '').map((cell) => unpadded(cell, old)),
    )
  }
  const width = tableWidth([...cells.values()])
  const least = old > width ? old : 0
  const same =
    lines[from] === layDelimiter(columns, Math.max(width, least)) &&
    [...cells].every(([line, row]) => lines[line - 1] === layRow(row, Math.max(width, least)))
  return same ? { columns, cells, least } : undefined
}

/** Makes the changes of a table's rows. */
export function editTable(table: TableBlock, on: Editing): void {
  const layout = layoutOf(table, on.lines)
  if (layout === undefined) editLoosely(table, on)
  else layAnew(table, layout, on)
}

/** Lays all rows out anew, those that change among them. */
function layAnew(table: TableBlock, layout: Layout, { lines, drafts, edits }: Editing): void {
  const delimiter = delimiterLine(table)
  const rows = new Map<number, (readonly string[])[]>()
  for (const line of [...layout.cells.keys(), delimiter ?? 0]) {
    const here = edits.filter((edit) => edit.line === line)
    const cells = here.reduce(
      (own, edit) => (edit.kind === 'cell' ? withText(own, edit) : own),
      [...(layout.cells.get(line) ?? [])],
    )
    const gone = here.some(({ kind }) => kind === 'delete') || line === delimiter
    rows.set(line, [...(gone ? [] : [cells]), ...insertedBelow(table, here)])
  }
  const width = Math.max(layout.least, tableWidth([...rows.values()].flat()))
  for (const [line, own] of rows) {
    const old = lines[line - 1] ?? ''
    const texts = own.map((cells) => layRow(cells, width))
    const all = line === delimiter ? [layDelimiter(layout.columns, width), ...texts] : texts
    const gone = edits.some((edit) => edit.line === line && edit.kind === 'delete')
    drafts[line - 1] = draftsOf(old, gone ? undefined : all[0], gone ? all : all.slice(1))
  }
}

/** The cells with one of them replaced; blanks at the end of one that says the same already are its own. */
function withText(cells: string[], { column, text }: { column: number; text: string }): string[] {
  return cells[column]?.trim() === text ? cells : cells.map((cell, index) => (index === column ? text : cell))
}

/** Changes single cells where they stand, so that everything else keeps its bytes. */
function editLoosely(table: TableBlock, { lines, drafts, edits }: Editing): void {
  const delimiter = delimiterLine(table)
  const width = delimiter === undefined ? 0 : evenWidth(lines[delimiter - 1] ?? '')
  const rows = new Map([table.header, ...table.rows].map((row) => [row.span.start.line, row]))
  for (const line of new Set(edits.map((edit) => edit.line))) {
    const here = edits.filter((edit) => edit.line === line)
    const old = lines[line - 1] ?? ''
    const gone = here.some(({ kind }) => kind === 'delete')
    const below = insertedBelow(table, here).map((cells) => layRow(cells, width))
    drafts[line - 1] = draftsOf(old, gone ? undefined : withCells(old, rows.get(line), here), below)
  }
}

function insertedBelow({ header }: TableBlock, edits: readonly RowEdit[]): (readonly string[])[] {
  return edits.flatMap((edit) =>
    edit.kind === 'insert' ? [header.cells.map((_, column) => edit.cells[column] ?? '')] : [],
  )
}

function draftsOf(old: string, now: string | undefined, below: readonly string[]): Draft[] {
  return [{ old, ...(now === undefined ? {} : { now }) }, ...below.map((text) => ({ now: text }))]
}

/** The line with cells replaced, from the last to the first; a cell that the row lacks stays away. */
function withCells(line: string, row: Row | undefined, edits: readonly RowEdit[]): string {
  const changes = edits.flatMap((edit) => {
    const cell = edit.kind === 'cell' ? row?.cells[edit.column] : undefined
    return edit.kind !== 'cell' || cell === undefined ? [] : [{ cell, text: edit.text }]
  })
  const fromLast = changes.sort((a, b) => b.cell.span.start.column - a.cell.span.start.column)
  return fromLast.reduce((text, change) => withCell(text, change), line)
}

/** The line with one cell replaced; the blanks behind it make way, so that the next bar stays where it stood if it can. */
function withCell(line: string, { cell, text }: { cell: Passage; text: string }): string {
  const start = cell.span.start.column - 1
  const rest = line.slice(start + cell.text.length)
  const blanks = /^ *(?=\|)/.exec(rest)?.[0].length ?? 0
  const padding = Math.max(Math.min(blanks, 1), codePoints(cell.text) + blanks - codePoints(text))
  return line.slice(0, start) + text + ' '.repeat(blanks === 0 ? 0 : padding) + rest.slice(blanks)
}

/** The width that a delimiter row gives to all columns alike; 0 where it gives none. */
function evenWidth(delimiter: string): number {
  const widths = new Set(cutCells(delimiter).map((cell) => cell.trim().length))
  const [width = 0] = widths
  return widths.size === 1 ? width : 0
}
