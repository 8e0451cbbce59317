// Knows how documents become the model of the API: find, read, tell the languages, reconcile.

import { posix } from 'node:path'
import type { Options, SourceOption } from '../config/options.js'
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
import { withoutSilentDenials } from '../reconcile/profile.js'
import { groupBy } from '../reconcile/resolve.js'
import { sheetsOf, type Sheet } from '../reconcile/sheets.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { sortBy } from '../text/compare.js'
import { labelOf } from '../text/paths.js'
import { isSafePath } from '../write/places.js'
import { changesOf } from './changes.js'
import { concludeFindings, type Concluded } from './conclude.js'
import type { Host } from './host.js'
import { keepAsRead, keepWhole, type AsRead, type KeptWhole } from './kept-whole.js'
import { openSources } from './open-sources.js'
import { readLocks, type EditRecord } from './read-lock.js'
import { patchesOf, patchOf } from './patch.js'
import { findDocuments, readDocuments, type Reading, type Rereading } from './read-files.js'
import type { KeptFindings } from './redo.js'
import { joinVariants } from './read-variants.js'
import { joinSorted, rootOf, sortSource, type Scores, type SortedSource } from './sort-pages.js'

/** How far a stage is. */
export interface Progress {
  readonly stage: string
  readonly done: number
  readonly total: number
}

/** What was found in the documents. */
export interface FoundInDocs extends Concluded {
  readonly model: ApiModel
}

/** What of the documents the next run needs. */
export interface KeptDocs {
  readonly whole: KeptWhole
  readonly found: KeptFindings
}

