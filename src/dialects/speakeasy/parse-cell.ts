// Knows how a type cell is read by a notation: containers outside, then a mark or a link, then what stands inside it.

import { typeRefs, type Type } from '../../ir/type.js'
import type { CellContext, ParsedType } from '../dialect.js'
import type { Grammar } from './grammar.js'
import { openOf } from './notation.js'
import { contained, label, suffixed, tooDeep, withNull, type At } from './parse-label.js'
import { DEPTH_LIMIT, startReading, take, takeWord, type Reading } from './reading.js'
import { usualLeaf } from './render-cell.js'

/**
 * Reads a type cell. Never throws: what is not understood becomes `unknown`, with CG301 (notation), CG302 (name) or
 * CG303 (depth) at its offsets. CG304 tells of a wrapper that the Required column contradicts; the type is read all the same.
 */
export function parseCell(grammar: Grammar, text: string, context: CellContext): ParsedType {
  const reading = startReading(grammar, text, { context, inside: 'mark' })
  const wrapper = grammar.notation.outerWrapper
  return finish(
    reading,
    wrapper !== undefined && take(reading, wrapper.open) ? outerWrapped(reading, wrapper.close) : cellUnion(reading),
  )
}

/** Reads a type that stands without marks, as in the heading of a union's member. Names need no link there. */
export function parseLabel(grammar: Grammar, text: string): ParsedType {
  const reading = startReading(grammar, text, { context: { required: true }, inside: 'heading' })
  return finish(reading, label(reading, { depth: 0, place: 'member' }))
}

function finish(reading: Reading, type: Type | undefined): ParsedType {
  const { text, at, problems } = reading
  if (type !== undefined && at === text.length) return { type, problems }
  const serious = problems.filter((found) => found.code !== 'CG304')
  const known = serious.length > 0 ? serious : [{ code: 'CG301' as const, start: at, end: text.length }]
  return { type: { kind: 'unknown', nullable: 'unknown' }, problems: known }
}

/** What stands in the wrapper for optional and nullable: inside it, the type is written as if it were required. */
function outerWrapped(reading: Reading, close: string): Type | undefined {
  const { required } = reading.context
  reading.required = true
  const type = cellUnion(reading)
  if (type === undefined || !take(reading, close)) return undefined
  if (required) reading.problems.push({ code: 'CG304', start: 0, end: reading.at })
  return { ...type, nullable: true, spelling: { outer: true, required, nullable: true } }
}

function cellUnion(reading: Reading): Type | undefined {
  const separator = reading.grammar.notation.cellUnion
  const first = outer(reading, TOP)
  if (first === undefined || separator === undefined || !reading.text.startsWith(separator, reading.at)) return first
  const members = [first]
  while (take(reading, separator)) {
    const member = outer(reading, { depth: 0, place: 'member' })
    if (member === undefined) return undefined
    members.push(member)
  }
  return { kind: 'union', members, nullable: 'unknown' }
}

const TOP: At = { depth: 0, place: 'field' }

/** A container, or a marked leaf. */
function outer(reading: Reading, at: At): Type | undefined {
  const list = reading.grammar.cellContainers.find((candidate) => take(reading, openOf(candidate, at.depth)))
  if (list !== undefined && at.depth >= DEPTH_LIMIT) return tooDeep(reading)
  const type = list === undefined ? leaf(reading, at) : contained(reading, list, { at, inside: outer })
  return suffixed(reading, type, at.depth)
}

function leaf(reading: Reading, at: At): Type | undefined {
  const bare = takeWord(reading, (word) => word.as === 'bare')
  if (bare !== undefined) return withNull(reading, bare.word.type, { ...at, word: bare.word })
  if (take(reading, '[')) return link(reading, at)
  const mark = take(reading, '*') ? '*' : take(reading, '`') ? '`' : undefined
  if (mark === undefined) return undefined
  const start = reading.at
  const type = label(reading, at)
  const end = reading.at
  if (type === undefined || !take(reading, mark)) return undefined
  reading.old ||= mark !== reading.grammar.notation.mark
  return spelt(reading, type, { at, text: reading.text.slice(start, end) })
}

/** `label](target)`: a page of a model, or a type of a library. */
function link(reading: Reading, at: At): Type | undefined {
  const end = reading.text.indexOf('](', reading.at)
  const close = reading.text.indexOf(')', end)
  if (end === -1 || close === -1) return undefined
  const href = reading.text.slice(end + 2, close)
  const start = reading.at
  const page = isPage(href)
  reading.inside = page && !describesWords(href) ? 'page' : 'library'
  reading.href = href
  const type = label(reading, at)
  const plain = reading.inside === 'library'
  reading.inside = 'mark'
  if (type === undefined || reading.at !== end) return undefined
  reading.at = close + 1
  const text = reading.text.slice(start, end)
  if (type.kind === 'ref') {
    if (!page) reading.problems.push({ code: 'CG302', start, end })
    return spelt(reading, { ...type, href }, { at, text, href })
  }
  if (!plain) {
    const { nullable, ...inline } = type
    return spelt(
      reading,
      { kind: 'ref', name: '', href, inline: { ...inline, nullable: 'unknown' }, nullable },
      { at, text, href },
    )
  }
  if (typeRefs(type).length > 0) reading.problems.push({ code: 'CG302', start, end })
  return spelt(reading, type.kind === 'external' ? { ...type, href } : type, { at, text, href })
}

/** Whether a link leads to a page of the docs. */
function isPage(href: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(href) && /\.md(?:#|$)/i.test(href)
}

/** Whether a page lies where the docs describe words, such as that for dates; it may be a model's page all the same. */
function describesWords(href: string): boolean {
  return /(?:^|\/)(?:types|utils)\/[^/]*$/i.test(href)
}

/** The type with its spelling, where the notation of today would write the leaf otherwise. */
function spelt(reading: Reading, type: Type, read: { at: At; text: string; href?: string }): Type {
  if (reading.old || reading.problems.length > 0) return type
  const { notation } = reading.grammar
  const context: CellContext = {
    required: reading.required,
    ...(reading.context.file === undefined ? {} : { file: reading.context.file }),
  }
  const held = { required: reading.required, nullable: type.nullable }
  const spread = type.kind === 'union' && notation.cellUnion !== undefined
  if (spread || type.kind === 'array' || type.kind === 'map')
    return { ...type, spelling: { text: read.text, marked: true, ...held } }
  const usual = usualLeaf(notation, type, { place: read.at.place, context })
  const sameText = usual.text === read.text && usual.bare !== true
  if (sameText && usual.href === read.href) return type
  if (read.href === undefined && usual.href !== undefined)
    return { ...type, spelling: { text: read.text, marked: true, ...held } }
  const text = sameText ? {} : { text: read.text }
  const href = usual.href === read.href || read.href === undefined ? {} : { href: read.href }
  return { ...type, spelling: { ...text, ...href, ...held } }
}
