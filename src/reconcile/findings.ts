// Knows how a finding is built: its severity by configuration, its fingerprint, its witnesses in order.

import { createHash } from 'node:crypto'
import type { Options } from '../config/options.js'
import type { Stated } from '../dialects/dialect.js'
import type { SourceSpan } from '../text/span.js'
import { sortBy } from '../text/compare.js'
import type { Finding, Witness } from './finding.js'
import type { ModelName } from './naming.js'
import { rules, type RuleId } from './rules.js'

/** What a finding is built from. */
export interface Draft {
  readonly rule: RuleId
  readonly model: ModelName
  readonly field?: string
  readonly variant: string
  readonly message: string
  readonly span?: SourceSpan | undefined
  readonly witnesses: readonly Witness[]
  readonly blind?: readonly string[]
  readonly expected?: string
  /** What tells this difference from others of the same place, such as what is said; never a line. */
  readonly about?: string
}

/** Builds the findings of the rules that are not switched off, in stable order. */
export function buildFindings(drafts: Iterable<Draft>, severity: Options['severity']): Finding[] {
  const findings = [...drafts].flatMap((draft): Finding[] => {
    const level = severity[draft.rule] ?? rules[draft.rule].severity
    if (level === 'off') return []
    const { model, about, span, witnesses, blind = [], ...rest } = draft
    const identity = [draft.rule, model.id, draft.field ?? '', draft.variant, about ?? '']
    const fingerprint = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16)
    const own = (witness: Witness): number => (witness.variant === draft.variant ? 0 : 1)
    return [
      {
        ...rest,
        severity: level,
        model: model.id,
        modelName: model.name,
        fingerprint,
        ...(span === undefined ? {} : { span }),
        witnesses: sortBy(witnesses, (witness) => [
          own(witness),
          witness.variant,
          witness.span.file,
          witness.span.start.line,
        ]),
        blind: sortBy(blind, (variant) => [variant]),
      },
    ]
  })
  return sortFindings(findings)
}

/** Findings in the order in which they are told. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return sortBy(findings, (finding) => [
    finding.variant,
    finding.model,
    finding.field ?? '',
    finding.rule,
    finding.fingerprint,
  ])
}

/** A stated fact as a witness. */
export function witnessOf(variant: string, stated: Pick<Stated<unknown>, 'said' | 'span'>): Witness {
  return { variant, said: stated.said, span: stated.span }
}

/** Variants in words: `go`, `go and php`, `go, php and ruby`. */
export function listed(variants: readonly string[]): string {
  const last = variants.at(-1) ?? ''
  return variants.length < 2 ? last : `${variants.slice(0, -1).join(', ')} and ${last}`
}
