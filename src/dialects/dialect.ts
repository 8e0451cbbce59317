// Knows the contract between a language's docs and the rest: what a page projects of the hidden model. No language name appears here.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Deprecation, Fact } from '../ir/model.js'
import type { LiteralValue, RefType, Ternary, Type } from '../ir/type.js'
import type { Page, Passage } from '../markdown/page.js'
import { spanIn, type SourceSpan } from '../text/span.js'
import type { CaseStyle } from '../text/words.js'

/** A fact as a document states it: the value, the words it is written in, and their place. */
export interface Stated<T> {
  readonly value: T
  readonly said: string
  readonly span: SourceSpan
}

/** What one row says of a field. */
export interface FieldProjection {
  /** The name as spelt in the docs. */
  readonly name: string
  /** The same in every language: see {@link Dialect.fieldKey}. */
  readonly key: string
  readonly row: SourceSpan
  readonly nameSpan: SourceSpan
  readonly type: Stated<Type>
  readonly required: Stated<boolean>
  readonly description?: Stated<string>
  readonly deprecated?: Stated<Deprecation>
  /** The examples of the row, raw wire text; none where the docs could not show them, absent where there is no such cell or it is empty. */
  readonly examples?: Stated<readonly string[]>
  /** Place of the description cell, whether it holds text or not. */
  readonly descriptionSpan: SourceSpan
}

/** What one row or literal says of a value of an enumeration. */
export interface ValueProjection {
  /** The value as text; its type where the notation shows it. */
  readonly text: string
  readonly value?: LiteralValue
  /** The member's name in the language, where the notation gives one. */
  readonly name?: string
  readonly span: SourceSpan
}

/** What one page says of one model. */
export interface Projection {
  /** `blank`: a page with a heading only. It exists, and says nothing of what it is. */
  readonly kind: 'object' | 'enum' | 'union' | 'blank'
  readonly file: string
  /** Role of the folder, the same in every language; empty where the docs have no such folders. */
  readonly namespace: string
  /** The heading without its marks. */
  readonly name: string
  readonly key: string
  readonly title: SourceSpan
  readonly description?: Stated<string>
  readonly deprecated?: Stated<Deprecation>
  readonly fields: readonly FieldProjection[]
  /** Rows laid out in columns that are only read: {@link Dialect.writeRow} does not write such. */
  readonly readOnly?: true
  /** Rows whose name stands in the table already; they count for nothing. Absent where there are none. */
  readonly repeated?: readonly FieldProjection[]
  /** The type of further properties, where the page has a row for them. */
  readonly additional?: FieldProjection
  readonly values: readonly ValueProjection[]
  /** Whether unlisted values are accepted; `unknown` where the page shows no sample that would say so. */
  readonly open: Stated<Ternary>
  readonly members: readonly Stated<Type>[]
  /** `response`: the SDK's wrapper around a response; its own fields are left out. */
  readonly role: 'data' | 'response'
  /** The headings of its sections; absent where nobody asks for them. */
  readonly sections?: readonly string[]
  /** What a sample on the page proves of fields, by key. */
  readonly sample: ReadonlyMap<string, SampleProof>
}

/** What a code sample proves of a field. */
export interface SampleProof {
  readonly nullable?: true
  readonly fraction?: true
  readonly span: SourceSpan
}

/** A type cell read. */
export interface ParsedType {
  readonly type: Type
  readonly problems: readonly TypeProblem[]
}

/** What could not be understood of a type cell; `start` and `end` are offsets in the cell. */
export interface TypeProblem {
  readonly code: 'CG301' | 'CG302' | 'CG303' | 'CG304'
  readonly start: number
  readonly end: number
}

/** What a cell's reading and writing depends on besides the cell itself. */
export interface CellContext {
  readonly required: boolean
  /** The page that the cell stands on, for links that depend on it; by default one two folders below the docs folder. */
  readonly file?: string
  /** How a reference is written on this page; by default as it was read. */
  readonly reference?: (type: RefType) => { readonly name: string; readonly href?: string }
}

/** What a field's row is to say; `name` and `type` are in the language's own words. */
export interface WrittenRow {
  readonly name: string
  /** The type cell, as `render` gives it. */
  readonly type: string
  readonly required: boolean
  readonly description?: string
  readonly deprecated?: Deprecation
  readonly examples: readonly string[]
}

/** What the head of a page is to say. */
export interface WrittenHead {
  readonly name: string
  readonly description?: string
  readonly deprecated?: Deprecation
}

