// Knows how to answer why the model says what it says: who stated each fact, who cannot, and what decided.

import { typeText } from '../ir/canonical.js'
import type { Fact, Field, Model } from '../ir/model.js'
import { squash } from '../text/words.js'
import type { ExplainedFact, Explanation } from './explanation.js'
import type { FieldGroup } from './fields.js'
import { witnessOf } from './findings.js'
import type { Witness } from './finding.js'
import { overrideReason } from './overrides.js'
import type { Reconciled } from './reconcile.js'

/**
 * Explains a model, `Connection`, or a field, `Connection.created_at`; a namespace may stand before the model, names may
 * be spelt as in any language. Undefined where the model has no such thing.
 */
export function explain(reconciled: Reconciled, query: string): Explanation | undefined {
  const [name = '', field] = splitQuery(query)
  const model = findModel(reconciled.model.models, name)
  if (model === undefined) return undefined
  const base = { model: model.id, modelName: model.name }
  if (field === undefined) return { ...base, facts: modelFacts(model, reconciled) }
  if (model.kind !== 'object') return undefined
  const key = squash(field)
  const found =
    model.fields.find((candidate) => candidate.name === field) ??
    model.fields.find((candidate) => squash(candidate.name) === key)
  const groups = reconciled.details.get(model.id)?.groups ?? []
  const group = groups.find((candidate) => candidate.name === found?.name)
  if (found === undefined || group === undefined) return undefined
  return { ...base, field: found.name, facts: fieldFacts(found, group, reconciled) }
}

function splitQuery(query: string): [string, string | undefined] {
  const dot = query.indexOf('.')
  return dot === -1 ? [query, undefined] : [query.slice(0, dot), query.slice(dot + 1)]
}

function findModel(models: readonly Model[], name: string): Model | undefined {
  const matching = models.filter(
    (model) => model.id === name || `${model.namespace}/${model.name}` === name || model.name === name,
  )
  const loose = models.filter((model) => squash(model.name) === squash(name.slice(name.indexOf('/') + 1)))
  return matching[0] ?? loose[0]
}

function modelFacts(model: Model, { details, model: api }: Reconciled): ExplainedFact[] {
  const nodes = [...(details.get(model.id)?.cluster.nodes.values() ?? [])]
  const titles = nodes.map(({ variant, page }): Witness => ({
    variant: variant.id,
    said: `${page.name} (${page.kind})`,
    span: page.title,
  }))
  const silent = api.variants.map(({ id }) => id).filter((id) => !titles.some(({ variant }) => variant === id))
  const descriptions = nodes.flatMap(({ variant, page }) =>
    page.description === undefined ? [] : [witnessOf(variant.id, page.description)],
  )
  const reason =
    model.role === 'missing'
      ? 'referred to, but described by no page'
      : 'pages of the same name, or used in the same places'
  const facts: ExplainedFact[] = [{ fact: 'exists', value: model.kind, reason, witnesses: titles, blind: [], silent }]
  if (model.description !== undefined) {
    facts.push(
      textFact('description', model.description, {
        witnesses: descriptions,
        all: nodes.map(({ variant }) => variant.id),
        blind: [],
      }),
    )
  }
  if (model.kind === 'enum') {
    const said = nodes.filter(({ page }) => page.open.value !== 'unknown')
    facts.push({
      fact: 'open',
      value: model.open === true ? 'open' : model.open === false ? 'closed' : 'unknown',
      reason: model.open === true ? 'open where any variant says so' : 'no variant says that other values are accepted',
      witnesses: said.map(({ variant, page }) => ({
        variant: variant.id,
        said: page.open.value === true ? 'open' : 'closed',
        span: page.open.span,
      })),
      blind: nodes.filter(({ page }) => page.open.value === 'unknown').map(({ variant }) => variant.id),
      silent: [],
    })
  }
  return facts
}

