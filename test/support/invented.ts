// Knows an invented language and how docs in it are built from a few words, so that reconciling is tested without any real one.

import { problem } from '../../src/diagnostics/diagnostic.js'
import type { Options } from '../../src/config/options.js'
import type { Dialect, FieldProjection, Projection, Stated } from '../../src/dialects/dialect.js'
import type { CoveredKind, Ternary, Type } from '../../src/ir/type.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { reconcile, type Reconciled } from '../../src/reconcile/reconcile.js'
import type { VariantDocs } from '../../src/reconcile/variant-docs.js'
import type { SourceSpan } from '../../src/text/span.js'
import { squash } from '../../src/text/words.js'

/** A field: its type in the notation of {@link typeOf}, ` *` behind it where it is required. */
export type FieldText = string | FieldParts

/** A field with more than a type. */
export interface FieldParts {
  readonly type: string
  readonly description?: string
  /** `''` for a deprecation without words. */
  readonly deprecated?: string
  readonly examples?: readonly string[]
}

/** A page: what it holds decides its kind; one that holds none of these is blank. */
export interface PageText {
  readonly fields?: { readonly [name: string]: FieldText }
  readonly additional?: string
  readonly values?: readonly (string | number)[]
  readonly open?: boolean
  readonly members?: readonly string[]
  readonly description?: string
  readonly deprecated?: string
  readonly role?: 'response'
  /** Rows below the others whose names stand among them already. */
  readonly repeated?: readonly string[]
  /** Fields whose type cell is in no notation of the language; write `none` as their type. */
  readonly unread?: readonly string[]
  /** What the page's sample proves, by field. */
  readonly sample?: { readonly [field: string]: 'null' | 'fraction' }
}

/** Pages by `namespace/Name`, or by `Name` in docs without namespaces. */
export type PagesText = { readonly [path: string]: PageText }

/** What makes one invented language differ from another. */
export type LanguageText = Partial<Pick<Dialect, 'id' | 'fieldCase' | 'blind' | 'modelAliases' | 'fieldName'>> & {
  /** The pages that pages of no model link to, as `namespace/Name`. */
  readonly linked?: readonly string[]
}

/** The line of a page's title, and that of its first row; rows follow line by line. */
export const lines = { title: 1, first: 10 } as const
/** The column at which each cell of a row begins. */
export const columns = { name: 3, type: 30, required: 60, description: 70, example: 90 } as const

/** An invented language. It writes a type as {@link typeOf} reads it. */
export function inventLanguage(parts: LanguageText = {}): Dialect {
  const id = parts.id ?? 'invented'
  return {
    id,
    label: id,
    family: 'invented',
    fieldCase: parts.fieldCase ?? 'snake',
    blind: parts.blind ?? [],
    parse: (cell) => ({ type: typeOf(cell), problems: [] }),
    render: () => '',
    fieldKey: (field) => squash(field),
    fieldName: parts.fieldName ?? ((wire) => wire),
    memberName: (value) => value,
    writeRow: ({ name, type }) => [name, type],
    writeValue: (name, value) => [name, value],
    writeHead: ({ name, description = '' }) => ({ title: name, text: description }),
    namespaceOf: (file) => file.split('/').at(-2) ?? '',
    modelAliases: parts.modelAliases ?? (() => []),
    detect: () => 0,
    writePage: () => undefined,
    showsMembers: false,
    writeMember: () => undefined,
    memberLines: () => [],
    heading: (name) => name,
    fileName: (heading) => heading.toLowerCase(),
    project: () => ({ diagnostics: [] }),
    relate: (pages) => pages,
    namesAccessors: false,
  }
}

/** The docs of a variant: each page lies at `<variant>/<namespace>/<Name>.md`. */
export function docsOf(id: string, pages: PagesText, { linked, ...language }: LanguageText = {}): VariantDocs {
  const projections = Object.entries(pages).map(([path, page]) => projectionOf(id, path, page))
  return {
    id,
    dialect: inventLanguage(language),
    root: id,
    documents: projections.length,
    projections,
    unread: [],
    faults: projections.flatMap((page, index) =>
      (Object.values(pages)[index]?.unread ?? []).flatMap((name) => {
        const row = page.fields.find((field) => field.name === name)
        const cell = { cell: '?', rest: '?', dialect: 'invented' }
        return row === undefined ? [] : [problem('CG301', cell, { span: row.type.span })]
      }),
    ),
    ...(linked === undefined ? {} : { linked: new Set(linked.map((path) => `${id}/${path}.md`)) }),
    pathNames: [],
    exampleNames: [],
  }
}

