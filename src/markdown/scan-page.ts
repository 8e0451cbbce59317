// Knows the form in which generators write their pages, and reads it line by line, without a syntax tree.

import { lineStarts, spanBetween, type Position } from '../text/span.js'
import { mayBeLong, type TextLimits } from './long-texts.js'
import type { Block, CodeBlock, HeadingBlock, Page, Passage, Row, Section, TableBlock, TextBlock } from './page.js'
import { hidesTable } from './rows.js'

/** A text being read: where its lines begin, and how large its tables may be. */
interface Scan {
  readonly text: string
  readonly starts: readonly number[]
  readonly limits: ScanLimits
}

/** How large tables may be, and how texts are kept that are cut from the page; by default as they are cut. */
export interface ScanLimits extends TextLimits {
  readonly rows: number
  readonly columns: number
  readonly own?: (text: string) => string
}

/** What was read at a line, and the first line below it. */
interface Found<T> {
  readonly value: T
  readonly next: number
}

const TITLE = /^# [A-Za-z0-9_~]+$/
const SECTION = /^## [A-Za-z][A-Za-z ]*[A-Za-z]$/
const HEADING = /^### [^\s#][^#]*[^\s#]$/
const FENCE = /^```[a-z]+$/
const DELIMITERS = /^\|(?: -+ \|)+$/
/** What may open a block that blank lines do not end, or is a section in another form. */
const OPENS = /```|~~~|^ {0,3}(?:<|##)/m

/**
 * The page of a text that is laid out as generators do; undefined where anything is otherwise, so that a full parser must
 * look at it. A page that is given is the same, place for place, as the parser's, which would have nothing to report of it, unless
 * there is more prose in it than a parser can take.
 */
export function scanPage(file: string, text: string, limits: ScanLimits): Page | undefined {
  if (text.includes('\r') || mayBeLong(text, limits)) return undefined
  const scan: Scan = { text, starts: lineStarts(text), limits }
  const head = lineAt(scan, 0)
  if (!TITLE.test(head) || !isBlank(scan, 1) || isLong(scan, head)) return undefined
  const from = firstSection(scan)
  const end = scan.starts[from] ?? text.length
  const prose = text.slice(head.length, end)
  if (OPENS.test(prose) || !isBlank(scan, from - 1)) return undefined
  if (from === scan.starts.length && prose.includes('|')) return undefined
  const sections = scanSections(scan, from)
  if (sections === undefined) return undefined
  const content = prose.trim()
  const description = content === '' ? undefined : passageAt(scan, head.length + prose.indexOf(content), content)
  const title = passageAt(scan, 2, head.slice(2))
  return { file, text, starts: scan.starts, title, ...(description === undefined ? {} : { description }), sections }
}

/** The line of the first section's heading; the number of lines where there is none. */
function firstSection({ text, starts }: Scan): number {
  let line = 2
  while (line < starts.length && !text.startsWith('## ', starts[line])) line += 1
  return Math.max(line, Math.min(2, starts.length))
}

function scanSections(scan: Scan, from: number): readonly Section[] | undefined {
  const sections: Section[] = []
  let line = from
  while (line < scan.starts.length) {
    const heading = lineAt(scan, line)
    if (!SECTION.test(heading) || !isBlank(scan, line + 1) || isLong(scan, heading)) return undefined
    const blocks: Block[] = []
    const passage = passageAt(scan, startOf(scan, line) + 3, heading.slice(3))
    line = nextFilled(scan, line + 1)
    while (line < scan.starts.length && !scan.text.startsWith('## ', scan.starts[line])) {
      const found = scanBlock(scan, line)
      if (found === undefined || !isBlank(scan, found.next)) return undefined
      blocks.push(found.value)
      line = nextFilled(scan, found.next)
    }
    sections.push({ heading: passage, blocks })
  }
  return sections
}

function scanBlock(scan: Scan, line: number): Found<Block> | undefined {
  const first = lineAt(scan, line)
  if (first.startsWith('|')) return scanTable(scan, line)
  if (FENCE.test(first)) return scanCode(scan, line)
  if (first.startsWith('### ')) return scanHeading(scan, line)
  return /^[A-Za-z]/.test(first) ? scanText(scan, line) : undefined
}

function scanHeading(scan: Scan, line: number): Found<HeadingBlock> | undefined {
  const text = lineAt(scan, line)
  if ((text !== '### ' && !HEADING.test(text)) || isLong(scan, text)) return undefined
  return { value: { kind: 'heading', ...passageAt(scan, startOf(scan, line) + 4, text.slice(4)) }, next: line + 1 }
}

/** A paragraph: lines that begin with a letter can be nothing else. */
function scanText(scan: Scan, line: number): Found<TextBlock> | undefined {
  let next = line
  while (!isBlank(scan, next)) {
    const text = lineAt(scan, next)
    if (!/^[A-Za-z][^|]*$/.test(text)) return undefined
    next += 1
  }
  const start = startOf(scan, line)
  const content = scan.text.slice(start, endOf(scan, next - 1)).trim()
  return { value: { kind: 'text', ...passageAt(scan, start, content) }, next }
}

function scanCode(scan: Scan, line: number): Found<CodeBlock> | undefined {
  let close = line + 1
  while (close < scan.starts.length && !/^ {0,3}```/.test(lineAt(scan, close))) close += 1
  if (lineAt(scan, close) !== '```') return undefined
  const text = close === line + 1 ? '' : scan.text.slice(startOf(scan, line + 1), endOf(scan, close - 1))
  if (hidesTable(text)) return undefined
  const language = lineAt(scan, line).slice(3)
  const span = { start: position(scan, line, 0), end: position(scan, close, 3) }
  return {
    value: { kind: 'code', language: ownText(scan, language), text: ownText(scan, text), span },
    next: close + 1,
  }
}

function scanTable(scan: Scan, line: number): Found<TableBlock> | undefined {
  const header = scanRow(scan, line)
  const columns = header?.cells.length ?? 0
  const delimiters = lineAt(scan, line + 1)
  if (header === undefined || columns > scan.limits.columns || !DELIMITERS.test(delimiters)) return undefined
  if (delimiters.split('|').length - 2 !== columns) return undefined
  const rows: Row[] = []
  const longestName = scan.limits.name ?? Infinity
  let next = line + 2
  for (; !isBlank(scan, next); next += 1) {
    const row = scanRow(scan, next)
    if (row === undefined || row.cells.length !== columns) return undefined
    if ((row.cells[0]?.text.length ?? 0) > longestName) return undefined
    rows.push(row)
  }
  if (rows.length > scan.limits.rows) return undefined
  const last = lineAt(scan, next - 1)
  const span = { start: position(scan, line, 0), end: position(scan, next - 1, last.length) }
  return { value: { kind: 'table', header, rows, span }, next }
}

function scanRow(scan: Scan, line: number): Row | undefined {
  const text = lineAt(scan, line)
  if (!text.startsWith('|')) return undefined
  const cells: Passage[] = []
  let bar = 0
  for (let next = nextBar(text, 1); next !== -1; next = nextBar(text, next + 1)) {
    const cell = cellBetween(scan, line, { text, bar, next })
    if (cell === undefined) return undefined
    cells.push(cell)
    bar = next
  }
  const span = { start: position(scan, line, 0), end: position(scan, line, text.length) }
  return bar === text.length - 1 && bar > 0 ? { cells, span } : undefined
}

/** A cell between two bars of a line; a cell without a blank at each side is none of the generators'. */
function cellBetween(
  scan: Scan,
  line: number,
  { text, bar, next }: { readonly text: string; readonly bar: number; readonly next: number },
): Passage | undefined {
  if (text[bar + 1] !== ' ' || text[next - 1] !== ' ' || next - bar < 3) return undefined
  let [from, to] = [bar + 1, next]
  while (from < to && text[from] === ' ') from += 1
  while (from < to && text[to - 1] === ' ') to -= 1
  if (from === to) {
    const place = position(scan, line, bar + 2)
    return { text: '', span: { start: place, end: place } }
  }
  const content = text.slice(from, to)
  if (content.trim() !== content) return undefined
  return { text: ownText(scan, content), span: { start: position(scan, line, from), end: position(scan, line, to) } }
}

/** The next bar that no backslash escapes; -1 where there is none. */
function nextBar(text: string, from: number): number {
  let bar = text.indexOf('|', from)
  while (bar !== -1) {
    let backslashes = 0
    while (text[bar - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return bar
    bar = text.indexOf('|', bar + 1)
  }
  return -1
}

/** A passage whose text begins at an offset; it may have several lines. */
function passageAt(scan: Scan, offset: number, text: string): Passage {
  return { text: ownText(scan, text), span: spanBetween(scan.starts, offset, offset + text.length) }
}

/** Whether a heading is too long; its marks count too, so that a full parser looks at one that is as long as it may be. */
function isLong({ limits }: Scan, heading: string): boolean {
  return heading.length > (limits.heading ?? Infinity)
}

function ownText({ limits }: Scan, text: string): string {
  return limits.own?.(text) ?? text
}

function position(scan: Scan, line: number, column: number): Position {
  return { line: line + 1, column: column + 1, offset: startOf(scan, line) + column }
}

function startOf({ starts, text }: Scan, line: number): number {
  return starts[line] ?? text.length
}

/** Where a line ends, without its line feed. */
function endOf({ starts, text }: Scan, line: number): number {
  const next = starts[line + 1]
  return next === undefined ? text.length : next - 1
}

function lineAt(scan: Scan, line: number): string {
  return scan.text.slice(startOf(scan, line), endOf(scan, line))
}

/** Whether a line is empty, or there is none. */
function isBlank(scan: Scan, line: number): boolean {
  return startOf(scan, line) === endOf(scan, line)
}

function nextFilled(scan: Scan, line: number): number {
  let next = line
  while (next < scan.starts.length && isBlank(scan, next)) next += 1
  return next
}
