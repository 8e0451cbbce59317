// Knows how the bytes of a file become text, and which files are no Markdown text at all.

import { isUtf8 } from 'node:buffer'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { shownIn } from '../diagnostics/frame.js'
import { lineStarts, spanBetween } from '../text/span.js'

/** The text of a file, or the reason why it has none. */
export type Decoded = { readonly text: string } | { readonly problem: Diagnostic }

/**
 * Decodes a file. A byte order mark is dropped; positions count without it, as editors do.
 * Gives CG103 (too large), CG101 (NUL bytes), CG102 (not UTF-8), CG107 (LFS pointer) or CG106 (merge conflict).
 */
export function decodeFile(file: string, bytes: Uint8Array, limit: number): Decoded {
  const start = { line: 1, column: 1, offset: 0 }
  const top = { span: { file, start, end: start } }
  if (bytes.length > limit) return { problem: problem('CG103', { bytes: bytes.length, limit }, top) }
  if (hasByteOrderMark16(bytes)) return { problem: problem('CG102', { offset: 0, guess: 'UTF-16' }, top) }
  if (bytes.includes(0)) return { problem: problem('CG101', {}, top) }
  if (!isUtf8(bytes)) return { problem: notUtf8(file, bytes) }
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return { problem: problem('CG107', {}, top) }
  const conflict = conflictIn(text)
  if (conflict === -1) return { text }
  const span = spanBetween(lineStarts(text), conflict, conflict + 7)
  return { problem: problem('CG106', {}, shownIn({ file, text }, span)) }
}

/** Where a merge conflict begins that has its three marks; -1 where there is none. */
function conflictIn(text: string): number {
  const from = text.search(/^<{7} /m)
  if (from === -1) return -1
  const ours = text.slice(from)
  const theirs = ours.slice(/^={7}\r?$/m.exec(ours)?.index ?? ours.length)
  return /^>{7} /m.test(theirs) ? from : -1
}

function hasByteOrderMark16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function notUtf8(file: string, bytes: Uint8Array): Diagnostic {
  const offset = firstBadByte(bytes)
  const before = new TextDecoder().decode(bytes.subarray(0, offset))
  const span = spanBetween(lineStarts(before), before.length, before.length)
  return problem('CG102', { offset, guess: 'Latin-1 or Windows-1252' }, { span: { file, ...span } })
}

/** The length of the longest prefix that is UTF-8, found by bisection; a character that breaks off is not part of it. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good + 1 < bad) {
    const middle = Math.floor((good + bad) / 2)
    if (isPrefixOfUtf8(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  while (!isUtf8(bytes.subarray(0, good))) good -= 1
  return good
}

/** Whether the bytes are UTF-8 but for a character cut off at the end. */
function isPrefixOfUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut += 1) if (isUtf8(bytes.subarray(0, bytes.length - cut))) return true
  return false
}
