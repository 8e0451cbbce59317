// Knows which findings the configuration sets aside, and which of its entries speak of none.

import type { IgnoreEntry } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Finding } from '../reconcile/finding.js'
import { keepParts } from '../reconcile/parts.js'
import { matchesGlob } from '../text/glob.js'

/** A finding that the configuration sets aside, and why. */
export interface IgnoredFinding {
  readonly finding: Finding
  /** The reason of the first entry that matches. */
  readonly reason: string
}

/** Findings, told apart by the entries of `ignore`. */
export interface Sifted {
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  /** The entries that matched nothing, by their places in the list. */
  readonly idle: readonly number[]
}

/** Sets aside the findings that an entry matches: with all of its parts, or parts alone. Both parts keep their order, and every entry that matches counts as used. */
export function siftFindings(findings: readonly Finding[], entries: readonly IgnoreEntry[]): Sifted {
  const used = new Set<number>()
  const kept: Finding[] = []
  const ignored: IgnoredFinding[] = []
  const reasonFor = (finding: Finding): string | undefined => {
    const matching = [...entries.keys()].filter((index) => matches(finding, entries[index]))
    for (const index of matching) used.add(index)
    return matching[0] === undefined ? undefined : entries[matching[0]]?.reason
  }
  for (const finding of findings) {
    const parts = (finding.parts ?? []).map((part) => ({ finding: part, reason: reasonFor(part) }))
    const reason = reasonFor(finding)
    if (reason !== undefined) ignored.push({ finding, reason })
    else {
      const aside = parts.flatMap((part) => (part.reason === undefined ? [] : [{ ...part, reason: part.reason }]))
      const isAside = new Set(aside.map((part) => part.finding))
      kept.push(keepParts(finding, (part) => !isAside.has(part)))
      ignored.push(...aside)
    }
  }
  return { findings: kept, ignored, idle: [...entries.keys()].filter((index) => !used.has(index)) }
}

/** CG707 for every entry that matched nothing; one that names a variant that was not read says so. */
export function idleEntries(
  { idle }: Sifted,
  entries: readonly IgnoreEntry[],
  variants: readonly string[],
): Diagnostic[] {
  return idle.map((index) => {
    const { model, field, rule, variant } = entries[index] ?? {}
    const parts = Object.entries({ model, field, rule, variant }).filter(([, value]) => value !== undefined)
    const said = parts.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')
    const unread = variant !== undefined && !variants.includes(variant)
    const why = unread ? `no docs of "${variant}" were read` : 'no finding is of this kind'
    return problem('CG707', { entry: `ignore[${index}] { ${said} }`, why })
  })
}

/** Whether everything that an entry names is so of a finding. A model is known by its id, its name, and both together. */
function matches(finding: Finding, entry: IgnoreEntry | undefined): boolean {
  if (entry === undefined) return false
  const { model, field, rule, variant } = entry
  return (
    (rule === undefined || rule === finding.rule) &&
    (variant === undefined || variant === finding.variant) &&
    (field === undefined || (finding.field !== undefined && matchesGlob(field, finding.field))) &&
    (model === undefined || modelNames(finding).some((name) => matchesGlob(model, name)))
  )
}

function modelNames({ model, modelName }: Finding): readonly string[] {
  return [model, modelName, `${model.slice(0, model.lastIndexOf('/') + 1)}${modelName}`]
}
