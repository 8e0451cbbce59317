// Knows what a figure of the bench is, and how figures are printed.

/** One figure: what was measured, what came out, and what it should be at most. */
export interface Figure {
  readonly part: string
  readonly name: string
  readonly value: number
  readonly unit: '×' | 'ms' | 's' | 'MB' | ''
  /** Absent where the figure only explains others. */
  readonly limit?: number
  readonly note?: string
}

/** The figures of a part as a table, those beyond their limit marked. */
export function printFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, limit, note = '' }) => [
    name,
    shown(value, unit),
    limit === undefined ? '' : `≤ ${shown(limit, unit)}`,
    limit === undefined ? '' : value <= limit ? 'met' : 'MISSED',
    note,
  ])
  return laidOut([['', 'measured', 'wanted', '', ''], ...rows], ['left', 'right', 'right', 'left', 'left'])
}

function shown(value: number, unit: Figure['unit']): string {
  const digits = unit === '×' || unit === 's' ? 2 : 0
  return `${value.toFixed(digits)}${unit === '' || unit === '×' ? unit : ` ${unit}`}`
}

/** Rows in columns; the first is set to the left and the others to the right unless told otherwise. */
export function laidOut(rows: readonly (readonly string[])[], sides: readonly ('left' | 'right')[] = ['left']): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const cellOf = (cell: string, column: number): string =>
    sides[column] === 'left' ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(cellOf).join('  ').trimEnd()).join('\n')
}
