// Knows the types of the intermediate model, decided or not.

/** A fact that is known to hold, known not to hold, or that nobody could say. */
export type Ternary = boolean | 'unknown'

/** How wide a number is, where a language says so. `big` has no bound, `decimal` is exact. */
export type NumberFormat = 'int32' | 'int64' | 'float' | 'double' | 'big' | 'decimal'

/** A constant of JSON. */
export type LiteralValue = string | number | boolean | null

/** Kinds of type that a notation may write with the word of another kind, for want of a word of their own. */
export type CoveredKind = 'literal' | 'string' | 'enum' | 'bytes' | 'union'

/**
 * How a type is written where it was read, where its notation would usually write it otherwise: the text inside the mark and
 * the link. It holds for a field of this Required column and a type of this nullability, and is no part of what the type says.
 */
export interface Spelling {
  readonly text?: string
  readonly href?: string
  /** Written between marks, where the notation would link or spread it. */
  readonly marked?: true
  /** Written inside the wrapper that stands around whole cells. */
  readonly outer?: true
  readonly required: boolean
  readonly nullable: Ternary
}

interface Common {
  /** Whether `null` is a value too. */
  readonly nullable: Ternary
  /** In a projection only. */
  readonly spelling?: Spelling
  /** Kinds that the notation writes in this same way: the type may really be one of them. */
  readonly covers?: readonly CoveredKind[]
}

/** Nobody said anything about the type. */
export interface UnknownType extends Common {
  readonly kind: 'unknown'
}
/** Any JSON value. */
export interface AnyType extends Common {
  readonly kind: 'any'
}
/** A text. */
export interface StringType extends Common {
  readonly kind: 'string'
}
/** A truth value. */
export interface BooleanType extends Common {
  readonly kind: 'boolean'
}
/** A number; `integer` where a language tells. */
export interface NumberType extends Common {
  readonly kind: 'number'
  readonly integer: Ternary
  readonly format?: NumberFormat
}
/** A date, as text on the wire: RFC 3339 `date-time` where `time` is true, `full-date` where it is false. */
export interface DateType extends Common {
  readonly kind: 'date'
  readonly time: Ternary
}
/** Raw bytes: the body of a request or of a response; `flow` where the language has a word for each. */
export interface BytesType extends Common {
  readonly kind: 'bytes'
  readonly flow?: 'request' | 'response'
}
/** One constant value. */
export interface LiteralType extends Common {
  readonly kind: 'literal'
  readonly value: LiteralValue
}
/** A list. */
export interface ArrayType extends Common {
  readonly kind: 'array'
  readonly items: Type
}
/** A map from texts. */
export interface MapType extends Common {
  readonly kind: 'map'
  readonly values: Type
}
/** A list or a map, the notation does not say which (PHP's `array`). Never in a reconciled model. */
export interface CollectionType extends Common {
  readonly kind: 'collection'
}
/**
 * A model. In a projection `name` is the name as written and `href` the link as written; in the reconciled model `name` is
 * the model's id. `inline` is what the same cell says about the model itself, where the notation spells it out.
 */
export interface RefType extends Common {
  readonly kind: 'ref'
  readonly name: string
  readonly href?: string
  readonly inline?: Type
}
/** One of several types, in the order of the docs. */
export interface UnionType extends Common {
  readonly kind: 'union'
  readonly members: readonly Type[]
}
/** A type of a library of the language that is no data of the API, such as the raw HTTP response. */
export interface ExternalType extends Common {
  readonly kind: 'external'
  readonly name: string
  readonly href?: string
}

/** A type of the model, or what one projection says of it. A closed union: a new kind must be handled everywhere. */
export type Type =
  | UnknownType
  | AnyType
  | StringType
  | BooleanType
  | NumberType
  | DateType
  | BytesType
  | LiteralType
  | ArrayType
  | MapType
  | CollectionType
  | RefType
  | UnionType
  | ExternalType

/** The kinds of type. */
export type TypeKind = Type['kind']

/** The handlers of {@link matchType}: one for every kind, so that a forgotten kind does not compile. */
export type TypeHandlers<R> = { readonly [K in TypeKind]: (type: Extract<Type, { kind: K }>) => R }

/** Calls the handler of the type's kind. */
export function matchType<R>(type: Type, handlers: TypeHandlers<R>): R {
  const handle = handlers[type.kind] as (type: Type) => R
  return handle(type)
}

/** The direct parts of a type: items, values, members. */
export function typeParts(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'array':
      return [type.items]
    case 'map':
      return [type.values]
    case 'union':
      return type.members
    case 'ref':
      return type.inline === undefined ? [] : [type.inline]
    default:
      return []
  }
}

/** A type with its items, values or members changed, the same where they stay; what a reference spells out is left alone. */
export function mapParts(type: Type, change: (part: Type) => Type): Type {
  switch (type.kind) {
    case 'array': {
      const items = change(type.items)
      return items === type.items ? type : { ...type, items }
    }
    case 'map': {
      const values = change(type.values)
      return values === type.values ? type : { ...type, values }
    }
    case 'union': {
      const members = type.members.map(change)
      return members.every((member, index) => member === type.members[index]) ? type : { ...type, members }
    }
    default:
      return type
  }
}

/** Every reference in a type, outermost first, in the order of the text. */
export function typeRefs(type: Type): RefType[] {
  const found: RefType[] = type.kind === 'ref' ? [type] : []
  return [...found, ...typeParts(type).flatMap(typeRefs)]
}

/** The same without those in what a reference spells out. */
export function outerRefs(type: Type): RefType[] {
  return type.kind === 'ref' ? [type] : typeParts(type).flatMap(outerRefs)
}

/** A type whose word may stand for a constant of it, too. */
export function orConstant<T extends Pick<Common, 'covers'>>(type: T): T {
  return type.covers?.includes('literal') === true ? type : { ...type, covers: ['literal', ...(type.covers ?? [])] }
}
