// Knows how the lines that findings are about are had from the pages: as they are, and as the model would have them.

import { resolve } from 'node:path'
import { changedLines, statedChange, type Changes, type LineChange } from '../drift/changes.js'
import type { Fix } from '../drift/patch/fix.js'
import { decodeFile } from '../markdown/decode.js'
import { editPage } from '../markdown/edit-page.js'
import type { Page } from '../markdown/page.js'
import { readPage } from '../markdown/read-page.js'
import type { Finding } from '../reconcile/finding.js'
import type { Rereading } from './read-files.js'

/**
 * What would change by each finding. A finding that a fix mends has the lines of its page, in the language's own notation; any
 * other what the docs and the model say, where both say something. A page that is gone by now counts as one without a fix.
 * @param fixes - each mends one finding
 */
export async function changesOf(
  findings: readonly Finding[],
  fixes: readonly Fix[],
  reading: Rereading,
): Promise<Changes> {
  const files = [...new Set(fixes.map(({ file }) => file))]
  const pages = new Map(await Promise.all(files.map(async (file) => [file, await pageOf(file, reading)] as const)))
  const byFinding = new Map(fixes.flatMap((fix) => fix.mends.map((fingerprint) => [fingerprint, fix] as const)))
  const changes = findings.map((finding): [string, readonly LineChange[]] => {
    const fix = byFinding.get(finding.fingerprint)
    const page = fix === undefined ? undefined : pages.get(fix.file)
    const lines = fix === undefined || page === undefined ? [] : changedLines(editPage(page, fix.edits))
    return [finding.fingerprint, lines.length > 0 ? lines : statedChange(finding)]
  })
  return new Map(changes)
}

async function pageOf(file: string, { host, options }: Rereading): Promise<Page | undefined> {
  const bytes = await host.read(resolve(options.cwd, file)).catch(() => undefined)
  if (bytes === undefined) return undefined
  const decoded = decodeFile(file, bytes, options.limits.bytes)
  return 'problem' in decoded ? undefined : (await readPage(file, decoded.text, options.limits)).page
}
