// Knows how Markdown text becomes a page, by way of remark's syntax tree.

import type { Code, Html, Nodes, Root, RootContent, Table, TableRow } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { remark } from 'remark'
import type { Processor } from 'unified'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { shownIn } from '../diagnostics/frame.js'
import { lineStarts, spanBetween, type Position, type Span } from '../text/span.js'
import { findExcess } from './excess.js'
import { findLong, type TextLimits } from './long-texts.js'
import type { Block, Page, Passage, Row, Section, TableBlock, TextBlock } from './page.js'
import { rejoined } from './rejoin.js'
import { hidesTable, isDelimiterRow, scanRows } from './rows.js'

/** How large a table may be. */
export interface TableLimits {
  readonly rows: number
  readonly columns: number
}

/** A page with the problems found while reading it. */
export interface ParsedPage {
  readonly page: Page
  readonly diagnostics: readonly Diagnostic[]
}

interface Source {
  readonly file: string
  readonly text: string
  readonly starts: readonly number[]
  readonly diagnostics: Diagnostic[]
}

/**
 * What stands inside a line is cut from the source, not parsed: nothing of it is asked for, and the time that remark takes for some
 * of it grows with the square of the text. So does that for definitions and underlined headings, which are no parts of a page.
 */
const unread =
  `attention autolink characterEscape characterReference codeText definition hardBreakEscape htmlText labelEnd
  labelStartImage labelStartLink setextUnderline`.split(/\s+/)

/** Adds GFM tables, the only extension the docs use, to remark's parser, and leaves it nothing but blocks. */
function withTables(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable(), { disable: { null: unread } }]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()]
}

const markdown = remark().use(withTables).freeze()

/**
 * Parses a page. Never throws: text that is no such page gives a page without sections. Only lines that begin with `#` are
 * headings here; text underlined with hyphens belongs to the description it stands in.
 * Tables that an editor broke are read all the same, with CG201 (delimiter row), CG202 to CG204 (cells of a row), CG205
 * (rows below the end); CG210 tells of a table inside a code block, CG211 of a table beyond the limits, CG113 of
 * a text beyond them.
 */
export function parsePage(file: string, text: string, limits: TableLimits & TextLimits): ParsedPage {
  const source: Source = { file, text, starts: lineStarts(text), diagnostics: [] }
  const excess = findExcess({ ...source, limits })
  if (excess !== undefined) {
    report(source, problem('CG211', excess, shownIn(source, excess.span)))
    return { page: { file, text, starts: source.starts, sections: [] }, diagnostics: source.diagnostics }
  }
  const { children }: Root = markdown.parse(text)
  const first = children[0]
  const title = first?.type === 'heading' && isHeading(source, first, 1) ? first : undefined
  const rest = title === undefined ? children : children.slice(1)
  const cuts = rest.flatMap((node, index) => (isHeading(source, node, 2) ? [index] : []))
  if (cuts.length === 0)
    for (const node of rest) if (node.type === 'code' || node.type === 'html') reportHidden(source, node)
  const sections = cuts.map((cut, index): Section => {
    const heading = rest[cut] ?? { type: 'text', value: '' }
    return { heading: inner(source, heading), blocks: blocksOf(source, rest.slice(cut + 1, cuts[index + 1])) }
  })
  const from = title === undefined ? 0 : endOf(title)
  const firstSection = cuts[0] === undefined ? undefined : rest[cuts[0]]
  const description = passage(source, from, firstSection === undefined ? text.length : startOf(firstSection))
  const page = {
    file,
    text,
    starts: source.starts,
    ...(title === undefined ? {} : { title: inner(source, title) }),
    ...(description.text === '' ? {} : { description }),
    sections,
  }
  return { page, diagnostics: [...source.diagnostics, ...findLong(page, limits)] }
}

/** The blocks of a section; rows that stand apart from their table are put back into it. */
function blocksOf(source: Source, nodes: readonly RootContent[]): Block[] {
  const blocks: Block[] = []
  for (const node of nodes) {
    const block = blockOf(source, node)
    const last = blocks.at(-1)
    if (block.kind === 'text' && block.text.includes('|')) {
      const rows = scanRows({ ...source, start: block.span.start.offset, end: block.span.end.offset })
      const table = blocks.findLast((earlier) => earlier.kind === 'table')
      if (rows.length > 0 && table !== undefined) {
        report(source, problem('CG205', { rows: rows.length }, shownIn(source, rows[0]?.span ?? block.span)))
        const all = checked(source, { ...table, rows: [...table.rows, ...rows] }, rows.length)
        blocks[blocks.indexOf(table)] = all
        blocks.push(...between(source, block.span, rows))
        continue
      }
      if (rows.length > 1 && table === undefined && last?.kind !== 'table') {
        blocks.push(recovered(source, block.span, rows))
        continue
      }
    }
    blocks.push(block)
  }
  return blocks
}

