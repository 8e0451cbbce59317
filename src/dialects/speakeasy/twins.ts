// Knows which names of one page look alike and are not the same, because a letter is of another script.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { isPlainText, looksOf } from '../../text/lookalike.js'
import type { SourceSpan } from '../../text/span.js'

/** CG402 for each name with letters of another script that looks like another name of the page. */
export function findTwins(names: readonly { readonly text: string; readonly span: SourceSpan }[]): Diagnostic[] {
  if (names.every(({ text }) => isPlainText(text))) return []
  const alike = new Map<string, typeof names>()
  for (const name of names) alike.set(looksOf(name.text), [...(alike.get(looksOf(name.text)) ?? []), name])
  return names.flatMap(({ text, span }) => {
    const others = alike.get(looksOf(text))?.filter((name) => name.text !== text) ?? []
    const other = others.find((name) => isPlainText(name.text)) ?? others[0]
    if (other === undefined || isPlainText(text)) return []
    return [problem('CG402', { name: text, other: other.text, line: other.span.start.line }, { span })]
  })
}