/** Reconciles docs with the default policy, or with parts of another. */
export function settle(docs: readonly VariantDocs[], policy: Partial<Options> = {}): Reconciled {
  return reconcile(docs, {
    presence: 'union',
    conflicts: 'majority',
    overrides: {},
    severity: {},
    wireCase: 'auto',
    ...policy,
  })
}

/** Findings in a line each: `rule model.field variant file:line:column`. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, model, field, variant, span }) => {
    const place = span === undefined ? 'nowhere' : `${span.file}:${span.start.line}:${span.start.column}`
    return `${rule} ${model}${field === undefined ? '' : `.${field}`} ${variant} ${place}`
  })
}

/**
 * Reads the invented notation: `text int num number date time when any bytes coll none`, a JSON constant, `@Name` for a model,
 * `[T]`, `{T}`, `A|B`, `(A|B)`; `~literal,enum` behind a word for what it may hide; then `?` where null is a value, `!` where it is not.
 */
export function typeOf(notation: string): Type {
  const [type, rest] = readUnion(notation.trim())
  if (rest !== '') throw new Error(`not understood: ${rest} in ${notation}`)
  return type
}

const WORDS: { readonly [word: string]: Type } = {
  text: { kind: 'string', nullable: 'unknown' },
  bool: { kind: 'boolean', nullable: 'unknown' },
  int: { kind: 'number', integer: true, nullable: 'unknown' },
  int32: { kind: 'number', integer: true, format: 'int32', nullable: 'unknown' },
  int64: { kind: 'number', integer: true, format: 'int64', nullable: 'unknown' },
  num: { kind: 'number', integer: false, nullable: 'unknown' },
  number: { kind: 'number', integer: 'unknown', nullable: 'unknown' },
  date: { kind: 'date', time: false, nullable: 'unknown' },
  time: { kind: 'date', time: true, nullable: 'unknown' },
  when: { kind: 'date', time: 'unknown', nullable: 'unknown' },
  any: { kind: 'any', nullable: 'unknown' },
  bytes: { kind: 'bytes', nullable: 'unknown' },
  coll: { kind: 'collection', nullable: 'unknown' },
  none: { kind: 'unknown', nullable: 'unknown' },
  lib: { kind: 'external', name: 'lib', nullable: 'unknown' },
}

function readUnion(text: string): [Type, string] {
  const [first, ...more] = [readOne(text)]
  const members = [first[0]]
  let rest = first[1]
  while (rest.startsWith('|')) {
    const [type, after] = readOne(rest.slice(1))
    members.push(type)
    rest = after
  }
  return members.length + more.length === 1 ? first : [{ kind: 'union', members, nullable: 'unknown' }, rest]
}

function readOne(text: string): [Type, string] {
  const [type, rest] = readBare(text)
  const [, covers, null_] = /^(?:~([a-z,]+))?([?!])?/.exec(rest) ?? []
  const nullable: Ternary = null_ === '?' ? true : null_ === '!' ? false : 'unknown'
  const length = (covers === undefined ? 0 : covers.length + 1) + (null_ === undefined ? 0 : 1)
  const kinds: readonly CoveredKind[] = ['literal', 'enum', 'bytes', 'union']
  const covered = kinds.filter((kind) => covers?.split(',').includes(kind) === true)
  return [{ ...type, nullable, ...(covers === undefined ? {} : { covers: covered }) }, rest.slice(length)]
}

function readBare(text: string): [Type, string] {
  const pair = { '[': ']', '{': '}', '(': ')' }[text.charAt(0)]
  if (pair !== undefined) {
    const [inner, rest] = readUnion(text.slice(1))
    if (!rest.startsWith(pair)) throw new Error(`no ${pair} in ${text}`)
    const nullable = 'unknown'
    const whole: Type =
      pair === ']'
        ? { kind: 'array', items: inner, nullable }
        : pair === '}'
          ? { kind: 'map', values: inner, nullable }
          : inner
    return [whole, rest.slice(1)]
  }
  const [constant] = /^(?:"[^"]*"|-?\d+|true|false)/.exec(text) ?? []
  if (constant !== undefined) {
    const value: unknown = JSON.parse(constant)
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw new Error(text)
    return [{ kind: 'literal', value, nullable: 'unknown' }, text.slice(constant.length)]
  }
  const [, mark, name = ''] = /^(@?)([\w/.-]+)/.exec(text) ?? []
  const rest = text.slice(name.length + (mark?.length ?? 0))
  if (mark === '@') return [{ ...linkTo(name), nullable: 'unknown' }, rest]
  const word = WORDS[name]
  if (word === undefined) throw new Error(`no type ${text}`)
  return [word, rest]
}

