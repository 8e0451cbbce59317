// Knows how the inside of a mark is read: wrappers, unions, lists, constants, words and names.

import type { Ternary, Type } from '../../ir/type.js'
import type { Place } from './choice.js'
import type { SpeltWord } from './grammar.js'
import { openOf, type Bare, type Container, type Word, type Wrapper } from './notation.js'
import { DEPTH_LIMIT, take, takeConstant, takeMatch, takeName, takeWord, type Reading } from './reading.js'

/** Where a type stands, and how deep. */
export interface At {
  readonly depth: number
  readonly place: Place
  /** Whether a wrapper stands around it already. */
  readonly wrapped?: boolean
}

/** Reads the inside of a mark. Undefined where it is not understood; then the reader stands where it failed. */
export function label(reading: Reading, at: At): Type | undefined {
  if (at.depth > DEPTH_LIMIT) return tooDeep(reading)
  const whole = takeWord(reading, (word) => word.as !== 'bare' && beginsLikeOpening(reading, word))
  if (whole !== undefined) return ofWord(reading, whole, at)
  const stream = reading.grammar.labelContainers.find(
    (candidate) => candidate.kind === 'stream' && take(reading, openOf(candidate, at.depth)),
  )
  if (stream !== undefined) return streamed(reading, stream, at)
  const wrapper = reading.grammar.notation.wrappers.find((candidate) => take(reading, candidate.open))
  if (wrapper !== undefined) return wrapped(reading, wrapper, at)
  return reading.grammar.notation.union?.open === '' ? barred(reading, at) : atom(reading, at)
}

/** A word that begins as a wrapper, a container or a union does, and is none. */
function beginsLikeOpening(reading: Reading, word: Word): boolean {
  return reading.grammar.openings.some((open) => word.text.startsWith(open))
}

function wrapped(reading: Reading, wrapper: Wrapper, at: At): Type | undefined {
  const from = reading.at - wrapper.open.length
  reading.old ||= wrapper.old === true || at.wrapped === true
  const inside = label(reading, { depth: at.depth + 1, place: 'member', wrapped: true })
  if (inside === undefined || !take(reading, wrapper.close)) return undefined
  if (at.wrapped === true)
    return {
      ...inside,
      nullable: inside.nullable === true ? true : (wrapper.required ?? wrapper.optional ?? 'unknown'),
    }
  const said = at.place === 'element' ? wrapper.element : reading.required ? wrapper.required : wrapper.optional
  if (said === undefined && at.place === 'field') reading.problems.push({ code: 'CG304', start: from, end: reading.at })
  return { ...inside, nullable: inside.nullable === true ? true : (said ?? 'unknown') }
}

/** Members with bars between them; a `null` among them is the mark of an optional field. */
function barred(reading: Reading, at: At): Type | undefined {
  const { at: from, inside, problems } = reading
  const before = problems.length
  const alone = members(reading, at)
  if (alone === undefined || (alone.types.length === 1 && !alone.nullish)) return alone?.types[0]
  // A lone name is that of the linked page; several are members, which are words first and carry no wrapper.
  reading.at = from
  problems.length = before
  if (inside === 'page' || inside === 'library') reading.inside = 'members'
  const spelt = members(reading, { ...at, place: 'member' })
  reading.inside = inside
  return spelt === undefined ? undefined : unionOf(reading, spelt, { at, from })
}

interface Members {
  readonly types: readonly Type[]
  readonly nullish: boolean
}

function unionOf(reading: Reading, { types, nullish }: Members, of: { at: At; from: number }): Type {
  const marksNull = reading.grammar.notation.union?.null !== undefined
  const strict = marksNull && of.at.place === 'field' && of.at.wrapped !== true
  if (strict && nullish === reading.required) reading.problems.push({ code: 'CG304', start: of.from, end: reading.at })
  const [only] = types
  if (reading.inside === 'heading' && types.length === 1 && only !== undefined) return { ...only, nullable: true }
  return { kind: 'union', members: types, nullable: reading.inside === 'heading' && nullish ? true : 'unknown' }
}

