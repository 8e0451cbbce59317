// Knows which lines, headings and names of a page are too long to be any.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { spanBetween, type SourceSpan } from '../text/span.js'
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
  const { line = Infinity, heading = Infinity, name = Infinity } = limits
  const blocks = page.sections.flatMap((section) => section.blocks)
  const headings = [
    ...(page.title === undefined ? [] : [page.title]),
    ...page.sections.map((section) => section.heading),
    ...blocks.filter((block) => block.kind === 'heading'),
  ]
  const names = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.cells[0]) : []))
  return [
    ...(mayBeLong(page.text, limits)
      ? longest(page, linesOf(page), { limit: line, what: 'characters in a line' })
      : []),
    ...longest(page, headings, { limit: heading, what: 'characters in a heading' }),
    ...longest(page, names, { limit: name, what: 'characters in a name' }),
  ]
}

interface Limit {
  readonly limit: number
  readonly what: 'characters in a line' | 'characters in a heading' | 'characters in a name'
}

function longest(page: Page, parts: readonly (Passage | undefined)[], { limit, what }: Limit): Diagnostic[] {
  const long = parts.filter((part) => part !== undefined && part.text.length > limit)
  return long.flatMap((part) => {
    if (part === undefined) return []
    const span: SourceSpan = { file: page.file, start: part.span.start, end: part.span.start }
    return [problem('CG113', { count: part.text.length, limit, what }, { span })]
  })
}

function linesOf({ text, starts }: Page): Passage[] {
  return starts.map((start, index) => {
    const line = text.slice(start, starts[index + 1]).replace(/(?:\r\n|\r|\n)$/, '')
    return { text: line, span: spanBetween(starts, start, start + line.length) }
  })
}
