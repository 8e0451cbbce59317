// Knows how a type is written by a notation: the inverse of reading, up to what the notation cannot say.

import { matchType, type Type } from '../../ir/type.js'
import { escapeCell } from '../../markdown/table-layout.js'
import type { CellContext } from '../dialect.js'
import { wordFor, wrapperFor, type Place } from './choice.js'
import { hrefOf, openOf, type Container, type Notation } from './notation.js'

interface Writing {
  readonly notation: Notation
  readonly context: CellContext
}

interface At {
  readonly depth: number
  readonly place: Place
}

/** Writes a type cell. A type that the notation has no word for is written with the word that covers it. */
export function renderCell(notation: Notation, type: Type, context: CellContext): string {
  const { outerWrapper } = notation
  if (outerWrapper !== undefined && type.spelling?.outer === true && spellingOf(type, context) !== undefined) {
    const inside = outer({ notation, context: { ...context, required: true } }, { ...type, nullable: false }, TOP)
    return outerWrapper.open + inside + outerWrapper.close
  }
  const writing = { notation, context }
  if (type.kind === 'union' && notation.cellUnion !== undefined && spellingOf(type, context)?.marked !== true) {
    return type.members.map((member) => outer(writing, member, { depth: 0, place: 'member' })).join(notation.cellUnion)
  }
  return outer(writing, type, TOP)
}

const TOP: At = { depth: 0, place: 'field' }

/** Writes a type outside any cell, as among the members of a union; `short` cuts lists and maps down where unions in cells do. */
export function renderLabel(notation: Notation, type: Type, length: 'full' | 'short' = 'full'): string {
  return label(notation, type, length === 'full').replaceAll('\\|', '|')
}

/** What stands inside the mark of a leaf, and where it links to; `bare` where there is no mark. */
export interface LeafText {
  readonly text: string
  readonly href?: string
  readonly bare?: true
}

/** The text and link of a leaf as the notation usually writes them, whatever spelling the type carries. */
export function usualLeaf(
  notation: Notation,
  type: Type,
  at: { readonly place: Place; readonly context: CellContext },
): LeafText {
  const { context, place } = at
  if (type.kind === 'ref') {
    const target = context.reference?.(type) ?? { name: type.name, href: type.href }
    const text = refText(notation, { ...type, name: target.name }, { place, required: context.required })
    return target.href === undefined ? { text } : { text, href: target.href }
  }
  if (type.kind === 'external')
    return type.href === undefined ? { text: type.name } : { text: type.name, href: type.href }
  const word = wordFor(notation, type, 'leaf')
  if (word?.as === 'bare') return { text: word.text, bare: true }
  const wrapper = wrapperFor(notation, { type, place, required: context.required, word })
  const plain = word?.text ?? label(notation, type, true)
  const text = wrapper === undefined ? plain : wrapper.open + (word?.wrapped ?? plain) + wrapper.close
  return word?.as === 'link' ? { text, href: hrefOf(word, context.file) } : { text }
}

/** A container, or a marked leaf. */
function outer(writing: Writing, type: Type, at: At): string {
  const { notation, context } = writing
  const spelling = spellingOf(type, context)
  if (spelling?.marked === true) return `${notation.mark}${spelling.text ?? ''}${notation.mark}`
  const inside = { depth: at.depth + 1, place: 'element' } as const
  if (type.kind === 'array') {
    if (notation.arraySuffix !== undefined)
      return outer(writing, type.items, { ...at, place: 'element' }) + notation.arraySuffix
    return contained(notation, 'cell', { type, depth: at.depth, content: outer(writing, type.items, inside) })
  }
  if (type.kind === 'map') {
    return contained(notation, 'cell', { type, depth: at.depth, content: outer(writing, type.values, inside) })
  }
  const usual = usualLeaf(notation, type, { place: at.place, context })
  const href = spelling?.href ?? usual.href
  const text = spelling?.text ?? usual.text
  if (usual.bare === true && spelling?.text === undefined) return text
  return href === undefined ? `${notation.mark}${text}${notation.mark}` : `[${text}](${href})`
}

/** The type's own spelling, where it still holds. */
function spellingOf(type: Type, context: CellContext): Type['spelling'] {
  const { spelling } = type
  if (spelling === undefined || (type.kind === 'ref' && context.reference !== undefined)) return undefined
  return spelling.required === context.required && spelling.nullable === type.nullable ? spelling : undefined
}

/** The text of a reference inside its wrapper: the page's name, or its union spelt out. */
function refText(
  notation: Notation,
  type: Extract<Type, { kind: 'ref' }>,
  at: { place: Place; required: boolean },
): string {
  const { inline } = type
  const { union } = notation
  if (inline === undefined || (type.name !== '' && union?.inlined !== true)) {
    const wrapper = wrapperFor(notation, { type, ...at })
    return wrapper === undefined ? type.name : wrapper.open + type.name + wrapper.close
  }
  const text = label(notation, inline, true)
  if (union?.open === '' && union.null !== undefined) {
    return at.place === 'field' && !at.required ? `${text}${union.separator}${union.null}` : text
  }
  const wrapper = wrapperFor(notation, { type, ...at })
  return wrapper === undefined ? text : wrapper.open + text + wrapper.close
}

/** A type inside a mark, as in a union that is spelt out. `top`: directly inside, where lists are written in full. */
function label(notation: Notation, type: Type, top = false): string {
  const { union } = notation
  const collection = notation.containers.find((container) => container.kind === 'collection')
  const word = (of: Type): string => wordFor(notation, of, 'label')?.text ?? ''
  const list = (of: Type, items: Type): string => {
    if (!top && collection !== undefined) return openOf(collection, 0)
    if (of.kind === 'array' && notation.arraySuffix !== undefined) return label(notation, items) + notation.arraySuffix
    return contained(notation, 'label', { type: of, depth: 0, content: label(notation, items) })
  }
  return matchType(type, {
    array: (array) => list(array, array.items),
    map: (map) => list(map, map.values),
    collection: (of) => (collection === undefined ? word(of) : openOf(collection, 0)),
    ref: (ref) => ref.name,
    external: (external) => external.name,
    union: (of) =>
      union === undefined
        ? word(of)
        : union.open + of.members.map((member) => label(notation, member)).join(union.separator) + union.close,
    literal: (literal) => literalText(notation, literal) ?? word(literal),
    string: word,
    boolean: word,
    number: word,
    date: word,
    bytes: word,
    any: word,
    unknown: word,
  })
}

function literalText(notation: Notation, type: Extract<Type, { kind: 'literal' }>): string | undefined {
  const { literal } = notation
  if (literal === undefined) return undefined
  const constant = Object.entries(literal.constants).find(([, meaning]) => meaning === type.value)?.[0]
  return literal.open + (constant ?? escapeCell(JSON.stringify(type.value))) + literal.close
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
