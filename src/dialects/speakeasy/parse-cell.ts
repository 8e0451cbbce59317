// Knows how a type cell is read by a notation: containers outside, then a mark, then wrappers and words inside it.

import type { LiteralValue, Ternary, Type } from '../../ir/type.js'
import type { CellContext, ParsedType, TypeProblem } from '../dialect.js'
import { openOf, type Bare, type Notation, type Word } from './notation.js'

/** Containers deeper than this are refused (CG303); the deepest seen in real docs is 5. */
export const DEPTH_LIMIT = 64

interface Reading {
  readonly notation: Notation
  readonly text: string
  readonly required: boolean
  /** What stands between the members of a union here. */
  readonly bar: string
  readonly problems: TypeProblem[]
  /** Where the reader stands. */
  at: number
  /** Whether the reader stands inside a link to a library's type. */
  linked: boolean
}

type Place = 'field' | 'element' | 'member'

/**
 * Reads a type cell. Never throws: what is not understood becomes `unknown`, with CG301 (notation), CG302 (name) or
 * CG303 (depth) at its offsets.
 */
export function parseCell(notation: Notation, text: string, context: CellContext): ParsedType {
  const bar = notation.union?.separator ?? ''
  const reading: Reading = { notation, text, required: context.required, bar, problems: [], at: 0, linked: false }
  const type = cellUnion(reading)
  return finish(reading, type)
}

/** Reads a label that stands without marks, as in the heading of a union's member. */
export function parseLabel(notation: Notation, text: string): ParsedType {
  const bar = notation.union?.plainSeparator ?? notation.union?.separator ?? ''
  const reading: Reading = { notation, text, required: true, bar, problems: [], at: 0, linked: false }
  return finish(reading, label(reading, 0, 'member'))
}

function finish(reading: Reading, type: Type | undefined): ParsedType {
  const { text, at, problems } = reading
  if (type !== undefined && at === text.length) return { type, problems }
  const serious = problems.filter((found) => found.code !== 'CG304')
  const known = serious.length > 0 ? serious : [{ code: 'CG301' as const, start: at, end: text.length }]
  return { type: { kind: 'unknown', nullable: 'unknown' }, problems: known }
}

function cellUnion(reading: Reading): Type | undefined {
  const first = outer(reading, 0, 'field')
  const separator = reading.notation.cellUnion
  if (first === undefined || separator === undefined || !reading.text.startsWith(separator, reading.at)) return first
  const members = [first]
  while (take(reading, separator)) {
    const member = outer(reading, 0, 'member')
    if (member === undefined) return undefined
    members.push(member)
  }
  return { kind: 'union', members, nullable: 'unknown' }
}

/** A container, or a marked leaf. */
function outer(reading: Reading, depth: number, place: Place): Type | undefined {
  return suffixed(reading, container(reading, depth, 'cell') ?? marked(reading, depth, place))
}

function container(reading: Reading, depth: number, where: 'cell' | 'label'): Type | undefined {
  if (depth > DEPTH_LIMIT) {
    reading.problems.push({ code: 'CG303', start: 0, end: reading.text.length })
    return undefined
  }
  for (const candidate of reading.notation.containers) {
    if (candidate.place !== where || !take(reading, openOf(candidate, depth))) continue
    if (candidate.kind === 'collection') return { kind: 'collection', nullable: 'unknown' }
    const inside = where === 'cell' ? outer(reading, depth + 1, 'element') : label(reading, depth + 1, 'element')
    if (inside === undefined || !take(reading, candidate.close)) return undefined
    if (candidate.kind === 'array') return { kind: 'array', items: inside, nullable: 'unknown' }
    return { kind: 'map', values: inside, nullable: 'unknown' }
  }
  return undefined
}

/** Lists written behind their items. */
function suffixed(reading: Reading, type: Type | undefined): Type | undefined {
  const { arraySuffix } = reading.notation
  let result = type
  while (result !== undefined && arraySuffix !== undefined && take(reading, arraySuffix)) {
    result = { kind: 'array', items: result, nullable: 'unknown' }
  }
  return result
}

function marked(reading: Reading, depth: number, place: Place): Type | undefined {
  const { notation, text } = reading
  const bare = wordAt(reading, (word) => word.as === 'bare')
  if (bare !== undefined) return withNull(reading, bare.type, place)
  if (take(reading, '[')) return link(reading, depth, place)
  const mark = ['*', '`'].find((candidate) => text.startsWith(candidate, reading.at))
  if (mark === undefined) return undefined
  reading.at += mark.length
  const start = reading.at
  const type = label(reading, depth, place)
  if (type === undefined || !take(reading, mark)) return undefined
  if (type.kind === 'ref' && type.href === undefined && notation.unlinkedNames !== true) {
    reading.problems.push({ code: 'CG302', start, end: reading.at - mark.length })
  }
  return type
}

