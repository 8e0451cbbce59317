// Knows which pages of this family are model pages, and of which kind, from their sections alone.

import type { Page, Section, TableBlock } from '../../markdown/page.js'
import { suggest } from '../../text/suggest.js'
import { squash } from '../../text/words.js'
import type { Projection } from '../dialect.js'
import { isFieldsTable } from './field-columns.js'
import { isValuesTable } from './project-values.js'

/** The sections with which a model page begins. */
const FIRST_SECTIONS = ['Fields', 'Values', 'Supported Types', 'Example Usage']
/** Sections that may follow. */
const LATER_SECTIONS = ['Union Discrimination', 'Consumption Patterns']
/** Sections of other pages that the generator writes beside model pages. */
const OTHER_SECTIONS = ['Global Options', 'Per-Method Options', 'Overview', 'Available Operations']
const OTHER_FOLDERS = ['types', 'utils', 'sdks', 'lib']

/** The kind of a page; `other` is no model page. */
export type PageKind = Projection['kind'] | 'other'

/**
 * Tells the kind of a page. `blank` pages are named as their file and have no section that says what they are: either none
 * at all, or one that was probably meant to.
 */
export function kindOf(page: Page): PageKind {
  const [first] = page.sections
  if (first === undefined) return isNamedAsFile(page) && !liesElsewhere(page) ? 'blank' : 'other'
  const named = isNamedAsFile(page)
  if (OTHER_SECTIONS.includes(first.heading.text) && !(named && describesModel(page))) return 'other'
  if (!named && (!FIRST_SECTIONS.includes(first.heading.text) || isProse(page))) return 'other'
  if (sectionOf(page, 'Supported Types') !== undefined) return 'union'
  if (sectionOf(page, 'Values') !== undefined) return 'enum'
  const fields = sectionOf(page, 'Fields')
  if (fields !== undefined) return isOtherTable(tablesOf(fields)[0]) ? 'other' : 'object'
  return named && !liesElsewhere(page) && page.sections.some(isMeantAsModel) ? 'blank' : 'other'
}

/** Whether model pages have a section of this name. */
export function isModelSection(heading: string): boolean {
  return FIRST_SECTIONS.includes(heading) || LATER_SECTIONS.includes(heading)
}

/** The section of a name; where several have it, the blocks of all. */
export function sectionOf(page: Page, heading: string): Section | undefined {
  const [first, ...others] = page.sections.filter((section) => section.heading.text === heading)
  if (first === undefined || others.length === 0) return first
  return { heading: first.heading, blocks: [first, ...others].flatMap((section) => section.blocks) }
}

/** The tables of a section. */
export function tablesOf(section: Section): readonly TableBlock[] {
  return section.blocks.filter((block) => block.kind === 'table')
}

/** A page whose title is no name and whose tables are no model's: a guide that happens to have a section of this name. */
function isProse(page: Page): boolean {
  if (page.title === undefined || isName(page.title.text)) return false
  return !page.sections.some(hasModelTable)
}

/** A table of fields that is no model's, such as that of the retry settings. */
function isOtherTable(table: TableBlock | undefined): boolean {
  return table?.header.cells[0]?.text === 'Name' && table.header.cells.at(-1)?.text === 'Example'
}

/** A section of a model page, or one that would be but for its misspelt heading. */
function isMeantAsModel(section: Section): boolean {
  const { text } = section.heading
  return isModelSection(text) || hasModelTable(section) || suggest(text, FIRST_SECTIONS) !== undefined
}

function hasModelTable(section: Section): boolean {
  return tablesOf(section).some((table) => isFieldsTable(table) || isValuesTable(table))
}

function isName(title: string): boolean {
  return /^(~~)?[A-Z][A-Za-z0-9]*\1$/.test(title)
}

function isNamedAsFile(page: Page): boolean {
  const base = (page.file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
  const title = page.title?.text ?? ''
  return isName(title) && squash(title) === squash(base)
}

/** Whether a section that belongs to models only stands below others, which then are part of the description. */
function describesModel(page: Page): boolean {
  return !liesElsewhere(page) && page.sections.some(({ heading }) => FIRST_SECTIONS.includes(heading.text))
}

function liesElsewhere(page: Page): boolean {
  const folders = page.file.toLowerCase().split('/').slice(0, -1)
  return folders.slice(-2).some((folder) => OTHER_FOLDERS.includes(folder)) && folders.at(-2) !== 'models'
}
