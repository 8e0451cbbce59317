// Knows which lines, headings and names of a page are too long to be any.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { spanBetween, spanIn } from '../text/span.js'
import type { Page, Passage } from './page.js'

/** How long the texts of a page may be, in characters; as long as they like by default. */
export interface TextLimits {
  readonly line?: number
  readonly heading?: number
  readonly name?: number
}

/** Whether a line of a text may be too long: no text has a line that is longer than itself. */
export function mayBeLong({ length }: string, { line = Infinity }: TextLimits): boolean {
  return length > line
}

/** CG113 for each line, heading and name in the first column of a table that is too long. */
export function findLong(page: Page, limits: TextLimits): Diagnostic[] {
  const blocks = page.sections.flatMap((section) => section.blocks)
  const headings = [
    ...(page.title === undefined ? [] : [page.title]),
    ...page.sections.map((section) => section.heading),
    ...blocks.filter((block) => block.kind === 'heading'),
  ]
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const names = rows.flatMap(({ cells: [name] }) => (name === undefined ? [] : [name]))
  const parts = [
    { what: 'characters in a line', limit: limits.line, texts: mayBeLong(page.text, limits) ? linesOf(page) : [] },
    { what: 'characters in a heading', limit: limits.heading, texts: headings },
    { what: 'characters in a name', limit: limits.name, texts: names },
  ] as const
  return parts.flatMap(({ what, limit = Infinity, texts }) =>
    texts
      .filter(({ text }) => text.length > limit)
      .map(({ text, span: { start } }) =>
        problem('CG113', { count: text.length, limit, what }, { span: spanIn(page.file, { start, end: start }) }),
      ),
  )
}

function linesOf({ text, starts }: Page): Passage[] {
  return starts.map((start, index) => {
    const line = text.slice(start, starts[index + 1]).replace(/(?:\r\n|\r|\n)$/, '')
    return { text: line, span: spanBetween(starts, start, start + line.length) }
  })
}