function members(reading: Reading, at: At): Members | undefined {
  const { union } = reading.grammar.notation
  const bar = (reading.inside === 'heading' ? union?.plainSeparator : undefined) ?? union?.separator ?? ''
  const types: Type[] = []
  let nullish = false
  do {
    if (union?.null !== undefined && takeMatch(reading, new RegExp(`${union.null}\\b`, 'y')) !== undefined)
      nullish = true
    else {
      const member = atom(reading, at)
      if (member === undefined) return undefined
      types.push(member)
    }
  } while (bar !== '' && take(reading, bar))
  return { types, nullish }
}

function atom(reading: Reading, at: At): Type | undefined {
  const { grammar } = reading
  const list = grammar.labelContainers.find((candidate) => take(reading, openOf(candidate, at.depth)))
  if (list !== undefined) return suffixed(reading, contained(reading, list, { at, inside: label }), at.depth)
  const union = grammar.unionOpenings.find((open) => take(reading, open))
  if (union !== undefined) {
    reading.old ||= union !== grammar.notation.union?.open
    const from = reading.at - union.length
    const members = called(reading, at.depth)
    if (members === undefined) return undefined
    const [only] = members
    if (members.length > 0 && members.every(({ kind }) => kind === 'external'))
      return { kind: 'external', name: reading.text.slice(from, reading.at), nullable: 'unknown' }
    return withNull(reading, members.length === 1 && only?.kind === 'literal' ? only : { kind: 'union', members }, at)
  }
  if (grammar.notation.union?.tagged !== undefined && take(reading, grammar.notation.union.tagged)) {
    const members = tagged(reading, at.depth)
    return members === undefined ? undefined : withNull(reading, { kind: 'union', members }, at)
  }
  if (grammar.notation.arraySuffix !== undefined && take(reading, '(')) {
    const group = label(reading, { depth: at.depth + 1, place: 'member' })
    return take(reading, ')') ? suffixed(reading, group, at.depth) : undefined
  }
  const constant = takeConstant(reading)
  if (constant !== undefined) return withNull(reading, { kind: 'literal', value: constant.value }, at)
  return suffixed(reading, wordOrName(reading, at), at.depth)
}

/** A page's name goes before a word in a link to a page, else a word before a name. */
function wordOrName(reading: Reading, at: At): Type | undefined {
  const start = reading.at
  const first = reading.inside === 'page' ? takeName(reading) : undefined
  if (first !== undefined) return withNull(reading, { kind: 'ref', name: first }, at)
  const word = takeWord(reading, (candidate) => candidate.as !== 'bare')
  if (word !== undefined) return ofWord(reading, word, at)
  const name = takeName(reading)
  if (name === undefined) return unknownWord(reading)
  if (reading.grammar.notation.library?.test(name) === true) return { kind: 'external', name, nullable: 'unknown' }
  if (reading.inside === 'mark' && !maybeUnlinked(reading, name)) {
    reading.problems.push({ code: 'CG302', start, end: reading.at })
  }
  return withNull(reading, { kind: 'ref', name }, at)
}

/** The type of a word. Boxed types stand in wrappers only, today. */
function ofWord(reading: Reading, { word, text }: SpeltWord, at: At): Type {
  reading.old ||= text !== word.text && at.wrapped !== true
  return withNull(reading, word.type, { ...at, word })
}

function maybeUnlinked(reading: Reading, name: string): boolean {
  return reading.grammar.notation.unlinkedNames === true && name.includes(reading.grammar.notation.separator)
}

