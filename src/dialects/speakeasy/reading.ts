// Knows how the smallest parts of a type cell are read: fixed texts, words, names, constants.

import type { LiteralValue } from '../../ir/type.js'
import type { CellContext, TypeProblem } from '../dialect.js'
import type { Grammar, SpeltWord } from './grammar.js'
import type { Word } from './notation.js'

/** Types nested deeper than this are refused (CG303); the deepest in real docs is 5. */
export const DEPTH_LIMIT = 64

/** Where the reader stands: in a heading, inside a mark, a link to a page or to a library, or a union that such a link spells out. */
export type Inside = 'heading' | 'mark' | 'page' | 'library' | 'members'

/** A cell being read. It is read once from left to right: what comes next is told from the text that stands there. */
export interface Reading {
  readonly grammar: Grammar
  readonly text: string
  readonly context: CellContext
  readonly problems: TypeProblem[]
  required: boolean
  at: number
  inside: Inside
  /** Where the link leads whose label is being read. */
  href?: string
  /** Whether something was read that the notation no longer writes. */
  old: boolean
}

/** Starts reading a text. */
export function startReading(grammar: Grammar, text: string, start: { context: CellContext; inside: Inside }): Reading {
  const { context, inside } = start
  return { grammar, text, context, problems: [], required: context.required, at: 0, inside, old: false }
}

/** Takes a text if it stands here. */
export function take(reading: Reading, text: string): boolean {
  if (!reading.text.startsWith(text, reading.at)) return false
  reading.at += text.length
  return true
}

/** Takes a match of a sticky expression, or nothing. */
export function takeMatch(reading: Reading, expression: RegExp): string | undefined {
  expression.lastIndex = reading.at
  const found = expression.exec(reading.text)?.[0]
  if (found !== undefined) reading.at += found.length
  return found
}

/**
 * Takes the longest word that stands and ends here; of two alike, the one meant for a link inside one, else the other, and of
 * two links the one whose page it leads to.
 */
export function takeWord(reading: Reading, allowed: (word: Word) => boolean): SpeltWord | undefined {
  const here = reading.grammar.words.get(reading.text.charAt(reading.at)) ?? []
  let found: SpeltWord | undefined
  for (const spelt of here) {
    if (found !== undefined && spelt.text.length < found.text.length) break
    if (!reading.text.startsWith(spelt.text, reading.at) || !allowed(spelt.word) || !endsAfter(reading, spelt.text))
      continue
    if (found === undefined || fitness(reading, spelt.word) > fitness(reading, found.word)) found = spelt
  }
  if (found === undefined) return undefined
  reading.at += found.text.length
  reading.old ||= found.word.old === true
  return found
}

/** How well a word suits the place: 0 where it is written elsewhere, most where the link leads to the word's own page. */
function fitness(reading: Reading, word: Word): number {
  if ((word.as === 'link') !== (reading.inside === 'library' || reading.inside === 'page')) return 0
  return word.page !== undefined && reading.href?.endsWith(`/${word.page}`) === true ? 2 : 1
}

/** Whether a word that stands here is not the beginning of a longer name. */
export function endsAfter(reading: Reading, text: string): boolean {
  if (!/\w$/.test(text)) return true
  const { separator } = reading.grammar.notation
  const end = reading.at + text.length
  const next = reading.text.startsWith(separator, end) ? end + separator.length : end
  return !/\w/.test(reading.text.charAt(end)) && (next === end || !/\w/.test(reading.text.charAt(next)))
}

/** Takes a qualified name whose last part begins with a capital, as the headings of model pages do. */
export function takeName(reading: Reading): string | undefined {
  const from = reading.at
  const name = takeMatch(reading, new RegExp(reading.grammar.name, 'y'))
  const { separator } = reading.grammar.notation
  if (
    name !== undefined &&
    /^[A-Z]/.test(name.slice(name.lastIndexOf(separator) + (name.includes(separator) ? separator.length : 1)))
  )
    return name
  reading.at = from
  return undefined
}

/** Takes a constant in the notation's own brackets, if one begins here. */
export function takeConstant(reading: Reading): { readonly value: LiteralValue } | undefined {
  const { literal } = reading.grammar.notation
  if (literal === undefined) return undefined
  const from = reading.at
  if (take(reading, literal.open)) {
    const value = constantAt(reading, literal.constants)
    if (value !== undefined && take(reading, literal.close)) return { value }
  }
  reading.at = from
  return undefined
}

function constantAt(reading: Reading, constants: { readonly [word: string]: LiteralValue }): LiteralValue | undefined {
  if (reading.text.startsWith('"', reading.at)) return stringAt(reading)
  const number = takeMatch(reading, /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy)
  if (number !== undefined) return Number(number)
  const word = takeMatch(reading, /[A-Za-z]+/y) ?? ''
  return Object.hasOwn(constants, word) ? constants[word] : undefined
}

/** A text in quotes. It is JSON, or the raw text between the quotes where the generator did not escape it. */
function stringAt(reading: Reading): string | undefined {
  let end = reading.at + 1
  while (end < reading.text.length && reading.text.charAt(end) !== '"') end += reading.text.charAt(end) === '\\' ? 2 : 1
  if (end >= reading.text.length) {
    const last = reading.text.lastIndexOf('"')
    if (last === reading.at) return undefined
    end = last
  }
  const source = reading.text.slice(reading.at, end + 1).replaceAll('\\|', '|')
  reading.at = end + 1
  return parsedText(source) ?? source.slice(1, -1)
}

/** The text that a JSON string stands for; undefined where it is none. */
export function parsedText(source: string): string | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
