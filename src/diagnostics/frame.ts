// Knows how a place in a source is shown: its line, shortened and made harmless, with carets below.

import { spanIn, type SourceSpan, type Span } from '../text/span.js'

const WIDTH = 120

/** A place with what stands there, as a diagnostic has it. */
export interface Shown {
  readonly span: SourceSpan
  readonly excerpt: string
}

/** A place of a file, shown. */
export function shownIn({ file, text }: { readonly file: string; readonly text: string }, span: Span): Shown {
  return { span: spanIn(file, span), excerpt: excerptOf(text, span) }
}

/** The line of a span with carets under the span, at most 120 characters wide, control characters shown as escapes. */
export function excerptOf(text: string, span: Span): string {
  const column = span.start.column - 1
  const begin = span.start.offset - column
  const line = lineAt(text, begin)
  const length = span.end.line === span.start.line ? span.end.column - span.start.column : line.length - column
  const from = column + Math.min(length, 20) > WIDTH ? Math.max(0, column - 40) : 0
  const shown = line.slice(from, from + WIDTH)
  const before = visible(shown.slice(0, column - from))
  const marked = visible(shown.slice(column - from, column - from + Math.max(1, length)))
  const gutter = `${span.start.line} | `
  const carets = '^'.repeat(Math.max(1, marked.trimEnd().length))
  return `${gutter}${visible(shown)}\n${' '.repeat(gutter.length - 2)}| ${' '.repeat(before.length)}${carets}`
}

/** The line that begins at an offset, without its end; nothing else of the text is looked at, which may be long. */
function lineAt(text: string, begin: number): string {
  const end = /[\r\n]|$/g
  end.lastIndex = begin
  return text.slice(begin, end.exec(text)?.index ?? text.length)
}

/** Text on one line, control, bidirectional and zero-width characters shown as escapes. */
export function plainLine(text: string): string {
  return visible(text.replace(/\s+/g, (blanks) => (/[\r\n\u2028\u2029]/.test(blanks) ? ' ' : blanks)))
}

/**
 * The text with control, bidirectional and zero-width characters written as `\u{…}`, and so the second `#` of `##[error]`, which
 * runners of workflows take for a command wherever it stands; safe in a terminal and in a log.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]|(?<=#)#(?=\w*\[)/gu, (character) =>
    character === '\t' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
