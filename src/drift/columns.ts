// Knows how the two sides of a change stand in a terminal: beside each other where it is wide, else one below the other.

import { sidesOf, type LineChange, type Side } from './changes.js'
import type { Layout } from './surface.js'

/** Colours the part of a line that differs. */
export type PaintSide = (role: 'removed' | 'added', text: string) => string

const INDENT = '      '
const BAR = ' │ '

/** What part of a line is kept free for what comes before a long part that differs. */
const LEAD = 4

/** How many lines of a change are shown before the rest is only counted. */
const LINES = 8

/** The lines that show changes, indented. */
export function changeLines(changes: readonly LineChange[], layout: Layout, paint: PaintSide): string[] {
  const lines = changes
    .slice(0, LINES)
    .flatMap((change) =>
      layout.kind === 'split' ? splitLines(change, layout, paint) : unifiedLines(change, layout, paint),
    )
  const more = changes.length - LINES
  return more > 0 ? [...lines, `${INDENT}… ${more} more ${more === 1 ? 'line' : 'lines'}`] : lines
}

/** The heads of the two columns; none where there are no columns. */
export function columnHeads(layout: Layout): string[] {
  if (layout.kind !== 'split') return []
  return [`${INDENT}${'these docs'.padEnd(columnWidth(layout))}${BAR}the model`]
}

function unifiedLines(change: LineChange, layout: Layout, paint: PaintSide): string[] {
  const { before, after } = sidesOf(change)
  const room = layout.columns - INDENT.length - 2
  const line = (mark: string, side: Side | undefined, role: 'removed' | 'added'): string[] =>
    side === undefined
      ? []
      : [`${INDENT}${paint(role, mark)} ${painted(fit(side, room, layout), role, paint)}`.trimEnd()]
  return [...line('-', before, 'removed'), ...line('+', after, 'added')]
}

function splitLines(change: LineChange, layout: Layout, paint: PaintSide): string[] {
  const { before, after } = sidesOf(change)
  const room = columnWidth(layout)
  const left = before === undefined ? undefined : fit(before, room, layout)
  const right = after === undefined ? undefined : fit(after, room, layout)
  const pad = ' '.repeat(Math.max(0, room - (left === undefined ? 0 : layout.widthOf(textOf(left)))))
  const shown = [
    left === undefined ? '' : painted(left, 'removed', paint),
    right === undefined ? '' : painted(right, 'added', paint),
  ]
  const row = `${INDENT}${shown[0] ?? ''}${pad}${BAR}${shown[1] ?? ''}`.trimEnd()
  if (layout.colored || left === undefined || right === undefined) return [row]
  const [under, over] = [carets(left, layout), carets(right, layout)]
  return [row, `${INDENT}${under.padEnd(room)}${BAR}${over}`.trimEnd()]
}

function columnWidth({ columns }: Layout): number {
  return Math.floor((columns - INDENT.length - BAR.length) / 2)
}

function carets({ lead, changed }: Side, { widthOf }: Layout): string {
  return `${' '.repeat(widthOf(lead))}${'^'.repeat(widthOf(changed))}`
}

function painted({ lead, changed, rest }: Side, role: 'removed' | 'added', paint: PaintSide): string {
  return `${lead}${changed === '' ? '' : paint(role, changed)}${rest}`
}

function textOf({ lead, changed, rest }: Side): string {
  return lead + changed + rest
}

/** The side in at most `room` columns, cut so that the part that differs stays in sight. */
export function fit(side: Side, room: number, layout: Pick<Layout, 'widthOf'>): Side {
  const { widthOf } = layout
  if (widthOf(textOf(side)) <= room) return side
  const before = Math.min(widthOf(side.lead), Math.floor(room / LEAD))
  if (widthOf(side.changed) + before >= room) {
    const lead = cutStart(side.lead, before, widthOf)
    return { lead, changed: cutEnd(side.changed + side.rest, room - widthOf(lead), widthOf), rest: '' }
  }
  const free = room - widthOf(side.changed)
  const lead = cutStart(side.lead, Math.max(Math.floor(free / 2), free - widthOf(side.rest)), widthOf)
  return { lead, changed: side.changed, rest: cutEnd(side.rest, free - widthOf(lead), widthOf) }
}

function cutEnd(text: string, room: number, widthOf: Layout['widthOf']): string {
  if (widthOf(text) <= room) return text
  return room < 1 ? '' : `${taken([...text], room - 1, widthOf).join('')}…`
}

function cutStart(text: string, room: number, widthOf: Layout['widthOf']): string {
  if (widthOf(text) <= room) return text
  return room < 1
    ? ''
    : `…${taken([...text].reverse(), room - 1, widthOf)
        .reverse()
        .join('')}`
}

/** The first characters that fit into so many columns. */
function taken(points: readonly string[], room: number, widthOf: Layout['widthOf']): string[] {
  let width = 0
  const end = points.findIndex((point) => (width += widthOf(point)) > room)
  return points.slice(0, end === -1 ? points.length : end)
}
