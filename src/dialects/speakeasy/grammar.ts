// Knows a notation in the form in which it is read: its words found by their first letter, its openings ready to compare.

import type { Container, Notation, Word } from './notation.js'

/** A spelling of a word. */
export interface SpeltWord {
  readonly word: Word
  readonly text: string
}

/** A notation prepared for reading. */
export interface Grammar {
  readonly notation: Notation
  /** The spellings of words by their first letter, longest first. */
  readonly words: ReadonlyMap<string, readonly SpeltWord[]>
  /** Texts that open a wrapper, a container or a union inside a mark. */
  readonly openings: readonly string[]
  readonly cellContainers: readonly Container[]
  readonly labelContainers: readonly Container[]
  readonly unionOpenings: readonly string[]
  /** A name, qualified or not, as the source of a sticky expression. */
  readonly name: string
}

/** Prepares a notation for reading. */
export function grammarOf(notation: Notation): Grammar {
  const spellings = notation.words.flatMap((word): SpeltWord[] =>
    [word.text, ...(word.wrapped === undefined ? [] : [word.wrapped])].map((text) => ({ word, text })),
  )
  const labelContainers = notation.containers.filter((container) => container.place === 'label')
  const unionOpenings =
    notation.union === undefined
      ? []
      : [notation.union.open, ...(notation.union.old ?? [])].filter((open) => open !== '')
  const openings = [
    ...notation.wrappers.map((wrapper) => wrapper.open),
    ...labelContainers.flatMap(({ open }) => (typeof open === 'string' ? [open] : [])),
    ...unionOpenings,
  ]
  const separator = notation.separator === '\\' ? '\\\\' : notation.separator === '.' ? '\\.' : '::'
  return {
    notation,
    words: byFirstLetter(spellings),
    openings,
    cellContainers: notation.containers.filter((container) => container.place === 'cell'),
    labelContainers,
    unionOpenings,
    name: `(?:${separator})?[A-Za-z_]\\w*(?:${separator}[A-Za-z_]\\w*)*`,
  }
}

function byFirstLetter(spellings: readonly SpeltWord[]): ReadonlyMap<string, readonly SpeltWord[]> {
  const groups = new Map<string, SpeltWord[]>()
  for (const spelling of [...spellings].sort((a, b) => b.text.length - a.text.length)) {
    const group = groups.get(spelling.text.charAt(0))
    if (group === undefined) groups.set(spelling.text.charAt(0), [spelling])
    else group.push(spelling)
  }
  return groups
}
