// Knows how the rows that variants have for one field become a field of the model, and what is at odds among them.

import type { FieldProjection } from '../dialects/dialect.js'
import { typeText } from '../ir/canonical.js'
import type { Dispute, Fact, Field, RowSource } from '../ir/model.js'
import type { Type } from '../ir/type.js'
import { sortBy } from '../text/compare.js'
import type { Context } from './context.js'
import { listed, witnessOf, type Draft } from './findings.js'
import type { Witness } from './finding.js'
import type { ModelName } from './naming.js'
import { overrideReason, type FoundOverride } from './overrides.js'
import type { Renames } from './renames.js'
import { settleTexts } from './texts.js'
import { finalType, meetAll, typeClaim, type MetTypes } from './types.js'
import { settle, settleAs, type Claim } from './vote.js'
import type { Node } from './variant-docs.js'

/** One variant's row for a field. */
export interface FieldRow {
  readonly node: Node
  readonly row: FieldProjection
}

/** The rows of one field, and what they belong to. */
export interface FieldGroup {
  readonly model: ModelName
  readonly key: string
  /** The name on the wire. */
  readonly name: string
  readonly wire: Field['wire']
  readonly words: readonly string[]
  /** In the order of the variants. */
  readonly rows: readonly FieldRow[]
  /** What the configuration says of the field; its name has been replaced already. */
  readonly override?: FoundOverride
}

/** What the context knows of naming and of variants besides models. */
export interface FieldContext extends Context {
  readonly idOf: (cluster: string) => string
  readonly givesExamples: ReadonlySet<string>
  /** The rows that stand under the others' names. */
  readonly renames: Renames
}

/** A field settled. */
export interface SettledField {
  readonly field: Field
  readonly drafts: readonly Draft[]
}

/** Settles every fact of a field. */
export function settleField(group: FieldGroup, context: FieldContext): SettledField {
  const { override } = group
  const subject = { model: group.model, field: group.name, ...(override === undefined ? {} : { override }) }
  const type = settleType(group, context)
  const required = settleRequired(group, context)
  const texts = settleTexts(
    group.rows.map(({ node, row }) => ({
      variant: node.variant.id,
      ...(row.description === undefined ? {} : { description: row.description }),
      ...(row.deprecated === undefined ? {} : { deprecated: row.deprecated }),
      ...(row.examples === undefined ? {} : { examples: row.examples }),
      place: row.descriptionSpan,
      givesExamples: context.givesExamples.has(node.variant.id),
      blind: node.variant.dialect.blind,
    })),
    subject,
    context,
  )
  const field: Field = {
    name: group.name,
    wire: group.wire,
    words: group.words,
    type: finalType(type.met.type, context.idOf),
    required: required.value,
    ...(texts.description === undefined ? {} : { description: texts.description }),
    ...(texts.deprecated === undefined ? {} : { deprecated: texts.deprecated }),
    examples: texts.examples,
    sources: group.rows.map(rowSource),
    blind: blindFacts(group, type.claims, context),
    disputes: [...type.disputes, ...required.disputes, ...texts.disputes],
  }
  return { field, drafts: [...type.drafts, ...required.drafts, ...texts.drafts] }
}

/** The claims about the type of a field: what the cells say, and what samples prove. */
function typeClaims(group: FieldGroup, context: Context): Claim<Type>[] {
  return group.rows.map(({ node, row }) => {
    const proof = node.page.sample.get(row.key)
    const type = context.mapped(row.type.value, node)
    const proven = proof?.nullable === true && type.nullable === 'unknown' ? { ...type, nullable: true } : type
    const whole = proven.kind === 'number' && proof?.fraction === true ? { ...proven, integer: false } : proven
    return typeClaim(node.variant.id, whole)
  })
}

interface SettledType {
  readonly claims: readonly Claim<Type>[]
  readonly met: MetTypes
  readonly drafts: readonly Draft[]
  readonly disputes: readonly Dispute[]
}

function settleType(group: FieldGroup, context: FieldContext): SettledType {
  const claims = typeClaims(group, context)
  const met = meetAll(claims, context.policy.conflicts, { models: context.models, nullable: nullOverride(group) })
  const witnesses = group.rows.map(({ node, row }) => witnessOf(node.variant.id, row.type))
  const text = (type: Type): string => typeText(finalType(type, context.idOf))
  const kept = text(met.type)
  const others = met.against.map((variant) => {
    const claim = claims.find((candidate) => candidate.variant === variant)
    return { variant, said: claim === undefined ? 'unknown' : text(claim.value) }
  })
  const typeDrafts = others.map(({ variant, said }): Draft => {
    const own = witnesses.find((witness) => witness.variant === variant)
    const message = `the type is ${said} here, and ${kept} in ${listed(group.rows.map(({ node }) => node.variant.id).filter((id) => !met.against.includes(id)))}`
    return {
      rule: 'type-conflict',
      model: group.model,
      field: group.name,
      variant,
      message,
      span: own?.span,
      witnesses,
      expected: kept,
      about: said,
    }
  })
  const nullable = nullDrafts(group, met, witnesses)
  const disputes: Dispute[] =
    others.length === 0 ? [] : [{ fact: 'type', kept, reason: met.reason, others: grouped(others) }]
  return { claims, met, drafts: [...typeDrafts, ...nullable.drafts], disputes: [...disputes, ...nullable.disputes] }
}

