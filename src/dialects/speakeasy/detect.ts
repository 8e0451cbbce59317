// Knows the signs by which a page gives away its language: code blocks, type cells, names of fields and of the file.

import type { CodeBlock, Page } from '../../markdown/page.js'
import { joinWords, splitWords } from '../../text/words.js'
import type { Language } from './language.js'
import { parseCell } from './parse-cell.js'
import { cellsOf, isFieldsTable } from './field-columns.js'
import { sectionOf, tablesOf } from './page-kind.js'

/**
 * How strongly a page looks like a language: signs for it less signs against it, 0 where the page shows none. Folder
 * names count for nothing; the file's name only by its case against the heading's.
 */
export function detectLanguage(language: Language, page: Page): number {
  return fenceSigns(language, page) + cellSigns(language, page) + fileSign(language, page)
}

function fenceSigns(language: Language, page: Page): number {
  const blocks = page.sections.flatMap((section) => section.blocks)
  const fences = blocks.filter((block): block is CodeBlock => block.kind === 'code' && block.language !== '')
  return fences.reduce((sum, block) => sum + (block.language === language.fence ? 8 : -8), 0)
}

function cellSigns(language: Language, page: Page): number {
  const section = sectionOf(page, 'Fields')
  const table = section === undefined ? undefined : tablesOf(section)[0]
  if (table === undefined || !isFieldsTable(table)) return 0
  let signs = 0
  for (const row of table.rows) {
    const cells = cellsOf(table, row)
    const [name = '', type = '', given = ''] = [cells.name?.text, cells.type?.text, cells.required?.text]
    const required = cells.nullable === undefined ? given : ':heavy_check_mark:'
    const read = parseCell(language.grammar, type, { required: required === ':heavy_check_mark:' })
    const field = name.replaceAll(/[~`]/g, '')
    const spelt = joinWords(splitWords(field), language.fieldCase)
    signs += read.problems.length > 0 ? -4 : misses(language, read.type.kind, { required, type }) ? -2 : 2
    signs += spelt === field ? 1 : -1
  }
  return signs
}

/** Whether an optional scalar lacks the wrapper that the language always writes. */
function misses(language: Language, kind: string, cell: { required: string; type: string }): boolean {
  const { notation } = language
  if (cell.required === ':heavy_check_mark:' || notation.wrappers.length === 0) return false
  if (notation.bare.optional !== undefined || notation.unwrapped.some((other) => other === kind)) return false
  return !notation.wrappers.some((wrapper) => cell.type.includes(wrapper.open)) && notation.union?.null === undefined
}

function fileSign(language: Language, page: Page): number {
  const base = (page.file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/_$/, '')
  const title = page.title?.text.replaceAll('~~', '') ?? ''
  if (base.toLowerCase() !== title.toLowerCase()) return 0
  return base === (language.fileCase === 'lower' ? title.toLowerCase() : title) ? 1 : -1
}
