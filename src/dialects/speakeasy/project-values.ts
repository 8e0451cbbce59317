// Knows the three ways in which this family writes the values of an enumeration: a table, a line of code, a list.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { excerptOf } from '../../diagnostics/frame.js'
import type { LiteralValue, Ternary } from '../../ir/type.js'
import type { CodeBlock, ListBlock, Page, Section, TableBlock } from '../../markdown/page.js'
import { spanBetween, type SourceSpan } from '../../text/span.js'
import { stated, type Stated, type ValueProjection } from '../dialect.js'
import type { Language } from './language.js'
import { unescapeCell } from './texts.js'

const OPEN_TYPE = /^Unrecognized<(?:string|number)>$/
const OPEN_SENTENCE = /^This is an open enum\./

/** What the page of an enumeration says. */
export interface ProjectedValues {
  readonly values: readonly ValueProjection[]
  readonly open: Stated<Ternary>
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the section of values, and whether the page's samples say that others are accepted. Gives CG209 where nothing could be read. */
export function projectValues(language: Language, page: Page, section: Section): ProjectedValues {
  const diagnostics: Diagnostic[] = []
  const values: ValueProjection[] = []
  let marked = false
  let listed = false
  for (const block of section.blocks) {
    if (block.kind === 'table') values.push(...tableValues(page, block, diagnostics))
    else if (block.kind === 'list') values.push(...listValues(page, block, diagnostics))
    else if (block.kind === 'code') {
      const read = codeValues(page, block)
      values.push(...read.values)
      marked ||= read.open
    } else if (OPEN_SENTENCE.test(block.text)) marked = true
    listed ||= block.kind !== 'text'
  }
  if (!listed) diagnostics.push(nothing(page, section))
  const samples = page.sections.filter((other) => other !== section).flatMap((other) => other.blocks)
  const sample = samples.find((block) => block.kind === 'code')
  const open = marked || (sample !== undefined && language.openMark?.test(sample.text) === true)
  const silent = language.openMark === undefined || (language.samplesEnums && sample === undefined)
  const said: Ternary = open ? true : silent ? 'unknown' : false
  return { values, open: stated<Ternary>(page, section.heading, said), diagnostics }
}

function tableValues(page: Page, table: TableBlock, diagnostics: Diagnostic[]): ValueProjection[] {
  const columns = table.header.cells.map((cell) => cell.text)
  const [nameAt, valueAt] = [columns.indexOf('Name'), columns.indexOf('Value')]
  if (nameAt === -1 || valueAt === -1) {
    const at = { span: { file: page.file, ...table.header.span }, excerpt: excerptOf(page.text, table.header.span) }
    diagnostics.push(problem('CG212', { columns: columns.join(', '), wanted: 'Name and Value' }, at))
    return []
  }
  return table.rows.flatMap((row): ValueProjection[] => {
    const [name, value] = [row.cells[nameAt], row.cells[valueAt]]
    if (name === undefined || value === undefined) return []
    const spelt = /^`([^`]*)`$/.exec(name.text)?.[1]
    const text = unescapeCell(value.text)
    return [{ text, ...(spelt === undefined ? {} : { name: spelt }), span: { file: page.file, ...value.span } }]
  })
}

function listValues(page: Page, list: ListBlock, diagnostics: Diagnostic[]): ValueProjection[] {
  return list.items.flatMap((item): ValueProjection[] => {
    const source = /`(.*)`/s.exec(item.text)?.[1] ?? ''
    const value = constantOf(source)
    const span: SourceSpan = { file: page.file, ...item.span }
    if (value !== undefined) return [{ text: textOf(value), value, span }]
    const at = { span, excerpt: excerptOf(page.text, item.span) }
    diagnostics.push(problem('CG213', { found: item.text, column: 'value', wanted: 'a constant in a code span' }, at))
    return []
  })
}

/** The members of `"A" | "B" | Unrecognized<string>`, each with its place. */
function codeValues(page: Page, block: CodeBlock): { values: ValueProjection[]; open: boolean } {
  const values: ValueProjection[] = []
  const begin = page.text.indexOf(block.text, block.span.start.offset)
  let open = false
  for (const found of block.text.matchAll(/"(?:[^"\\]|\\.)*"|[^\s|"]+/g)) {
    const span = { file: page.file, ...spanBetween(page.starts, begin + found.index, begin + found.index + found[0].length) }
    const value = constantOf(found[0])
    if (value !== undefined) values.push({ text: textOf(value), value, span })
    else open ||= OPEN_TYPE.test(found[0])
  }
  return { values, open }
}

function constantOf(source: string): LiteralValue | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
  } catch {
    return undefined
  }
}

function textOf(value: LiteralValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function nothing(page: Page, section: Section): Diagnostic {
  const { span } = section.heading
  const at = { span: { file: page.file, ...span }, excerpt: excerptOf(page.text, span) }
  return problem('CG209', { section: section.heading.text }, at)
}
