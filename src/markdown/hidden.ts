// Knows which characters of a page nobody sees though they change what is read: control, bidirectional and zero-width ones.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { shownIn } from '../diagnostics/frame.js'
import { lineStarts, spanBetween } from '../text/span.js'

/**
 * The joiners U+200C and U+200D are left out, which scripts and emoji need. What is no fault is looked at behind a find, which takes
 * a fifth of the time that looking ahead everywhere would take.
 */
const HIDDEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff](?<![\0\t\n\r])/gu

/** CG112 at the first character of a text that nobody sees; nothing where there is none. */
export function findHidden(file: string, text: string): readonly Diagnostic[] {
  const first = text.search(HIDDEN)
  if (first === -1) return []
  const found = text.match(HIDDEN) ?? []
  const characters = [...new Set(found)].map(codePointName)
  const span = spanBetween(lineStarts(text), first, first + 1)
  const place = shownIn({ file, text }, span)
  return [problem('CG112', { count: found.length, characters: characters.join(', ') }, place)]
}

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
