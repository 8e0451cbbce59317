// Knows how columns are lined up in a terminal, whatever the width of the characters.

import stringWidth from 'fast-string-width'

/** How the cells of a column stand. */
export type Alignment = 'left' | 'right'

/** A cell: its text, and the same text as it is printed, with colours. */
export interface Cell {
  readonly text: string
  readonly shown?: string
}

/** The rows as lines with their columns lined up, two blanks between columns, none at the end. */
export function alignRows(rows: readonly (readonly Cell[])[], alignments: readonly Alignment[]): string[] {
  const widths = alignments.map((_, column) => Math.max(0, ...rows.map((row) => stringWidth(row[column]?.text ?? ''))))
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell.text)))
      const shown = cell.shown ?? cell.text
      if (alignments[column] === 'right') return padding + shown
      return column === row.length - 1 ? shown : shown + padding
    })
    return cells.join('  ').trimEnd()
  })
}

/** A whole number with a comma between its thousands, whatever the locale. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A count with its word, as in `1 model` and `2,000 models`. */
export function countOf(count: number, word: string): string {
  return `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`
}

/** A duration for people: `85 ms`, `1.4 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