function unknownWord(reading: Reading): undefined {
  const start = reading.at
  const word = takeMatch(reading, /[^\s\])>*`,|\\]+/y)
  reading.at = start
  if (word !== undefined && /^[A-Za-z_]/.test(word) && reading.problems.length === 0) {
    reading.problems.push({ code: 'CG302', start, end: start + word.length })
  }
  return undefined
}

/** The members of a union written as a call; each is a word first, whatever page the whole links to. */
function called(reading: Reading, depth: number): readonly Type[] | undefined {
  const { union } = reading.grammar.notation
  const { inside } = reading
  if (union === undefined) return undefined
  const types: Type[] = []
  if (take(reading, union.close)) return types
  if (inside === 'page' || inside === 'library') reading.inside = 'members'
  do {
    if (union.unlisted?.some((word) => take(reading, word)) === true) continue
    const member = label(reading, { depth: depth + 1, place: 'member' })
    if (member === undefined) return undefined
    types.push(member)
  } while (take(reading, union.separator))
  reading.inside = inside
  return take(reading, union.close) ? types : undefined
}

/** The members of a union that stand behind the values that tell them apart. */
function tagged(reading: Reading, depth: number): readonly Type[] | undefined {
  const { inside } = reading
  const types: Type[] = []
  if (takeMatch(reading, /'[^']*', \{ /y) === undefined) return undefined
  if (inside === 'page' || inside === 'library') reading.inside = 'members'
  do {
    if (takeMatch(reading, /'[^']*' => /y) === undefined) return undefined
    const member = label(reading, { depth: depth + 1, place: 'member' })
    if (member === undefined) return undefined
    types.push(member)
  } while (take(reading, ', '))
  reading.inside = inside
  reading.old = true
  return take(reading, ' })') ? types : undefined
}

/** What a stream is of, after its opening: names need no link there, for the whole is no data of the API. */
function streamed(reading: Reading, stream: Container, at: At): Type | undefined {
  const from = reading.at - openOf(stream, at.depth).length
  const { inside } = reading
  reading.inside = 'members'
  const content = label(reading, { depth: at.depth + 1, place: 'member' })
  reading.inside = inside
  if (content === undefined || !take(reading, stream.close)) return undefined
  return { kind: 'external', name: reading.text.slice(from, reading.at), nullable: 'unknown' }
}

/** What a container holds, read by `inside`, after its opening. */
export function contained(
  reading: Reading,
  container: Container,
  of: { readonly at: At; readonly inside: (reading: Reading, at: At) => Type | undefined },
): Type | undefined {
  reading.old ||= container.old === true
  if (container.kind === 'collection') return { kind: 'collection', nullable: 'unknown' }
  const content = of.inside(reading, { depth: of.at.depth + 1, place: 'element' })
  if (content === undefined || !take(reading, container.close)) return undefined
  if (container.kind === 'array') return { kind: 'array', items: content, nullable: 'unknown' }
  return { kind: 'map', values: content, nullable: 'unknown' }
}

/** Lists written behind their items. */
export function suffixed(reading: Reading, type: Type | undefined, depth: number): Type | undefined {
  const { arraySuffix } = reading.grammar.notation
  let result = type
  for (let lists = depth; result !== undefined && arraySuffix !== undefined && take(reading, arraySuffix); lists += 1) {
    if (lists >= DEPTH_LIMIT) return tooDeep(reading)
    result = { kind: 'array', items: result, nullable: 'unknown' }
  }
  return result
}

/** Reports a type nested too deep (CG303). */
export function tooDeep(reading: Reading): undefined {
  reading.problems.push({ code: 'CG303', start: 0, end: reading.text.length })
  return undefined
}

/** The type with what the lack of a wrapper says of null here. */
export function withNull(reading: Reading, type: Bare, at: At & { readonly word?: Word }): Type {
  const { bare, unwrapped, oldWithoutWrapper } = reading.grammar.notation
  if (at.place === 'member' || at.word?.unwrapped === true || unwrapped.includes(type.kind))
    return { ...type, nullable: 'unknown' }
  if (at.place === 'element') return { ...type, nullable: bare.element }
  if (reading.required) return { ...type, nullable: bare.required }
  const missing = bare.optional === undefined && type.kind !== 'any' && type.kind !== 'bytes'
  if (missing && oldWithoutWrapper === true) reading.old = true
  else if (missing && reading.inside !== 'heading')
    reading.problems.push({ code: 'CG304', start: 0, end: reading.text.length })
  const said: Ternary = bare.optional ?? 'unknown'
  return { ...type, nullable: said }
}
