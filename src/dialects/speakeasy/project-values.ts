// Knows the three ways in which this family writes the values of an enumeration: a table, a line of code, a list.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { shownIn } from '../../diagnostics/frame.js'
import type { LiteralValue, Ternary } from '../../ir/type.js'
import type { CodeBlock, ListBlock, Page, Passage, Section, TableBlock } from '../../markdown/page.js'
import { spanBetween, spanIn } from '../../text/span.js'
import { stated, type Stated, type ValueProjection } from '../dialect.js'
import type { Language } from './language.js'
import { parsedText } from './reading.js'
import { unescapeCell } from './texts.js'
import { findTwins } from './twins.js'
import { strayColumns, strayRows } from './unread.js'

/** The columns of a table of values. */
export const valueColumns = ['Name', 'Value'] as const
const OPEN_TYPE = /^Unrecognized<(?:string|number)>$/
const OPEN_SENTENCE = /^This is an open enum\./
/** A member in a line of code; a quote ends it only where the next member, or nothing, follows. */
const MEMBER = /".{0,500}?"(?=\s*$| \| (?:["\d-]|true\b|false\b|Unrecognized<))|"(?:[^"\\]|\\.)*"?|[^\s|"]+/gs
/** What the sample of an open enumeration says of unlisted values: that they are numbers, or texts. */
const SAMPLES = {
  number: /custom integer values|UnrecognizedInt\b|Unrecognized<number>|\(999\)\s*$/,
  text: /custom string values|UnrecognizedStr\b|Unrecognized<string>|\("custom_value"\)\s*$/,
} as const

/** What the page of an enumeration says. */
export interface ProjectedValues {
  readonly values: readonly ValueProjection[]
  readonly open: Stated<Ternary>
  readonly diagnostics: readonly Diagnostic[]
}

/** Whether a table is one of an enumeration's values. */
export function isValuesTable(table: TableBlock): boolean {
  return valueColumns.every((column) => table.header.cells.some((cell) => cell.text === column))
}

/**
 * Reads the section of values, and whether the page says that others are accepted. Gives CG209 where nothing could be read,
 * CG212 for a table of other columns, CG213 for a value that is no constant, CG214 for one that stands twice, CG216 and CG217 for
 * what is not read.
 */
export function projectValues(language: Language, page: Page, section: Section): ProjectedValues {
  const reading: Reading = { page, values: [], diagnostics: [], open: false }
  for (const block of section.blocks) {
    if (block.kind === 'table') readTable(reading, block)
    else if (block.kind === 'list') readList(reading, block)
    else if (block.kind === 'code') readCode(reading, block)
    else if (OPEN_SENTENCE.test(block.text)) reading.open = true
    else reading.diagnostics.push(...strayRows(page, [block]))
  }
  if (section.blocks.every((block) => block.kind === 'text' || block.kind === 'heading'))
    reading.diagnostics.push(nothing(page, section))
  const samples = page.sections
    .filter((other) => other.heading.text !== section.heading.text)
    .flatMap((other) => other.blocks)
  const sample = samples.find((block) => block.kind === 'code')
  const marked = reading.open || (sample !== undefined && language.openMark?.test(sample.text) === true)
  const listed = section.blocks.some((block) => block.kind === 'list')
  const closed = listed || (language.samplesEnums && sample !== undefined)
  const said: Ternary = marked ? true : closed ? false : 'unknown'
  const values = once(reading).map((value) => sampled(value, marked ? sample?.text : undefined))
  const diagnostics = [...reading.diagnostics, ...findTwins(values)]
  return { values, open: stated<Ternary>(page, section.heading, said), diagnostics }
}

interface Reading {
  readonly page: Page
  readonly values: ValueProjection[]
  readonly diagnostics: Diagnostic[]
  /** Whether something said that other values are accepted. */
  open: boolean
}

/** The value with its type, where digits alone do not show it and the sample of an open enumeration does. */
function sampled(projection: ValueProjection, sample = ''): ValueProjection {
  const value = constantOf(projection.text)
  if (projection.value !== undefined || typeof value !== 'number') return projection
  if (SAMPLES.number.test(sample)) return { ...projection, value }
  return SAMPLES.text.test(sample) ? { ...projection, value: projection.text } : projection
}

/** The values, each once. */
function once(reading: Reading): ValueProjection[] {
  const seen = new Map<string, ValueProjection>()
  for (const value of reading.values) {
    const key = `${typeof value.value} ${value.text}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, value)
    else
      reading.diagnostics.push(
        problem('CG214', { value: value.text, line: first.span.start.line }, shownIn(reading.page, value.span)),
      )
  }
  return [...seen.values()]
}

/** The rows of a table. A row without a member's name may be the mark of an open enumeration. */
function readTable(reading: Reading, table: TableBlock): void {
  const { page, values, diagnostics } = reading
  const columns = table.header.cells.map((cell) => cell.text)
  if (!isValuesTable(table)) {
    diagnostics.push(
      problem(
        'CG212',
        { columns: columns.join(', '), wanted: valueColumns.join(', ') },
        shownIn(page, table.header.span),
      ),
    )
    return
  }
  const [nameAt, valueAt] = [columns.indexOf('Name'), columns.indexOf('Value')]
  diagnostics.push(...strayColumns(page, table, (index) => index === nameAt || index === valueAt))
  for (const row of table.rows) {
    const [name, value] = [row.cells[nameAt], row.cells[valueAt]]
    if (name === undefined || value === undefined) continue
    if (OPEN_TYPE.test(value.text.replaceAll('`', ''))) {
      reading.open = true
      continue
    }
    const spelt = /^`(.*)`$/s.exec(name.text)?.[1] ?? name.text
    const text = unescapeCell(value.text)
    values.push({ text, ...(spelt === '' ? {} : { name: spelt }), span: spanIn(page.file, value.span) })
  }
}

function readList({ page, values, diagnostics }: Reading, list: ListBlock): void {
  for (const item of list.items) {
    const value = constantOf(/^[-*+]\s+`(.*)`$/s.exec(item.text)?.[1] ?? '')
    if (value === undefined) diagnostics.push(noConstant(page, item))
    else values.push({ text: textOf(value), value, span: spanIn(page.file, item.span) })
  }
}

/** The members of `"A" | "B" | Unrecognized<string>`, each with its place. */
function readCode(reading: Reading, block: CodeBlock): void {
  const { page, values, diagnostics } = reading
  const begin = Math.max(page.text.indexOf(block.text, block.span.start.offset), block.span.start.offset)
  for (const found of block.text.matchAll(MEMBER)) {
    const start = begin + found.index
    const span = spanBetween(page.starts, start, start + found[0].length)
    const value = constantOf(found[0])
    if (value !== undefined) values.push({ text: textOf(value), value, span: spanIn(page.file, span) })
    else if (OPEN_TYPE.test(found[0])) reading.open = true
    else diagnostics.push(noConstant(page, { text: found[0], span }))
  }
}

/** The constant of a source: JSON, or a text in quotes that was not escaped. */
function constantOf(source: string): LiteralValue | undefined {
  if (/^".*"$/s.test(source) && source.length > 1) return parsedText(source) ?? source.slice(1, -1)
  if (source === 'true' || source === 'false') return source === 'true'
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(source) ? Number(source) : undefined
}

function textOf(value: LiteralValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function noConstant(page: Page, found: Passage): Diagnostic {
  return problem('CG213', { found: found.text, column: 'value', wanted: 'a constant' }, shownIn(page, found.span))
}

function nothing(page: Page, section: Section): Diagnostic {
  return problem('CG209', { section: section.heading.text }, shownIn(page, section.heading.span))
}
