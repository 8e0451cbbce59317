// Knows how a person is shown where a file that was edited differs from what would be written.

import { visible, type Shown } from '../diagnostics/frame.js'
import { lineStarts, positionAt } from '../text/span.js'

/** How many lines of each text are shown. */
const SHOWN = 3

/** How many characters of a line are shown. */
const WIDTH = 120

/**
 * Where two texts differ first, whatever their line ends: the place in `found`, and a few lines of both, `-` before those of `wanted`;
 * undefined where they do not.
 */
export function firstDifference(file: string, wanted: string, found: string): Shown | undefined {
  const [ours, theirs] = [wanted.split(lineEnd), found.split(lineEnd)]
  const [shortest, longest] = [Math.min(ours.length, theirs.length), Math.max(ours.length, theirs.length)]
  let line = 0
  while (line < longest && ours[line] === theirs[line]) line += 1
  if (line === longest) return undefined
  let same = 0
  while (same < shortest - line && ours.at(-1 - same) === theirs.at(-1 - same)) same += 1
  const gutter = `${line + 1}`
  const lines = [
    ...shown(ours.slice(line, ours.length - same)).map((text) => `- ${text}`),
    ...shown(theirs.slice(line, theirs.length - same)).map((text) => `+ ${text}`),
  ].map((text, index) => `${(index === 0 ? gutter : '').padStart(gutter.length)} | ${text}`)
  const starts = lineStarts(found)
  const at = positionAt(starts, starts[line] ?? found.length)
  return { span: { file, start: at, end: at }, excerpt: lines.join('\n') }
}

const lineEnd = /\r\n?|\n/

function shown(lines: readonly string[]): string[] {
  const cut = lines.slice(0, SHOWN).map((line) => visible(line.slice(0, WIDTH)))
  const more = lines.length - SHOWN
  return more > 0 ? [...cut, `(${more} more ${more === 1 ? 'line' : 'lines'})`] : cut
}
