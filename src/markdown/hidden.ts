// Knows which characters of a page nobody sees though they change what is read: control, bidirectional and zero-width ones.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { excerptOf } from '../diagnostics/frame.js'
import { lineStarts, spanBetween } from '../text/span.js'

/**
 * All but those that are seen, line ends, tabs, and the joiners U+200C and U+200D, which scripts and emoji need. Not a property of
 * Unicode: those that are listed take a quarter of the time.
 */
const HIDDEN =
  /[^\t\n\r\x20-\x7e\xa0-\u061b\u061d-\u200a\u200c-\u200d\u2010-\u2029\u202f-\u205f\u2061-\u2065\u206a-\ufefe\uff00-\uffff]/g

/** CG112 at the first character of a text that nobody sees; nothing where there is none. */
export function findHidden(file: string, text: string): readonly Diagnostic[] {
  const found = text.match(HIDDEN) ?? []
  const first = found.length === 0 ? -1 : text.search(HIDDEN)
  if (first === -1) return []
  const characters = [...new Set(found)].map(codePointName)
  const span = spanBetween(lineStarts(text), first, first + 1)
  const place = { span: { file, ...span }, excerpt: excerptOf(text, span) }
  return [problem('CG112', { count: found.length, characters: characters.join(', ') }, place)]
}

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
