// Knows what of a page is read beyond the settling of its own model.

import type { FieldProjection, Projection } from '../dialects/dialect.js'
import type { Type } from '../ir/type.js'
import { jsonKeys } from '../text/json-keys.js'
import { mentionsConstant, mentionsNull } from './profile.js'
import { NAMED } from './wire.js'

/**
 * All that aligning, naming, wire names, profiles and other models read of a page, as a text. Two pages in the same place with
 * the same footprint leave every model but their own as it is; what they say of the model itself may differ: texts, types that
 * are no references, what is required, and every place.
 */
export function footprintOf(page: Projection): string {
  const rows = page.additional === undefined ? page.fields : [...page.fields, page.additional]
  const [first] = page.values
  return JSON.stringify([
    [page.kind, page.file, page.namespace, page.name, page.key, page.role, page.readOnly === true, page.open.value],
    page.sections ?? [],
    rows.map(rowPrint),
    page.additional === undefined,
    (page.repeated ?? []).map(rowPrint),
    page.members.map(({ value, said }) => [value, said]),
    page.values.map(({ text, value, name }) => [text, value ?? null, name ?? null]),
    // The form in which values are listed shows in the length of the first.
    first === undefined ? 0 : first.span.end.offset - first.span.start.offset,
    rows.some(({ type }) => mentionsNull(type.value)) || page.members.some(({ value }) => mentionsNull(value)),
    rows.some(({ type }) => mentionsConstant(type.value)),
    namedIn(page.description?.value),
  ])
}

/** The types of a page's rows: what decides whether a variant writes in place what others have a page for. */
export function typePrint(page: Projection): string {
  return JSON.stringify(page.fields.map(({ type }) => type.value))
}

function rowPrint({ name, key, type, description, examples }: FieldProjection): unknown {
  const keys = examples?.value.flatMap((text) => (/[{[]/.test(text) ? jsonKeys(text) : []))
  const isGiven = examples !== undefined && examples.value.length > 0
  return [name, key, skeleton(type.value), isGiven, keys ?? null, namedIn(description?.value)]
}

/** The text where it names something that may be a name on the wire. */
function namedIn(text: string | undefined): string | null {
  return text === undefined || !text.includes('`') || text.search(NAMED) === -1 ? null : text
}

/** The references of a type, and the containers around them. */
function skeleton(type: Type): unknown {
  switch (type.kind) {
    case 'ref':
      return [type.name, type.href ?? null, type.inline ?? null]
    case 'array':
      return { array: skeleton(type.items) }
    case 'map':
      return { map: skeleton(type.values) }
    case 'union':
      return { union: type.members.map(skeleton) }
    case 'external':
      return 'external'
    default:
      return null
  }
}
