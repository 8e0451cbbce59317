// Knows how the rows of a fields table state the facts of an object's fields.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { shownIn } from '../../diagnostics/frame.js'
import type { Ternary, Type } from '../../ir/type.js'
import type { Page, Passage, Row, TableBlock } from '../../markdown/page.js'
import { spanBetween, spanIn } from '../../text/span.js'
import { squash } from '../../text/words.js'
import { stated, type FieldProjection, type ParsedType } from '../dialect.js'
import { cellsOf, type FieldCells } from './field-columns.js'
import type { Language } from './language.js'
import { parseCell } from './parse-cell.js'
import { DEPTH_LIMIT } from './reading.js'
import { findTwins } from './twins.js'
import { readCellText, readExamples, responseFields } from './texts.js'

const REQUIRED: ReadonlyMap<string, boolean> = new Map([
  [':heavy_check_mark:', true],
  [':heavy_minus_sign:', false],
])
const EXTRA_KEYS = new Set(['additionalproperties', 'pydanticextra'])

/** What a fields table says. */
export interface ProjectedFields {
  readonly fields: readonly FieldProjection[]
  /** Rows whose name stands above already. */
  readonly repeated?: readonly FieldProjection[]
  readonly additional?: FieldProjection
  /** Whether some row belongs to an SDK's wrapper around a response; such rows are left out of `fields`. */
  readonly wrapper: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the fields tables of a page, of which there should be one. Gives CG213 for a cell that is none of the notation's,
 * CG301–CG304 for types; the other rows are read all the same. Of two rows with one name the first counts.
 */
export function projectFields(
  language: Language,
  page: Page,
  of: { model: string; tables: readonly TableBlock[] },
): ProjectedFields {
  const diagnostics: Diagnostic[] = []
  const all: FieldProjection[] = []
  let wrapper = false
  const rows = of.tables.flatMap((table) => table.rows.map((row) => ({ row, cells: cellsOf(table, row) })))
  for (const { row, cells } of rows) {
    const field = projectRow({ language, page, model: of.model, diagnostics }, row, cells)
    if (field === undefined) continue
    if (isResponseField(field)) wrapper = true
    else all.push(field)
  }
  const seen = new Map<string, FieldProjection>()
  const repeated: FieldProjection[] = []
  for (const field of all) {
    if (seen.has(field.key)) repeated.push(field)
    else seen.set(field.key, field)
  }
  const unique = [...seen.values()]
  diagnostics.push(...findTwins(unique.map(({ name, nameSpan }) => ({ text: name, span: nameSpan }))))
  const additional = unique.find((field) => EXTRA_KEYS.has(field.key) && field.type.value.kind === 'map')
  const fields = unique.filter((field) => field !== additional)
  return {
    fields,
    ...(repeated.length === 0 ? {} : { repeated }),
    ...(additional === undefined ? {} : { additional }),
    wrapper,
    diagnostics,
  }
}

interface Reading {
  readonly language: Language
  readonly page: Page
  readonly model: string
  readonly diagnostics: Diagnostic[]
}

function projectRow(reading: Reading, row: Row, cells: FieldCells): FieldProjection | undefined {
  const { page, language } = reading
  const { name, type, required, description, example } = cells
  if (name === undefined || type === undefined) return undefined
  const read = /^(~~)?`(.+)`\1$/s.exec(name.text)
  if (read?.[2] === undefined) {
    unreadable(reading, name, { column: 'Field', wanted: 'a name in a code span' })
    return undefined
  }
  const given = required === undefined ? undefined : REQUIRED.get(required.text)
  if (given === undefined) {
    unreadable(reading, required ?? type, { column: 'Required', wanted: [...REQUIRED.keys()].join(' or ') })
  }
  const bare = cells.nullable !== undefined
  const parsed = parseCell(language.grammar, type.text, { required: bare || (given ?? false), file: page.file })
  reportType(reading, { cell: type, parsed, required: required?.text ?? '' })
  const text = description ?? { text: '', span: row.span }
  const notice = readCellText(text.text)
  const examples = readExamples(example?.text ?? '')
  const deprecated = read[1] === undefined ? notice.deprecated : (notice.deprecated ?? {})
  const spelt = read[2].replaceAll('\\|', '|')
  const said = stated(page, text, notice.description ?? '')
  return {
    name: spelt,
    key: fieldKey(language, spelt, reading.model),
    row: spanIn(page.file, row.span),
    nameSpan: spanIn(page.file, name.span),
    type: stated<Type>(page, type, withNull(parsed.type, cells.nullable?.(given ?? false))),
    required: stated(page, required ?? type, given ?? false),
    descriptionSpan: said.span,
    ...(notice.description === undefined ? {} : { description: said }),
    ...(deprecated === undefined ? {} : { deprecated: stated(page, name, deprecated) }),
    ...(example === undefined || example.text === '' ? {} : { examples: stated(page, example, examples) }),
  }
}

/** The type with what its row says of null; any value includes null anyway. */
function withNull(type: Type, nullable: Ternary | undefined): Type {
  return nullable === undefined || type.kind === 'any' || type.kind === 'unknown' ? type : { ...type, nullable }
}

/**
 * The key of a field: letters and digits in lower case, or the name itself where it has none of them; the ending undone that a
 * language adds to a model's own name.
 */
export function fieldKey(language: Language, field: string, model: string): string {
  const key = squash(field) || field
  const suffix = language.ownNameSuffix
  return suffix !== undefined && key === squash(model + suffix) ? squash(model) : key
}

/** A field that an SDK adds to responses and errors: told by its fixed text, or by a type that is no data of the API. */
function isResponseField(field: FieldProjection): boolean {
  const { key, description, type } = field
  if (Object.hasOwn(responseFields, key) && responseFields[key] === description?.value) return true
  if (key === 'rawresponse') return type.value.kind === 'external'
  return key === 'httpmeta' && type.value.kind === 'ref' && squash(type.value.name).endsWith('httpmetadata')
}

function reportType(reading: Reading, of: { cell: Passage; parsed: ParsedType; required: string }): void {
  const { page, language } = reading
  for (const { code, start, end } of of.parsed.problems) {
    // Nothing contradicts a Required cell that cannot be read.
    if (code === 'CG304' && !REQUIRED.has(of.required)) continue
    const begin = of.cell.span.start.offset
    const span = spanBetween(page.starts, begin + start, Math.max(begin + end, begin + start + 1))
    const at = shownIn(page, span)
    const cell = of.cell.text
    const rest = cell.slice(start, end)
    if (code === 'CG301') reading.diagnostics.push(problem(code, { cell, rest, dialect: language.label }, at))
    else if (code === 'CG302') reading.diagnostics.push(problem(code, { word: rest, dialect: language.label }, at))
    else if (code === 'CG303')
      reading.diagnostics.push(problem(code, { depth: DEPTH_LIMIT + 1, limit: DEPTH_LIMIT }, at))
    else reading.diagnostics.push(problem(code, { cell, required: of.required }, at))
  }
}

function unreadable(reading: Reading, cell: Passage, of: { column: string; wanted: string }): void {
  reading.diagnostics.push(problem('CG213', { found: cell.text, ...of }, shownIn(reading.page, cell.span)))
}
