// Knows which value an example of the docs stands for: they write every value as text.

import type { Outline } from './outline.js'
import { matchShape, membersOf, type Shape } from './shape.js'
import type { JsonValue } from './shape-schema.js'

/** The value that a text of the docs is an example of; undefined where the shape has none that is written so. */
export function exampleValue(text: string, shape: Shape, outline: Outline): JsonValue | undefined {
  const parsed = parse(text)
  return kindsOf(shape, outline).flatMap((kind) => {
    if (kind === 'text') return [text]
    return parsed !== undefined && (kind === 'any' || kind === kindOf(parsed)) ? [parsed] : []
  })[0]
}

type Kind = 'text' | 'number' | 'boolean' | 'array' | 'object' | 'any'

/** The kinds of value that a shape takes, what is told by its look before plain text. */
function kindsOf(shape: Shape, { byId }: Outline): readonly Kind[] {
  const kinds = membersOf(shape).map((member): Kind | undefined =>
    matchShape<Kind | undefined>(member, {
      unknown: () => 'any',
      never: () => undefined,
      string: () => 'text',
      boolean: () => 'boolean',
      bytes: () => undefined,
      number: () => 'number',
      date: () => 'text',
      literal: () => undefined,
      array: () => 'array',
      map: () => 'object',
      ref: ({ id }) => (byId.get(id)?.kind === 'object' ? 'object' : undefined),
      union: () => undefined,
    }),
  )
  const known = kinds.filter((kind) => kind !== undefined)
  return [...known.filter((kind) => kind !== 'text'), ...known.filter((kind) => kind === 'text')]
}

/** The JSON that a text is, unless a number would lose digits. */
function parse(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return typeof value === 'number' && String(value) !== text ? undefined : value
  } catch {
    return undefined
  }
}

function kindOf(value: JsonValue): Kind | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value === 'number' ? 'number' : 'boolean'
  if (typeof value === 'string' || value === null) return undefined
  return Array.isArray(value) ? 'array' : 'object'
}
