// Knows how unknown keys are left out of a shape: the function that copies it, where anything of it must be copied.

import { containersOf } from '../ambiguous.js'
import { taggedMembers } from '../discriminator.js'
import { stringLiteral, valueKey } from '../escape.js'
import type { Entry, Outline } from '../outline.js'
import { isNull, membersOf, type Shape } from '../shape.js'
import { CHECK, stripName } from './check-names.js'
import { itemGuard, type GuardContext } from './guard-text.js'

/** What copying depends on. */
export interface StripContext {
  readonly outline: Outline
  readonly guards: GuardContext
  /** Ids of the unions whose members stand in place of them already, further outside; inside they are copied by their own function. */
  readonly opened?: ReadonlySet<string>
}

/** The function that copies a shape without unknown keys, as an expression; undefined where it can be kept as it is. */
export function stripText(shape: Shape, context: StripContext): string | undefined {
  switch (shape.kind) {
    case 'array': {
      const items = stripText(shape.items, context)
      return items && `${CHECK}.eachOf(${items})`
    }
    case 'map': {
      const values = stripText(shape.values, context)
      return values && `${CHECK}.valuesOf(${values})`
    }
    case 'ref': {
      const entry = context.outline.byId.get(shape.id)
      return entry !== undefined && hasStrip(entry) ? stripName(entry.name) : undefined
    }
    case 'union':
      return unionText(shape, context)
    default:
      return undefined
  }
}

/** Whether a model has a function that copies it. */
export function hasStrip({ kind, isTotal }: Entry): boolean {
  return !isTotal && (kind === 'object' || kind === 'union')
}

/** The expression that copies `value`, which is of the model. */
export function modelStripText(entry: Entry, context: StripContext): string {
  if (entry.kind === 'union') {
    const copy = taggedText(entry, context) ?? stripText(entry.shape, context)
    return copy === undefined ? 'value' : `${copy}(value)`
  }
  if (entry.kind !== 'object') return 'value'
  const copies = entry.properties.map(({ shape }) => stripText(shape, context))
  const rest = entry.additional && (stripText(entry.additional, context) ?? `${CHECK}.whole`)
  if (rest === `${CHECK}.whole` && copies.every((copy) => copy === undefined)) return 'value'
  const lines = entry.properties.map(
    ({ field }, index) => `  ${valueKey(field.name)}: ${copies[index] ?? `${CHECK}.whole`},\n`,
  )
  const named = lines.length === 0 ? '{}' : `{\n${lines.join('')}}`
  return `${CHECK}.pick(value, ${named}${rest === undefined ? '' : `, ${rest}`})`
}

function taggedText(entry: Entry & { kind: 'union' }, context: StripContext): string | undefined {
  const lines = taggedMembers(entry, context.outline)?.flatMap(({ shape, tags }) =>
    tags.map((tag) => `  ${valueKey(tag)}: ${stripText(shape, context) ?? `${CHECK}.whole`},\n`),
  )
  return lines && `${CHECK}.byTag(${stringLiteral(entry.model.discriminator ?? '')}, {\n${lines.join('')}})`
}

function unionText(shape: Shape, context: StripContext): string | undefined {
  const telling = membersOf(shape).filter((member) => !isNull(member))
  const [only] = telling
  if (telling.length === 1 && only !== undefined) return stripText(only, context)
  const members = telling.flatMap((member) => flatMembers(member, context))
  const opened = new Set([...(context.opened ?? []), ...telling.flatMap((member) => unionsIn(member, context))])
  const copies = members.map((member) => stripText(member, { ...context, opened }))
  if (copies.every((copy) => copy === undefined)) return undefined
  const byKind = byKindText(members, copies, context.outline)
  if (byKind !== undefined) return byKind
  const lines = members.flatMap((member, index) => {
    const copy = copies[index] ?? `${CHECK}.whole`
    const keys = keysOf(member, context.outline)
    const known = keys === undefined ? '' : `, [${keys.map(stringLiteral).join(', ')}]`
    return isContainer(member)
      ? [`  [${itemGuard(member, { ...context.guards, listOf: () => undefined })}, ${copy}${known}],\n`]
      : []
  })
  return `${CHECK}.closest(\n${lines.join('')})`
}

/** Where an array is of one member only, and an object too, the kind of value tells how it is copied. */
function byKindText(
  members: readonly Shape[],
  copies: readonly (string | undefined)[],
  outline: Outline,
): string | undefined {
  const kinds = members.map((member) => [...containersOf(member, outline)])
  const all = kinds.flat()
  if (new Set(all).size < all.length) return undefined
  const parts = members.flatMap((_, index) => {
    const [kind] = kinds[index] ?? []
    return kind === undefined || copies[index] === undefined ? [] : [`${kind}: ${copies[index]}`]
  })
  return `${CHECK}.byKind({ ${parts.join(', ')} })`
}

/** The members of a union, with those of the unions among them in their place. */
function flatMembers(shape: Shape, context: StripContext): readonly Shape[] {
  const entry = openUnion(shape, context)
  if (entry === undefined) return [shape]
  const opened = new Set([...(context.opened ?? []), entry.id])
  return membersOf(entry.shape).flatMap((member) => flatMembers(member, { ...context, opened }))
}

/** Ids of the unions in whose place {@link flatMembers} puts their members. */
function unionsIn(shape: Shape, context: StripContext): readonly string[] {
  const entry = openUnion(shape, context)
  if (entry === undefined) return []
  const opened = new Set([...(context.opened ?? []), entry.id])
  return [entry.id, ...membersOf(entry.shape).flatMap((member) => unionsIn(member, { ...context, opened }))]
}

function openUnion(shape: Shape, { outline, opened }: StripContext): (Entry & { kind: 'union' }) | undefined {
  const entry = shape.kind === 'ref' ? outline.byId.get(shape.id) : undefined
  return entry?.kind !== 'union' || entry.isTotal || opened?.has(entry.id) === true ? undefined : entry
}

function isContainer({ kind }: Shape): boolean {
  return kind === 'array' || kind === 'map' || kind === 'ref'
}

/** The keys that a member knows; undefined where it takes any. */
function keysOf(shape: Shape, { byId }: Outline): readonly string[] | undefined {
  const entry = shape.kind === 'ref' ? byId.get(shape.id) : undefined
  if (entry?.kind !== 'object' || entry.additional !== undefined) return undefined
  return entry.properties.map(({ field }) => field.name)
}
