// Knows how a shape is written in JSON Schema 2020-12, which OpenAPI 3.1 shares.

import type { LiteralValue, NumberFormat, Type } from '../ir/type.js'
import { wireTimePattern } from './rfc3339.js'
import { isNull, matchShape, membersOf, type Shape } from './shape.js'

/** A value of JSON, as documents are built of. */
export type JsonValue = LiteralValue | readonly JsonValue[] | JsonSchema

/** A schema: keywords and their values. */
export interface JsonSchema {
  readonly [keyword: string]: JsonValue
}

/** What the text of a schema depends on. */
export interface ShapeContext {
  /** The reference to the schema of an emitted model. */
  readonly refTo: (id: string) => string
  /** Whether numbers carry the formats of OpenAPI. Validators of JSON Schema do not know them, or refuse what we allow. */
  readonly numberFormats: boolean
}

const nothing: JsonSchema = { type: 'null' }
const bigNumbers: ReadonlySet<NumberFormat> = new Set(['big'])

/**
 * The schema of a shape. It accepts the JSON that the shape accepts; raw bytes are no JSON, so nothing is asked of them.
 * @param type - the type that the shape was made of, where its number format is wanted
 */
export function shapeSchema(shape: Shape, context: ShapeContext, type?: Type): JsonSchema {
  return matchShape<JsonSchema>(shape, {
    unknown: () => ({}),
    never: () => ({ not: {} }),
    string: () => ({ type: 'string' }),
    boolean: () => ({ type: 'boolean' }),
    bytes: () => ({ contentMediaType: 'application/octet-stream' }),
    number: ({ integer }) => ({ type: integer ? 'integer' : 'number', ...numberFormat(type, context) }),
    date: ({ time }) => {
      const day: JsonSchema = { type: 'string', format: 'date' }
      // The format alone lets validators accept more than RFC 3339: a blank for the T, offsets without a colon.
      const instant: JsonSchema = { type: 'string', format: 'date-time', pattern: wireTimePattern }
      return time === 'unknown' ? { anyOf: [instant, day] } : time ? instant : day
    },
    literal: ({ value }) => constants([value]),
    array: ({ items }) => ({
      type: 'array',
      items: shapeSchema(items, context, type?.kind === 'array' ? type.items : undefined),
    }),
    map: ({ values }) => ({
      type: 'object',
      additionalProperties: othersSchema(values, context, type?.kind === 'map' ? type.values : undefined),
    }),
    ref: ({ id }) => ({ $ref: context.refTo(id) }),
    union: ({ members }) => unionSchema(members, context, type),
  })
}

/** What is asked of further properties; `true` where that is nothing. */
export function othersSchema(shape: Shape, context: ShapeContext, type?: Type): JsonValue {
  return shape.kind === 'unknown' ? true : shapeSchema(shape, context, type)
}

/** The schema that accepts constants and nothing else; with their type, where they share one. */
export function constants(values: readonly LiteralValue[]): JsonSchema {
  const types = [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))]
  const [type = 'null', ...others] = types
  const typed: JsonSchema = others.length === 0 ? { type } : {}
  const [only = null] = values
  if (values.length !== 1) return { ...typed, enum: [...values] }
  return only === null ? nothing : { ...typed, const: only }
}

/** The schema with `null` accepted too. */
export function nullable(schema: JsonSchema): JsonSchema {
  const { type, ...rest } = schema
  if (typeof type !== 'string' || 'enum' in rest || 'const' in rest) return { anyOf: [schema, nothing] }
  return { type: [type, 'null'], ...rest }
}

function unionSchema(members: readonly Shape[], context: ShapeContext, type: Type | undefined): JsonSchema {
  const telling = members.filter((member) => !isNull(member))
  const literals = members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []))
  if (literals.length === members.length) return constants(literals)
  const [only] = telling
  if (only !== undefined && telling.length === 1) return nullable(shapeSchema(only, context, type))
  const listed = literals.filter((value) => value !== null)
  const options = [
    ...(listed.length === 0 ? [] : [constants(listed)]),
    ...telling.flatMap((member) => (member.kind === 'literal' ? [] : optionsOf(member, context))),
    ...(telling.length < members.length ? [nothing] : []),
  ]
  return { anyOf: options }
}

/** A date that may be either kind is a choice itself. */
function optionsOf(member: Shape, context: ShapeContext): readonly JsonSchema[] {
  if (member.kind !== 'date' || member.time !== 'unknown') return [shapeSchema(member, context)]
  return [true, false].map((time) => shapeSchema({ kind: 'date', time }, context))
}

function numberFormat(type: Type | undefined, { numberFormats }: ShapeContext): JsonSchema {
  if (!numberFormats || type?.kind !== 'number' || type.format === undefined) return {}
  return bigNumbers.has(type.format) ? {} : { format: type.format }
}

/** The kinds of constant that values outside an open enumeration may be of. */
export function openKinds(shape: Shape, context: ShapeContext): readonly JsonSchema[] {
  return membersOf(shape).flatMap((member) => (member.kind === 'literal' ? [] : [shapeSchema(member, context)]))
}