/** `label](target)`: a type of a library where the target is one, else a model. */
function link(reading: Reading, depth: number, place: Place): Type | undefined {
  const end = reading.text.indexOf('](', reading.at)
  const close = reading.text.indexOf(')', end)
  if (end === -1 || close === -1) return undefined
  const href = reading.text.slice(end + 2, close)
  const start = reading.at
  reading.linked = !isModelLink(href)
  const type = reading.linked ? label(reading, depth, place) : modelLabel(reading, { depth, place, href })
  reading.linked = false
  if (type === undefined || reading.at !== end) return undefined
  if (type.kind === 'ref' && !isModelLink(href)) reading.problems.push({ code: 'CG302', start, end })
  reading.at = close + 1
  return type.kind === 'external' ? { ...type, href } : type
}

function isModelLink(href: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(href) && !/(^|\/)(types|utils)\/[^/]*$/.test(href)
}

/** The label of a link to a page: the page's name, or what the page would say, spelt out. */
function modelLabel(reading: Reading, at: { depth: number; place: Place; href: string }): Type | undefined {
  const type = label(reading, at.depth, at.place, true)
  if (type === undefined) return undefined
  if (type.kind === 'ref') return { ...type, href: at.href }
  return { kind: 'ref', name: '', href: at.href, inline: { ...type, nullable: 'unknown' }, nullable: type.nullable }
}

/** Wrappers, unions, lists, constants, words and names, as they stand inside a mark. `named`: names go before words. */
function label(reading: Reading, depth: number, place: Place, named = false): Type | undefined {
  const whole = wholeWord(reading)
  if (whole !== undefined) return withNull(reading, whole.type, place)
  for (const wrapper of reading.notation.wrappers) {
    const from = reading.at
    if (!take(reading, wrapper.open)) continue
    const inside = label(reading, depth + 1, 'member', named)
    if (inside !== undefined && take(reading, wrapper.close)) {
      const said = place === 'element' ? wrapper.element : reading.required ? wrapper.required : wrapper.optional
      if (said === undefined && place === 'field') reading.problems.push({ code: 'CG304', start: from, end: reading.at })
      return { ...inside, nullable: said ?? 'unknown' }
    }
    reading.at = from
  }
  const { union } = reading.notation
  if (union === undefined || union.open !== '') return atom(reading, depth, place, named)
  return barred(reading, depth, { place, named })
}

/** A word that begins like a wrapper or a union, and is none. */
function wholeWord(reading: Reading): Word | undefined {
  const { wrappers, union } = reading.notation
  const opens = [...wrappers.map((wrapper) => wrapper.open), union?.open ?? ''].filter((open) => open !== '')
  return wordAt(reading, (word) => opens.some((open) => word.text.startsWith(open)))
}

/** Members with bars between them; a `null` among them is the mark of an optional field. */
function barred(reading: Reading, depth: number, how: { place: Place; named: boolean }): Type | undefined {
  const { union } = reading.notation
  const members: Type[] = []
  let nullish = false
  do {
    if (union?.null !== undefined && takeWord(reading, union.null)) nullish = true
    else {
      const member = atom(reading, depth, how.place, how.named)
      if (member === undefined) return undefined
      members.push(member)
    }
  } while (union !== undefined && take(reading, reading.bar))
  const [only] = members
  if (members.length === 1 && only !== undefined && !nullish) return only
  return { kind: 'union', members, nullable: 'unknown' }
}

