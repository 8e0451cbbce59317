// Knows the baseline: which findings it accepts, how it is brought up to date, and how it is written down.

import type { Finding } from '../reconcile/finding.js'
import { keepParts, withParts } from '../reconcile/parts.js'
import { sortBy } from '../text/compare.js'
import { jsonLine } from '../text/json-text.js'

/** The version of the baseline file; it grows when a reader of the older form would go wrong. */
export const BASELINE_VERSION = 1

/** Where the JSON Schema of a baseline file is. */
export const BASELINE_SCHEMA = 'https://unpkg.com/sdk-docs-codegen/dist/schema/baseline.json'

/** An accepted finding. Only the fingerprint counts; the rest is there for people. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly rule: string
  readonly model: string
  readonly field?: string
  readonly variant: string
  /** Why it was accepted, in the words of a person; updates keep it. */
  readonly reason?: string
}

/** What a scope is asked of: a finding or an entry. */
export type Scope = (item: { readonly variant: string; readonly rule: string }) => boolean

/** Findings told apart by a baseline. */
export interface JudgedFindings<E extends BaselineEntry> {
  /** Those that the baseline does not hold, in their order. */
  readonly fresh: readonly Finding[]
  readonly accepted: readonly Finding[]
  /** The entries whose findings are not among those given, each once. */
  readonly gone: readonly E[]
}

/** Tells findings that a baseline accepts, with all of their parts, from new ones. A part that it accepts by itself is left out of its finding. */
export function judgeFindings<E extends BaselineEntry>(
  findings: readonly Finding[],
  entries: readonly E[],
): JudgedFindings<E> {
  const known = new Set(entries.map(({ fingerprint }) => fingerprint))
  const found = new Set(withParts(findings).map(({ fingerprint }) => fingerprint))
  const isKnown = ({ fingerprint }: Finding): boolean => known.has(fingerprint)
  return {
    fresh: findings
      .filter((finding) => !isKnown(finding))
      .map((finding) => keepParts(finding, (part) => !isKnown(part))),
    accepted: findings.filter(isKnown),
    gone: unique(entries).filter(({ fingerprint }) => !found.has(fingerprint)),
  }
}

/** A baseline brought up to date, and what that changed. */
export interface UpdatedBaseline {
  /** In the order of the file. */
  readonly entries: readonly BaselineEntry[]
  readonly added: number
  readonly dropped: number
}

/**
 * The baseline that accepts exactly the findings given, within a scope; entries outside of it stay. Reasons survive. Doing
 * it twice changes nothing, and the order of findings and entries does not matter.
 */
export function updateBaseline(
  entries: readonly BaselineEntry[],
  findings: readonly Finding[],
  isInScope: Scope,
): UpdatedBaseline {
  const before = new Map(unique(entries).map((entry) => [entry.fingerprint, entry]))
  const after = new Map([...before].filter(([, entry]) => !isInScope(entry)))
  for (const finding of findings.filter(isInScope))
    after.set(finding.fingerprint, entryOf(finding, before.get(finding.fingerprint)?.reason))
  return {
    entries: sortEntries(after.values()),
    added: [...after.keys()].filter((fingerprint) => !before.has(fingerprint)).length,
    dropped: [...before.keys()].filter((fingerprint) => !after.has(fingerprint)).length,
  }
}

/** The text of a baseline file: JSON with one line per entry in the order given, so that version control merges it line by line. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `    ${printEntry(entry)}`)
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "$schema": "${BASELINE_SCHEMA}",\n  "version": ${BASELINE_VERSION},\n  "findings": ${findings}\n}\n`
}

/** An entry in words, as in `missing-field of shared/parcel.weight in delta`. */
export function describeEntry({ rule, model, field, variant }: BaselineEntry): string {
  return `${rule} of ${field === undefined ? model : `${model}.${field}`} in ${variant}`
}

/** Each fingerprint once, with the first reason that an entry of it has; a merge can leave a line twice. */
function unique<E extends BaselineEntry>(entries: readonly E[]): readonly E[] {
  const byFingerprint = new Map<string, E>()
  for (const entry of sortBy(entries, ({ reason }) => [reason === undefined ? 1 : 0, reason ?? '']))
    if (!byFingerprint.has(entry.fingerprint)) byFingerprint.set(entry.fingerprint, entry)
  return [...byFingerprint.values()]
}

function entryOf({ fingerprint, rule, model, field, variant }: Finding, reason: string | undefined): BaselineEntry {
  return {
    fingerprint,
    rule,
    model,
    ...(field === undefined ? {} : { field }),
    variant,
    ...(reason === undefined ? {} : { reason }),
  }
}

function sortEntries(entries: Iterable<BaselineEntry>): BaselineEntry[] {
  return sortBy(entries, ({ variant, model, field, rule, fingerprint }) => [
    variant,
    model,
    field ?? '',
    rule,
    fingerprint,
  ])
}

const keys = ['fingerprint', 'rule', 'model', 'field', 'variant', 'reason'] as const

function printEntry(entry: BaselineEntry): string {
  const parts = keys.flatMap((key) => {
    const value = entry[key]
    return value === undefined ? [] : [`"${key}": ${jsonLine(value)}`]
  })
  return `{ ${parts.join(', ')} }`
}
