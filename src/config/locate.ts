// Knows where a key of a configuration stands in the text of its file, be it JSON, TypeScript or JavaScript.

import { shownIn, type Shown } from '../diagnostics/frame.js'
import { lineStarts, spanBetween } from '../text/span.js'
import { literalPattern } from '../text/unit-escapes.js'

/** The file a configuration was read from, for messages. */
export interface ConfigSource {
  /** As messages name it. */
  readonly file: string
  readonly text: string
}

interface Range {
  readonly from: number
  readonly end: number
}

interface Found extends Range {
  /** Where what is inside begins. */
  readonly inner: number
}

/**
 * The place of a key: where its name stands after the names of the keys that hold it. For an item of a list, and for a key
 * that the item lacks, the beginning of the item. Nothing where it stands nowhere, as where the value is computed.
 */
export function locateKey({ file, text }: ConfigSource, path: readonly PropertyKey[]): Partial<Shown> {
  let place: Range | undefined
  let within: Range = { from: 0, end: text.length }
  let inItem = false
  for (const part of path) {
    const found = typeof part === 'number' ? itemAt(text, within, part) : keyAt(text, within, String(part))
    if (found === undefined && !inItem) return {}
    if (found === undefined) break
    inItem = typeof part === 'number'
    place = inItem ? { from: found.from, end: found.from + 1 } : found
    within = { from: found.inner, end: inItem ? found.end : within.end }
  }
  if (place === undefined) return {}
  return shownIn({ file, text }, spanBetween(lineStarts(text), place.from, place.end))
}

function keyAt(text: string, { from, end }: Range, key: string): Found | undefined {
  const pattern = new RegExp(`(?<![\\w$.-])(["']?)${literalPattern(key)}\\1\\s*:`, 'g')
  pattern.lastIndex = from
  const match = pattern.exec(text)
  if (match === null || match.index >= end) return undefined
  const start = match.index + (match[1]?.length ?? 0)
  return { from: start, end: start + key.length, inner: match.index + match[0].length }
}

/** What counts in a list: quoted texts and comments as a whole, ended or not, brackets, commas, and anything else but blanks. */
const token =
  /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\.)*`?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|[^\s]/g

/** The item of the list that begins next. */
function itemAt(text: string, { from, end }: Range, index: number): Found | undefined {
  let depth = 0
  let count = 0
  let start: number | undefined
  for (const match of text.slice(from, end).matchAll(token)) {
    const [said] = match
    if (said.startsWith('//') || said.startsWith('/*')) continue
    const closes = said === ']' || said === '}' || said === ')'
    if (depth === 1 && start !== undefined && (closes || said === ','))
      return { from: start, end: from + match.index, inner: start }
    if (closes && depth <= 1) return undefined
    if (depth === 1 && said === ',') count += 1
    else if (depth === 1 && count === index) start ??= from + match.index
    if (said === '[' || said === '{' || said === '(') depth += 1
    else if (closes) depth -= 1
  }
  return undefined
}
