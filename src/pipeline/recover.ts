// Knows how documents become the model of the API: find, read, tell the languages, reconcile.

import { resolve } from 'node:path'
import type { Options } from '../config/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Changes } from '../drift/changes.js'
import { planFixes } from '../drift/patch/plan-fixes.js'
import type { ApiModel } from '../ir/model.js'
import { siftFindings } from '../drift/ignore.js'
import { explain } from '../reconcile/explain.js'
import type { Explanation } from '../reconcile/explanation.js'
import type { Finding } from '../reconcile/finding.js'
import { reconcile } from '../reconcile/reconcile.js'
import { sortBy } from '../text/compare.js'
import { changesOf } from './changes.js'
import { concludeFindings, type Concluded, type Found } from './conclude.js'
import type { Host } from './host.js'
import { keepWhole, type KeptWhole } from './kept-whole.js'
import { labelOf } from './label.js'
import { readLocks } from './read-lock.js'
import { patchOf } from './patch.js'
import { findDocuments, readDocuments, type Reading } from './read-files.js'
import type { KeptFindings } from './redo.js'
import { variantsOf, type ReadSource } from './read-variants.js'

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
  keep(): { readonly whole: KeptWhole; readonly found: KeptFindings }
  /** Why the model says what it says of `Model`, `Model.field`, or either behind its namespace; undefined where there is none. */
  explain(query: string): Explanation | undefined
  /** A patch of the docs that mends those of the findings that can be mended, as `git apply` takes it in the working folder. */
  patch(findings: readonly Finding[]): Promise<string>
  /** The lines that each finding is about, as they are and as the model would have them, by fingerprint. */
  changes(findings: readonly Finding[]): Promise<Changes>
}

/**
 * Reads the documents of all sources and reconciles them. Whatever is wrong with one, the others are read. The order of
 * sources and of the host's lists changes nothing.
 */
export async function recover(
  options: Options,
  host: Host,
  onProgress?: (progress: Progress) => void,
): Promise<Recovered> {
  const label = (path: string): string => labelOf(options.cwd, path)
  const diagnostics: Diagnostic[] = []
  const found: { source: Options['sources'][number]; files: readonly string[] }[] = []
  const bare: Reading = { options, host, label, onFile: () => {} }
  const given = sortBy(options.sources, ({ path, variant, dialect }) => [path, variant ?? '', dialect ?? ''])
  for (const source of given) {
    const files = await findDocuments(resolve(options.cwd, source.path), bare)
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
    sources.push({ source, label: label(resolve(options.cwd, source.path)), read })
  }
  const { variants, diagnostics: problems, scores } = variantsOf(sources)
  onProgress?.({ stage: 'reconciling', done: 0, total: variants.length })
  const recorded = await readLocks(variants, { pages: sources.flatMap((source) => source.read.pages), reading: bare })
  const reconciled = reconcile(recorded.variants, options)
  const files = new Set(sources.flatMap((source) => source.read.files.map((file) => file.toLowerCase())))
  const isTaken = (file: string): boolean => files.has(file.toLowerCase())
  const sifted = siftFindings(reconciled.findings, options.ignore)
  const mended = new Set(planFixes(reconciled, sifted.findings, { isTaken }).flatMap(({ mends }) => mends))
  const others = [...diagnostics, ...recorded.diagnostics, ...reconciled.diagnostics]
  const all: Found = {
    findings: reconciled.findings,
    mended,
    diagnostics: [...problems, ...others],
    variants: variants.map(({ id }) => id),
  }
  return {
    model: reconciled.model,
    ...concludeFindings(all, options.ignore),
    keep: () => ({
      whole: keepWhole({ reconciled, read: recorded.variants, scores }),
      found: {
        findings: reconciled.findings,
        mended: [...mended],
        problems,
        others,
        records: [...recorded.records],
        variants: reconciled.model.variants,
        types: [],
      },
    }),
    explain: (query) => explain(reconciled, query),
    patch: (findings) => patchOf(planFixes(reconciled, findings, { isTaken }), bare),
    changes: (findings) =>
      changesOf(
        findings,
        planFixes(reconciled, findings, { isTaken, groupOf: ({ fingerprint }) => fingerprint }),
        bare,
      ),
  }
}
