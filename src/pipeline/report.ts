// Knows what a run is told, and what it reports.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { IgnoredFinding } from '../drift/ignore.js'
import type { ApiModel } from '../ir/model.js'
import type { WireCounts } from '../ir/wire-words.js'
import type { Finding } from '../reconcile/finding.js'
import type { Plan } from '../write/plan.js'
import type { BaselineUpdate } from './judge.js'
import type { Progress, Recovered } from './recover.js'

/** How a run is carried out. */
export interface RunSettings {
  /** `write` brings the output folder up to date; `check` touches nothing and only plans. */
  readonly mode: 'write' | 'check'
  /** Whether files edited by hand and files of others in the output folder may be overwritten. */
  readonly force?: boolean
  /** Whether to go on with what could be read where a document has errors. */
  readonly allowPartial?: boolean
  /** Whether to go on where most models of a variant are gone since the last run. */
  readonly allowLoss?: boolean
  /** Whether the baseline is brought up to date; in mode `check` too. */
  readonly updateBaseline?: boolean
  /** Folders that must not become the output folder, such as the home folder, each with what it is. */
  readonly owned?: readonly { readonly path: string; readonly what: string }[]
  /** How long to wait for another run that writes to the same folder, in milliseconds; 10,000 by default. */
  readonly patience?: number
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Whether the report has no `recovered`, so that what the docs say is not held in memory while files are generated and written. */
  readonly forgetsDocs?: boolean
}

/** What came of a run. */
export interface Report {
  readonly model: ApiModel
  /** How many models there are, fields in them, and names on the wire by how they are known. */
  readonly counts: { readonly models: number; readonly fields: number; readonly wireNames: WireCounts }
  /** The findings that are new. */
  readonly findings: readonly Finding[]
  /** The findings that the baseline accepts. */
  readonly accepted: readonly Finding[]
  /** The findings that the configuration sets aside; none of them is among the others. */
  readonly ignored: readonly IgnoredFinding[]
  /** What the update of the baseline did, where one was asked for and possible. */
  readonly baseline?: BaselineUpdate
  /** Everything that went wrong, sorted by file and position. What blocks a file in `check` is in its plan entry instead. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the docs say; absent where it was not asked for, and where the outcome was kept from an earlier run. */
  readonly recovered?: Recovered
  /** What happened to each file, or would happen; absent where errors kept anything from being emitted. */
  readonly plan?: Plan
  /** Whether anything on disk was changed. */
  readonly written: boolean
  /** The stages in order, with their durations in milliseconds. */
  readonly timings: readonly { readonly stage: string; readonly ms: number }[]
}
