// Knows how a page is put together again from its parts, and what must stay when its cells are written anew.

import { editPage, isLaidOut, printPage, tablesOf, type PageEdit } from '../../src/markdown/edit-page.js'
import type { Page, Passage } from '../../src/markdown/page.js'
import { readPage } from '../../src/markdown/read-page.js'
import { dialects } from '../../src/dialects/index.js'
import type { Seeded } from './seeded.js'

/** The parts of a page that are text of their own: headings, texts, items and cells; code keeps its fence elsewhere. */
export function partsOf({ title, description, sections }: Page): Passage[] {
  const blocks = sections.flatMap((section) => section.blocks)
  const parts = blocks.flatMap((block): readonly Passage[] => {
    if (block.kind === 'table') return [block.header, ...block.rows].flatMap((row) => row.cells)
    if (block.kind === 'list') return block.items
    return block.kind === 'code' ? [] : [block]
  })
  const heads = [title, description].filter((part) => part !== undefined)
  return [...heads, ...sections.map(({ heading }) => heading), ...parts]
}

/** The page's text, put together from its parts and what stands between them; parts that overlap give another text. */
export function reassembled(page: Page): string {
  let text = ''
  let from = 0
  for (const { text: own, span } of partsOf(page).sort((a, b) => a.span.start.offset - b.span.start.offset)) {
    text += page.text.slice(from, span.start.offset) + own
    from = span.end.offset
  }
  return text + page.text.slice(from)
}

/** Whether the page is printed as it was read: from its lines, and from its parts. */
export function printsBack(page: Page): boolean {
  const lines = editPage(page, [])
  return printPage(lines) === page.text && printPage(lines, 'before') === page.text && reassembled(page) === page.text
}

/** The tables of a page in the generator's layout and all of them. */
export function countTables(page: Page): { laidOut: number; all: number } {
  const all = tablesOf(page)
  return { laidOut: all.filter((table) => isLaidOut(page, table)).length, all: all.length }
}

/** The page's text with every cell of every table written anew, as it is. */
export function rewritten(page: Page): string {
  const rows = tablesOf(page).flatMap((table) => [table.header, ...table.rows])
  const edits = rows.flatMap(({ cells, span }) =>
    cells.map(({ text }, column): PageEdit => ({ kind: 'cell', line: span.start.line, column, text })),
  )
  return printPage(editPage(page, edits))
}

/** What the cells of the tables say. */
export function cellTexts(page: Page): string[][][] {
  return tablesOf(page).map(({ header, rows }) => [header, ...rows].map((row) => row.cells.map((cell) => cell.text)))
}

/**
 * What a page loses when it is printed, when its cells are written anew, and when one of them, drawn by chance, is written otherwise;
 * empty for nothing. No dialect may throw over it either.
 */
export async function lossOf(page: Page, chance: Seeded): Promise<string> {
  for (const dialect of dialects) dialect.project(page)
  if (!printsBack(page)) return 'printed otherwise'
  if (rewritten(page) !== page.text) return 'cells written otherwise'
  const cells = cellTexts(page)
  const at = chance.below(cells.length)
  const rows = cells[at] ?? []
  const row = chance.below(rows.length)
  const column = chance.below(rows[row]?.length ?? 0)
  const block = tablesOf(page)[at]
  if (block === undefined || rows[row]?.[column] === undefined) return ''
  const { line } = [block.header, ...block.rows][row]?.span.start ?? { line: 0 }
  const edits: PageEdit[] = [{ kind: 'cell', line, column, text: 'mended' }]
  const { page: again } = await readPage(page.file, printPage(editPage(page, edits)), { rows: 20_000, columns: 64 })
  const wanted = cells.with(at, rows.with(row, (rows[row] ?? []).with(column, 'mended')))
  return JSON.stringify(cellTexts(again)) === JSON.stringify(wanted) ? '' : 'another cell changed too'
}
