// Knows which schema each model gets.

import type { Deprecation } from '../ir/model.js'
import { sortBy } from '../text/compare.js'
import { taggedMembers } from './discriminator.js'
import type { Entry, Outline, Property } from './outline.js'
import { isNull, membersOf } from './shape.js'
import { exampleValue } from './example-value.js'
import { constants, nullable, openKinds, othersSchema, shapeSchema } from './shape-schema.js'
import type { JsonSchema, ShapeContext } from './shape-schema.js'

/** What the schema of a model depends on. */
export interface ModelContext {
  readonly outline: Outline
  /** What a reference begins with, the name of its model follows: `#/$defs/`. */
  readonly prefix: string
  /** Whether the words of OpenAPI are used: number formats, and the discriminator of a union. */
  readonly isOpenApi: boolean
  /** Whether an object refuses keys that it does not have. */
  readonly isClosed: boolean
}

/**
 * The schema of a model: it accepts the JSON that the model's validators accept. Order and spelling of its keys are fixed.
 * A property `__proto__` stands among the patterns, because some validators overlook it among the properties.
 */
export function modelSchema(entry: Entry, context: ModelContext): JsonSchema {
  return { title: entry.model.name, ...notes(entry.model), ...bodyOf(entry, context) }
}

function bodyOf(entry: Entry, context: ModelContext): JsonSchema {
  switch (entry.kind) {
    case 'object':
      return objectSchema(entry, context)
    case 'enum':
      return enumSchema(entry, context)
    case 'union':
      return taggedSchema(entry, context) ?? shapeSchema(entry.shape, shapeContext(context))
    case 'unknown':
      return {}
  }
}

function objectSchema(
  { properties, additional, model }: Entry & { kind: 'object' },
  context: ModelContext,
): JsonSchema {
  const isHidden = ({ field }: Property): boolean => field.name === '__proto__'
  const named = properties.filter((property) => !isHidden(property))
  const hidden = properties.filter(isHidden)
  const required = properties.filter(({ field }) => field.required).map(({ field }) => field.name)
  const schemas = named.map((property) => [property.field.name, propertySchema(property, context)] as const)
  return {
    type: 'object',
    ...(schemas.length > 0 && { properties: Object.fromEntries(schemas) }),
    ...(hidden.length > 0 && {
      patternProperties: Object.fromEntries(
        hidden.map((property) => ['^__proto__$', propertySchema(property, context)]),
      ),
    }),
    ...(required.length > 0 && { required }),
    ...(additional === undefined && context.isClosed && { additionalProperties: false }),
    ...(additional !== undefined && {
      additionalProperties: othersSchema(additional, shapeContext(context), model.additional),
    }),
  }
}

function propertySchema({ field, shape }: Property, context: ModelContext): JsonSchema {
  const examples = field.examples
    .map((text) => exampleValue(text, shape, context.outline))
    .filter((value) => value !== undefined)
  return {
    ...shapeSchema(shape, shapeContext(context), field.type),
    ...notes(field),
    ...(examples.length > 0 && { examples }),
  }
}

function enumSchema({ model, open, shape }: Entry & { kind: 'enum' }, context: ModelContext): JsonSchema {
  const listed = constants([...new Set(model.values.map(({ value }) => value))])
  const others = open ? openKinds(shape, shapeContext(context)) : []
  return others.length === 0 ? listed : { anyOf: [listed, ...others] }
}

/** A union whose members are told apart by a constant: exactly one can be meant. */
function taggedSchema(entry: Entry & { kind: 'union' }, context: ModelContext): JsonSchema | undefined {
  const members = taggedMembers(entry, context.outline)
  if (members === undefined) return undefined
  const refTo = shapeContext(context).refTo
  const mapping = members.flatMap(({ entry: member, tags }) => tags.map((tag) => [tag, refTo(member.id)] as const))
  const one: JsonSchema = {
    oneOf: members.map(({ entry: member }) => ({ $ref: refTo(member.id) })),
    ...(context.isOpenApi && {
      discriminator: { propertyName: entry.model.discriminator ?? '', mapping: Object.fromEntries(mapping) },
    }),
  }
  return membersOf(entry.shape).some(isNull) ? nullable(one) : one
}

function shapeContext({ outline, prefix, isOpenApi }: ModelContext): ShapeContext {
  return { refTo: (id) => prefix + (outline.byId.get(id)?.name ?? ''), numberFormats: isOpenApi }
}

function notes({
  description,
  deprecated,
}: {
  readonly description?: string
  readonly deprecated?: Deprecation
}): JsonSchema {
  const reason = deprecated?.message?.trim() ?? ''
  const text = [description?.trim() ?? '', reason === '' ? '' : `Deprecated: ${reason}`].filter((part) => part !== '')
  return {
    ...(text.length > 0 && { description: text.join('\n\n') }),
    ...(deprecated !== undefined && { deprecated: true }),
  }
}

/** The schemas of all models by name, in the order of the names. */
export function modelSchemas(context: ModelContext): JsonSchema {
  const entries = sortBy(context.outline.entries, ({ name }) => [name])
  return Object.fromEntries(entries.map((entry) => [entry.name, modelSchema(entry, context)]))
}
