// Knows how the pages that a variant lacks are written, and when one is not: where it would not be read as what it should say.

import type { Projection, ValuesForm, WrittenContent, WrittenMember } from '../../dialects/dialect.js'
import type { EnumModel, Model, ObjectModel, UnionModel } from '../../ir/model.js'
import { typeRefs, type Type } from '../../ir/type.js'
import { parsePage } from '../../markdown/parse-page.js'
import { nameOf } from './fix-fields.js'
import { isHeadReadable } from './fix-head.js'
import { isReadable } from './fix.js'
import { fieldType, saysType, typeCell } from './native-type.js'
import { scribeOf, type Knowledge, type Scribe, type Stub, type Writing } from './scribe.js'

/** A page that is to be added, written. */
export interface NewPage {
  readonly stub: Stub
  readonly text: string
  /** What it says when it is read. */
  readonly projection: Projection
}

/** The pages that can be written, all of them together: one may refer to another, and is not written where the other is not. */
export function writePages(known: Knowledge, wanted: readonly Stub[]): readonly NewPage[] {
  const read = new Map<string, Projection | undefined>()
  let stubs = wanted
  for (;;) {
    const scribe = scribeOf(known, stubs)
    const written = stubs.flatMap((stub) => {
      const text = writePage(stub, scribe)
      return text === undefined ? [] : [{ stub, text }]
    })
    // Reading is dear, so nothing is read that refers to a page which cannot be written.
    const pages = written.length < stubs.length ? [] : written.flatMap((page) => readBack(page, scribe, read))
    if (pages.length === stubs.length) return pages
    stubs = (written.length < stubs.length ? written : pages).map(({ stub }) => stub)
  }
}

function writePage({ model, page }: Stub, scribe: Scribe): string | undefined {
  const writing = writingOf(page, scribe)
  const content = contentOf(model, page, writing)
  const { description, deprecated } = model
  const head = {
    name: page.name,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
  }
  const { dialect } = scribe.docs
  if (content === undefined || !isHeadReadable(dialect.writeHead(head).text)) return undefined
  return dialect.writePage({ ...head, content })
}

/** Writing on a page that is not there yet. */
function writingOf(page: Projection, scribe: Scribe): Writing {
  return { ...scribe, node: { variant: scribe.docs, page } }
}

function contentOf(model: Model, page: Projection, writing: Writing): WrittenContent | undefined {
  if (page.kind === 'blank') return { kind: 'blank' }
  if (model.kind === 'object') return objectContent(model, writing)
  if (model.kind === 'enum') return enumContent(model, writing)
  return model.kind === 'union' ? unionContent(model, writing) : undefined
}

/** Rows for all fields; examples where the docs give any. */
function objectContent(model: ObjectModel, writing: Writing): WrittenContent | undefined {
  const groups = writing.reconciled.details.get(model.id)?.groups ?? []
  // Only some languages have a row for further properties, each its own.
  if (model.additional !== undefined) return undefined
  const hasExamples = givesExamples(writing) && model.fields.some(({ examples }) => examples.length > 0)
  const rows: (readonly string[])[] = []
  for (const field of model.fields) {
    const group = groups.find(({ name }) => name === field.name)
    const name = group === undefined ? undefined : nameOf(group, writing)
    const type = group === undefined ? undefined : typeCell(fieldType(field, group, writing), field.required, writing)
    if (name === undefined || type === undefined) return undefined
    const cells = writing.docs.dialect.writeRow({ ...field, name, type })
    if (!isReadable(cells)) return undefined
    rows.push(cells)
  }
  return { kind: 'object', rows, hasExamples }
}

function givesExamples({ reconciled, docs }: Scribe): boolean {
  return reconciled.context.givesExamples.has(docs.id)
}

function enumContent(model: EnumModel, { docs, saysOpen }: Writing): WrittenContent {
  const values = model.values.map(({ value }) => value)
  return { kind: 'enum', values, isOpen: saysOpen && model.open === true, form: valuesForm(docs.projections) }
}

/** How the docs list values; undefined where no page of them does. */
function valuesForm(pages: readonly Projection[]): ValuesForm | undefined {
  const [first] = pages.flatMap(({ kind, values }) => (kind === 'enum' ? values.slice(0, 1) : []))
  if (first === undefined) return undefined
  if (first.name !== undefined || first.value === undefined) return 'table'
  const { start, end } = first.span
  return end.offset - start.offset > JSON.stringify(first.value).length ? 'list' : 'code'
}

function unionContent(model: UnionModel, writing: Writing): WrittenContent | undefined {
  const members: WrittenMember[] = []
  for (const type of model.members) {
    const member = writeMember(type, writing)
    if (member === undefined) return undefined
    members.push(member)
  }
  const sections = writing.docs.projections.find(({ kind }) => kind === 'union')?.sections
  return { kind: 'union', members, sections }
}

