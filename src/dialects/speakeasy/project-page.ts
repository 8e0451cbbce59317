// Knows which pages of this family are model pages, of which kind, and what they say as a whole.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { excerptOf } from '../../diagnostics/frame.js'
import type { Ternary } from '../../ir/type.js'
import type { CodeBlock, Page, Passage, Section, TableBlock } from '../../markdown/page.js'
import { squash } from '../../text/words.js'
import { stated, type Projection, type ProjectedPage, type SampleProof } from '../dialect.js'
import type { Language } from './language.js'
import { isFieldsTable, fieldColumns, projectFields } from './project-fields.js'
import { countMembers, projectMembers } from './project-members.js'
import { projectValues } from './project-values.js'
import { readPageText } from './texts.js'

/** The sections of model pages. */
const MODEL_SECTIONS = ['Fields', 'Values', 'Supported Types', 'Example Usage', 'Union Discrimination']
/** Sections of other pages that the generator writes beside model pages. */
const OTHER_SECTIONS = ['Global Options', 'Per-Method Options', 'Overview', 'Available Operations']
const SYNONYMS: { readonly [folder: string]: string } = {
  shared: 'shared',
  components: 'shared',
  operations: 'operations',
  requests: 'operations',
  errors: 'errors',
  sdkerrors: 'errors',
  apierrors: 'errors',
}
const FLAT = new Set(['models', 'docs', 'api', 'model', '.', ''])
const NO_MODELS = new Set(['types', 'utils', 'sdks', 'lib'])

/** The kind of a page, told from its sections alone; `other` is no model page. */
export type PageKind = Projection['kind'] | 'other'

/** Tells the kind of a page. `blank` pages have a name and perhaps a description, and nothing else. */
export function kindOf(page: Page): PageKind {
  if (sectionOf(page, 'Supported Types') !== undefined) return 'union'
  if (sectionOf(page, 'Values') !== undefined) return 'enum'
  const fields = sectionOf(page, 'Fields')
  if (fields !== undefined) return isOtherTable(fields) ? 'other' : 'object'
  const [first] = page.sections
  if (first !== undefined && OTHER_SECTIONS.includes(first.heading.text)) return 'other'
  return isNamedAsFile(page) && !inOtherFolder(page) ? 'blank' : 'other'
}

/** A table of fields that is no model's, such as that of the retry settings. */
function isOtherTable(section: Section): boolean {
  const table = tableOf(section)
  return table?.header.cells[0]?.text === 'Name' && table.header.cells.at(-1)?.text === 'Example'
}

/**
 * What a page says; nothing for a page that is no model page. Gives CG206–CG209, CG212 and CG215 for the page's parts
 * besides those of its rows.
 */
export function projectPage(language: Language, page: Page): ProjectedPage {
  const kind = kindOf(page)
  if (kind === 'other') return { diagnostics: [] }
  const title = page.title
  if (title === undefined) return { diagnostics: [noTitle(page)] }
  const [, struck, name = ''] = /^(~~)?(.*?)(?:~~)?$/s.exec(title.text) ?? []
  const notice = readPageText(page.description?.text ?? '')
  const text: Passage = page.description ?? { text: '', span: title.span }
  const deprecated = notice.deprecated ?? (struck === undefined ? undefined : {})
  const content = contentOf(language, page, { kind, name })
  const projection: Projection = {
    kind,
    file: page.file,
    namespace: namespaceOf(page.file),
    name,
    key: squash(name),
    title: { file: page.file, ...title.span },
    ...(notice.description === undefined ? {} : { description: stated(page, text, notice.description) }),
    ...(deprecated === undefined ? {} : { deprecated: stated(page, title, deprecated) }),
    ...content.projection,
  }
  return { projection, diagnostics: [...sectionProblems(page), ...content.diagnostics] }
}

type Content = Pick<Projection, 'fields' | 'additional' | 'values' | 'open' | 'members' | 'role' | 'sample'>

