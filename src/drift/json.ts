// Knows the JSON form of findings, for programs.

import type { Severity } from '../diagnostics/severity.js'
import type { ApiModel, Provenance } from '../ir/model.js'
import type { Finding, LikelyCause, Witness } from '../reconcile/finding.js'
import type { RuleId } from '../reconcile/rules.js'
import type { SourceSpan } from '../text/span.js'
import { driftByVariant, splitCauses, type Counts, type VariantDrift } from './groups.js'
import { jsonText } from '../text/json-text.js'

/** The version of the JSON form; it grows when a reader of the older form would go wrong. */
export const DRIFT_VERSION = 1

/** A stretch of a file: lines and columns start at 1, columns count UTF-16 units, the end is not part of it. */
export interface JsonSpan {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A finding in JSON. All texts are as the docs have them, unescaped. */
export interface JsonFinding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly model: string
  readonly modelName: string
  readonly field?: string
  readonly message: string
  readonly expected?: string
  readonly span?: JsonSpan
  readonly witnesses: readonly { readonly variant: string; readonly said: string; readonly span: JsonSpan }[]
  readonly blind: readonly string[]
  readonly fingerprint: string
  /** What it probably comes from, where the record of the generator tells. */
  readonly likelyCause?: LikelyCause
  /** Present where `--format patch` mends it. */
  readonly fixable?: true
  /** Missing models that nothing else refers to; they are counted with this finding. */
  readonly parts?: readonly JsonPart[]
}

/** A missing model that is told with the finding it is part of. */
export type JsonPart = Pick<JsonFinding, 'model' | 'modelName' | 'fingerprint' | 'fixable'>

/** One cause seen in several places; each of them is among the findings. */
export interface JsonGroup {
  readonly rule: RuleId
  readonly message: string
  readonly count: number
  readonly fingerprints: readonly string[]
}

/** The drift of one variant in JSON. */
export interface JsonDrift {
  readonly version: typeof DRIFT_VERSION
  readonly variant: string
  /** What the docs are built from, as far as it was recorded. */
  readonly provenance?: Provenance
  readonly counts: Counts
  readonly findings: readonly JsonFinding[]
  /** The causes seen in three places or more, the most frequent first; absent where there is none. */
  readonly groups?: readonly JsonGroup[]
}

/** The drift of one variant as data; `JSON.stringify` of it meets `driftSchema`. */
export function driftData(drift: VariantDrift): JsonDrift {
  const { variant, provenance, counts, findings } = drift
  const built = provenance === undefined ? {} : { provenance }
  const groups = groupsData(findings)
  const repeated = groups.length === 0 ? {} : { groups }
  return { version: DRIFT_VERSION, variant, ...built, counts, findings: findings.map(findingData), ...repeated }
}

/** The text of one variant's JSON file, indented by two blanks, with a final line feed. */
export function variantJson(drift: VariantDrift): string {
  return jsonText(driftData(drift))
}

/** How many findings are not told because they are known. */
export interface KnownCounts {
  readonly accepted: number
  readonly ignored: number
}

/** All variants in one JSON document, for `--format json`: `{ version, variants: [...] }`; it meets `diffSchema`. */
export function renderJson(model: ApiModel, findings: readonly Finding[], known?: KnownCounts): string {
  return jsonText({ version: DRIFT_VERSION, ...known, variants: driftByVariant(model, findings).map(driftData) })
}

function groupsData(findings: readonly Finding[]): JsonGroup[] {
  return splitCauses(findings).repeated.flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const fingerprints = group.map(({ fingerprint }) => fingerprint)
    return [{ rule: first.rule, message: first.message, count: group.length, fingerprints }]
  })
}

function partData({ model, modelName, fingerprint, fixable }: Finding): JsonPart {
  return { model, modelName, fingerprint, ...(fixable === undefined ? {} : { fixable }) }
}

function findingData(finding: Finding): JsonFinding {
  const { rule, severity, model, modelName, field, message, expected, span } = finding
  const { witnesses, blind, fingerprint, likelyCause, fixable, parts } = finding
  return {
    rule,
    severity,
    model,
    modelName,
    ...(field === undefined ? {} : { field }),
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(span === undefined ? {} : { span: spanData(span) }),
    witnesses: witnesses.map(witnessData),
    blind,
    fingerprint,
    ...(likelyCause === undefined ? {} : { likelyCause }),
    ...(fixable === undefined ? {} : { fixable }),
    ...(parts === undefined ? {} : { parts: parts.map(partData) }),
  }
}

function witnessData({ variant, said, span }: Witness): JsonFinding['witnesses'][number] {
  return { variant, said, span: spanData(span) }
}

function spanData({ file, start, end }: SourceSpan): JsonSpan {
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}
