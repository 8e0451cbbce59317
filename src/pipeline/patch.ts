// Knows how fixes become a patch of the files they are for.

import { resolve } from 'node:path'
import type { Fix, PagePatch } from '../drift/patch/fix.js'
import { unifiedDiff } from '../drift/patch/unified-diff.js'
import { decodeFile } from '../markdown/decode.js'
import { editPage, type LinePair } from '../markdown/edit-page.js'
import { readPage } from '../markdown/read-page.js'
import { compareText } from '../text/compare.js'
import { groupBy } from '../reconcile/resolve.js'
import type { Rereading } from './read-files.js'

const MARK = '\uFEFF'

/** The patch that makes the fixes, its files in order; a file that is gone by now is left out. Paths are those from the working folder; of docs that lie in no folder there, those of their own home. */
export async function patchOf(fixes: readonly Fix[], reading: Rereading): Promise<string> {
  return (await patchesOf(fixes, reading)).map(({ text }) => text).join('')
}

/** The same patch, page by page. */
export async function patchesOf(fixes: readonly Fix[], reading: Rereading): Promise<PagePatch[]> {
  const { homeOf = same } = reading
  const patches: PagePatch[] = []
  const byFile = [...groupBy(fixes, ({ file }) => file)].sort(([a], [b]) => compareText(a, b))
  for (const [file, own] of byFile) {
    const lines = await linesOf(file, own, reading)
    if (lines === undefined) continue
    const [{ variant = '' } = {}] = own
    patches.push({
      file,
      variant,
      mends: own.flatMap(({ mends }) => mends),
      text: unifiedDiff({ file: homeOf(file), lines }),
    })
  }
  return patches
}

/** The lines of a page as they are and as the fixes make them; undefined where nothing can be done there. */
async function linesOf(
  file: string,
  fixes: readonly Fix[],
  { host, options }: Rereading,
): Promise<readonly LinePair[] | undefined> {
  const path = resolve(options.cwd, file)
  const created = fixes.flatMap((fix) => fix.created ?? [])[0]
  if (created !== undefined) {
    if ((await host.stat(path)) !== undefined) return undefined
    return created.split(/(?<=\n)/).map((after): LinePair => ({ after }))
  }
  const bytes = await host.read(path).catch(() => undefined)
  if (bytes === undefined) return undefined
  const decoded = decodeFile(file, bytes, options.limits.bytes)
  if ('problem' in decoded) return undefined
  const { page } = await readPage(file, decoded.text, options.limits)
  const lines = editPage(
    page,
    fixes.flatMap(({ edits }) => edits),
  )
  // Git knows no line that ends with a carriage return alone.
  if (/\r(?!\n)/.test(decoded.text)) return undefined
  return hasMark(bytes) ? marked(lines) : lines
}

function same(file: string): string {
  return file
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** The lines with the byte order mark that reading dropped. */
function marked(lines: readonly LinePair[]): LinePair[] {
  const before = lines.findIndex((line) => line.before !== undefined)
  const after = lines.findIndex((line) => line.after !== undefined)
  return lines.map((line, index) => ({
    ...(line.before === undefined ? {} : { before: (index === before ? MARK : '') + line.before }),
    ...(line.after === undefined ? {} : { after: (index === after ? MARK : '') + line.after }),
  }))
}
