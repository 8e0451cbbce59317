// Knows how a page is written down in a test and what is asked of it.

import type { Dialect, Projection } from '../../src/dialects/dialect.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { parsePage } from '../../src/markdown/parse-page.js'
import type { Page } from '../../src/markdown/page.js'

const limits = { rows: 1000, columns: 64 }

/** The page of a text. */
export function pageOf(file: string, text: string): Page {
  return parsePage(file, text, limits).page
}

/** What a dialect reads on a page, with all diagnostics as `code line:column`. */
export function project(dialect: Dialect, file: string, text: string): { projection?: Projection; found: string[] } {
  const { page, diagnostics } = parsePage(file, text, limits)
  const { projection, diagnostics: own } = dialect.project(page)
  return { ...(projection === undefined ? {} : { projection }), found: [...diagnostics, ...own].map(showDiagnostic) }
}

/** A diagnostic as `code line:column`. */
export function showDiagnostic({ code, span }: Diagnostic): string {
  return span === undefined ? code : `${code} ${span.start.line}:${span.start.column}`
}

/** A fields table of rows, padded as little as possible. */
export function fieldsTable(rows: readonly string[], columns = 'Field | Type | Required | Description'): string {
  const delimiters = columns
    .split(' | ')
    .map(() => '---')
    .join(' | ')
  return [columns, delimiters, ...rows].map((row) => `| ${row} |`).join('\n')
}
