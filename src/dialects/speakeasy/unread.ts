// Knows what of a section with a table is told of because nothing reads it: rows outside of the table, columns too many.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { shownIn } from '../../diagnostics/frame.js'
import type { Block, Page, Passage, TableBlock } from '../../markdown/page.js'

/** A whole table in a code block is told of by whoever reads the page. */
const DELIMITERS = /\|[ \t]*:?-/

/** The blocks of a section that are read in no other way: CG216 for each part of them that holds a bar. */
export function strayRows(page: Page, blocks: readonly Block[]): Diagnostic[] {
  const parts = blocks.flatMap((block): readonly Passage[] => {
    if (block.kind === 'table' || (block.kind === 'code' && DELIMITERS.test(block.text))) return []
    return block.kind === 'list' ? block.items : [block]
  })
  return parts.flatMap((part) =>
    hasBar(part.text) ? [problem('CG216', { text: shown(part.text) }, shownIn(page, part.span))] : [],
  )
}

/** The columns of a table that are none of those read: CG217 for each. */
export function strayColumns(page: Page, table: TableBlock, isRead: (index: number) => boolean): Diagnostic[] {
  return table.header.cells.flatMap((cell, index) => {
    const rows = table.rows.filter((row) => (row.cells[index]?.text ?? '') !== '').length
    if (isRead(index) || rows === 0) return []
    return [problem('CG217', { column: cell.text, rows }, shownIn(page, cell.span))]
  })
}

function hasBar(text: string): boolean {
  return /(?<!\\)\|/.test(text)
}

function shown(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
