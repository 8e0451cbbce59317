// Knows which word and which wrapper of a notation is written for a type.

import type { Ternary, Type } from '../../ir/type.js'
import type { Bare, Notation, Word, Wrapper } from './notation.js'

/** Where a type stands: as a field's, inside a list or map, or as the member of a union. */
export type Place = 'field' | 'element' | 'member'

/** What the choice of a wrapper depends on. */
export interface Leaf {
  readonly type: Type
  readonly place: Place
  readonly required: boolean
  readonly word?: Word | undefined
}

/** The wrapper that says of null what the type says, or as little as possible more; undefined for none. */
export function wrapperFor(notation: Notation, leaf: Leaf): Wrapper | undefined {
  const { type, place, required } = leaf
  if (place === 'member' || leaf.word?.unwrapped === true || notation.unwrapped.includes(type.kind)) return undefined
  const says = (wrapper: Wrapper | undefined): Ternary | undefined => {
    const from = wrapper ?? notation.bare
    return place === 'element' ? from.element : required ? from.required : from.optional
  }
  const usual = notation.wrappers.filter((wrapper) => wrapper.old !== true && wrapper.rare !== true)
  const candidates = [undefined, ...usual].filter((candidate) => says(candidate) !== undefined)
  for (const wanted of [type.nullable, 'unknown', false]) {
    const found = candidates.findIndex((candidate) => says(candidate) === wanted)
    if (found !== -1) return candidates[found]
  }
  return candidates[0]
}

/**
 * The word that says exactly the type, else the one that says least beyond it, else the one for anything; undefined where
 * the notation writes such types otherwise. `leaf`: as a cell's own word, `label`: among others inside a mark.
 */
export function wordFor(notation: Notation, type: Type, at: 'leaf' | 'label'): Word | undefined {
  if (type.kind === 'literal' && notation.literal !== undefined) return undefined
  if (type.kind === 'union' && notation.union !== undefined) return undefined
  const written = notation.words.filter((word) => word.old !== true && word.rare !== true)
  const [first, second] = at === 'leaf' ? ['link', 'label'] : ['label', 'link']
  const words = [
    ...written.filter((word) => word.as === first),
    ...written.filter((word) => word.as !== first && word.as !== second),
    ...written.filter((word) => word.as === second),
  ]
  const plain = type.kind === 'literal' ? literalKind(type.value) : type.kind
  return (
    words.find((word) => sameBare(word.type, type)) ??
    words.find((word) => word.type.kind === type.kind && agrees(word.type, type)) ??
    words.find((word) => word.type.kind === type.kind) ??
    words.find((word) => word.type.kind === plain) ??
    words.find((word) => word.type.covers?.some((kind) => kind === type.kind) === true) ??
    words.find((word) => word.type.kind === 'any')
  )
}

function literalKind(value: string | number | boolean | null): Type['kind'] {
  return typeof value === 'number'
    ? 'number'
    : typeof value === 'boolean'
      ? 'boolean'
      : value === null
        ? 'any'
        : 'string'
}

function sameBare(word: Bare, type: Type): boolean {
  if (word.kind === 'number' && type.kind === 'number')
    return word.integer === type.integer && word.format === type.format
  if (word.kind === 'date' && type.kind === 'date') return word.time === type.time
  if (word.kind === 'bytes' && type.kind === 'bytes') return word.flow === type.flow
  if (word.kind === 'external' && type.kind === 'external') return word.name === type.name
  return word.kind === type.kind
}

/** Whether the word leaves open what it does not say as the type does. */
function agrees(word: Bare, type: Type): boolean {
  if (word.kind === 'number' && type.kind === 'number') {
    const integer = word.integer === 'unknown' || type.integer === 'unknown' || word.integer === type.integer
    return integer && (word.format === undefined || word.format === type.format)
  }
  if (word.kind === 'date' && type.kind === 'date')
    return word.time === 'unknown' || type.time === 'unknown' || word.time === type.time
  return word.kind !== 'external'
}
