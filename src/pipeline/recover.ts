// Knows how documents become the model of the API: find, read, tell the languages, reconcile.

import { posix } from 'node:path'
import type { Options } from '../config/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Changes } from '../drift/changes.js'
import type { Fix, PagePatch } from '../drift/patch/fix.js'
import { planFixes } from '../drift/patch/plan-fixes.js'
import type { ApiModel } from '../ir/model.js'
import { siftFindings } from '../drift/ignore.js'
import { explain } from '../reconcile/explain.js'
import type { Policy } from '../reconcile/context.js'
import type { Explanation } from '../reconcile/explanation.js'
import type { Finding } from '../reconcile/finding.js'
import { reconcile, type Reconciled } from '../reconcile/reconcile.js'
import { sheetsOf, type Sheet } from '../reconcile/sheets.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { isSafePath } from '../write/places.js'
import { changesOf } from './changes.js'
import { concludeFindings, type Concluded, type Found } from './conclude.js'
import type { Host } from './host.js'
import { keepWhole, type KeptWhole } from './kept-whole.js'
import { labelOf } from './label.js'
import { openSources } from './open-sources.js'
import { readLocks, type EditRecord } from './read-lock.js'
import { patchesOf, patchOf } from './patch.js'
import { findDocuments, readDocuments, type Reading, type Rereading } from './read-files.js'
import type { KeptFindings } from './redo.js'
import { variantsOf, type ReadSource, type Scores } from './read-variants.js'

/** How far a stage is. */
export interface Progress {
  readonly stage: string
  readonly done: number
  readonly total: number
}

/** What the documents say. */
export interface Recovered extends Concluded {
  readonly model: ApiModel
  /** What is kept for the next run. */
  readonly keep?: () => { readonly whole: KeptWhole; readonly found: KeptFindings }
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
  const { variants, diagnostics: problems, scores } = variantsOf(sources)
  onProgress?.({ stage: 'reconciling', done: 0, total: variants.length })
  const recorded = await readLocks(variants, { pages: sources.flatMap((source) => source.read.pages), reading: bare })
  const read = sources.flatMap((source) => source.read.files)
  const known = [...diagnostics, ...problems, ...recorded.diagnostics]
  const notes: Notes = { problems, scores, records: recorded.records, prefixes: options.prefixes }
  return conclude({ variants: recorded.variants, read, diagnostics: known, notes }, options, bare)
}

/** The docs of all variants, before they are reconciled. */
export interface Gathered {
  readonly variants: readonly VariantDocs[]
  /** Every file that was read, as its path is shown. */
  readonly read: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** What the next run needs besides; absent where nothing is to be kept for it. */
  readonly notes?: Notes
}

/** What was noted while pages were read. */
export interface Notes {
  readonly problems: readonly Diagnostic[]
  readonly scores: Scores
  readonly records: ReadonlyMap<string, EditRecord>
  readonly prefixes: Options['prefixes']
}

/**
 * Reconciles what was gathered, and sets aside the findings that the options ignore.
 * @param reading - how a patch gets at the texts again
 */
export function conclude(
  { variants, read, diagnostics, notes }: Gathered,
  options: Policy & Pick<Options, 'ignore'>,
  reading: Rereading,
): Recovered {
  const reconciled = reconcile(variants, options)
  const files = new Set(read.map((file) => file.toLowerCase()))
  // Git puts no file outside of the folder that a patch is applied in, and no system can hold a file of any name.
  const isTaken = (file: string): boolean =>
    files.has(file.toLowerCase()) ||
    (reading.homeOf?.(file) ?? file).startsWith('../') ||
    !isSafePath(posix.basename(file))
  const sifted = siftFindings(reconciled.findings, options.ignore)
  const whole = planFixes(reconciled, sifted.findings, { isTaken })
  // Most ask for all of them, and planning takes long.
  const planned = (findings: readonly Finding[]): readonly Fix[] =>
    findings.length === sifted.findings.length ? whole : planFixes(reconciled, findings, { isTaken })
  const mended = new Set(whole.flatMap(({ mends }) => mends))
  const known = [...diagnostics, ...reconciled.diagnostics]
  const all: Found = {
    findings: reconciled.findings,
    mended,
    diagnostics: known,
    variants: variants.map(({ id }) => id),
  }
  return {
    model: reconciled.model,
    ...concludeFindings(all, options.ignore),
    ...(notes === undefined ? {} : { keep: () => kept({ reconciled, variants, mended, known }, notes) }),
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

/** What of a run is kept for the next. */
function kept(
  of: {
    readonly reconciled: Reconciled
    readonly variants: readonly VariantDocs[]
    readonly mended: ReadonlySet<string>
    readonly known: readonly Diagnostic[]
  },
  { problems, scores, records, prefixes }: Notes,
): ReturnType<NonNullable<Recovered['keep']>> {
  const { reconciled, variants, mended, known } = of
  const own = new Set(problems)
  return {
    whole: keepWhole({ reconciled, read: variants, scores, prefixes }),
    found: {
      findings: reconciled.findings,
      mended: [...mended],
      problems,
      others: known.filter((one) => !own.has(one)),
      records: [...records],
      variants: reconciled.model.variants,
      types: [],
    },
  }
}
