// Knows how what the variants say of one model is laid into the data of the report page.

import type { Finding } from '../../reconcile/finding.js'
import type { Sheet, SheetCell, SheetRow } from '../../reconcile/sheets.js'
import { rowParts, type PackedCell, type PackedModel } from './data.js'
import type { Table } from './table.js'

/** Where texts and rows are kept, and the places of the variants. */
export interface SheetPacking {
  readonly texts: Table<string>
  readonly words: Table<readonly number[]>
  readonly variants: ReadonlyMap<string, number>
}

/** A sheet packed: its rows, then those that only findings name; `names` are those of all rows. */
export interface PackedSheet extends Pick<PackedModel, 'pages' | 'rows'> {
  readonly names: readonly string[]
}

/** Lays out a sheet. */
export function packSheet(sheet: Sheet, findings: readonly Finding[], packing: SheetPacking): PackedSheet {
  const { texts, words, variants } = packing
  const pages = sheet.pages.map((page): PackedModel['pages'][number] => {
    const { file, start } = page.span
    const cut = file.lastIndexOf('/') + 1
    const folder = texts.idOf(file.slice(0, cut))
    const variant = variants.get(page.variant) ?? -1
    return [variant, words.idOf(wordsOf(page, texts)), folder, texts.idOf(file.slice(cut)), start.line]
  })
  const listed = new Set(sheet.rows.map(({ name }) => name))
  const named = findings.flatMap(({ field }) => (field === undefined || listed.has(field) ? [] : [field]))
  const rows = [...sheet.rows, ...[...new Set(named)].map((name): SheetRow => ({ name, cells: [] }))]
  const files = new Map(sheet.pages.map((page) => [page.variant, page.span.file]))
  const last = new Map<string, number>()
  const packed = rows.map(({ name, cells }): PackedModel['rows'][number] => [
    texts.idOf(name),
    ...[...variants.keys()].map((variant): PackedCell => {
      const cell = cells.find((one) => one.variant === variant)
      if (cell === undefined) return 0
      const { file, start } = cell.span
      const place = words.idOf(wordsOf(cell, texts)) + 1
      const isNext = start.line === (last.get(variant) ?? -1) + 1
      last.set(variant, start.line)
      if (file !== files.get(variant)) return [place, start.line, texts.idOf(file)]
      return isNext ? place : [place, start.line]
    }),
  ])
  return { pages, rows: packed, names: rows.map(({ name }) => name) }
}

function wordsOf(cell: SheetCell, texts: Table<string>): readonly number[] {
  const ids = rowParts.map((part) => {
    const text = cell[part]
    return text === undefined ? -1 : texts.idOf(text)
  })
  return ids.slice(0, ids.findLastIndex((id) => id >= 0) + 1)
}
