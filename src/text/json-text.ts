// Knows how data is written as JSON so that nothing in it is unseen, ends a line, or could end a script that holds it.

import { unitEscapes } from './unit-escapes.js'

/** What JSON lets stand in a string as it is, and nobody should. Outside strings JSON has none of it. In a log `##[` begins a command. */
const raw = /[\x7f-\x9f\p{Cf}\u2028\u2029]|<(?=[/!])|(?<=#)#(?=\w*\[)/gu

/** A value as JSON on one line; undefined as `null`. No invisible character, no line separator and no `</` stands in it raw. */
export function jsonLine(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replace(raw, unitEscapes)
}

/** A document as JSON, two blanks for each level, keys in the order given, with a final line feed; see {@link jsonLine}. */
export function jsonText(document: object): string {
  return `${JSON.stringify(document, undefined, 2).replace(raw, unitEscapes)}\n`
}

/** The same on one line, as the content of a script element: no `<` stands in it. */
export function jsonInScript(value: unknown): string {
  return jsonLine(value).replaceAll('<', unitEscapes)
}
