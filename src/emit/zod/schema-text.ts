// Knows how a shape is written as a zod schema.

import type { UnknownKeys } from '../../config/options.js'
import { isAmbiguous } from '../ambiguous.js'
import { constantLiteral, stringLiteral, typeKey } from '../escape.js'
import type { Entry, Outline, Property } from '../outline.js'
import { isNull, matchShape, type Shape } from '../shape.js'

/** What the text of a schema depends on. */
export interface SchemaContext {
  readonly outline: Outline
  /** Ids of the models whose schemas may not stand yet when this one is built. */
  readonly late: ReadonlySet<string>
  readonly unknownKeys: UnknownKeys
}

/** The name of a model's schema: `connectionSchema`. */
export function schemaName(model: string): string {
  return `${model.charAt(0).toLowerCase()}${model.slice(1)}Schema`
}

/** The schema of a shape; schemas that may come late are referred to through `z.lazy`. */
export function schemaText(shape: Shape, context: SchemaContext): string {
  return matchShape<string>(shape, {
    unknown: () => 'z.unknown()',
    never: () => 'z.never()',
    string: () => 'z.string()',
    boolean: () => 'z.boolean()',
    bytes: () => 'z.instanceof(Uint8Array)',
    number: ({ integer }) => (integer ? 'integer' : 'z.number()'),
    date: ({ time }) => (time === 'unknown' ? 'dateOrDateTime' : time ? 'dateTime' : 'date'),
    literal: ({ value }) => (value === null ? 'z.null()' : `z.literal(${constantLiteral(value)})`),
    array: ({ items }) => `z.array(${schemaText(items, context)})`,
    map: ({ values }) => `z.record(z.string(), ${schemaText(values, context)})`,
    ref: ({ id }) => {
      const name = schemaName(context.outline.byId.get(id)?.name ?? '')
      return context.late.has(id) ? `z.lazy(() => ${name})` : name
    },
    union: ({ members }) => unionText(members, context),
  })
}

/** What zod calls the objects that accept, leave out or refuse unknown keys. */
const objectNames = { allow: 'looseObject', strip: 'object', reject: 'strictObject' } as const

/** The schema of an object. Properties with late schemas are getters, which zod reads when it first parses. */
export function objectText(entry: Entry & { kind: 'object' }, context: SchemaContext): string {
  const plain = entry.properties.filter(({ inherited }) => !inherited)
  const lines = plain.map((property) => `  ${propertyText(property, context)},\n`)
  const shape = lines.length === 0 ? '{}' : `{\n${lines.join('')}}`
  const { additional } = entry
  const plainObject = `z.${objectNames[additional === undefined ? context.unknownKeys : 'allow']}(${shape})`
  const object =
    additional === undefined || additional.kind === 'unknown'
      ? plainObject
      : `z.object(${shape}).catchall(${schemaText(additional, context)})`
  const inherited = entry.properties.filter((property) => property.inherited)
  if (inherited.length === 0) return object
  const own = inherited.map(({ field, shape: own }) => {
    const text = presenceText(field.required, schemaText(own, { ...context, late: new Set() }))
    return `  [${stringLiteral(field.name)}, ${field.required}, () => ${text}],\n`
  })
  return `withOwnProperties(${object}, [\n${own.join('')}])`
}

function propertyText({ field, shape }: Property, context: SchemaContext): string {
  const key = typeKey(field.name)
  const text = presenceText(field.required, schemaText(shape, context))
  if (!text.includes('z.lazy(')) return `${key}: ${text}`
  const present = presenceText(field.required, schemaText(shape, { ...context, late: new Set() }))
  return `get ${key}() {\n    return ${present};\n  }`
}

function presenceText(required: boolean, text: string): string {
  return required ? text : `${text}.optional()`
}

function unionText(members: readonly Shape[], context: SchemaContext): string {
  const constants = members.flatMap((member) => (member.kind === 'literal' ? [constantLiteral(member.value)] : []))
  const telling = members.filter((member) => !isNull(member))
  const [only] = telling
  if (telling.length === 1 && only !== undefined) return `${schemaText(only, context)}.nullable()`
  if (constants.length === members.length) return `z.literal([${constants.join(', ')}])`
  const options = telling.map((member) => schemaText(member, context)).join(', ')
  const picks = context.unknownKeys === 'strip' && isAmbiguous(telling, context.outline)
  const union = picks ? `closest([${options}])` : `z.union([${options}])`
  return telling.length < members.length ? `${union}.nullable()` : union
}

/** Whether the schema of an object needs {@link objectText}'s care for names that every object inherits. */
export function hasInherited({ properties }: Entry & { kind: 'object' }): boolean {
  return properties.some(({ inherited }) => inherited)
}