function atom(reading: Reading, depth: number, place: Place, named: boolean): Type | undefined {
  const inside = container(reading, depth, 'label')
  if (inside !== undefined) return suffixed(reading, inside)
  const { notation } = reading
  if (notation.union !== undefined && notation.union.open !== '' && take(reading, notation.union.open)) {
    return called(reading, depth)
  }
  const constant = literal(reading)
  if (constant !== undefined) return withNull(reading, { kind: 'literal', value: constant.value }, place)
  const name = named ? nameAt(reading) : undefined
  if (name !== undefined) return suffixed(reading, withNull(reading, { kind: 'ref', name }, place))
  const word = wordAt(reading, () => true)
  if (word !== undefined) return suffixed(reading, withNull(reading, word.type, place))
  const other = nameAt(reading)
  if (other !== undefined) return suffixed(reading, withNull(reading, { kind: 'ref', name: other }, place))
  const unknown = /[^\s\])>*`,]+/y
  unknown.lastIndex = reading.at
  const rest = unknown.exec(reading.text)?.[0] ?? ''
  if (reading.problems.length === 0 && /^[A-Za-z_]/.test(rest)) {
    reading.problems.push({ code: 'CG302', start: reading.at, end: reading.at + rest.length })
  }
  return undefined
}

/** The members of a union written as a call. */
function called(reading: Reading, depth: number): Type | undefined {
  const { union } = reading.notation
  if (union === undefined) return undefined
  const members: Type[] = []
  if (take(reading, union.close)) return { kind: 'union', members, nullable: 'unknown' }
  do {
    const member = label(reading, depth + 1, 'member')
    if (member === undefined) return undefined
    members.push(member)
  } while (take(reading, union.separator))
  return take(reading, union.close) ? { kind: 'union', members, nullable: 'unknown' } : undefined
}

function literal(reading: Reading): { readonly value: LiteralValue } | undefined {
  const { notation, text } = reading
  const from = reading.at
  if (notation.literal === undefined || !take(reading, notation.literal.open)) return undefined
  const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z]+/iy
  token.lastIndex = reading.at
  const found = token.exec(text)?.[0] ?? ''
  const value = literalValue(found, notation.literal.constants)
  reading.at += found.length
  if (value !== undefined && take(reading, notation.literal.close)) return { value }
  reading.at = from
  return undefined
}

function literalValue(token: string, constants: { readonly [word: string]: LiteralValue }): LiteralValue | undefined {
  if (Object.hasOwn(constants, token)) return constants[token]
  if (!/^["\d-]/.test(token)) return undefined
  try {
    const value: unknown = JSON.parse(token)
    return typeof value === 'string' || typeof value === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

/** A qualified name whose last part begins with a capital, as the headings of model pages do. */
function nameAt(reading: Reading): string | undefined {
  const separator = reading.notation.separator === '\\' ? '\\\\' : reading.notation.separator === '.' ? '\\.' : '::'
  const pattern = new RegExp(`(?:${separator})?[A-Za-z_]\\w*(?:${separator}[A-Za-z_]\\w*)*`, 'y')
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.text)?.[0]
  if (found === undefined || !/^[A-Z]/.test(lastPart(found, reading.notation.separator))) return undefined
  reading.at += found.length
  return found
}

/** The last part of a qualified name. */
export function lastPart(name: string, separator: string): string {
  return name.includes(separator) ? name.slice(name.lastIndexOf(separator) + separator.length) : name
}

/** The longest word of the notation that stands here and ends here; of two alike, the one meant for a link inside one. */
function wordAt(reading: Reading, allowed: (word: Word) => boolean): Word | undefined {
  const { notation, text, at } = reading
  let best: { word: Word; spelling: string; rank: number } | undefined
  for (const word of notation.words) {
    for (const spelling of word.wrapped === undefined ? [word.text] : [word.text, word.wrapped]) {
      const rank = spelling.length * 2 + ((word.as === 'link') === reading.linked ? 1 : 0)
      if (rank <= (best?.rank ?? 0) || !allowed(word) || !text.startsWith(spelling, at)) continue
      if (endsHere(reading, spelling)) best = { word, spelling, rank }
    }
  }
  reading.at += best?.spelling.length ?? 0
  return best?.word
}

function endsHere(reading: Reading, spelling: string): boolean {
  const next = reading.text.slice(reading.at + spelling.length)
  if (!/\w$/.test(spelling)) return true
  return !/^\w/.test(next) && !(next.startsWith(reading.notation.separator) && /^\w/.test(next.slice(reading.notation.separator.length)))
}

function withNull(reading: Reading, type: Bare, place: Place): Type {
  const { bare, unwrapped } = reading.notation
  if (place === 'member' || unwrapped.includes(type.kind)) return { ...type, nullable: 'unknown' }
  const said: Ternary = place === 'element' ? bare.element : reading.required ? bare.required : (bare.optional ?? 'unknown')
  return { ...type, nullable: said }
}

function take(reading: Reading, text: string): boolean {
  if (!reading.text.startsWith(text, reading.at)) return false
  reading.at += text.length
  return true
}

function takeWord(reading: Reading, word: string): boolean {
  if (!reading.text.startsWith(word, reading.at) || /^\w/.test(reading.text.slice(reading.at + word.length))) return false
  reading.at += word.length
  return true
}
