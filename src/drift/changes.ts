// Knows which lines of a page a finding is about, as they are and as they should be, and which part of them differs.

import { plainLine } from '../diagnostics/frame.js'
import type { LinePair } from '../markdown/edit-page.js'
import { cutCells } from '../markdown/table-layout.js'
import type { Finding } from '../reconcile/finding.js'
import { ownWords } from './groups.js'

/** A line of a page as it is, and as the model would have it; one of them is absent where a line is new or goes. */
export type LineChange = LinePair

/** What would change in the docs, by the fingerprint of the finding. */
export type Changes = ReadonlyMap<string, readonly LineChange[]>

/** One side of a change, in three parts: what comes before the part that differs, that part, and what follows it. */
export interface Side {
  readonly lead: string
  readonly changed: string
  readonly rest: string
}

/** How wide a cell is shown that does not change, in characters. */
const CELL = 24

/** The lines that change in more than their padding. Rows of tables are laid out without any, the line ends are left out. */
export function changedLines(pairs: readonly LinePair[]): LineChange[] {
  return pairs.flatMap(({ before, after }): LineChange[] => {
    const change = {
      ...(before === undefined ? {} : { before: withoutPadding(before) }),
      ...(after === undefined ? {} : { after: withoutPadding(after) }),
    }
    const isBlank = (change.before ?? '') === '' && (change.after ?? '') === ''
    return change.before === change.after || isBlank ? [] : [change]
  })
}

/** What the docs say and what the model says, where no edit of the page is known; none where either says nothing. */
export function statedChange(finding: Finding): LineChange[] {
  const before = ownWords(finding)?.said ?? ''
  const after = finding.expected ?? ''
  return before === '' || after === '' || before === after ? [] : [{ before, after }]
}

/** The two sides of a change, harmless and on one line each. In a row of a table, cells that do not change are cut short. */
export function sidesOf({ before, after }: LineChange): { readonly before?: Side; readonly after?: Side } {
  if (before === undefined || after === undefined) {
    const whole = (text: string): Side => ({ lead: '', changed: plainLine(text), rest: '' })
    return {
      ...(before === undefined ? {} : { before: whole(before) }),
      ...(after === undefined ? {} : { after: whole(after) }),
    }
  }
  const [old, now] = shortened(before, after).map((text) => [...plainLine(text)])
  return splitSides(old ?? [], now ?? [])
}

function splitSides(old: readonly string[], now: readonly string[]): { readonly before: Side; readonly after: Side } {
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old[start] === now[start]) start += 1
  let end = 0
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  const side = (points: readonly string[]): Side => ({
    lead: points.slice(0, start).join(''),
    changed: points.slice(start, points.length - end).join(''),
    rest: points.slice(points.length - end).join(''),
  })
  return { before: side(old), after: side(now) }
}

/** Both lines; where they are rows of as many cells, with what they share cut short, but for the first cell. */
function shortened(before: string, after: string): readonly [string, string] {
  if (!isRow(before) || !isRow(after)) return [before, after]
  const [old, now] = [cutCells(before), cutCells(after)]
  if (old.length !== now.length) return [before, after]
  const short = (cells: readonly string[], others: readonly string[]): string =>
    rowOf(cells.map((cell, index) => (index > 0 && cell === others[index] ? shortCell(cell) : cell)))
  return [short(old, now), short(now, old)]
}

function shortCell(cell: string): string {
  const points = [...cell]
  return points.length <= CELL ? cell : `${points.slice(0, CELL - 1).join('')}…`
}

function withoutPadding(line: string): string {
  const text = line.replace(/\r?\n$|\r$/, '').trimEnd()
  if (!isRow(text)) return text
  return rowOf(cutCells(text).map((cell) => cell.trim().replace(/^(:?)-+(:?)$/, '$1---$2')))
}

function isRow(line: string): boolean {
  return line.trimStart().startsWith('|') && cutCells(line).length > 0
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
