// Knows how a person is shown where a file that was edited differs from what would be written.

import { visible } from '../diagnostics/frame.js'
import { lineStarts, positionAt, type SourceSpan } from '../text/span.js'

/** How many lines of each text are shown. */
const SHOWN = 3

/** How many characters of a line are shown. */
const WIDTH = 120

/** Where two texts differ first: the place in `found`, and a few lines of both, `-` before those of `wanted`. */
export interface Difference {
  readonly span: SourceSpan
  readonly excerpt: string
}

/** The first difference of two texts, whatever their line ends; undefined where there is none. */
export function firstDifference(file: string, wanted: string, found: string): Difference | undefined {
  const [old, now] = [wanted.split(lineEnd), found.split(lineEnd)]
  const first = now.findIndex((line, index) => line !== old[index])
  const line = first === -1 ? now.length : first
  if (first === -1 && old.length === now.length) return undefined
  let same = 0
  while (same < Math.min(old.length, now.length) - line && old.at(-1 - same) === now.at(-1 - same)) same += 1
  const gutter = `${line + 1}`
  const lines = [
    ...shown(old.slice(line, old.length - same)).map((text) => `- ${text}`),
    ...shown(now.slice(line, now.length - same)).map((text) => `+ ${text}`),
  ].map((text, index) => `${(index === 0 ? gutter : '').padStart(gutter.length)} | ${text}`)
  const at = positionAt(lineStarts(found), lineStarts(found)[line] ?? found.length)
  return { span: { file, start: at, end: at }, excerpt: lines.join('\n') }
}

const lineEnd = /\r\n?|\n/

function shown(lines: readonly string[]): string[] {
  const cut = lines.slice(0, SHOWN).map((line) => visible(line.slice(0, WIDTH)))
  const more = lines.length - SHOWN
  return more > 0 ? [...cut, `(${more} more ${more === 1 ? 'line' : 'lines'})`] : cut
}
