// Knows the order of reconciling: align the pages, name the models, settle each, report what is at odds.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ApiModel, Model, ModelSource, Variant } from '../ir/model.js'
import { sortBy } from '../text/compare.js'
import { alignVariants } from './aligned.js'
import { withLikelyCauses } from './causes.js'
import type { Policy } from './context.js'
import { withDiscriminator } from './discriminator.js'
import { explainedByUnread, repeatedRows, unreadTypes, type FaultSubject } from './faults.js'
import type { FieldContext, FieldGroup } from './fields.js'
import type { Finding } from './finding.js'
import { buildFindings, type Draft } from './findings.js'
import { keptModels } from './kept.js'
import { kindDrafts } from './kinds.js'
import { deadLinks } from './links.js'
import { settleMembers, type MemberGroup } from './members.js'
import { describes, fieldKeyOf, missingModel, undescribed, withoutConsequences } from './missing.js'
import { irregularNames } from './names.js'
import { compareIds, nameClusters, type ModelName } from './naming.js'
import { settleObject } from './object.js'
import { leftBehind, orphanPages } from './orphans.js'
import { unknownAuthorities, unusedOverrides } from './overrides.js'
import { nestParts } from './parts.js'
import { keepsPresent } from './presence.js'
import { usesOf, type Use } from './references.js'
import { groupBy, type Resolve } from './resolve.js'
import { responseClusters } from './roles.js'
import { settleTexts } from './texts.js'
import { settleValues } from './values.js'
import type { Cluster, Node, VariantDocs } from './variant-docs.js'
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
}

/** What a model was settled from. */
export interface ModelDetail {
  readonly cluster: Cluster
  readonly groups: readonly FieldGroup[]
  /** The members of a union; none for other models. */
  readonly members: readonly MemberGroup[]
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
  }
}

interface Whole {
  readonly context: FieldContext
  readonly names: ReadonlyMap<string, ModelName>
  readonly wire: WireNames
  readonly responses: ReadonlySet<string>
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly resolve: (node: Node) => Resolve
}

interface SettledModel extends ModelDetail {
  readonly model: Model
  readonly drafts: readonly Draft[]
  readonly diagnostics: readonly Diagnostic[]
  /** The entries of the configuration that speak of a field of the model. */
  readonly overridden: readonly string[]
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

function settleCluster(cluster: Cluster, whole: Whole): SettledModel {
  const { context } = whole
  const name = whole.names.get(cluster.id) ?? {
    id: cluster.id,
    namespace: cluster.namespace,
    name: cluster.id,
    words: [],
  }
  const uses = whole.uses.get(cluster.id) ?? []
  const nodes = sortBy(cluster.nodes.values(), (node) => [node.variant.id])
  const common = { ...name, sources: nodes.map(sourceOf), disputes: [] }
  if (nodes.length === 0) {
    const model: Model = { ...common, kind: 'unknown', role: 'missing' }
    const diagnostics = undescribed(cluster, { model: name, uses, context })
    return { model, cluster, groups: [], members: [], drafts: [], diagnostics, overridden: [] }
  }
  const role = whole.responses.has(cluster.id) ? 'response' : 'data'
  const texts = settleTexts(nodes.map(textSource), { model: name }, context)
  const described = {
    ...common,
    role,
    ...(texts.description === undefined ? {} : { description: texts.description }),
    ...(texts.deprecated === undefined ? {} : { deprecated: texts.deprecated }),
    disputes: texts.disputes,
  } as const
  const content = contentOf(cluster, nodes, { whole, name, role })
  const model: Model = { ...described, ...content.model }
  const silent = role === 'response'
  const drafts = [
    ...missingModel(cluster, { model: name, uses, context }),
    ...kindDrafts(cluster, nodes, { name, context }),
    ...texts.drafts,
    ...content.drafts,
    ...deadLinks(nodes, { model: name, groups: content.groups, resolve: whole.resolve }),
  ]
  return {
    model,
    cluster,
    groups: content.groups,
    members: content.members,
    drafts: [...(silent ? [] : drafts), ...repeatedRows({ model: name, cluster, groups: content.groups })],
    diagnostics: [],
    overridden: content.overridden,
  }
}

interface Content {
  readonly model:
    | Pick<Extract<Model, { kind: 'object' }>, 'kind' | 'fields' | 'additional'>
    | Pick<Extract<Model, { kind: 'enum' }>, 'kind' | 'values' | 'open'>
    | Pick<Extract<Model, { kind: 'union' }>, 'kind' | 'members'>
    | { readonly kind: 'unknown' }
  readonly groups: readonly FieldGroup[]
  readonly members: readonly MemberGroup[]
  readonly drafts: readonly Draft[]
  readonly overridden: readonly string[]
}

function contentOf(
  cluster: Cluster,
  nodes: readonly Node[],
  of: { whole: Whole; name: ModelName; role: 'data' | 'response' },
): Content {
  const { whole, name: model, role } = of
  const { context, wire } = whole
  const kind = context.models.kindOf(cluster.id)
  if (kind === 'object') {
    const { drafts, groups, overridden, ...object } = settleObject(nodes, { model, role, wire, context })
    return { model: { kind, ...object }, groups, members: [], drafts, overridden }
  }
  if (kind === 'enum') {
    const { drafts, ...values } = settleValues(nodes, model, context)
    return { model: { kind, ...values }, groups: [], members: [], drafts, overridden: [] }
  }
  const { members, groups, drafts } = settleMembers(cluster.id, nodes, { model, context })
  if (kind === 'unknown' || members.length === 0)
    return { model: { kind: 'unknown' }, groups: [], members: groups, drafts, overridden: [] }
  return { model: { kind, members }, groups: [], members: groups, drafts, overridden: [] }
}

function usesByTarget(
  clusters: readonly Cluster[],
  context: FieldContext,
  resolve: Parameters<typeof usesOf>[1],
): ReadonlyMap<string, readonly Use[]> {
  const all = clusters.flatMap((cluster) => usesOf(cluster, resolve))
  return groupBy(all, (use) => context.clusterOf(use.target) ?? '')
}

function textSource({ variant, page }: Node): Parameters<typeof settleTexts>[0][number] {
  return {
    variant: variant.id,
    ...(page.description === undefined ? {} : { description: page.description }),
    ...(page.deprecated === undefined ? {} : { deprecated: page.deprecated }),
    place: page.title,
    givesExamples: false,
    blind: variant.dialect.blind,
  }
}

function sourceOf({ variant, page }: Node): ModelSource {
  const { line, column } = page.title.start
  return { variant: variant.id, name: page.name, file: page.file, line, column }
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
