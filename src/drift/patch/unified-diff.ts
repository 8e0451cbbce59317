// Knows the form of a unified diff as `git apply` takes it.

import type { LinePair } from '../../markdown/edit-page.js'

const CONTEXT = 3

/** One file of a patch: its path below the folder that the patch is applied in, and its lines before and after. */
export interface FileChange {
  readonly file: string
  readonly lines: readonly LinePair[]
}

interface Entry {
  readonly mark: ' ' | '-' | '+'
  readonly text: string
}

/** The unified diff of a file, with three lines of context; empty where nothing changes. The lines end with LF or CRLF. */
export function unifiedDiff({ file, lines }: FileChange): string {
  const entries = entriesOf(lines)
  const hunks = hunksOf(entries)
  if (hunks.length === 0) return ''
  const before = lines.every((line) => line.before === undefined) ? undefined : file
  const head = `diff --git ${quoted(`a/${file}`)} ${quoted(`b/${file}`)}\n`
  const created = before === undefined ? 'new file mode 100644\n' : ''
  const from = before === undefined ? '/dev/null' : pathLine(`a/${file}`)
  return `${head}${created}--- ${from}\n+++ ${pathLine(`b/${file}`)}\n${hunks.join('')}`
}

/** The lines in the order of a diff: of a stretch that changes, those that go before those that come. */
function entriesOf(lines: readonly LinePair[]): Entry[] {
  const entries: Entry[] = []
  let added: Entry[] = []
  for (const { before, after } of lines) {
    if (before === after && before !== undefined) {
      entries.push(...added, { mark: ' ', text: before })
      added = []
      continue
    }
    if (before !== undefined) entries.push({ mark: '-', text: before })
    if (after !== undefined) added.push({ mark: '+', text: after })
  }
  return [...entries, ...added]
}

function hunksOf(entries: readonly Entry[]): string[] {
  const changed = entries.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]))
  const ranges: { from: number; to: number }[] = []
  for (const index of changed) {
    const last = ranges.at(-1)
    const from = Math.max(0, index - CONTEXT)
    const to = Math.min(entries.length, index + CONTEXT + 1)
    if (last !== undefined && from <= last.to) last.to = to
    else ranges.push({ from, to })
  }
  return ranges.map(({ from, to }) => hunk(entries.slice(from, to), entries.slice(0, from)))
}

function hunk(entries: readonly Entry[], above: readonly Entry[]): string {
  const [old, now] = (['-', '+'] as const).map((mark) => {
    const count = entries.filter((entry) => entry.mark === ' ' || entry.mark === mark).length
    const start = above.filter((entry) => entry.mark === ' ' || entry.mark === mark).length
    return `${count === 0 ? start : start + 1},${count}`
  })
  const body = entries.map(({ mark, text }) =>
    text.endsWith('\n') ? `${mark}${text}` : `${mark}${text}\n\\ No newline at end of file\n`,
  )
  return `@@ -${old} +${now} @@\n${body.join('')}`
}

/** A path with blanks ends with a tab, so that nothing behind it is taken for a date. */
function pathLine(path: string): string {
  const written = quoted(path)
  return written === path && path.includes(' ') ? `${path}\t` : written
}

/** A path with control characters, quotes, backslashes or bytes beyond ASCII, as git quotes it. */
function quoted(path: string): string {
  const bytes = [...new TextEncoder().encode(path)]
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c)) return path
  const inside = bytes.map((byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`
    return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`
  })
  return `"${inside.join('')}"`
}
