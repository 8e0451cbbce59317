// Knows how documents become the model of the API: find, read, tell the languages, reconcile.

import { posix, relative, sep } from 'node:path'
import type { Options } from '../config/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Changes } from '../drift/changes.js'
import type { Fix, PagePatch } from '../drift/patch/fix.js'
import { planFixes } from '../drift/patch/plan-fixes.js'
import type { ApiModel } from '../ir/model.js'
import { idleEntries, siftFindings, type IgnoredFinding } from '../drift/ignore.js'
import { explain } from '../reconcile/explain.js'
import type { Policy } from '../reconcile/context.js'
import type { Explanation } from '../reconcile/explanation.js'
import type { Finding } from '../reconcile/finding.js'
import { mapParts } from '../reconcile/parts.js'
import { reconcile } from '../reconcile/reconcile.js'
import { sheetsOf, type Sheet } from '../reconcile/sheets.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { changesOf } from './changes.js'
import type { Host } from './host.js'
import { openSources } from './open-sources.js'
import { readLocks } from './read-lock.js'
import { patchesOf, patchOf } from './patch.js'
import { findDocuments, readDocuments, type Reading, type Rereading } from './read-files.js'
import { variantsOf, type ReadSource } from './read-variants.js'

/** How far a stage is. */
export interface Progress {
  readonly stage: string
  readonly done: number
  readonly total: number
}

/** What the documents say. */
export interface Recovered {
  readonly model: ApiModel
  /** Those that the configuration does not set aside. */
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  /** Whether every document could be read, and there are two variants or more to compare. */
  readonly isWhole: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Why the model says what it says of `Model`, `Model.field`, or either behind its namespace; undefined where there is none. */
  explain(query: string): Explanation | undefined
  /** A patch of the docs that mends those of the findings that can be mended, as `git apply` takes it in the working folder. */
  patch(findings: readonly Finding[]): Promise<string>
  /** What each variant says of each model, in its own words. */
  sheets(): readonly Sheet[]
  /** The patch by pages, each with the findings that it mends. */
  patches(findings: readonly Finding[]): Promise<readonly PagePatch[]>
  /** The lines that each finding is about, as they are and as the model would have them, by fingerprint. */
  changes(findings: readonly Finding[]): Promise<Changes>
}

/**
 * Reads the documents of all sources and reconciles them. Whatever is wrong with one, the others are read. The order of
 * sources and of the host's lists changes nothing.
 */
export async function recover(
  options: Options,
  disk: Host,
  onProgress?: (progress: Progress) => void,
): Promise<Recovered> {
  const label = (path: string): string => labelOf(options.cwd, path)
  const opened = await openSources(options, disk)
  const diagnostics: Diagnostic[] = [...opened.diagnostics]
  const found: { source: Options['sources'][number]; files: readonly string[] }[] = []
  const { host, above, homeOf } = opened
  const bare: Reading = { options, host, label, above, homeOf, onFile: () => {} }
  for (const source of opened.sources) {
    const files = await findDocuments(source.path, bare)
    if ('code' in files) diagnostics.push(files)
    else found.push({ source, files })
  }
  const total = found.reduce((sum, { files }) => sum + files.length, 0)
  let done = 0
  const onFile = (count: number): void => {
    done += count
    onProgress?.({ stage: 'reading', done, total })
  }
  const sources: ReadSource[] = []
  for (const { source, files } of found) {
    const read = await readDocuments(files, { ...bare, onFile })
    sources.push({ source, label: label(source.path), read })
  }
  const { variants, diagnostics: problems } = variantsOf(sources)
  onProgress?.({ stage: 'reconciling', done: 0, total: variants.length })
  const recorded = await readLocks(variants, { pages: sources.flatMap((source) => source.read.pages), reading: bare })
  const read = sources.flatMap((source) => source.read.files)
  const known = [...diagnostics, ...problems, ...recorded.diagnostics]
  return conclude({ variants: recorded.variants, read, diagnostics: known }, options, bare)
}

/** The docs of all variants, before they are reconciled. */
export interface Gathered {
  readonly variants: readonly VariantDocs[]
  /** Every file that was read, as its path is shown. */
  readonly read: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reconciles what was gathered, and sets aside the findings that the options ignore.
 * @param reading - how a patch gets at the texts again
 */
export function conclude(
  { variants, read, diagnostics }: Gathered,
  options: Policy & Pick<Options, 'ignore'>,
  reading: Rereading,
): Recovered {
  const reconciled = reconcile(variants, options)
  const files = new Set(read.map((file) => file.toLowerCase()))
  const isTaken = (file: string): boolean => files.has(file.toLowerCase())
  const sifted = siftFindings(reconciled.findings, options.ignore)
  const whole = planFixes(reconciled, sifted.findings, { isTaken })
  // Most ask for all of them, and planning takes long.
  const planned = (findings: readonly Finding[]): readonly Fix[] =>
    findings.length === sifted.findings.length ? whole : planFixes(reconciled, findings, { isTaken })
  const mended = new Set(whole.flatMap(({ mends }) => mends))
  const mark = (finding: Finding): Finding =>
    mended.has(finding.fingerprint) ? { ...finding, fixable: true } : finding
  const known = [...diagnostics, ...reconciled.diagnostics]
  const ids = variants.map(({ id }) => id)
  // What could not be read hides findings, so that nothing can be said of entries then.
  const isWhole = ids.length > 1 && known.every(({ severity }) => severity !== 'error')
  return {
    model: reconciled.model,
    findings: sifted.findings.map((finding) => mapParts(mark(finding), mark)),
    ignored: sifted.ignored,
    isWhole,
    diagnostics: [...known, ...(isWhole ? idleEntries(sifted, options.ignore, ids) : [])],
    explain: (query) => explain(reconciled, query),
    sheets: () => sheetsOf(reconciled),
    patches: (findings) => patchesOf(planned(findings), reading),
    patch: (findings) => patchOf(planned(findings), reading),
    changes: (findings) =>
      changesOf(
        findings,
        planFixes(reconciled, findings, { isTaken, groupOf: ({ fingerprint }) => fingerprint }),
        reading,
      ),
  }
}

/** A path as it is shown: relative to the working folder, with `/` between its parts. */
function labelOf(cwd: string, path: string): string {
  const shown = relative(cwd, path)
  return shown === '' ? '.' : sep === '/' ? shown : shown.split(sep).join(posix.sep)
}
