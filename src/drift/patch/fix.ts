// Knows what a fix is: edits of one page that mend findings.

import type { PageEdit } from '../../markdown/edit-page.js'
import { cutCells, layRow } from '../../markdown/table-layout.js'

/** Edits of one page, and the fingerprints of the findings that they mend. */
export interface Fix {
  readonly variant: string
  /** Relative to the working folder. */
  readonly file: string
  readonly edits: readonly PageEdit[]
  /** The text of a page that is not there yet. */
  readonly created?: string
  readonly mends: readonly string[]
}

/** The patch of one page. */
export interface PagePatch {
  readonly variant: string
  /** Relative to the working folder. */
  readonly file: string
  /** A unified diff, with its header. */
  readonly text: string
  /** Fingerprints of the findings that it mends. */
  readonly mends: readonly string[]
}

/** Edits with the findings that they mend, on a page known already. */
export type Mending = Pick<Fix, 'edits' | 'mends'>

/** Nothing to do. */
export const NO_FIX: Mending = { edits: [], mends: [] }

/** Whether a row of these cells is read as it was written: a text may hold a backslash before a bar. */
export function isReadable(cells: readonly string[]): boolean {
  const read = cutCells(layRow(cells, 0))
  return read.length === cells.length && cells.every((cell, index) => cell === read[index] && !/[\r\n]/.test(cell))
}
