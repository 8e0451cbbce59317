// Knows how fixes become a patch of the files they are for.

import { resolve } from 'node:path'
import type { Fix } from '../drift/patch/fix.js'
import { unifiedDiff } from '../drift/patch/unified-diff.js'
import { decodeFile } from '../markdown/decode.js'
import { editPage, type LinePair } from '../markdown/edit-page.js'
import { readPage } from '../markdown/read-page.js'
import { compareText } from '../text/compare.js'
import { groupBy } from '../reconcile/resolve.js'
import type { Rereading } from './read-files.js'

const MARK = '\uFEFF'

/** The patch that makes the fixes, its files in order; a file that is gone by now is left out. Paths are those from the working folder; of docs that lie in no folder there, those of their own home. */
export async function patchOf(fixes: readonly Fix[], { host, options, homeOf = same }: Rereading): Promise<string> {
  const diffs: string[] = []
  const byFile = [...groupBy(fixes, ({ file }) => file)].sort(([a], [b]) => compareText(a, b))
  for (const [file, own] of byFile) {
    const created = own.flatMap((fix) => fix.created ?? [])[0]
    if (created !== undefined) {
      const lines = created.split(/(?<=\n)/).map((after): LinePair => ({ after }))
      if ((await host.stat(resolve(options.cwd, file))) === undefined)
        diffs.push(unifiedDiff({ file: homeOf(file), lines }))
      continue
    }
    const bytes = await host.read(resolve(options.cwd, file)).catch(() => undefined)
    if (bytes === undefined) continue
    const decoded = decodeFile(file, bytes, options.limits.bytes)
    if ('problem' in decoded) continue
    const { page } = await readPage(file, decoded.text, options.limits)
    const lines = editPage(
      page,
      own.flatMap(({ edits }) => edits),
    )
    // Git knows no line that ends with a carriage return alone.
    if (/\r(?!\n)/.test(decoded.text)) continue
    diffs.push(unifiedDiff({ file: homeOf(file), lines: hasMark(bytes) ? marked(lines) : lines }))
  }
  return diffs.join('')
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
