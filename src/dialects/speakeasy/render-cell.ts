// Knows how a type is written by a notation: the inverse of reading, up to what the notation cannot say.

import { matchType, type Ternary, type Type } from '../../ir/type.js'
import type { CellContext } from '../dialect.js'
import { openOf, type Bare, type Container, type Notation, type Word, type Wrapper } from './notation.js'

interface Writing {
  readonly notation: Notation
  readonly context: CellContext
}

type Place = 'field' | 'element' | 'member'

/** Writes a type cell. A type that the notation has no word for is written with the word that covers it. */
export function renderCell(notation: Notation, type: Type, context: CellContext): string {
  const writing = { notation, context }
  if (type.kind === 'union' && notation.cellUnion !== undefined) {
    return type.members.map((member) => outer(writing, member, { depth: 0, place: 'member' })).join(notation.cellUnion)
  }
  return outer(writing, type, { depth: 0, place: 'field' })
}

interface At {
  readonly depth: number
  readonly place: Place
}

/** A container, or a marked leaf. */
function outer(writing: Writing, type: Type, at: At): string {
  const { notation } = writing
  const inside = { depth: at.depth + 1, place: 'element' } as const
  if (type.kind === 'array') {
    if (notation.arraySuffix !== undefined) return outer(writing, type.items, { ...at, place: 'element' }) + notation.arraySuffix
    return contained(notation, 'cell', { type, depth: at.depth, content: outer(writing, type.items, inside) })
  }
  if (type.kind === 'map') {
    return contained(notation, 'cell', { type, depth: at.depth, content: outer(writing, type.values, inside) })
  }
  if (type.kind === 'ref') return reference(writing, type, at)
  if (type.kind === 'external') return `[${type.name}](${type.href ?? ''})`
  const word = wordFor(notation, type)
  if (word?.as === 'bare') return word.text
  const text = wrapped(notation, { type, place: at.place, required: writing.context.required, word })
  return word?.as === 'link' ? `[${text}](${word.href ?? ''})` : `${notation.mark}${text}${notation.mark}`
}

function reference(writing: Writing, type: Extract<Type, { kind: 'ref' }>, at: At): string {
  const { notation, context } = writing
  const target = context.reference?.(type) ?? { name: type.name, href: type.href }
  const text = wrapped(notation, { type, place: at.place, required: context.required, name: target.name })
  return target.href === undefined ? `${notation.mark}${text}${notation.mark}` : `[${text}](${target.href})`
}

interface Leaf {
  readonly type: Type
  readonly place: Place
  readonly required: boolean
  readonly word?: Word | undefined
  readonly name?: string
}

/** The text of a leaf inside its wrapper, where it needs one. */
function wrapped(notation: Notation, leaf: Leaf): string {
  const { type } = leaf
  const inline = type.kind === 'ref' ? type.inline : undefined
  const name = type.kind === 'ref' && inline === undefined ? leaf.name : undefined
  const wrapper = leaf.word?.unwrapped === true ? undefined : wrapperFor(notation, leaf)
  if (inline !== undefined && notation.union?.open === '' && notation.union.null !== undefined) {
    const text = label(notation, inline, true)
    return leaf.place === 'field' && !leaf.required ? `${text}${notation.union.separator}${notation.union.null}` : text
  }
  const plain = name ?? (leaf.word === undefined ? label(notation, inline ?? type, true) : leaf.word.text)
  if (wrapper === undefined) return plain
  return wrapper.open + (leaf.word?.wrapped ?? plain) + wrapper.close
}

/** The wrapper that says of null what the type says, or as little as possible more. */
function wrapperFor(notation: Notation, leaf: Leaf): Wrapper | undefined {
  const { type, place, required } = leaf
  if (place === 'member' || notation.unwrapped.includes(type.kind)) return undefined
  const says = (wrapper: Wrapper | undefined): Ternary | undefined => {
    const from = wrapper ?? notation.bare
    return place === 'element' ? from.element : required ? from.required : from.optional
  }
  const candidates = [undefined, ...notation.wrappers.filter((wrapper) => wrapper.old !== true)].filter(
    (candidate) => says(candidate) !== undefined,
  )
  for (const wanted of [type.nullable, 'unknown', false]) {
    const found = candidates.findIndex((candidate) => says(candidate) === wanted)
    if (found !== -1) return candidates[found]
  }
  return candidates[0]
}

