// Knows the two sides of the shape `sdk`: what the types of the wire are called, where they lie, and how properties are spelt for programs.

import { joinWords, splitWords } from '../text/words.js'
import type { EmitInput } from './emitter.js'
import { isInherited } from './escape.js'
import { outlineModels, outlineOf, type Entry, type Outline, type Property } from './outline.js'
import { membersOf, type Shape } from './shape.js'

/** What an outline depends on. */
export type OutlineInput = Pick<EmitInput, 'model' | 'responses' | 'shape' | 'names'>

const SUFFIX = 'Wire'
const TWINS = 'wire/'

/** The models as programs see them: under their own names, in `models/`. */
export function ownOutline({ model, responses, names }: OutlineInput): Outline {
  return outlineModels(model.models, responses, names)
}

/**
 * The models as they are on the wire. In shape `wire` those are the only ones; in shape `sdk` a model that looks different there
 * has a twin in `wire/`, whose name ends in `Wire`, with a number where the API has a model of that name.
 */
export function wireOutline(input: OutlineInput): Outline {
  const own = ownOutline(input)
  if (input.shape === 'wire') return own
  const changed = changedModels(own)
  const taken = new Set(own.names)
  const entries = own.entries.map((entry): Entry => {
    if (!changed.has(entry.id)) return entry
    const wished = `${entry.name}${SUFFIX}`
    let name = wished
    for (let number = 2; taken.has(name); number += 1) name = `${wished}${number}`
    taken.add(name)
    return { ...entry, name, typePath: TWINS + entry.path }
  })
  return outlineOf(entries)
}

/** Whether a model of the wire's outline is the twin of one that programs see otherwise. */
export function isTwin({ typePath }: Entry): boolean {
  return typePath.startsWith(TWINS)
}

/** The name of each property for programs, by its name on the wire; see {@link camelName}. Names that would fall together stay as they are. */
export function sdkNames(properties: readonly Property[]): ReadonlyMap<string, string> {
  const wished = properties.map(({ field }) => [field.name, camelName(field.name)] as const)
  const count = new Map<string, number>()
  for (const [, name] of wished) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(wished.map(([wire, name]) => [wire, count.get(name) === 1 ? name : wire]))
}

/**
 * A name in camel case: `created_at`, `created-at` and `CREATED_AT` become `createdAt`. Any other name stays as it is, and so
 * does one whose new name every object inherits.
 */
export function camelName(wire: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*(?:[_-]+[A-Za-z0-9]+)*$/.test(wire) || /^[a-z][A-Za-z0-9]*$/.test(wire)) return wire
  const camel = joinWords(splitWords(/[a-z]/.test(wire) ? wire : wire.toLowerCase()), 'camel')
  return isInherited(camel) ? wire : camel
}

/** Whether a value of the shape is a `Date` in shape `sdk`. A day, and what may be a day, is no instant and stays text. */
export function isInstant(shape: Shape): boolean {
  return shape.kind === 'date' && shape.time === true
}

/** Ids of the models that look different on the two sides: in the name of a property, in an instant, or in a part that does. */
export function changedModels({ entries }: Outline): ReadonlySet<string> {
  const users = new Map<string, string[]>()
  for (const { id, refs } of entries) for (const ref of refs) users.set(ref, [...(users.get(ref) ?? []), id])
  const changed = new Set(entries.filter(changesItself).map(({ id }) => id))
  for (const id of changed) for (const user of users.get(id) ?? []) changed.add(user)
  return changed
}

function changesItself(entry: Entry): boolean {
  if (entry.kind === 'union') return holdsInstant(entry.shape)
  if (entry.kind !== 'object') return false
  const { properties, additional } = entry
  return (
    [...sdkNames(properties)].some(([wire, name]) => wire !== name) ||
    properties.some(({ shape }) => holdsInstant(shape)) ||
    (additional !== undefined && holdsInstant(additional))
  )
}

function holdsInstant(shape: Shape): boolean {
  if (shape.kind === 'array') return holdsInstant(shape.items)
  if (shape.kind === 'map') return holdsInstant(shape.values)
  return shape.kind === 'union' ? membersOf(shape).some(holdsInstant) : isInstant(shape)
}
