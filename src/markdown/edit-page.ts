// Knows how a page is changed in single cells, rows and lines while everything else keeps its bytes.

import type { Page, TableBlock } from './page.js'
import { cutCells, layDelimiter, layRow, tableWidth, unpadded } from './table-layout.js'

/**
 * A change of a page. Lines are those of the page before any change, counted from 1; cells are as written in the source.
 * `cell`, `delete` and `insert` belong to the row of a table; `insert` puts a row below it, `top` below the header of the first
 * table that begins with a column. `line` replaces a line, by none to delete it; `below` adds lines below one; `splice` adds text
 * in front of a column, counted from 1 in UTF-16 units. `block` adds lines above a heading, or below it and the code that follows it. `head` gives the page a title, and a text below it.
 */
export type PageEdit =
  | { readonly kind: 'cell'; readonly line: number; readonly column: number; readonly text: string }
  | { readonly kind: 'insert'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'top'; readonly column: string; readonly cells: readonly string[] }
  | { readonly kind: 'delete'; readonly line: number }
  | { readonly kind: 'line'; readonly line: number; readonly texts: readonly string[] }
  | { readonly kind: 'below'; readonly line: number; readonly texts: readonly string[] }
  | { readonly kind: 'splice'; readonly line: number; readonly column: number; readonly text: string }
  | {
      readonly kind: 'block'
      readonly line: number
      readonly place: 'above' | 'below'
      readonly texts: readonly string[]
    }
  | { readonly kind: 'head'; readonly title: string; readonly text: string }

type RowEdit = Extract<PageEdit, { kind: 'cell' | 'insert' | 'delete' }>
type LineEdit = Extract<PageEdit, { kind: 'line' | 'below' | 'splice' }>

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
  const placed = edits.flatMap((edit) => (edit.kind === 'head' ? headEdits(page, lines, edit) : [inRow(page, edit)]))
  for (const table of tablesOf(page)) {
    const own = placed.filter((edit): edit is RowEdit => isRowEdit(edit) && isInside(table, edit.line))
    if (own.length > 0) editTable(table, { lines: lines.map(({ text }) => text), drafts, edits: own })
  }
  const single = placed.filter((edit) => !isRowEdit(edit))
  for (const line of new Set(single.map((edit) => edit.line))) {
    const old = lines[line - 1]?.text
    if (old !== undefined) {
      const own = single.filter((edit) => edit.line === line)
      drafts[line - 1] = lineDrafts(old, own)
    }
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

function isRowEdit(edit: RowEdit | LineEdit): edit is RowEdit {
  return edit.kind === 'cell' || edit.kind === 'insert' || edit.kind === 'delete'
}

/** A row at the top of a table as one below its delimiter row. */
function inRow(page: Page, edit: Exclude<PageEdit, { kind: 'head' }>): RowEdit | LineEdit {
  if (edit.kind === 'block') return besideBlock(page, edit)
  if (edit.kind !== 'top') return edit
  const table = tablesOf(page).find(({ header }) => header.cells[0]?.text === edit.column)
  return { kind: 'insert', line: (table?.header.span.start.line ?? -1) + 1, cells: edit.cells }
}

/** Lines beside a heading with its code, a blank line between them. */
function besideBlock(page: Page, { line, place, texts }: Extract<PageEdit, { kind: 'block' }>): LineEdit {
  if (place === 'above') return { kind: 'below', line: line - 1, texts: [...texts, ''] }
  const blocks = page.sections.flatMap((section) => section.blocks)
  const next = blocks[blocks.findIndex((block) => block.kind === 'heading' && block.span.start.line === line) + 1]
  return { kind: 'below', line: next?.kind === 'code' ? next.span.end.line : line, texts: ['', ...texts] }
}

/** The lines of a new title and text; a text where none was stands behind a blank line. */
function headEdits(page: Page, lines: readonly Line[], { title, text }: { title: string; text: string }): LineEdit[] {
  if (page.title === undefined) return []
  const { line, column } = page.title.span.start
  const whole = lines[line - 1]?.text ?? ''
  const heading = whole.slice(0, column - 1) + title + whole.slice(column - 1 + page.title.text.length)
  const texts = text === '' ? [] : text.split('\n')
  const old = page.description?.span
  if (old === undefined)
    return [{ kind: 'line', line, texts: [heading, ...(texts.length === 0 ? [] : ['', ...texts])] }]
  const from = texts.length === 0 && lines[old.start.line - 2]?.text === '' ? old.start.line - 1 : old.start.line
  const gone = Array.from({ length: old.end.line - from + 1 }, (_, index) => from + index)
  return [
    { kind: 'line', line, texts: [heading] },
    ...gone.map((number, index): LineEdit => ({ kind: 'line', line: number, texts: index === 0 ? texts : [] })),
  ]
}

function lineDrafts(old: string, edits: readonly LineEdit[]): Draft[] {
  const splices = edits.flatMap((edit, order) => (edit.kind === 'splice' ? [{ ...edit, order }] : []))
  const spliced = splices
    .sort((a, b) => b.column - a.column || b.order - a.order)
    .reduce((text, { column, text: added }) => text.slice(0, column - 1) + added + text.slice(column - 1), old)
  const replaced = edits.find((edit) => edit.kind === 'line')?.texts ?? [spliced]
  const below = edits.flatMap((edit) => (edit.kind === 'below' ? edit.texts : []))
  const [now, ...more] = replaced
  return [{ old, ...(now === undefined ? {} : { now }) }, ...[...more, ...below].map((text) => ({ now: text }))]
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
  on: { readonly lines: readonly string[]; readonly drafts: Draft[][]; readonly edits: readonly RowEdit[] },
): void {
  const { lines, drafts, edits } = on
  const layout = layoutOf(table, lines)
  const rows = new Map<number, (readonly string[])[]>()
  const first = table.header.span.start.line
  const numbers = new Set([first, first + 1, ...table.rows.map((row) => row.span.start.line)])
  for (const line of numbers) {
    const own = layout?.cells.get(line) ?? cutCells(lines[line - 1] ?? '').map((cell) => cell.trim())
    const here = edits.filter((edit) => edit.line === line)
    const gone = here.some(({ kind }) => kind === 'delete') || line === first + 1
    const changed = here.reduce((cells, edit) => (edit.kind === 'cell' ? replaced(cells, edit) : cells), [...own])
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

/** The cells with one of them replaced; a row that lacks the cell stays. */
function replaced(cells: string[], { column, text }: { column: number; text: string }): string[] {
  return cells.map((cell, index) => (index === column ? text : cell))
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
