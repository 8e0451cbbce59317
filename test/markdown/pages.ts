// Knows how a page is shown in short, so that two pages can be compared.

import type { Block, Page, Passage } from '../../src/markdown/page.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'

/** A page without its offsets: texts, with line ends made one, and lines and columns. */
export function showPage(page: Page): unknown {
  return {
    title: show(page.title),
    description: show(page.description),
    sections: page.sections.map(({ heading, blocks }) => ({ heading: show(heading), blocks: blocks.map(showBlock) })),
  }
}

/** A diagnostic as `code line:column`. */
export function showDiagnostic({ code, span }: Diagnostic): string {
  return span === undefined ? code : `${code} ${span.start.line}:${span.start.column}`
}

function showBlock(block: Block): unknown {
  if (block.kind === 'table') return [block.header, ...block.rows].map((row) => row.cells.map(show))
  if (block.kind === 'list') return block.items.map(show)
  return [block.kind, show(block)]
}

function show(part: Passage | undefined): string | undefined {
  if (part === undefined) return undefined
  const { start, end } = part.span
  return `${start.line}:${start.column}-${end.line}:${end.column} ${part.text.replaceAll(/\r\n?/g, '\n')}`
}
