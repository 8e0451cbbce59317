// Knows the order of reconciling: align the pages, name the models, settle each, report what is at odds.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ApiModel, Variant } from '../ir/model.js'
import { alignVariants } from './aligned.js'
import { withLikelyCauses } from './causes.js'
import type { Policy } from './context.js'
import { withDiscriminator } from './discriminator.js'
import { explainedByUnread, unreadTypes, type FaultSubject } from './faults.js'
import type { FieldContext } from './fields.js'
import type { Finding } from './finding.js'
import { buildFindings, type Draft } from './findings.js'
import { keptModels } from './kept.js'
import { describes, fieldKeyOf, withoutConsequences } from './missing.js'
import { irregularNames } from './names.js'
import { compareIds, nameClusters } from './naming.js'
import { leftBehind, orphanPages } from './orphans.js'
import { unknownAuthorities, unusedOverrides } from './overrides.js'
import { nestParts } from './parts.js'
import { keepsPresent } from './presence.js'
import { usesOf, type Use } from './references.js'
import { groupBy } from './resolve.js'
import { responseClusters } from './roles.js'
import { settleCluster, type ModelDetail, type SettledModel, type Whole } from './settle-model.js'
import { tiedClusters } from './tied.js'
import type { Cluster, VariantDocs } from './variant-docs.js'
export type { ModelDetail } from './settle-model.js'

import { wireNames, type WireNames } from './wire.js'

/** What reconciling gives. */
export interface Reconciled {
  readonly model: ApiModel
  readonly findings: readonly Finding[]
  readonly diagnostics: readonly Diagnostic[]
  /** What each model and field was settled from, by model id. */
  readonly details: ReadonlyMap<string, ModelDetail>
  readonly context: FieldContext
  /** The names seen on the wire. */
  readonly wire: WireNames
  readonly whole: Whole
  /** The clusters of models whose findings depend on pages of other models, or the other way round. */
  readonly tied: ReadonlySet<string>
}

/**
 * Reconciles the variants' docs into one model. The result does not depend on the order of variants or pages. Gives CG401,
 * CG501, CG703 and CG706 as diagnostics; every difference between a variant and the model is a finding.
 */
export function reconcile(given: readonly VariantDocs[], policy: Policy): Reconciled {
  const { variants, clusters, resolve, context: base, renames, diagnostics } = alignVariants(given, policy)
  const names = nameClusters(base.clusters.values())
  const givesExamples = new Set(variants.filter(givesAnExample).map(({ id }) => id))
  const context: FieldContext = { ...base, idOf: (id) => names.get(id)?.id ?? id, givesExamples, renames }
  const uses = usesByTarget(clusters, context, resolve)
  const whole: Whole = {
    context,
    names,
    wire: wireNames(clusters, variants, policy),
    responses: responseClusters(clusters, (id) => uses.get(id) ?? []),
    uses,
    resolve,
  }
  const all = [...context.clusters.values()].map((cluster) => settleCluster(cluster, whole))
  const settled = withoutDropped(all, whole)
  const unread = unreadTypes(settled.map(faultSubject), context)
  const isExplained = explainedByUnread(unread.drafts)
  const data = settled.filter(({ model }) => model.role === 'data')
  const orphans = orphanPages(
    data.map(({ model, cluster }) => ({ model, cluster, uses: uses.get(cluster.id) ?? [] })),
    variants,
  )
  const isLeft = leftBehind(orphans)
  const drafts = [
    ...settled.flatMap((one) => one.drafts).filter((draft) => !isExplained(draft) && !isLeft(draft)),
    ...unread.drafts,
    ...orphans,
    ...irregularNames(data, context),
  ]
  const byId = new Map(settled.map(({ model }) => [model.id, model]))
  const models = [...byId.values()].map((model) => (model.kind === 'union' ? withDiscriminator(model, byId) : model))
  const details = new Map(
    settled.map(({ model, cluster, groups, members }) => [model.id, { cluster, groups, members }]),
  )
  const findings = withLikelyCauses(buildFindings(causesOnly(drafts, settled, whole), policy.severity), variants)
  return {
    model: {
      variants: variants.map(variantOf),
      models: models.sort(compareIds),
      wireCase: { style: whole.wire.style, reason: whole.wire.reason },
    },
    findings: nestParts(findings, { details, uses, context }),
    diagnostics: [
      ...diagnostics,
      ...settled.flatMap((one) => one.diagnostics),
      ...unread.diagnostics,
      ...unusedOverrides(policy.overrides, new Set(all.flatMap(({ overridden }) => overridden))),
      ...unknownAuthorities(policy, variants),
    ],
    details,
    context,
    wire: whole.wire,
    whole,
    tied: tiedClusters(all, [...drafts, ...settled.flatMap((one) => one.drafts)], whole),
  }
}

/** What is at odds, each cause once. */
function causesOnly(drafts: readonly Draft[], settled: readonly SettledModel[], { uses, context }: Whole): Draft[] {
  const byId = new Map(settled.map((one) => [one.model.id, one]))
  const byCluster = new Map(settled.map((one) => [one.cluster.id, one]))
  return withoutConsequences(
    drafts,
    {
      clusterOf: (id) => byId.get(id)?.cluster.id ?? '',
      usesOf: (cluster) => uses.get(cluster) ?? [],
      fieldOf: (use) => {
        const user = byCluster.get(use.cluster)
        const group = user?.groups.find(({ key }) => key === fieldKeyOf(use))
        return user === undefined || group === undefined ? undefined : { model: user.model.id, field: group.name }
      },
    },
    context,
  )
}

function faultSubject({ model, cluster, groups }: SettledModel): FaultSubject {
  const fields = new Map(model.kind === 'object' ? model.fields.map(({ name, type }) => [name, type]) : [])
  return { model, cluster, groups, typeOf: (field) => fields.get(field) }
}

/** The models that the policy keeps, and those that they refer to. */
function withoutDropped(settled: readonly SettledModel[], { context, uses }: Whole): readonly SettledModel[] {
  const { presence } = context.policy
  if (presence === 'union') return settled
  const all = context.variants.map(({ id }) => id)
  const byId = new Map(settled.map((one) => [one.model.id, one]))
  const kept = keptModels(new Map(settled.map(({ model }) => [model.id, model])), (id) => {
    const cluster = byId.get(id)?.cluster
    if (cluster === undefined) return false
    return keepsPresent(
      all.filter((variant) => describes(variant, cluster, { uses: uses.get(cluster.id) ?? [], context })),
      all,
      presence,
    )
  })
  return settled.filter(({ model }) => kept.has(model.id))
}

function usesByTarget(
  clusters: readonly Cluster[],
  context: FieldContext,
  resolve: Parameters<typeof usesOf>[1],
): ReadonlyMap<string, readonly Use[]> {
  const all = clusters.flatMap((cluster) => usesOf(cluster, resolve))
  return groupBy(all, (use) => context.clusterOf(use.target) ?? '')
}

function variantOf(docs: VariantDocs): Variant {
  const { id, dialect, root, documents, projections, provenance } = docs
  const variant = { id, dialect: dialect.id, label: dialect.label, root, documents, models: projections.length }
  return provenance === undefined ? variant : { ...variant, provenance }
}

function givesAnExample(docs: VariantDocs): boolean {
  return docs.projections.some((page) =>
    page.fields.some(({ examples }) => examples !== undefined && examples.value.length > 0),
  )
}
