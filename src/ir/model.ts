// Knows what the intermediate model of an API consists of: models, fields, values, and where each fact was read.

import type { LiteralValue, Ternary, Type } from './type.js'

/** The facts that a page can state; findings, blind spots and overrides name them so. */
export type Fact =
  | 'exists'
  | 'required'
  | 'nullable'
  | 'type'
  | 'integer'
  | 'time'
  | 'values'
  | 'open'
  | 'members'
  | 'constant'
  | 'deprecated'
  | 'description'
  | 'example'

/** One variant's page of a model: where it is and how the model is spelt there. */
export interface ModelSource {
  readonly variant: string
  readonly name: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One variant's row of a field, value or member: its line in the variant's page, and the 1-based column of each cell read. */
export interface RowSource {
  readonly variant: string
  readonly name: string
  readonly line: number
  readonly columns: { readonly [cell: string]: number }
}

/** How the wire name of a field is known, best first. `convention` is a guess by the API's usual casing. */
export type WireEvidence = 'override' | 'example' | 'path' | 'value' | 'text' | 'convention'

/** A deprecation notice; `message` where the docs give one of their own. */
export interface Deprecation {
  readonly message?: string
}

/** What a model and a field share. */
interface Described {
  readonly description?: string
  readonly deprecated?: Deprecation
}

/** A property of an object model. */
export interface Field extends Described {
  /** The name on the wire. */
  readonly name: string
  readonly wire: WireEvidence
  readonly words: readonly string[]
  readonly type: Type
  /** Whether the caller must give it. */
  readonly required: boolean
  /** Examples as written in the docs, raw wire text. */
  readonly examples: readonly string[]
  readonly sources: readonly RowSource[]
  /** For each fact that some variant's language could not write here: those variants. */
  readonly blind: { readonly [fact in Fact]?: readonly string[] }
  /** Facts that the variants dispute and how each was settled, in words. */
  readonly disputes: readonly Dispute[]
}

/** A fact on which variants disagree: what was kept, why, and who says otherwise. */
export interface Dispute {
  readonly fact: Fact
  readonly kept: string
  readonly reason: string
  readonly others: readonly { readonly said: string; readonly variants: readonly string[] }[]
}

/** A value of an enumeration, with the member name each language gives it. */
export interface EnumValue {
  readonly value: LiteralValue
  readonly names: { readonly [variant: string]: string }
  readonly sources: readonly RowSource[]
}

interface ModelBase extends Described {
  /** Stable identity: namespace and name in kebab case, `shared/connection`. */
  readonly id: string
  readonly namespace: string
  /** Name in Pascal case, unique within its namespace. */
  readonly name: string
  readonly words: readonly string[]
  /** `data` of the API; `response` for the wrapper that an SDK puts around a response; `missing` where no document describes it. */
  readonly role: 'data' | 'response' | 'missing'
  readonly sources: readonly ModelSource[]
  readonly disputes: readonly Dispute[]
}

/** An object: named fields, and the type of further properties where the docs allow them. */
export interface ObjectModel extends ModelBase {
  readonly kind: 'object'
  readonly fields: readonly Field[]
  readonly additional?: Type
}

/** An enumeration of constants; `open` where values outside the list are accepted. */
export interface EnumModel extends ModelBase {
  readonly kind: 'enum'
  readonly values: readonly EnumValue[]
  readonly open: Ternary
}

/** One of several types. `discriminator` is the wire name of the field whose constant tells the members apart. */
export interface UnionModel extends ModelBase {
  readonly kind: 'union'
  readonly members: readonly Type[]
  readonly discriminator?: string
}

/** A model of which nothing but the name is known: referred to but described nowhere, or described by an empty page. */
export interface UnknownModel extends ModelBase {
  readonly kind: 'unknown'
}

/** A model of the API. A closed union on `kind`. */
export type Model = ObjectModel | EnumModel | UnionModel | UnknownModel

/** The types that a model is made of: of its fields and further properties, or of its members. */
export function modelTypes(model: Model): readonly Type[] {
  if (model.kind === 'union') return model.members
  if (model.kind !== 'object') return []
  const fields = model.fields.map((field) => field.type)
  return model.additional === undefined ? fields : [...fields, model.additional]
}

/** What the generator recorded beside the docs of a variant. Whatever it did not record is absent. */
export interface Provenance {
  /** Hash of the specification that the SDK is built from: the same hash, the same specification. */
  readonly checksum?: string
  /** Version that the specification gives itself. */
  readonly document?: string
  /** Version of the generator. */
  readonly generator?: string
  /** Version of the generator's engine. */
  readonly generation?: string
  /** Version of the SDK. */
  readonly release?: string
  /** Pages that are no longer what the generator wrote, by path, sorted; absent where there are none. */
  readonly edited?: readonly string[]
}

/** One set of docs: a language, or one of several docs of a language. */
export interface Variant {
  /** The language, or the folder's name where two variants share a language. */
  readonly id: string
  readonly dialect: string
  readonly label: string
  readonly root: string
  readonly documents: number
  readonly models: number
  readonly provenance?: Provenance
}

/** The reconciled model of the whole API, in stable order. */
export interface ApiModel {
  readonly variants: readonly Variant[]
  readonly models: readonly Model[]
  /** The API's usual casing of wire names, and what it was concluded from. */
  readonly wireCase: { readonly style: 'snake' | 'camel' | 'pascal' | 'kebab'; readonly reason: string }
}