/** `Name` in the same folder, `namespace/Name` in another, `path/to/page.md` as it stands. */
function linkTo(name: string): Omit<Extract<Type, { kind: 'ref' }>, 'nullable'> {
  const base = (name.split('/').at(-1) ?? '').replace(/\.md$/, '')
  if (name.endsWith('.md')) return { kind: 'ref', name: base, href: name }
  return { kind: 'ref', name: base, href: name.includes('/') ? `../${name}.md` : `${name}.md` }
}

function projectionOf(variant: string, path: string, page: PageText): Projection {
  const file = `${variant}/${path}.md`
  const name = path.split('/').at(-1) ?? path
  const namespace = path.includes('/') ? (path.split('/')[0] ?? '') : ''
  const title = spanAt(file, { line: lines.title, column: 3, length: name.length })
  const say = <T>(value: T, said: string): Stated<T> => ({ value, said, span: title })
  const rows = Object.entries(page.fields ?? {}).map(([field, parts], index) =>
    rowOf(file, [field, parts], lines.first + index),
  )
  const kind =
    page.fields !== undefined || page.additional !== undefined
      ? 'object'
      : page.values !== undefined
        ? 'enum'
        : page.members !== undefined
          ? 'union'
          : 'blank'
  const sample = Object.entries(page.sample ?? {}).map(
    ([field, proof]) =>
      [
        squash(field),
        { ...(proof === 'null' ? { nullable: true as const } : { fraction: true as const }), span: title },
      ] as const,
  )
  return {
    kind,
    file,
    namespace,
    name,
    key: squash(name),
    title,
    fields: rows,
    ...(page.additional === undefined
      ? {}
      : { additional: rowOf(file, ['additional', page.additional], lines.first + rows.length) }),
    values: (page.values ?? []).map((value, index) => ({
      text: String(value),
      ...(typeof value === 'number' ? { value } : {}),
      span: spanAt(file, { line: lines.first + index, column: columns.name, length: String(value).length }),
    })),
    open: say<Ternary>(page.open ?? 'unknown', page.open === true ? 'open' : ''),
    members: (page.members ?? []).map((member, index) => ({
      value: typeOf(member),
      said: member,
      span: spanAt(file, { line: lines.first + index, column: columns.name, length: member.length }),
    })),
    role: page.role ?? 'data',
    ...(page.repeated === undefined
      ? {}
      : { repeated: page.repeated.map((field, at) => rowOf(file, [field, 'int'], lines.first + rows.length + at)) }),
    sample: new Map(sample),
    ...(page.description === undefined ? {} : { description: say(page.description, page.description) }),
    ...(page.deprecated === undefined
      ? {}
      : { deprecated: say(page.deprecated === '' ? {} : { message: page.deprecated }, name) }),
  }
}

function rowOf(file: string, [name, given]: readonly [string, FieldText], line: number): FieldProjection {
  const parts: FieldParts = typeof given === 'string' ? { type: given } : given
  const [, notation = '', star] = /^(.*?)( \*)?$/.exec(parts.type) ?? []
  const cell = <T>(value: T, said: string, column: number): Stated<T> => ({
    value,
    said,
    span: spanAt(file, { line, column, length: said.length }),
  })
  const required = star !== undefined
  const { description, deprecated, examples } = parts
  return {
    name,
    key: squash(name),
    row: spanAt(file, { line, column: 1, length: 100 }),
    nameSpan: spanAt(file, { line, column: columns.name, length: name.length }),
    type: cell(typeOf(notation), notation, columns.type),
    required: cell(required, required ? 'yes' : 'no', columns.required),
    descriptionSpan: spanAt(file, { line, column: columns.description, length: 0 }),
    ...(description === undefined ? {} : { description: cell(description, description, columns.description) }),
    ...(deprecated === undefined
      ? {}
      : { deprecated: cell(deprecated === '' ? {} : { message: deprecated }, name, columns.name) }),
    ...(examples === undefined ? {} : { examples: cell(examples, examples.join(' '), columns.example) }),
  }
}

function spanAt(file: string, { line, column, length }: { line: number; column: number; length: number }): SourceSpan {
  const offset = line * 1000 + column
  return { file, start: { line, column, offset }, end: { line, column: column + length, offset: offset + length } }
}