/** What the configuration says of null. */
function nullOverride({ override }: FieldGroup): Parameters<typeof meetAll>[2]['nullable'] {
  const value = override?.override.nullable
  if (override === undefined || value === undefined) return undefined
  return { value, key: String(value), reason: overrideReason(override) }
}

function nullDrafts(
  group: FieldGroup,
  met: MetTypes,
  witnesses: readonly Witness[],
): { drafts: Draft[]; disputes: Dispute[] } {
  const { nullable } = met
  if (nullable === undefined || nullable.against.length === 0) return { drafts: [], disputes: [] }
  const kept = nullable.value === true ? 'null allowed' : 'never null'
  const said = nullable.value === true ? 'never null' : 'null allowed'
  const blind = group.rows.map(({ node }) => node.variant).filter(({ dialect }) => dialect.blind.includes('nullable'))
  const drafts = nullable.against.map((claim): Draft => ({
    rule: 'nullable-conflict',
    model: group.model,
    field: group.name,
    variant: claim.variant,
    message: `${said} here, ${kept} elsewhere`,
    span: witnesses.find((witness) => witness.variant === claim.variant)?.span,
    witnesses,
    blind: blind.map(({ id }) => id),
    expected: kept,
    about: said,
  }))
  const variants = nullable.against.map((claim) => claim.variant)
  return { drafts, disputes: [{ fact: 'nullable', kept, reason: nullable.reason, others: [{ said, variants }] }] }
}

function settleRequired(
  group: FieldGroup,
  { policy }: Context,
): { value: boolean; drafts: Draft[]; disputes: Dispute[] } {
  const word = (required: boolean): string => (required ? 'required' : 'optional')
  const able = group.rows.filter(({ node }) => !node.variant.dialect.blind.includes('required'))
  const claims = able.map(({ node, row }): Claim<boolean> => ({
    variant: node.variant.id,
    value: row.required.value,
    key: word(row.required.value),
  }))
  const { override } = group
  const given = override?.override.required
  const verdict =
    override === undefined || given === undefined
      ? settle(claims, policy.conflicts, (required) => (required ? 1 : 0))
      : settleAs({ value: given, key: word(given), reason: overrideReason(override) }, claims)
  if (verdict === undefined || verdict.against.length === 0)
    return { value: verdict?.value ?? false, drafts: [], disputes: [] }
  const witnesses = able.map(({ node, row }) => witnessOf(node.variant.id, row.required))
  const agreeing = claims.filter((claim) => claim.key === verdict.key).map((claim) => claim.variant)
  const where = agreeing.length === 0 ? 'by the configuration' : `in ${listed(agreeing)}`
  const drafts = verdict.against.map((claim): Draft => ({
    rule: 'required-conflict',
    model: group.model,
    field: group.name,
    variant: claim.variant,
    message: `${claim.key} here, ${verdict.key} ${where}`,
    span: witnesses.find((witness) => witness.variant === claim.variant)?.span,
    witnesses,
    expected: verdict.key,
    about: claim.key,
  }))
  const others = verdict.against.map(({ variant, key }) => ({ variant, said: key }))
  return {
    value: verdict.value,
    drafts,
    disputes: [{ fact: 'required', kept: verdict.key, reason: verdict.reason, others: grouped(others) }],
  }
}

function grouped(others: readonly { variant: string; said: string }[]): Dispute['others'] {
  const said = [...new Set(others.map((other) => other.said))]
  return sortBy(said, (text) => [text]).map((text) => ({
    said: text,
    variants: others.filter((other) => other.said === text).map((other) => other.variant),
  }))
}

function rowSource({ node, row }: FieldRow): RowSource {
  return {
    variant: node.variant.id,
    name: row.name,
    line: row.row.start.line,
    columns: {
      name: row.nameSpan.start.column,
      type: row.type.span.start.column,
      required: row.required.span.start.column,
      description: row.descriptionSpan.start.column,
      ...(row.examples === undefined ? {} : { example: row.examples.span.start.column }),
    },
  }
}

/** The facts that some variant's language cannot write, of those this field has. */
function blindFacts(group: FieldGroup, claims: readonly Claim<Type>[], context: FieldContext): Field['blind'] {
  const facts: Fact[] = ['nullable', 'integer', 'time', 'constant']
  const kinds = new Set(claims.map((claim) => claim.value.kind))
  const blind = facts.map(
    (fact) =>
      [fact, group.rows.map(({ node }) => node.variant).filter(({ dialect }) => dialect.blind.includes(fact))] as const,
  )
  const examples = group.rows.map(({ node }) => node.variant.id).filter((id) => !context.givesExamples.has(id))
  const all = blind.map(([fact, variants]) => [fact, variants.map(({ id }) => id)] as const)
  const relevant = [...all, ['example', examples] as const].filter(
    ([fact, variants]) => variants.length > 0 && concerns(fact, group, kinds),
  )
  return Object.fromEntries(relevant)
}

/** Whether a fact can be told of the field at all. */
function concerns(fact: Fact, group: FieldGroup, kinds: ReadonlySet<Type['kind']>): boolean {
  if (fact === 'integer') return kinds.has('number')
  if (fact === 'time') return kinds.has('date')
  if (fact === 'constant') return kinds.has('literal')
  if (fact === 'example') return group.rows.some(({ row }) => row.examples !== undefined)
  return true
}