/** A member of the union whose page is written; undefined where it would not be read as what it is. */
export function writeMember(type: Type, writing: Writing): WrittenMember | undefined {
  const { node, docs, references, pageOf } = writing
  const targets = new Map(typeRefs(type).map(({ name }) => [name, pageOf(name)]))
  const named = (nameOf: (page: Projection) => string | undefined): Type | undefined =>
    renamed(type, (id) => {
      const target = targets.get(id)
      return target === undefined ? undefined : nameOf(target)
    })
  const inCell = (target: Projection): string | undefined => references.to(target, node.page)?.name
  const cellType = named(inCell)
  const full = named((target) => references.asMember(target) ?? inCell(target))
  if (cellType === undefined || full === undefined) return undefined
  const { file, name } = node.page
  const folder = file.split('/').at(-2) ?? ''
  const member = docs.dialect.writeMember({ type: full, cellType, union: name, folder })
  if (member === undefined) return undefined
  const alone = docs.dialect.writePage({ name, content: { kind: 'union', members: [member], sections: [] } })
  const { projection } = docs.dialect.project(parsePage(file, alone ?? '', LIMITS).page)
  const [read, ...others] = projection?.members ?? []
  return read !== undefined && others.length === 0 && saysType(read.value, type, writing) ? member : undefined
}

/** The type with its models called by other names; undefined where one of them has none, or a union is spelt out in it. */
function renamed(type: Type, nameOf: (id: string) => string | undefined): Type | undefined {
  switch (type.kind) {
    case 'array': {
      const items = renamed(type.items, nameOf)
      return items === undefined ? undefined : { ...type, items }
    }
    case 'map': {
      const values = renamed(type.values, nameOf)
      return values === undefined ? undefined : { ...type, values }
    }
    case 'ref': {
      const name = nameOf(type.name)
      return name === undefined ? undefined : { ...type, name }
    }
    case 'union':
    case 'unknown':
    case 'external':
      return undefined
    default:
      return type
  }
}

/** A new page is as long as its model. */
const LIMITS = { rows: 20_000, columns: 64 }

/** The page with what is read of it; nothing where that is not what it should say. */
function readBack(
  { stub, text }: Pick<NewPage, 'stub' | 'text'>,
  scribe: Scribe,
  known: Map<string, Projection | undefined>,
): NewPage[] {
  const { file } = stub.page
  const { dialect } = scribe.docs
  const key = `${file}\n${text}`
  if (!known.has(key)) {
    const { page, diagnostics } = parsePage(file, text, LIMITS)
    const read = dialect.project(page)
    const isClean = diagnostics.length === 0 && read.diagnostics.length === 0
    known.set(key, isClean ? read.projection : undefined)
  }
  const found = known.get(key)
  if (found === undefined) return []
  const projection = { ...found, namespace: dialect.namespaceOf(file) }
  return saysModel(projection, stub, scribe) ? [{ stub, text, projection }] : []
}

/** Whether a page says what its model says, as far as its language can. */
function saysModel(page: Projection, { model, page: wanted }: Stub, scribe: Scribe): boolean {
  const writing = writingOf(wanted, scribe)
  const hasHead =
    page.kind === wanted.kind &&
    page.name === wanted.name &&
    page.description?.value === model.description &&
    isSame(page.deprecated?.value, model.deprecated)
  if (!hasHead || page.kind === 'blank') return hasHead
  if (model.kind === 'enum')
    return isSame(
      page.values.map(({ text }) => text),
      model.values.map(textOf),
    )
  if (model.kind === 'union')
    return (
      page.members.length === model.members.length &&
      model.members.every((type, index) => {
        const member = page.members[index]
        return member !== undefined && saysType(member.value, type, writing)
      })
    )
  return model.kind === 'object' && saysFields(page, model, writing)
}

function saysFields(page: Projection, model: ObjectModel, writing: Writing): boolean {
  const groups = writing.reconciled.details.get(model.id)?.groups ?? []
  if (page.fields.length !== model.fields.length || page.role !== 'data') return false
  return model.fields.every((field, index) => {
    const row = page.fields[index]
    const group = groups.find(({ name }) => name === field.name)
    if (row === undefined || group === undefined) return false
    return (
      row.key === group.key &&
      row.required.value === field.required &&
      row.description?.value === field.description &&
      isSame(row.deprecated?.value, field.deprecated) &&
      (!givesExamples(writing) || isSame(row.examples?.value ?? [], field.examples)) &&
      saysType(row.type.value, fieldType(field, group, writing), writing)
    )
  })
}

function textOf({ value }: EnumModel['values'][number]): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
