// Knows the two ways to read a page: line by line where its form is the generators', else by way of the syntax tree.

import type { Page } from './page.js'
import type { ParsedPage } from './parse-page.js'
import { scanPage, type ScanLimits } from './scan-page.js'

/**
 * Reads a page as `parsePage` does, with the same result and diagnostics, some forty times faster where a generator wrote it.
 * The parser is loaded for the first page that is in another form.
 */
export async function readPage(file: string, text: string, limits: ScanLimits): Promise<ParsedPage> {
  const page = scanPage(file, text, limits)
  if (page !== undefined) return { page, diagnostics: [] }
  const { parsePage } = await import('./parse-page.js')
  return parsePage(file, text, limits)
}

/**
 * As {@link readPage}, but nothing is kept of a page in the generators' form except its text: `page` is read anew whenever it is asked
 * for, which costs less than to keep the places of all cells.
 */
export async function openPage(file: string, text: string, limits: ScanLimits): Promise<ParsedPage> {
  if (scanPage(file, text, limits) === undefined) return readPage(file, text, limits)
  return {
    diagnostics: [],
    get page(): Page {
      return scanPage(file, text, limits) ?? { file, text, starts: [0], sections: [] }
    },
  }
}
