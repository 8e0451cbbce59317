// Knows how a model is written for each of the libraries that the validators are measured against.

import { Ajv } from 'ajv'
import { Type as t, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import * as v from 'valibot'
import { z } from 'zod'
import { dateTimePattern } from '../../src/emit/rfc3339.js'
import type { ApiModel, Field } from '../../src/ir/model.js'
import type { Type } from '../../src/ir/type.js'

/** What is measured: whether a value is accepted, and how many issues it has when all are asked for. */
export interface Contender {
  readonly name: string
  readonly accepts: (value: unknown) => boolean
  readonly issues: (value: unknown) => number
}

type JsonSchema = Readonly<Record<string, unknown>>

/** How each kind of type is written in a library. */
interface Notation<S> {
  readonly string: S
  readonly boolean: S
  readonly number: S
  readonly integer: S
  readonly dateTime: S
  readonly constants: (values: readonly string[]) => S
  readonly array: (items: S) => S
  readonly map: (values: S) => S
  readonly nullable: (schema: S) => S
  readonly object: (fields: readonly { readonly name: string; readonly required: boolean; readonly schema: S }[]) => S
}

/** The model of an id, references and all, in a notation. */
function written<S>(api: ApiModel, id: string, notation: Notation<S>): S {
  const model = api.models.find((one) => one.id === id)
  if (model?.kind === 'enum') return notation.constants(model.values.map(({ value }) => String(value)))
  const fields: readonly Field[] = model?.kind === 'object' ? model.fields : []
  return notation.object(fields.map(({ name, required, type }) => ({ name, required, schema: schemaOf(type) })))

  function schemaOf(type: Type): S {
    const schema = plainOf(type)
    return type.nullable === true ? notation.nullable(schema) : schema
  }

  function plainOf(type: Type): S {
    switch (type.kind) {
      case 'boolean':
        return notation.boolean
      case 'number':
        return type.integer === true ? notation.integer : notation.number
      case 'date':
        return notation.dateTime
      case 'literal':
        return notation.constants([String(type.value)])
      case 'union':
        return notation.constants(type.members.map((member) => (member.kind === 'literal' ? String(member.value) : '')))
      case 'array':
        return notation.array(schemaOf(type.items))
      case 'map':
        return notation.map(schemaOf(type.values))
      case 'ref':
        return written(api, type.name, notation)
      default:
        return notation.string
    }
  }
}

const dateTime = new RegExp(dateTimePattern.slice(1, -1))

const zodNotation: Notation<z.ZodType> = {
  string: z.string(),
  boolean: z.boolean(),
  number: z.number(),
  integer: z.int(),
  dateTime: z.iso.datetime({ offset: true }),
  constants: (values) => z.enum(values),
  array: (items) => z.array(items),
  map: (values) => z.record(z.string(), values),
  nullable: (schema) => schema.nullable(),
  object: (fields) =>
    z.object(
      Object.fromEntries(fields.map(({ name, required, schema }) => [name, required ? schema : schema.optional()])),
    ),
}

const valibotNotation: Notation<v.GenericSchema> = {
  string: v.string(),
  boolean: v.boolean(),
  number: v.number(),
  integer: v.pipe(v.number(), v.integer()),
  dateTime: v.pipe(v.string(), v.regex(dateTime)),
  constants: (values) => v.picklist(values),
  array: (items) => v.array(items),
  map: (values) => v.record(v.string(), values),
  nullable: (schema) => v.nullable(schema),
  object: (fields) =>
    v.object(
      Object.fromEntries(fields.map(({ name, required, schema }) => [name, required ? schema : v.optional(schema)])),
    ),
}

const typeboxNotation: Notation<TSchema> = {
  string: t.String(),
  boolean: t.Boolean(),
  number: t.Number(),
  integer: t.Integer(),
  dateTime: t.String({ pattern: dateTime }),
  constants: (values) => t.Union(values.map((value) => t.Literal(value))),
  array: (items) => t.Array(items),
  map: (values) => t.Record(t.String(), values),
  nullable: (schema) => t.Union([schema, t.Null()]),
  object: (fields) =>
    t.Object(
      Object.fromEntries(fields.map(({ name, required, schema }) => [name, required ? schema : t.Optional(schema)])),
    ),
}

const ajvNotation: Notation<JsonSchema> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  dateTime: { type: 'string', pattern: dateTime.source },
  constants: (values) => ({ enum: values }),
  array: (items) => ({ type: 'array', items }),
  map: (values) => ({ type: 'object', additionalProperties: values }),
  nullable: (schema) => ({ anyOf: [schema, { type: 'null' }] }),
  object: (fields) => ({
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
  }),
}

/** The libraries, each with the model of an id ready to be used. */
export function rivals(api: ApiModel, id: string): readonly Contender[] {
  const zod = written(api, id, zodNotation)
  const valibot = written(api, id, valibotNotation)
  const typebox = Compile(written(api, id, typeboxNotation))
  const schema = written(api, id, ajvNotation)
  const ajv = new Ajv().compile(schema)
  const ajvAll = new Ajv({ allErrors: true }).compile(schema)
  return [
    {
      name: 'zod',
      accepts: (value) => zod.safeParse(value).success,
      issues: (value) => zod.safeParse(value).error?.issues.length ?? 0,
    },
    {
      name: 'valibot',
      accepts: (value) => v.is(valibot, value),
      issues: (value) => v.safeParse(valibot, value).issues?.length ?? 0,
    },
    {
      name: 'typebox',
      accepts: (value) => typebox.Check(value),
      issues: (value) => (typebox.Check(value) ? 0 : typebox.Errors(value).length),
    },
    {
      name: 'ajv',
      accepts: (value) => ajv(value),
      issues: (value) => (ajvAll(value) ? 0 : (ajvAll.errors?.length ?? 0)),
    },
  ]
}
