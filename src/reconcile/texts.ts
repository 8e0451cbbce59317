// Knows how descriptions, deprecations and examples of variants are compared, for models and fields alike.

import type { Stated } from '../dialects/dialect.js'
import type { Deprecation, Dispute, Fact } from '../ir/model.js'
import { jsonFolded } from '../text/json-keys.js'
import type { SourceSpan } from '../text/span.js'
import type { Context } from './context.js'
import { listed, witnessOf, type Draft } from './findings.js'
import type { ModelName } from './naming.js'
import { overrideReason, type FoundOverride } from './overrides.js'
import { rules } from './rules.js'
import { settle, settleAs, type Claim, type Verdict } from './vote.js'

/** What one variant's page or row says in words. */
export interface TextSource {
  readonly variant: string
  readonly description?: Stated<string>
  readonly deprecated?: Stated<Deprecation>
  readonly examples?: Stated<readonly string[]>
  /** Where a text would stand if there is none. */
  readonly place: SourceSpan
  /** Whether the variant's docs give examples anywhere. */
  readonly givesExamples: boolean
  /** The facts that the variant's language cannot write. */
  readonly blind: readonly Fact[]
}

/** What the texts are about. */
export interface TextSubject {
  readonly model: ModelName
  readonly field?: string
  readonly override?: FoundOverride
}

/** The texts settled, with what is at odds. */
export interface SettledTexts {
  readonly description?: string
  readonly deprecated?: Deprecation
  readonly examples: readonly string[]
  readonly disputes: readonly Dispute[]
  readonly drafts: readonly Draft[]
}

/** Settles the texts of a model or field. */
export function settleTexts(sources: readonly TextSource[], subject: TextSubject, context: Context): SettledTexts {
  const description = settleDescription(sources, subject, context)
  const deprecated = settleDeprecation(sources, subject, context)
  const examples = settleExamples(sources, subject, context)
  return {
    ...(description.value === undefined ? {} : { description: description.value }),
    ...(deprecated.value === undefined ? {} : { deprecated: deprecated.value }),
    examples: examples.value ?? [],
    disputes: deprecated.disputes,
    drafts: [...description.drafts, ...deprecated.drafts, ...examples.drafts],
  }
}

interface Settled<T> {
  readonly value: T | undefined
  readonly drafts: readonly Draft[]
}

function settleDescription(
  all: readonly TextSource[],
  { override, ...subject }: TextSubject,
  { policy }: Context,
): Settled<string> {
  const { able: sources, blind } = ableTo('description', all)
  const claims = sources.flatMap(({ variant, description }): Claim<string>[] =>
    description === undefined ? [] : [{ variant, value: description.value, key: folded(description.value) }],
  )
  const verdict = describedBy(override, claims) ?? settle(claims, policy.conflicts, (text) => -text.length)
  if (verdict === undefined) return { value: undefined, drafts: undescribed(sources, subject, { policy, blind }) }
  const witnesses = sources.flatMap(({ variant, description }) =>
    description === undefined ? [] : [witnessOf(variant, description)],
  )
  const expected = verdict.value
  const drafts = sources.flatMap(({ variant, description, place }): Draft[] => {
    const base = { ...subject, variant, span: description?.span ?? place, witnesses, blind, expected }
    if (description === undefined) {
      const holders = claims.length === 0 ? ['the configuration'] : claims.map((claim) => claim.variant)
      return [
        {
          ...base,
          rule: 'missing-description',
          message: `no description; ${listed(holders)} ${holders.length === 1 ? 'has' : 'have'} one`,
        },
      ]
    }
    if (folded(description.value) === verdict.key) return []
    return [
      {
        ...base,
        rule: 'description-differs',
        message: 'the description is worded otherwise',
        about: folded(description.value),
      },
    ]
  })
  return { value: expected, drafts }
}

/** One finding, at the first variant, where nobody says a word; none unless the rule is asked for. */
function undescribed(
  [first]: readonly TextSource[],
  subject: Pick<TextSubject, 'model' | 'field'>,
  of: { readonly policy: Context['policy']; readonly blind: readonly string[] },
): Draft[] {
  const severity = of.policy.severity['description-missing'] ?? rules['description-missing'].severity
  if (first === undefined || severity === 'off') return []
  const { variant, place } = first
  const message = 'no variant has a description'
  return [{ ...subject, rule: 'description-missing', variant, message, span: place, witnesses: [], blind: of.blind }]
}