/** A member of a union as its page shows it: its heading without the mark, and its sample. */
export interface WrittenMember {
  readonly heading: string
  readonly code?: string
}

/** A member that a union's page is to show. */
export interface WantedMember {
  /** Its type, models by the names they have among members. */
  readonly type: Type
  /** Its type, models by the names they have in cells. */
  readonly cellType: Type
  /** The heading of the union's page, and the folder that it lies in. */
  readonly union: string
  readonly folder: string
}

/** What a page is to say below its head; its parts are written already. */
export type WrittenContent =
  | { readonly kind: 'object'; readonly rows: readonly (readonly string[])[]; readonly hasExamples: boolean }
  | {
      readonly kind: 'enum'
      readonly values: readonly LiteralValue[]
      /** Whether to say that other values are accepted, where the form can. */
      readonly isOpen: boolean
      /** As the other pages list theirs; by default as the language does. */
      readonly form?: ValuesForm | undefined
    }
  /** `sections`: those that other such pages have; by default all that the language has today. */
  | {
      readonly kind: 'union'
      readonly members: readonly WrittenMember[]
      readonly sections?: readonly string[] | undefined
    }
  | { readonly kind: 'blank' }

/** The ways to list the values of an enumeration. */
export type ValuesForm = 'table' | 'code' | 'list'

/** What a new page is to say. */
export interface WrittenPage extends WrittenHead {
  readonly content: WrittenContent
}

/** One language's docs: how it writes each fact, and which facts it cannot write. */
export interface Dialect {
  readonly id: string
  readonly label: string
  /** The family of generators whose page layout it shares. */
  readonly family: string
  readonly fieldCase: CaseStyle
  /** Facts that these docs have no way to show, for any field or model. */
  readonly blind: readonly Fact[]
  /** Reads a type cell. Never throws; what it cannot read becomes `unknown` and a problem. */
  parse(cell: string, context: CellContext): ParsedType
  /** Writes a type cell: the inverse of `parse`, up to the dialect's blind spots. */
  render(type: Type, context: CellContext): string
  /** The key of a field of a model, the same in every language; reserved-word escapes are undone. */
  fieldKey(field: string, model: string): string
  /** The name of a field of a model in this language, by its name on the wire: its case, its reserved words. */
  fieldName(wire: string, model: string): string
  /** The name of the member of an enumeration for a value. */
  memberName(value: string, model: string): string
  /** The cells of a field's row, from the first column to the example, as they are written in the source. */
  writeRow(row: WrittenRow): readonly string[]
  /** The cells of a value's row. */
  writeValue(name: string, value: string): readonly string[]
  /** The heading of a page, without its mark, and the text below it; empty where there is none. */
  writeHead(head: WrittenHead): { readonly title: string; readonly text: string }
  /** The text of a new page; undefined where the language has no names for all of it. */
  writePage(page: WrittenPage): string | undefined
  /** Whether cells name unions without a link, though they link other models. */
  readonly unlinkedUnions?: true
  /** Whether the page of a union shows its members. */
  readonly showsMembers: boolean
  /** A member of a union; undefined where pages do not show it. */
  writeMember(member: WantedMember): WrittenMember | undefined
  /** The lines of a member on its union's page. */
  memberLines(member: WrittenMember): readonly string[]
  /** The heading of a model's page, by the model's name. */
  heading(name: string): string
  /** The name of a page's file without its ending, by its heading. */
  fileName(heading: string): string
  /** The role of the folder that a page lies in, one word for all its synonyms; empty where docs have no such folders. */
  namespaceOf(file: string): string
  /** Other keys under which a model may be known elsewhere, for names this language must escape. */
  modelAliases(name: string): readonly string[]
  /** How strongly a page looks like this language: matching signs count for it, contradictions against it. */
  detect(page: Page): number
  /** What a page says; nothing where it is no model page. */
  project(page: Page): ProjectedPage
  /** The pages of one variant, with what is told only by all of them together. */
  relate(pages: readonly Projection[]): readonly Projection[]
  /** Whether unions name accessors, so that a member may be another model than the one of its name. */
  readonly namesAccessors: boolean
}

/** A page read by a dialect. */
export interface ProjectedPage {
  readonly projection?: Projection
  readonly diagnostics: readonly Diagnostic[]
}

/** A passage as a stated fact of a page. */
export function stated<T>(page: Page, passage: Passage, value: T): Stated<T> {
  return { value, said: passage.text, span: spanIn(page.file, passage.span) }
}