function blockOf(source: Source, node: RootContent): Block {
  const span = spanOf(node)
  switch (node.type) {
    case 'table':
      return tableOf(source, node)
    case 'code':
      reportHidden(source, node)
      return { kind: 'code', language: node.lang ?? '', text: node.value, span }
    case 'heading':
      return { kind: 'heading', ...inner(source, node) }
    case 'list':
      return { kind: 'list', items: node.children.map((item) => passageOf(source, item)), span }
    default:
      return { kind: 'text', ...passageOf(source, node) }
  }
}

/** Whether a node is a heading of a level, written with `#`. */
function isHeading(source: Source, node: RootContent, depth: 1 | 2): boolean {
  return node.type === 'heading' && node.depth === depth && source.text.charAt(startOf(node)) === '#'
}

/** Reports a table that stands inside code, or inside HTML that was not closed. */
function reportHidden(source: Source, node: Code | Html): void {
  if (hidesTable(node.value)) report(source, problem('CG210', {}, shownIn(source, firstLine(source, spanOf(node)))))
}

function tableOf(source: Source, node: Table): TableBlock {
  const rows = node.children.map((row) => rowOf(source, row))
  const header = rows[0] ?? { cells: [], span: spanOf(node) }
  return checked(source, { kind: 'table', header, rows: rows.slice(1), span: spanOf(node) }, rows.length - 1)
}

function rowOf(source: Source, node: TableRow): Row {
  return { cells: node.children.map((cell) => inner(source, cell)), span: spanOf(node) }
}

/** A table whose delimiter row is missing or of the wrong width. */
function recovered(source: Source, span: Span, rows: readonly Row[]): TableBlock {
  const [header, second] = rows
  const delimited = second !== undefined && isDelimiterRow(second)
  const wanted = header?.cells.length ?? 0
  const where = shownIn(source, second?.span ?? span)
  report(source, problem('CG201', { cells: delimited ? second.cells.length : 0, wanted }, where))
  const body = rows.slice(delimited ? 2 : 1)
  return checked(source, { kind: 'table', header: header ?? { cells: [], span }, rows: body, span }, body.length)
}

/** What of a stretch of text stands before, between and behind the rows that were found in it. */
function between(source: Source, span: Span, rows: readonly Row[]): TextBlock[] {
  const ends = [span.start.offset, ...rows.map((row) => row.span.end.offset)]
  const starts = [...rows.map((row) => row.span.start.offset), span.end.offset]
  const passages = ends.map((from, index) => passage(source, from, starts[index] ?? from))
  return passages.flatMap((part) => (part.text === '' ? [] : [{ kind: 'text', ...part }]))
}

/** Mends and reports the last rows of a table where they do not fit the header. */
function checked(source: Source, given: TableBlock, added: number): TableBlock {
  const known = given.rows.length - added
  const rows = given.rows.map((row, index) => (index < known ? row : fitting(source, row, given.header)))
  return { ...given, rows }
}

/** A row as the header wants it: put together again where bars inside its cells have cut it, else as it is, and reported. */
function fitting(source: Source, row: Row, header: Row): Row {
  const [cells, wanted] = [row.cells.length, header.cells.length]
  if (cells === wanted) return row
  const where = shownIn(source, row.span)
  if (cells < wanted) {
    report(source, problem('CG203', { cells, wanted }, where))
    return row
  }
  const mended = rejoined(source, row, wanted)
  const surplus = row.cells.slice(wanted).map((cell) => cell.text)
  report(
    source,
    mended === undefined
      ? problem('CG202', { cells, wanted, surplus: surplus.join(' | ') }, where)
      : problem('CG204', { cells, wanted }, where),
  )
  return mended ?? row
}

/** The source of what a node contains, such as a heading without its `#` or a cell without its bars. */
function inner(source: Source, node: Nodes): Passage {
  const children = 'children' in node ? node.children : []
  const [first, last] = [children[0], children.at(-1)]
  if (first === undefined || last === undefined) {
    const place = node.type === 'tableCell' ? afterBar(source, node) : spanOf(node).end
    return { text: '', span: { start: place, end: place } }
  }
  return passage(source, startOf(first), endOf(last))
}

function afterBar(source: Source, node: Nodes): Position {
  const start = startOf(node) + (source.text.charAt(startOf(node)) === '|' ? 1 : 0)
  const offset = start + (source.text.charAt(start) === ' ' ? 1 : 0)
  return spanBetween(source.starts, offset, offset).start
}

function passageOf(source: Source, node: Nodes): Passage {
  return passage(source, startOf(node), endOf(node))
}

function passage(source: Source, start: number, end: number): Passage {
  const raw = source.text.slice(start, end)
  const text = raw.trim()
  const from = text === '' ? start : start + raw.indexOf(text)
  return { text, span: spanBetween(source.starts, from, from + text.length) }
}

function firstLine(source: Source, span: Span): Span {
  const end = source.starts[span.start.line] ?? source.text.length
  return spanBetween(source.starts, span.start.offset, Math.min(end, span.end.offset))
}

function report(source: Source, diagnostic: Diagnostic): void {
  source.diagnostics.push(diagnostic)
}

function spanOf(node: Nodes): Span {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  return { start: { ...start, offset: start.offset ?? 0 }, end: { ...end, offset: end.offset ?? 0 } }
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}