function fieldFacts(field: Field, group: FieldGroup, { context, model }: Reconciled): ExplainedFact[] {
  const all = group.rows.map(({ node }) => node.variant.id)
  const silent = model.variants.map(({ id }) => id).filter((id) => !all.includes(id))
  const { override } = group
  const decided = (fact: Fact, otherwise: string): string => {
    const dispute = field.disputes.find((candidate) => candidate.fact === fact)
    const given = override?.override
    const set = { required: given?.required, nullable: given?.nullable, description: given?.description }
    if (override !== undefined && Object.entries(set).some(([key, value]) => key === fact && value !== undefined))
      return overrideReason(override)
    return dispute?.reason ?? otherwise
  }
  const blind = (fact: Fact): readonly string[] => field.blind[fact] ?? []
  const witnesses = (
    pick: (row: FieldGroup['rows'][number]['row']) => Parameters<typeof witnessOf>[1] | undefined,
  ): Witness[] =>
    group.rows.flatMap(({ node, row }) => {
      const stated = pick(row)
      return stated === undefined ? [] : [witnessOf(node.variant.id, stated)]
    })
  const types = witnesses((row) => row.type)
  const facts: ExplainedFact[] = [
    {
      fact: 'exists',
      value: `${field.name} on the wire (${wireReason(field, model.wireCase)})`,
      reason: `policy ${typeof context.policy.presence === 'string' ? context.policy.presence : `authority ${context.policy.presence.authority}`}`,
      witnesses: group.rows.map(({ node, row }) => ({ variant: node.variant.id, said: row.name, span: row.nameSpan })),
      blind: [],
      silent,
    },
    {
      fact: 'type',
      value: typeText(field.type),
      reason: decided('type', 'the most specific type that all variants allow'),
      witnesses: types,
      blind: blind('integer'),
      silent,
    },
    {
      fact: 'nullable',
      value: String(field.type.nullable),
      reason: decided('nullable', 'what those that can say it agree on'),
      witnesses: types.filter(({ variant }) => !blind('nullable').includes(variant)),
      blind: blind('nullable'),
      silent,
    },
    {
      fact: 'required',
      value: String(field.required),
      reason: decided('required', 'all variants agree'),
      witnesses: witnesses((row) => row.required),
      blind: [],
      silent,
    },
  ]
  if (field.description !== undefined) {
    const said = witnesses((row) => row.description)
    facts.push({
      ...textFact('description', field.description, { witnesses: said, all, blind: [] }),
      reason: decided('description', 'the wording of the most variants'),
    })
  }
  if (field.deprecated !== undefined) {
    const said = witnesses((row) => row.deprecated)
    facts.push({
      ...textFact('deprecated', field.deprecated.message ?? 'deprecated', { witnesses: said, all, blind: [] }),
      reason: decided('deprecated', 'all variants agree'),
    })
  }
  if (field.examples.length > 0) {
    const said = witnesses((row) => row.examples)
    facts.push(textFact('example', field.examples.join('\n'), { witnesses: said, all, blind: blind('example') }))
  }
  return facts
}

function textFact(
  fact: Fact,
  value: string,
  of: { witnesses: readonly Witness[]; all: readonly string[]; blind: readonly string[] },
): ExplainedFact {
  const said = of.witnesses.map(({ variant }) => variant)
  const silent = of.all.filter((id) => !said.includes(id) && !of.blind.includes(id))
  return { fact, value, reason: 'the wording of the most variants', witnesses: of.witnesses, blind: of.blind, silent }
}

function wireReason(field: Field, wireCase: Reconciled['model']['wireCase']): string {
  const reasons: { readonly [E in Field['wire']]: string } = {
    override: 'as configured',
    example: 'seen in a JSON example',
    path: 'seen in the path of a code sample',
    value: 'seen in an enumeration that lists fields',
    text: 'set in code in a description',
    convention: `guessed: ${wireCase.style} case, ${wireCase.reason}`,
  }
  return reasons[field.wire]
}
