// Knows how a page is changed in single cells, rows and lines while everything else keeps its bytes.

import type { Page, TableBlock } from './page.js'
import { cutCells, layDelimiter, layRow, tableWidth, unpadded } from './table-layout.js'

/**
 * A change of a page. Lines are those of the page before any change, counted from 1; cells are as written in the source. Cells
 * and rows belong to tables; `insert` puts a row below the line of another row, or of the delimiter row. `line` replaces a line
 * by others, none to delete it.
 */
export type PageEdit =
  | { readonly kind: 'cell'; readonly line: number; readonly column: number; readonly text: string }
  | { readonly kind: 'insert'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'delete'; readonly line: number }
  | { readonly kind: 'line'; readonly line: number; readonly texts: readonly string[] }

/** A line with its end, before and after: one of them is absent where the line is new or gone. */
export interface LinePair {
  readonly before?: string
  readonly after?: string
}

interface Draft {
  /** The line's text before; absent for a new line. */
  readonly old?: string
  /** Its text now; absent where it is deleted. */
  readonly now?: string
}

/**
 * The lines of the page with the edits made. A table that is touched and stands in the generator's layout is laid out anew;
 * in any other only the touched rows are written. The page's line ends stay, and so does whether it ends with one.
 */
export function editPage(page: Page, edits: readonly PageEdit[]): LinePair[] {
  const lines = linesOf(page)
  const drafts: Draft[][] = lines.map(({ text }) => [{ old: text, now: text }])
  const inTables = new Set<PageEdit>()
  for (const table of tablesOf(page)) {
    const own = edits.filter((edit) => edit.kind !== 'line' && isInside(table, edit.line))
    for (const edit of own) inTables.add(edit)
    if (own.length > 0) editTable(table, { lines: lines.map(({ text }) => text), drafts, edits: own })
  }
  for (const edit of edits) {
    if (edit.kind !== 'line' || inTables.has(edit)) continue
    const old = lines[edit.line - 1]?.text
    if (old === undefined) continue
    const [first, ...more] = edit.texts
    drafts[edit.line - 1] = [{ old, ...(first === undefined ? {} : { now: first }) }, ...more.map((now) => ({ now }))]
  }
  return withEnds(lines, drafts)
}

/** The text of the page before or after. */
export function printPage(lines: readonly LinePair[], side: keyof LinePair = 'after'): string {
  return lines.map((line) => line[side] ?? '').join('')
}

/** The tables of a page. */
export function tablesOf(page: Page): TableBlock[] {
  return page.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
}

/** Whether a table stands in the generator's layout, so that laying it out anew changes nothing. */
export function isLaidOut(page: Page, table: TableBlock): boolean {
  const lines = linesOf(page).map(({ text }) => text)
  return layoutOf(table, lines) !== undefined
}

interface Layout {
  readonly from: number
  readonly to: number
  readonly columns: number
  /** Cells by line; the delimiter row's are left out. */
  readonly cells: ReadonlyMap<number, readonly string[]>
  /** How much wider than its longest cell the table is: blanks at the end of a text are not seen. */
  readonly least: number
}

/** The cells of a table in the generator's layout; undefined for any other. */
function layoutOf(table: TableBlock, lines: readonly string[]): Layout | undefined {
  const from = table.header.span.start.line
  const to = table.rows.at(-1)?.span.start.line ?? from + 1
  if (to - from !== table.rows.length + 1) return undefined
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
  const layout = { from, to, columns, cells, least }
  const same =
    lines[from] === layDelimiter(columns, Math.max(width, least)) &&
    [...cells].every(([line, row]) => lines[line - 1] === layRow(row, Math.max(width, least)))
  return same ? layout : undefined
}

/** The table's rows after the edits: by line, itself if it stays, and the rows below it. */
function editTable(
  table: TableBlock,
  on: { readonly lines: readonly string[]; readonly drafts: Draft[][]; readonly edits: readonly PageEdit[] },
): void {
  const { lines, drafts, edits } = on
  const layout = layoutOf(table, lines)
  const rows = new Map<number, (readonly string[])[]>()
  const first = table.header.span.start.line
  const numbers = new Set([first, first + 1, ...table.rows.map((row) => row.span.start.line)])
  for (const line of numbers) {
    const own = layout?.cells.get(line) ?? cutCells(lines[line - 1] ?? '').map((cell) => cell.trimEnd())
    const here = edits.filter((edit) => edit.line === line)
    const gone = here.some(({ kind }) => kind === 'delete') || line === first + 1
    const changed = here.reduce(
      (cells, edit) => (edit.kind === 'cell' ? cells.with(edit.column, edit.text) : cells),
      [...own],
    )
    const below = here.flatMap((edit) => (edit.kind === 'insert' ? [edit.cells] : []))
    rows.set(line, [...(gone ? [] : [changed]), ...below])
  }
  const width =
    layout === undefined ? evenWidth(lines[first] ?? '') : Math.max(layout.least, tableWidth([...rows.values()].flat()))
  for (const line of numbers) {
    const old = lines[line - 1] ?? ''
    const touched = edits.some((edit) => edit.line === line && edit.kind !== 'insert')
    const isDelimiter = line === first + 1
    const texts = (rows.get(line) ?? []).map((cells) => layRow(cells, width))
    const kept = isDelimiter || !edits.some((edit) => edit.line === line && edit.kind === 'delete')
    const self = isDelimiter ? layDelimiter(layout?.columns ?? 0, width) : texts[0]
    const now = layout === undefined && !touched ? old : self
    const below = isDelimiter || !kept ? texts : texts.slice(1)
    drafts[line - 1] = [{ old, ...(kept && now !== undefined ? { now } : {}) }, ...below.map((text) => ({ now: text }))]
  }
}

/** The width that a delimiter row gives to all columns alike; 0 where it gives none. */
function evenWidth(delimiter: string): number {
  const widths = new Set(cutCells(delimiter).map((cell) => cell.trim().length))
  const [width = 0] = widths
  return widths.size === 1 ? width : 0
}

function isInside(table: TableBlock, line: number): boolean {
  const first = table.header.span.start.line
  return line === first || line === first + 1 || table.rows.some((row) => row.span.start.line === line)
}

interface Line {
  readonly text: string
  readonly end: string
}

function linesOf(page: Page): Line[] {
  return page.starts.map((start, index) => {
    const whole = page.text.slice(start, page.starts[index + 1] ?? page.text.length)
    const text = whole.replace(/(?:\r\n|\r|\n)$/, '')
    return { text, end: whole.slice(text.length) }
  })
}

/** The lines with their ends: a new line ends as its neighbour, the last one as the last one did. */
function withEnds(lines: readonly Line[], drafts: readonly (readonly Draft[])[]): LinePair[] {
  const usual = lines.find(({ end }) => end !== '')?.end ?? '\n'
  const all = drafts.flatMap((of, index) => of.map((draft) => ({ ...draft, end: lines[index]?.end ?? '' })))
  const last = all.findLastIndex(({ now }) => now !== undefined)
  const finalEnd = lines.at(-1)?.end ?? ''
  return all.flatMap(({ old, now, end }, index): LinePair[] => {
    const before = old === undefined ? undefined : old + end
    const after = now === undefined ? undefined : now + (index === last ? finalEnd : end === '' ? usual : end)
    if ((before ?? '') === '' && (after ?? '') === '') return []
    return [{ ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
  })
}