/** What the documents say. */
export interface Recovered extends FoundInDocs {
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
export async function recover(options: Options, disk: Host, onProgress?: OnProgress): Promise<Recovered> {
  const { gathered, reading } = await gather({ keeps: false, onProgress }, options, disk)
  return conclude(gathered, options, reading)
}

/** What is asked for besides what was found. */
export interface Wanted {
  /** Whether the next run is to be spared what this one reads. */
  readonly keeps: boolean
  /** Whether nothing more is asked of the docs, so that they need not be held. */
  readonly forgets: boolean
  readonly onProgress?: OnProgress | undefined
}

/** The same for a run, which may forget the docs as soon as it knows the model. */
export async function recoverFor(
  { keeps, forgets, onProgress }: Wanted,
  options: Options,
  disk: Host,
): Promise<{ readonly found: FoundInDocs; readonly recovered?: Recovered; readonly keep?: KeptDocs }> {
  const { gathered, reading, notes } = await gather({ keeps, onProgress }, options, disk)
  const settled = settle(gathered, options, reading)
  const found = foundIn(settled, options)
  return {
    found,
    ...(forgets ? {} : { recovered: { ...found, ...answers(settled, reading) } }),
    ...(keeps ? { keep: kept(settled, notes) } : {}),
  }
}

type OnProgress = (progress: Progress) => void

/** Reads the documents of all sources. Nothing of their texts is held by what is given. */
async function gather(
  { keeps, onProgress }: Omit<Wanted, 'forgets'>,
  options: Options,
  disk: Host,
): Promise<{ readonly gathered: Gathered; readonly reading: Rereading; readonly notes: Notes }> {
  disk.onReading?.()
  const label = (path: string): string => labelOf(options.cwd, path)
  const opened = await openSources(options, disk)
  const diagnostics: Diagnostic[] = [...opened.diagnostics]
  const found: FoundSource[] = []
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
  const sources: SortedSource[] = []
  for (const one of found) sources.push(await readSource(one, { ...bare, onFile }))
  const { variants, diagnostics: problems, scores } = joinVariants(sources)
  onProgress?.({ stage: 'reconciling', done: 0, total: variants.length })
  const recorded = await readLocks(variants, { pages: sources.flatMap((source) => source.read.pages), reading: bare })
  const asRead = keeps ? recorded.variants.map((docs) => [docs.id, keepAsRead(docs)] as const) : []
  return {
    gathered: {
      // Reconciling does it for whoever did not: here, the pages as they were read are not held meanwhile.
      variants: recorded.variants.map(withoutSilentDenials),
      read: sources.flatMap((source) => source.read.files),
      diagnostics: [...diagnostics, ...problems, ...recorded.diagnostics],
    },
    reading: bare,
    notes: { problems, scores, read: new Map(asRead), records: recorded.records, prefixes: options.prefixes },
  }
}

/** A source and its documents. */
interface FoundSource {
  readonly source: SourceOption
  readonly files: readonly string[]
}

/** Reads a source, one docs folder after another, so that the texts of one only are in memory. */
async function readSource({ source, files }: FoundSource, reading: Reading): Promise<SortedSource> {
  const named = { source, label: reading.label(source.path) }
  const folders = groupBy(files, (file) => rootOf(reading.label(file), named.label))
  const parts: SortedSource[] = []
  for (const [, own] of sortBy(folders, ([root]) => [root]))
    parts.push(sortSource({ ...named, read: await readDocuments(own, reading) }))
  return joinSorted(named, parts)
}

/** The docs of all variants, before they are reconciled. */
export interface Gathered {
  readonly variants: readonly VariantDocs[]
  /** Every file that was read, as its path is shown. */
  readonly read: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What was noted while pages were read. */
interface Notes {
  readonly problems: readonly Diagnostic[]
  readonly scores: Scores
  readonly read: ReadonlyMap<string, AsRead>
  readonly records: ReadonlyMap<string, EditRecord>
  readonly prefixes: Options['prefixes']
}

/** What was gathered, reconciled, with the fixes of all findings that are not ignored. */
interface Settled {
  readonly reconciled: Reconciled
  readonly isTaken: (file: string) => boolean
  readonly findings: readonly Finding[]
  readonly fixes: readonly Fix[]
  readonly mended: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

/** How findings are judged and set aside. */
type Judging = Policy & Pick<Options, 'ignore'>

/**
 * Reconciles what was gathered, and sets aside the findings that the options ignore.
 * @param reading - how a patch gets at the texts again
 */
export function conclude(gathered: Gathered, options: Judging, reading: Rereading): Recovered {
  const settled = settle(gathered, options, reading)
  return { ...foundIn(settled, options), ...answers(settled, reading) }
}

/** What can be asked of the docs. */
function answers(
  { reconciled, isTaken, findings: all, fixes }: Settled,
  reading: Rereading,
): Omit<Recovered, keyof FoundInDocs> {
  // Most ask for all of them, and planning takes long.
  const planned = (findings: readonly Finding[]): readonly Fix[] =>
    findings.length === all.length ? fixes : planFixes(reconciled, findings, { isTaken })
  return {
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

function settle({ variants, read, diagnostics }: Gathered, options: Judging, reading: Rereading): Settled {
  const reconciled = reconcile(variants, options)
  const files = new Set(read.map((file) => file.toLowerCase()))
  // Git puts no file outside of the folder that a patch is applied in, and no system can hold a file of any name.
  const isTaken = (file: string): boolean =>
    files.has(file.toLowerCase()) ||
    (reading.homeOf?.(file) ?? file).startsWith('../') ||
    !isSafePath(posix.basename(file))
  const { findings } = siftFindings(reconciled.findings, options.ignore)
  const fixes = planFixes(reconciled, findings, { isTaken })
  return {
    reconciled,
    isTaken,
    findings,
    fixes,
    mended: new Set(fixes.flatMap(({ mends }) => mends)),
    diagnostics: [...diagnostics, ...reconciled.diagnostics],
  }
}

function foundIn({ reconciled, mended, diagnostics }: Settled, { ignore }: Judging): FoundInDocs {
  const { model, findings } = reconciled
  const variants = model.variants.map(({ id }) => id)
  return {
    model,
    ...concludeFindings({ findings, mended, diagnostics, variants }, ignore),
  }
}

/** What of a run is kept for the next. */
function kept(
  { reconciled, mended, diagnostics }: Settled,
  { problems, scores, read, records, prefixes }: Notes,
): KeptDocs {
  const own = new Set(problems)
  return {
    whole: keepWhole({ reconciled, read, scores, prefixes }),
    found: {
      findings: reconciled.findings,
      mended: [...mended],
      problems,
      others: diagnostics.filter((one) => !own.has(one)),
      records: [...records],
      variants: reconciled.model.variants,
      types: [],
    },
  }
}