/** A type inside a mark, as in an inlined union. `marked`: directly inside, so a qualified word is spelt in full. */
function label(notation: Notation, type: Type, top = false): string {
  const { union, literal } = notation
  const collection = notation.containers.find((container) => container.kind === 'collection')
  return matchType(type, {
    array: (list) =>
      top || collection === undefined
        ? notation.arraySuffix !== undefined
          ? label(notation, list.items) + notation.arraySuffix
          : contained(notation, 'label', { type: list, depth: 0, content: label(notation, list.items) })
        : openOf(collection, 0),
    map: (map) =>
      top || collection === undefined
        ? contained(notation, 'label', { type: map, depth: 0, content: label(notation, map.values) })
        : openOf(collection, 0),
    collection: () => (collection === undefined ? wordText(notation, type) : openOf(collection, 0)),
    ref: (ref) => ref.name,
    external: (external) => external.name,
    union: ({ members }) =>
      union === undefined
        ? wordText(notation, type)
        : union.open + members.map((member) => label(notation, member)).join(union.separator) + union.close,
    literal: ({ value }) => {
      if (literal === undefined) return wordText(notation, type)
      const constant = Object.entries(literal.constants).find(([, meaning]) => meaning === value)?.[0]
      return literal.open + (constant ?? JSON.stringify(value)) + literal.close
    },
    string: () => wordText(notation, type),
    boolean: () => wordText(notation, type),
    number: () => wordText(notation, type),
    date: () => wordText(notation, type),
    bytes: () => wordText(notation, type),
    any: () => wordText(notation, type),
    unknown: () => wordText(notation, type),
  })
}

function contained(
  notation: Notation,
  place: Container['place'],
  of: { readonly type: Type; readonly depth: number; readonly content: string },
): string {
  const container = notation.containers.find(
    (candidate) => candidate.kind === of.type.kind && candidate.place === place && candidate.old !== true,
  )
  return container === undefined ? of.content : openOf(container, of.depth) + of.content + container.close
}

function wordText(notation: Notation, type: Type): string {
  return wordFor(notation, type)?.text ?? ''
}

/** The word that says exactly the type, else the one that says least beyond it, else the one for anything. */
function wordFor(notation: Notation, type: Type): Word | undefined {
  if (type.kind === 'literal' && notation.literal !== undefined) return undefined
  if (type.kind === 'union' && notation.union !== undefined) return undefined
  const current = notation.words.filter((word) => word.old !== true)
  const plain = type.kind === 'literal' ? literalKind(type.value) : type.kind
  return (
    current.find((word) => sameBare(word.type, type)) ??
    current.find((word) => word.type.kind === type.kind && agrees(word.type, type)) ??
    current.find((word) => word.type.kind === type.kind) ??
    current.find((word) => word.type.kind === plain) ??
    current.find((word) => word.type.covers?.some((kind) => kind === type.kind) === true) ??
    current.find((word) => word.type.kind === 'any')
  )
}

function literalKind(value: string | number | boolean | null): Type['kind'] {
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : value === null ? 'any' : 'string'
}

function sameBare(word: Bare, type: Type): boolean {
  if (word.kind === 'number' && type.kind === 'number') return word.integer === type.integer && word.format === type.format
  if (word.kind === 'date' && type.kind === 'date') return word.time === type.time
  if (word.kind === 'bytes' && type.kind === 'bytes') return word.flow === type.flow
  return word.kind === type.kind
}

/** Whether the word leaves open what it does not say as the type does. */
function agrees(word: Bare, type: Type): boolean {
  if (word.kind === 'number' && type.kind === 'number') {
    const integer = word.integer === 'unknown' || type.integer === 'unknown' || word.integer === type.integer
    return integer && (word.format === undefined || word.format === type.format)
  }
  if (word.kind === 'date' && type.kind === 'date') return word.time === 'unknown' || word.time === type.time
  return true
}
