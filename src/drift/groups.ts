// Knows how the findings of a variant are told: in which section, in which order, and which of them are one cause.

import { severities, type Severity } from '../diagnostics/severity.js'
import type { ApiModel, Provenance } from '../ir/model.js'
import type { Finding, Witness } from '../reconcile/finding.js'
import { listed } from '../reconcile/findings.js'
import { ruleIds, type RuleId } from '../reconcile/rules.js'
import { compareText, sortBy } from '../text/compare.js'
import { literalPattern } from '../text/unit-escapes.js'

/** What a finding is for the people who mend it: something is lacking, said otherwise, worded otherwise, or leads nowhere. */
export type SectionId = 'lacks' | 'otherwise' | 'wording' | 'links'

/** In how many places a cause is seen at least that is told once, with its places below it. */
export const REPEATED = 3

/** The sections in the order in which they are told. */
export const sections = ['lacks', 'otherwise', 'wording', 'links'] as const satisfies readonly SectionId[]

const sectionOfRule: { readonly [R in RuleId]: SectionId } = {
  'missing-model': 'lacks',
  'missing-field': 'lacks',
  'missing-enum-value': 'lacks',
  'missing-union-member': 'lacks',
  'possible-rename': 'otherwise',
  'name-irregular': 'otherwise',
  'duplicate-field': 'otherwise',
  'unknown-notation': 'otherwise',
  'kind-conflict': 'otherwise',
  'type-conflict': 'otherwise',
  'required-conflict': 'otherwise',
  'nullable-conflict': 'otherwise',
  'enum-openness-conflict': 'otherwise',
  'deprecation-differs': 'otherwise',
  'description-differs': 'wording',
  'missing-description': 'wording',
  'description-missing': 'wording',
  'example-differs': 'wording',
  'dead-link': 'links',
  'orphan-page': 'links',
}

/** How many findings there are, in all, by severity and by rule; rules without findings are left out. */
export interface Counts {
  readonly total: number
  readonly bySeverity: { readonly [S in Severity]: number }
  readonly byRule: { readonly [R in RuleId]?: number }
}

/** One variant and its findings, sorted. */
export interface VariantDrift {
  readonly variant: string
  /** What people call the language of the variant. */
  readonly label: string
  readonly models: number
  /** What the docs are built from, as far as it was recorded. */
  readonly provenance?: Provenance
  readonly counts: Counts
  readonly findings: readonly Finding[]
}

/** The section that tells a finding. */
export function sectionOf(finding: Finding): SectionId {
  return sectionOfRule[finding.rule]
}

/** Counts findings. */
export function countFindings(findings: readonly Finding[]): Counts {
  const of = (test: (finding: Finding) => boolean): number => findings.filter(test).length
  const bySeverity = { error: 0, warning: 0, info: 0 }
  for (const severity of severities) bySeverity[severity] = of((finding) => finding.severity === severity)
  const byRule: { [R in RuleId]?: number } = {}
  for (const rule of ruleIds) {
    const count = of((finding) => finding.rule === rule)
    if (count > 0) byRule[rule] = count
  }
  return { total: findings.length, bySeverity, byRule }
}

/** Every variant of the model with its findings, in the order of their names; a variant without findings is there too. */
export function driftByVariant(model: ApiModel, findings: readonly Finding[]): VariantDrift[] {
  const known = new Map(model.variants.map((variant) => [variant.id, variant]))
  const grouped = groupBy(findings, (finding) => finding.variant)
  const ids = [...new Set([...known.keys(), ...grouped.keys()])].sort(compareText)
  return ids.map((variant) => {
    const own = sortFindings(grouped.get(variant) ?? [])
    const { label = variant, models = 0, provenance } = known.get(variant) ?? {}
    const drift = { variant, label, models, counts: countFindings(own), findings: own }
    return provenance === undefined ? drift : { ...drift, provenance }
  })
}

/** Findings by model, field and rule, in the one stable order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return sortBy(findings, ({ model, field, rule, fingerprint, message }) => [
    model,
    field ?? '',
    rule,
    fingerprint,
    message,
  ])
}

/** Items by key, in the order in which the keys first occur. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

/**
 * The findings of one variant that are one cause seen in `least` places or more, the most frequent cause first, and all the
 * others. Where something is lacking, it must be the same in all of them: a field, a value.
 */
export function splitCauses(
  findings: readonly Finding[],
  least: number = REPEATED,
): { readonly repeated: readonly (readonly Finding[])[]; readonly single: readonly Finding[] } {
  const causes = [...groupBy(findings, causeOf).entries()]
  const repeated = causes.filter(([, group]) => group.length >= least)
  const told = new Set(repeated.flatMap(([, group]) => group))
  return {
    repeated: sortBy(repeated, ([key, group]) => [-group.length, key]).map(([, group]) => group),
    single: findings.filter((finding) => !told.has(finding)),
  }
}

/** How a finding is told: its message, then what belongs to it, of which only some are named. */
export function toldMessage({ message, parts = [] }: Finding, most = 5): string {
  if (parts.length === 0) return message
  const names = parts.slice(0, most).map(({ modelName }) => modelName)
  const rest = parts.length - names.length
  const listing = rest > 0 ? `${names.join(', ')} and ${rest} more` : listed(names)
  const what = parts.length === 1 ? 'is a model' : `are ${parts.length} models`
  return `${message}; missing with it ${what} that only it uses: ${listing}`
}

/** What the variant's own document says; undefined where it says nothing. */
export function ownWords(finding: Finding): Witness | undefined {
  return finding.witnesses.find((witness) => witness.variant === finding.variant)
}

/** What the other documents say. */
export function otherWords(finding: Finding): readonly Witness[] {
  return finding.witnesses.filter((witness) => witness.variant !== finding.variant)
}

/** Two findings have one cause when they differ in nothing but the names of model and field; a missing model has its own. */
function causeOf(finding: Finding): string {
  if (finding.rule === 'missing-model' || finding.parts !== undefined) return finding.fingerprint
  if (sectionOf(finding) === 'lacks') return JSON.stringify([finding.rule, finding.field ?? '', finding.message])
  const names = sortBy([finding.model, finding.modelName, finding.field ?? ''], (name) => [-name.length])
  const message = names.filter((name) => name !== '').reduce(withoutName, finding.message)
  return JSON.stringify([finding.rule, ownWords(finding)?.said ?? '', finding.expected ?? '', message])
}

function withoutName(text: string, name: string): string {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{Nd}_])${literalPattern(name)}(?![\\p{L}\\p{Nd}_])`, 'gu'), '\u0000')
}
