// Knows how the generator lays out a table: one width for all columns, measured before escaping, and padding by it.

/** The cells between the bars of a table's line, each without the one blank after its bar and before the next. */
export function cutCells(line: string): string[] {
  const cells: string[] = []
  let begin = line.indexOf('|') + 1
  for (let index = begin; index < line.length; index += 1) {
    if (line[index] === '\\') index += 1
    else if (line[index] === '|') {
      cells.push(line.slice(begin, index).replace(/^ /, '').replace(/ $/, ''))
      begin = index + 1
    }
  }
  return cells
}

/** The text of a cell as it is written in a table: bars as `\|`, line ends as `<br/>`, nothing else escaped. */
export function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\r\n|\r|\n/g, '<br/>')
}

/**
 * The width of a written cell: its code points before escaping. A line end counts one, but the break before a further
 * example is no line end of the text and counts as written.
 */
export function cellWidth(cell: string): number {
  return codePoints(cell.replaceAll('\\|', '|').replace(/<br\/>(?!\*\*Example \d+:\*\* )/g, '\n'))
}

/** The width of all columns of a table whose cells these are. */
export function tableWidth(rows: readonly (readonly string[])[]): number {
  return rows.reduce((width, cells) => cells.reduce((most, cell) => Math.max(most, cellWidth(cell)), width), 0)
}

/** A row of a table of a width; a cell that is longer when written sticks out. */
export function layRow(cells: readonly string[], width: number): string {
  return `|${cells.map((cell) => ` ${cell}${' '.repeat(Math.max(0, width - codePoints(cell)))} `).join('|')}|`
}

/** The delimiter row of a table of a width. */
export function layDelimiter(columns: number, width: number): string {
  return layRow(
    Array.from({ length: columns }, () => '-'.repeat(width)),
    width,
  )
}

/** The cell without the blanks that pad it to a width; blanks behind a cell that sticks out are its own. */
export function unpadded(cell: string, width: number): string {
  return codePoints(cell) > width ? cell : cell.trimEnd()
}

/** How many characters a text has, those beyond the basic plane counted once. */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
