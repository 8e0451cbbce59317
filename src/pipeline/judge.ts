// Knows how findings meet the baseline file: read, compared, and on request written anew.

import type { Options } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { describeEntry, judgeFindings, printBaseline, updateBaseline, type Scope } from '../drift/baseline.js'
import { readBaseline, type PlacedEntry } from '../drift/read-baseline.js'
import type { Finding } from '../reconcile/finding.js'
import { compareText } from '../text/compare.js'
import { reasonOf } from '../text/reason.js'
import type { ApiModel } from '../ir/model.js'
import { labelOf } from '../text/paths.js'
import type { Concluded } from './conclude.js'
import type { Host } from './host.js'

/** The largest baseline file that is read, in bytes: some two hundred thousand findings. */
const LIMIT = 32 << 20

/** What is judged, and how. */
export interface JudgeRequest {
  readonly recovered: Concluded & { readonly model: Pick<ApiModel, 'variants'> }
  readonly options: Options
  readonly host: Host
  /** Which findings are asked for; entries of others are left alone. All by default. */
  readonly isAsked?: Scope
  /** Whether the baseline file is brought up to date, so that it accepts what is found. */
  readonly update: boolean
}

/** What an update of the baseline file did. */
export interface BaselineUpdate {
  /** The file as messages name it. */
  readonly file: string
  /** How many findings the file accepts now. */
  readonly total: number
  readonly added: number
  readonly dropped: number
  /** Whether the file was changed. */
  readonly written: boolean
}

/** The findings asked for, told apart by the baseline. */
export interface Judged {
  /** Those that are new. */
  readonly findings: readonly Finding[]
  readonly accepted: readonly Finding[]
  /** CG605, CG708 to CG711. */
  readonly diagnostics: readonly Diagnostic[]
  readonly update?: BaselineUpdate
}

/**
 * Tells new findings from accepted ones. A baseline file with a fault accepts nothing and is never overwritten. Nothing is
 * said of entries that no longer occur, and nothing is updated, where not all documents could be read and compared.
 */
export async function judge({ recovered, options, host, isAsked, update }: JudgeRequest): Promise<Judged> {
  const file = labelOf(options.cwd, options.baseline)
  const read = new Set(recovered.model.variants.map(({ id }) => id))
  const isInScope: Scope = (item) => read.has(item.variant) && (isAsked?.(item) ?? true)
  const findings = recovered.findings.filter(isInScope)
  const loaded = await load(options.baseline, file, host)
  if ('diagnostics' in loaded) return { findings, accepted: [], diagnostics: loaded.diagnostics }
  const { entries } = loaded
  const unread = recovered.isWhole ? unreadVariants(entries, read) : []
  const judged = judgeFindings(findings, entries.filter(isInScope))
  const { fresh, accepted } = judged
  if (!update) {
    const gone = recovered.isWhole ? judged.gone.map(reportGone) : []
    return { findings: fresh, accepted, diagnostics: [...gone, ...unread] }
  }
  if (!recovered.isWhole) {
    const reason = read.size > 1 ? 'not every document could be read' : 'docs of one variant alone have no findings'
    return { findings: fresh, accepted, diagnostics: [problem('CG711', { path: file, reason })] }
  }
  const next = updateBaseline(entries, findings, isInScope)
  const counts = { file, total: next.entries.length, added: next.added, dropped: next.dropped }
  // Laid out otherwise, by a formatter or with other line ends, it still says the same.
  const isSame = loaded.exists ? printBaseline(next.entries) === printBaseline(entries) : next.entries.length === 0
  const failures = isSame ? [] : await write(options.baseline, printBaseline(next.entries), { file, host })
  if (failures.length > 0) return { findings: fresh, accepted, diagnostics: [...failures, ...unread] }
  return { findings: [], accepted: findings, diagnostics: unread, update: { ...counts, written: !isSame } }
}

type Loaded =
  | { readonly entries: readonly PlacedEntry[]; readonly exists: boolean }
  | { readonly diagnostics: readonly Diagnostic[] }

async function load(path: string, file: string, host: Host): Promise<Loaded> {
  const fail = (reason: string): Loaded => ({ diagnostics: [problem('CG708', { path: file, reason })] })
  try {
    const stat = await host.stat(path)
    if (stat === undefined) return { entries: [], exists: false }
    if (stat.kind !== 'file') return fail('it is no plain file')
    if (stat.size > LIMIT) return fail(`it is larger than ${LIMIT} bytes`)
    const bytes = await host.read(path)
    const read = readBaseline(new TextDecoder('utf-8', { fatal: true }).decode(bytes), file)
    return read.kind === 'entries' ? { entries: read.entries, exists: true } : { diagnostics: read.diagnostics }
  } catch (error) {
    return fail(error instanceof TypeError ? 'it is not UTF-8' : reasonOf(error))
  }
}

async function write(
  path: string,
  text: string,
  { file, host }: { readonly file: string; readonly host: Host },
): Promise<readonly Diagnostic[]> {
  try {
    await host.write(path, new TextEncoder().encode(text))
    return []
  } catch (error) {
    return [problem('CG605', { path: file, reason: reasonOf(error) })]
  }
}

function reportGone(entry: PlacedEntry): Diagnostic {
  return problem('CG709', { entry: describeEntry(entry) }, entry.place)
}

function unreadVariants(entries: readonly PlacedEntry[], read: ReadonlySet<string>): Diagnostic[] {
  const unread = entries.map(({ variant }) => variant).filter((variant) => !read.has(variant))
  return [...new Set(unread)].sort(compareText).map((variant) => {
    const count = unread.filter((one) => one === variant).length
    return problem('CG710', { variant, count }, entries.find((entry) => entry.variant === variant)?.place)
  })
}
