// Knows which settings of layout the printer of generated code obeys, and how it writes what hangs on nothing else.

import { ifBreak, type Doc } from './doc.js'
import { OtherSyntax } from '../../emit/syntax/syntax.js'

/** Settings of prettier that are obeyed. */
export interface LayoutSettings {
  readonly printWidth: number
  readonly tabWidth: number
  readonly useTabs: boolean
  readonly semi: boolean
  readonly singleQuote: boolean
  readonly bracketSpacing: boolean
  readonly trailingComma: 'all' | 'es5' | 'none'
}

/** The end of a statement. */
export function ending({ semi }: LayoutSettings): string {
  return semi ? ';' : ''
}

/** A comma behind the last of several things that stand one below the other. */
export function lastComma({ trailingComma }: LayoutSettings, kind: 'es5' | 'all' = 'es5'): Doc {
  return trailingComma === 'all' || trailingComma === kind ? ifBreak(',') : ''
}

/** A string literal in the quotes that are wished for, unless the others need fewer escapes. */
export function quoted(literal: string, { singleQuote }: LayoutSettings): string {
  // Columns are counted as characters.
  if (/[^\x20-\x7e]/.test(literal)) throw new OtherSyntax('signs that may be wider than others')
  const content = literal.slice(1, -1)
  const [singles, doubles] = [content.split("'").length, content.split('"').length]
  const isSingle = singleQuote ? singles <= doubles : singles < doubles && doubles > 1
  if (!isSingle) return literal
  return `'${content.replace(/\\(.)|'/gs, (found, escaped) => (escaped === '"' ? '"' : found === "'" ? "\\'" : found))}'`
}