function contentOf(
  language: Language,
  page: Page,
  of: { kind: Projection['kind']; name: string },
): { projection: Content; diagnostics: readonly Diagnostic[] } {
  const title: Passage = page.title ?? { text: '', span: { start: ORIGIN, end: ORIGIN } }
  const open = stated<Ternary>(page, title, 'unknown')
  const empty: Content = { fields: [], values: [], open, members: [], role: 'data', sample: new Map() }
  if (of.kind === 'object') {
    const section = sectionOf(page, 'Fields')
    const table = section === undefined ? undefined : tableOf(section)
    if (section === undefined || table === undefined) return { projection: empty, diagnostics: [empties(page, section)] }
    if (!isFieldsTable(table)) return { projection: empty, diagnostics: [columns(page, table)] }
    const { diagnostics, wrapper, ...fields } = projectFields(language, page, { model: of.name, table })
    const role = wrapper && isResponse(of.name, fields.fields.length) ? 'response' : 'data'
    return { projection: { ...empty, ...fields, role, sample: sampleOf(language, page) }, diagnostics }
  }
  if (of.kind === 'enum') {
    const section = sectionOf(page, 'Values')
    if (section === undefined) return { projection: empty, diagnostics: [] }
    const { diagnostics, ...values } = projectValues(language, page, section)
    return { projection: { ...empty, ...values }, diagnostics }
  }
  const section = of.kind === 'union' ? sectionOf(page, 'Supported Types') : undefined
  if (section === undefined) return { projection: empty, diagnostics: [] }
  const members = projectMembers(language, page, section)
  const none = countMembers(section) === 0 ? [problem('CG215', { name: of.name }, at(page, section.heading))] : []
  return { projection: { ...empty, members }, diagnostics: none }
}

const ORIGIN = { line: 1, column: 1, offset: 0 }

/** Wrappers are named for the operation they answer; an error may carry a raw response without being one. */
function isResponse(name: string, fields: number): boolean {
  return /Response\d*$/.test(name) || fields === 0
}

function sampleOf(language: Language, page: Page): ReadonlyMap<string, SampleProof> {
  const blocks = sectionOf(page, 'Example Usage')?.blocks ?? []
  const code = blocks.find((block): block is CodeBlock => block.kind === 'code')
  if (code === undefined || language.readSample === undefined) return new Map()
  const span = { file: page.file, ...code.span }
  return new Map([...language.readSample(code.text)].map(([key, proof]) => [key, { ...proof, span }]))
}

/** The role of the folder that a page lies in, one word for all its synonyms; empty where docs have no such folders. */
export function namespaceOf(file: string): string {
  const folder = (file.split('/').at(-2) ?? '').toLowerCase()
  if (FLAT.has(folder)) return ''
  return SYNONYMS[folder] ?? folder
}

/** The section of a name. */
export function sectionOf(page: Page, heading: string): Section | undefined {
  return page.sections.find((section) => section.heading.text === heading)
}

/** The first table of a section. */
export function tableOf(section: Section): TableBlock | undefined {
  return section.blocks.find((block) => block.kind === 'table')
}

function isNamedAsFile(page: Page): boolean {
  const base = (page.file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
  const name = page.title?.text.replaceAll('~~', '') ?? ''
  return /^[A-Z][A-Za-z0-9]*$/.test(name) && squash(name) === squash(base)
}

function inOtherFolder(page: Page): boolean {
  return page.file
    .split('/')
    .slice(-3, -1)
    .some((folder) => NO_MODELS.has(folder.toLowerCase()))
}

function sectionProblems(page: Page): Diagnostic[] {
  const seen = new Set<string>()
  return page.sections.flatMap(({ heading }) => {
    const known = MODEL_SECTIONS.includes(heading.text)
    const again = seen.has(heading.text)
    seen.add(heading.text)
    if (!known) return [problem('CG206', { heading: heading.text }, at(page, heading))]
    return again ? [problem('CG207', { heading: heading.text }, at(page, heading))] : []
  })
}

function noTitle(page: Page): Diagnostic {
  const span = { start: ORIGIN, end: ORIGIN }
  return problem('CG208', {}, { span: { file: page.file, ...span }, excerpt: excerptOf(page.text, span) })
}

function empties(page: Page, section: Section | undefined): Diagnostic {
  const heading = section?.heading ?? { text: 'Fields', span: { start: ORIGIN, end: ORIGIN } }
  return problem('CG209', { section: heading.text }, at(page, heading))
}

function columns(page: Page, table: TableBlock): Diagnostic {
  const found = table.header.cells.map((cell) => cell.text).join(', ')
  return problem('CG212', { columns: found, wanted: fieldColumns.join(', ') }, at(page, table.header))
}

function at(page: Page, part: Pick<Passage, 'span'>): { span: Projection['title']; excerpt: string } {
  return { span: { file: page.file, ...part.span }, excerpt: excerptOf(page.text, part.span) }
}
