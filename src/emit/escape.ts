// Knows how untrusted text is made harmless: one escaper for each place where it can land in a generated file.

import type { LiteralValue } from '../ir/type.js'
import { jsonLine } from '../text/json-text.js'

/** Names that an identifier may not take where a value is meant: what every object inherits. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))

const DOC_LIMIT = 8_000

/** A JSON string, valid as a TypeScript string too: no invisible character, no line separator and no `</` stands in it raw. */
export function stringLiteral(text: string): string {
  return jsonLine(text)
}

/** A constant as a TypeScript expression or literal type. A number that JSON cannot hold comes out as `null`. */
export function constantLiteral(value: LiteralValue): string {
  return typeof value === 'string' ? stringLiteral(value) : JSON.stringify(value)
}

/** The key of a member of a type: bare where it is a plain identifier, else quoted. */
export function typeKey(name: string): string {
  return isPlainIdentifier(name) ? name : stringLiteral(name)
}

/** The key of a property of an object literal; `__proto__` is computed, because quoted it would set the prototype. */
export function valueKey(name: string): string {
  return name === '__proto__' ? '["__proto__"]' : typeKey(name)
}

/** Whether every object inherits a property of this name, so that reading it tells nothing about the object itself. */
export function isInherited(name: string): boolean {
  return inherited.has(name)
}

/** Whether the name can stand bare: ASCII letters, digits, `_` and `$`, and not `__proto__`. */
export function isPlainIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__'
}

/**
 * Text as it may stand in a documentation comment: it cannot end the comment, begin a tag, or hide or reorder anything.
 * Lines are joined with LF, invisible characters are shown as `U+202E`, and at most 8,000 characters are kept.
 */
export function docText(text: string): string {
  const kept = text.length > DOC_LIMIT ? `${text.slice(0, DOC_LIMIT)}…` : text
  return visibleText(kept)
    .replace(/\*(?=\/)/g, '*\\')
    .replace(/(?<![\w.%+-])@/g, '\\@')
}

/** Text as it may stand on one line of a documentation comment; see {@link docText}. */
export function docLine(text: string): string {
  return docText(text).replace(/\s+/g, ' ').trim()
}

/** Plain lines as `//` comments. */
export function lineComments(lines: readonly string[]): string {
  return lines
    .flatMap((line) => visibleText(line).split('\n'))
    .map((line) => `// ${line}`.trimEnd())
    .join('\n')
}

/**
 * One part of a path: lower-case ASCII letters, digits and hyphens, at most 100 characters, never a name that Windows or the
 * generated files keep for themselves. Empty where nothing of the text is left.
 */
export function pathSlug(text: string): string {
  const slug = plainLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-|-$/g, '')
  return /^(con|prn|aux|nul|com\d|lpt\d|index|runtime)$/.test(slug) ? `${slug}-model` : slug
}

/** The text with the accents of Latin letters taken off. */
export function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '')
}

function visibleText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f\x85]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, codePointName)
    .replace(/(?<! ) +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|(?<!\n)\n+$/g, '')
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
