// Knows what a model page of this family says as a whole.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { shownIn } from '../../diagnostics/frame.js'
import type { Ternary } from '../../ir/type.js'
import type { CodeBlock, Page, Passage, TableBlock } from '../../markdown/page.js'
import { spanIn } from '../../text/span.js'
import { squash } from '../../text/words.js'
import { stated, type Projection, type ProjectedPage, type SampleProof } from '../dialect.js'
import { columnCount, fieldColumns, hasSetters, isFieldsTable } from './field-columns.js'
import type { Language } from './language.js'
import { namespaceOf } from './namespace.js'
import { isModelSection, kindOf, sectionOf, tablesOf } from './page-kind.js'
import { projectFields } from './project-fields.js'
import { countMembers, projectMembers } from './project-members.js'
import { projectValues } from './project-values.js'
import { readPageText } from './texts.js'
import { strayColumns, strayRows } from './unread.js'

/**
 * What a page says; nothing for a page that is no model page. Gives CG206–CG209, CG212 and CG215–CG217 for the page's
 * parts besides those of its rows.
 */
export function projectPage(language: Language, page: Page): ProjectedPage {
  const kind = kindOf(page)
  if (kind === 'other') return { diagnostics: [] }
  const title = page.title
  if (title === undefined) return { diagnostics: [noTitle(page)] }
  const [, struck, name = ''] = /^(~~)?(.*?)(?:~~)?$/s.exec(title.text) ?? []
  const notice = readPageText((page.description?.text ?? '').replace(/\r\n?/g, '\n'))
  const text: Passage = page.description ?? { text: '', span: title.span }
  const deprecated = notice.deprecated ?? (struck === undefined ? undefined : {})
  const content = contentOf(language, page, { kind, name })
  const projection: Projection = {
    kind,
    file: page.file,
    namespace: namespaceOf(language.id, page.file),
    name,
    key: squash(name),
    title: spanIn(page.file, title.span),
    ...(notice.description === undefined ? {} : { description: stated(page, text, notice.description) }),
    ...(deprecated === undefined ? {} : { deprecated: stated(page, title, deprecated) }),
    ...content.projection,
    sections: page.sections.map(({ heading }) => heading.text),
  }
  return { projection, diagnostics: [...sectionProblems(page), ...content.diagnostics] }
}

type Content = Pick<
  Projection,
  'fields' | 'readOnly' | 'additional' | 'values' | 'open' | 'members' | 'role' | 'sample'
>

interface ReadContent {
  readonly projection: Content
  readonly diagnostics: readonly Diagnostic[]
}

function contentOf(language: Language, page: Page, of: { kind: Projection['kind']; name: string }): ReadContent {
  const title: Passage = page.title ?? { text: '', span: { start: ORIGIN, end: ORIGIN } }
  const open = stated<Ternary>(page, title, 'unknown')
  const empty: Content = { fields: [], values: [], open, members: [], role: 'data', sample: NO_SAMPLE }
  if (of.kind === 'object') return objectContent(language, page, { name: of.name, empty })
  if (of.kind === 'blank') return { projection: empty, diagnostics: blankProblems(language, page, of.name) }
  const section = sectionOf(page, of.kind === 'enum' ? 'Values' : 'Supported Types')
  if (section === undefined) return { projection: empty, diagnostics: [] }
  if (of.kind === 'enum') {
    const { diagnostics, ...values } = projectValues(language, page, section)
    return { projection: { ...empty, ...values }, diagnostics }
  }
  const { diagnostics, members } = projectMembers(language, page, section)
  const none =
    countMembers(section) === 0 ? [problem('CG215', { name: of.name }, shownIn(page, section.heading.span))] : []
  return { projection: { ...empty, members }, diagnostics: [...diagnostics, ...none] }
}

function objectContent(language: Language, page: Page, of: { name: string; empty: Content }): ReadContent {
  const section = sectionOf(page, 'Fields')
  const heading = section?.heading ?? { span: { start: ORIGIN, end: ORIGIN } }
  const all = section === undefined ? [] : tablesOf(section)
  const tables = all.filter(isFieldsTable)
  const wrong = all.filter((table) => !isFieldsTable(table)).map((table) => columns(page, table))
  const missing = all.length === 0 ? [problem('CG209', { section: 'Fields' }, shownIn(page, heading.span))] : []
  const { diagnostics, wrapper, ...fields } = projectFields(language, page, { model: of.name, tables })
  const role = wrapper && isResponse(of.name, fields.fields.length) ? 'response' : 'data'
  const layout = tables.some(hasSetters) ? { readOnly: true as const } : {}
  const projection: Content = { ...of.empty, ...fields, ...layout, role, sample: sampleOf(language, page) }
  const unread = [
    ...strayRows(page, section?.blocks ?? []),
    ...tables.flatMap((table) => strayColumns(page, table, (index) => index < columnCount(table))),
  ]
  return { projection, diagnostics: [...missing, ...wrong, ...unread, ...diagnostics] }
}

/** A page that says nothing of its model: a union in some languages, in the others a page that lost its content. */
function blankProblems(language: Language, page: Page, name: string): Diagnostic[] {
  const [first] = page.sections
  if (first !== undefined)
    return isModelSection(first.heading.text)
      ? [problem('CG209', { section: first.heading.text }, shownIn(page, first.heading.span))]
      : []
  if (language.blankUnions === true || page.title === undefined) return []
  return [problem('CG215', { name }, shownIn(page, page.title.span))]
}

/** Shared by all pages whose sample proves nothing. */
const NO_SAMPLE: Projection['sample'] = new Map([])
const ORIGIN = { line: 1, column: 1, offset: 0 }

/** Wrappers are named for the operation they answer; an error may carry a raw response without being one. */
function isResponse(name: string, fields: number): boolean {
  return /Response\d*$/.test(name) || fields === 0
}

function sampleOf(language: Language, page: Page): ReadonlyMap<string, SampleProof> {
  const blocks = sectionOf(page, 'Example Usage')?.blocks ?? []
  const code = blocks.find((block): block is CodeBlock => block.kind === 'code')
  if (code === undefined || language.readSample === undefined) return NO_SAMPLE
  const span = spanIn(page.file, code.span)
  const proofs = [...language.readSample(code.text)]
  return proofs.length === 0 ? NO_SAMPLE : new Map(proofs.map(([key, proof]) => [key, { ...proof, span }]))
}

function sectionProblems(page: Page): Diagnostic[] {
  const seen = new Set<string>()
  return page.sections.flatMap(({ heading }) => {
    const known = isModelSection(heading.text)
    const again = seen.has(heading.text)
    seen.add(heading.text)
    if (!known) return [problem('CG206', { heading: heading.text }, shownIn(page, heading.span))]
    return again ? [problem('CG207', { heading: heading.text }, shownIn(page, heading.span))] : []
  })
}

function noTitle(page: Page): Diagnostic {
  return problem('CG208', {}, shownIn(page, { start: ORIGIN, end: ORIGIN }))
}

function columns(page: Page, table: TableBlock): Diagnostic {
  const found = table.header.cells.map((cell) => cell.text).join(', ')
  return problem('CG212', { columns: found, wanted: fieldColumns.join(', ') }, shownIn(page, table.header.span))
}
