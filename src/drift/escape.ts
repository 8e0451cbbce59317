// Knows how text that is not ours is written into Markdown so that it stays text.

import { visible } from '../diagnostics/frame.js'

const QUOTED = 240
const LEAD = 60

/**
 * Text as Markdown prose on one line: no markup, link, mention, entity, list item or HTML can come of it.
 * Line ends become blanks, other control and zero-width characters become visible escapes.
 */
export function prose(text: string): string {
  return visible(oneLine(text, ' '))
    .trim()
    .replace(/[\\`*_[\]<>#|!~&$]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/@/g, '@<!-- -->')
}

/**
 * Text as a code span, its fence longer than any run of backticks inside. Line ends become `↵`. With `inTable` bars are
 * escaped as tables want it; a backslash right before a bar cannot be written there and is left out.
 */
export function codeSpan(text: string, place: 'prose' | 'table' = 'prose'): string {
  const line = visible(oneLine(text, '↵ '))
  if (line.trim() === '') return line === '' ? '*nothing*' : '*blanks*'
  const shown = place === 'table' ? line.replace(/(?<!\\)\\*\|/g, '\\|') : line
  const runs = shown.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = /^[`\s]|[`\s]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** Text as the content of an HTML element within Markdown, on one line; no markup, link or mention can come of it. */
export function htmlText(text: string): string {
  return visible(oneLine(text, ' '))
    .replace(/[^\p{L}\p{Nd} ]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
    .replaceAll('&#64;', '&#64;<!-- -->')
}

/** Text as the inside of an HTML comment; it cannot end the comment. */
export function commentText(text: string): string {
  return visible(oneLine(text, ' '))
    .replace(/--+/g, (run) => run.split('').join(' '))
    .replace(/[<>]/g, ' ')
}

/** A text of at most 240 characters, cut so that the place where it first differs from the other text stays in sight. */
export function quoted(text: string, other: string): string {
  if (text.length <= QUOTED) return text
  const from = Math.max(0, firstDifference(text, other) - LEAD)
  const shown = wellFormed(text.slice(from, from + QUOTED))
  return `${from > 0 ? '…' : ''}${shown}${from + QUOTED < text.length ? '…' : ''}`
}

function firstDifference(text: string, other: string): number {
  let index = 0
  while (index < text.length && text.charCodeAt(index) === other.charCodeAt(index)) index += 1
  return index < text.length ? Math.min(index, text.length - QUOTED + LEAD) : 0
}

function oneLine(text: string, separator: string): string {
  return text.replace(/\r\n|[\r\n\u2028\u2029]/g, separator)
}

/** Without the half of a surrogate pair that a cut may leave at either end. */
function wellFormed(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}