/** The sources whose language can write a fact, and the variants of those whose cannot. */
function ableTo(fact: Fact, sources: readonly TextSource[]): { able: readonly TextSource[]; blind: readonly string[] } {
  const able = sources.filter((source) => !source.blind.includes(fact))
  return { able, blind: sources.filter((source) => !able.includes(source)).map((source) => source.variant) }
}

function describedBy(
  override: FoundOverride | undefined,
  claims: readonly Claim<string>[],
): Verdict<string> | undefined {
  const value = override?.override.description
  if (override === undefined || value === undefined) return undefined
  return settleAs({ value, key: folded(value), reason: overrideReason(override) }, claims)
}

function settleDeprecation(
  all: readonly TextSource[],
  { override: _override, ...subject }: TextSubject,
  { policy }: Context,
): Settled<Deprecation> & { disputes: readonly Dispute[] } {
  const { able: sources, blind } = ableTo('deprecated', all)
  const claims = sources.map(({ variant, deprecated }): Claim<Deprecation | undefined> => ({
    variant,
    value: deprecated?.value,
    key: deprecated === undefined ? 'current' : 'deprecated',
  }))
  const verdict = settle(claims, policy.conflicts, (value) => (value === undefined ? 1 : 0))
  const marked = sources.filter((source) => source.deprecated !== undefined)
  if (verdict === undefined || marked.length === 0) return { value: undefined, drafts: [], disputes: [] }
  const witnesses = sources.flatMap(({ variant, deprecated }) =>
    deprecated === undefined ? [] : [witnessOf(variant, deprecated)],
  )
  const kept = verdict.key === 'deprecated'
  const message = kept
    ? `not marked as deprecated; ${listed(marked.map((source) => source.variant))} ${marked.length === 1 ? 'does' : 'do'} so`
    : 'marked as deprecated, which the other variants do not'
  const drafts = verdict.against.map((claim): Draft => {
    const source = sources.find((candidate) => candidate.variant === claim.variant)
    const span = source?.deprecated?.span ?? source?.place
    const about = claim.key
    return {
      ...subject,
      rule: 'deprecation-differs',
      variant: claim.variant,
      span,
      message,
      witnesses,
      blind,
      expected: verdict.key,
      about,
    }
  })
  const message_ = marked.map((source) => source.deprecated?.value.message).find((text) => text !== undefined)
  const value = kept ? (message_ === undefined ? {} : { message: message_ }) : undefined
  const dispute: Dispute[] =
    verdict.against.length === 0
      ? []
      : [
          {
            fact: 'deprecated',
            kept: verdict.key,
            reason: verdict.reason,
            others: [
              { said: kept ? 'current' : 'deprecated', variants: verdict.against.map((claim) => claim.variant) },
            ],
          },
        ]
  return { value, drafts, disputes: dispute }
}

function settleExamples(
  sources: readonly TextSource[],
  { override: _override, ...subject }: TextSubject,
  { policy }: Context,
): Settled<readonly string[]> {
  const able = sources.filter(givesExample)
  const claims = able.flatMap(({ variant, examples }): Claim<readonly string[]>[] =>
    examples === undefined
      ? []
      : [
          {
            variant,
            value: examples.value,
            key: JSON.stringify(examples.value.map((text) => folded(jsonFolded(text)))),
          },
        ],
  )
  const verdict = settle(claims, policy.conflicts, (examples) => -examples.length)
  if (verdict === undefined) return { value: undefined, drafts: [] }
  const witnesses = able.flatMap(({ variant, examples }) =>
    examples === undefined ? [] : [witnessOf(variant, examples)],
  )
  const blind = sources.filter((source) => !givesExample(source)).map((source) => source.variant)
  const drafts = able.flatMap(({ variant, examples, place }): Draft[] => {
    const claim = claims.find((candidate) => candidate.variant === variant)
    if (claim?.key === verdict.key) return []
    const holders = listed(claims.map((candidate) => candidate.variant))
    const message =
      examples === undefined
        ? `no example; ${holders} ${claims.length === 1 ? 'has' : 'have'} one`
        : 'the example is another'
    const span = examples?.span ?? place
    const expected = verdict.value.join('\n')
    return [
      {
        ...subject,
        rule: 'example-differs',
        variant,
        span,
        message,
        witnesses,
        blind,
        expected,
        about: claim?.key ?? '',
      },
    ]
  })
  return { value: verdict.value, drafts }
}

/** Whether a source could say an example: its docs give some, and its own is not one that they could not show. */
function givesExample({ givesExamples, examples }: TextSource): boolean {
  return givesExamples && examples?.value.length !== 0
}

/** A text without differences of white space. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
