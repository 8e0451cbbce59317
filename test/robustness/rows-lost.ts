// Knows when a row of a page was neither understood nor told of.

import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import type { Dialect } from '../../src/dialects/dialect.js'
import { tablesOf } from '../../src/markdown/edit-page.js'
import type { Page } from '../../src/markdown/page.js'

/** The first row of a model's page that is in no fact and no diagnostic; empty where there is none. A page that is refused as a whole, or is no model's, has none. */
export function rowsLost(page: Page, diagnostics: readonly Diagnostic[], dialect: Dialect): string {
  const { projection, diagnostics: own } = dialect.project(page)
  const told = [...diagnostics, ...own]
  if (projection === undefined || projection.role === 'response') return ''
  const { fields, additional, repeated = [], values } = projection
  const known = [...fields, ...repeated, ...(additional === undefined ? [] : [additional])].map(({ row }) => row)
  const lines = new Set(
    [...known, ...values.map(({ span }) => span), ...told.flatMap(({ span }) => span ?? [])].map(
      ({ start }) => start.line,
    ),
  )
  const ofModel = page.sections.filter(({ heading }) => /^(?:Fields|Values)$/.test(heading.text))
  const isTold = (from: number): boolean => told.some(({ span }) => (span?.start.line ?? 0) === from)
  for (const { heading, blocks } of ofModel) {
    const tables = tablesOf({ ...page, sections: [{ heading, blocks }] })
    for (const table of tables) {
      if (isTold(heading.span.start.line) || isTold(table.header.span.start.line)) continue
      const lost = table.rows.find(
        ({ span, cells }) =>
          !lines.has(span.start.line) && cells.some(({ text }) => text !== '' && !/Unrecognized/.test(text)),
      )
      if (lost !== undefined)
        return `${dialect.id} lost line ${lost.span.start.line}: ${lost.cells
          .map(({ text }) => text)
          .join(' | ')
          .slice(0, 200)}`
    }
  }
  return ''
}
