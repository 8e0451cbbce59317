// Knows which columns a table of fields has, and what two columns of types, one to set and one to get, say of null.

import type { Passage, Row, TableBlock } from '../../markdown/page.js'
import type { Ternary } from '../../ir/type.js'

/** The columns of a fields table, always in this order; the example is there where a row has one. */
export const fieldColumns = ['Field', 'Type', 'Required', 'Description'] as const

const SETTER_COLUMNS = ['Field', 'Setter Type', 'Getter Type', 'Required', 'Description']
const NULLABLE = '@Nullable '
/** What the generator says of an optional field that takes null, behind its description or instead of it. */
const TRI_STATE = 'Supports tri-state: omit setter to leave unset, pass null to send explicit JSON null.'

/** The cells of a row by what they hold; a cell that the row lacks is absent. */
export interface FieldCells {
  readonly name?: Passage | undefined
  readonly type?: Passage | undefined
  readonly required?: Passage | undefined
  readonly description?: Passage | undefined
  readonly example?: Passage | undefined
  /** What the row says of null besides its type, which is then written as if it were required. */
  readonly nullable?: (required: boolean) => Ternary
}

/** Whether a table is one of fields: the columns, in order, and nothing but an example behind them. */
export function isFieldsTable(table: TableBlock): boolean {
  return hasColumns(table, fieldColumns) || hasSetters(table)
}

/** Whether a table has a column for the type to set and one for the type to get. */
export function hasSetters(table: TableBlock): boolean {
  return hasColumns(table, SETTER_COLUMNS)
}

/** How many columns of a fields table are read: its own, and an example behind them. */
export function columnCount(table: TableBlock): number {
  return (hasSetters(table) ? SETTER_COLUMNS : fieldColumns).length + 1
}

/** The cells of a row of a fields table. */
export function cellsOf(table: TableBlock, row: Row): FieldCells {
  if (!hasSetters(table)) {
    const [name, type, required, description, example] = row.cells
    return { name, type, required, description, example }
  }
  const [name, setter, , required, text, example] = row.cells
  const marked = setter?.text.startsWith(NULLABLE) === true
  const triState = text?.text.endsWith(TRI_STATE) === true
  return {
    name,
    type: setter === undefined || !marked ? setter : behind(setter, NULLABLE.length),
    required,
    description: text === undefined || !triState ? text : before(text, TRI_STATE.length),
    example,
    nullable: (given) => (given ? marked : triState),
  }
}

function hasColumns(table: TableBlock, columns: readonly string[]): boolean {
  return columns.every((column, index) => table.header.cells[index]?.text === column)
}

/** The cell without a mark before its text. */
function behind({ text, span }: Passage, length: number): Passage {
  const { line, column, offset } = span.start
  return {
    text: text.slice(length),
    span: { ...span, start: { line, column: column + length, offset: offset + length } },
  }
}

/** The cell without a note behind its text. */
function before({ text, span }: Passage, length: number): Passage {
  const rest = text.slice(0, -length).replace(/<br\/>$/, '')
  const { line, column, offset } = span.start
  return {
    text: rest,
    span: { ...span, end: { line, column: column + rest.length, offset: offset + rest.length } },
  }
}
