// Knows how the pages of one model become the model, with all that is at odds among them.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Model, ModelSource } from '../ir/model.js'
import { sortBy } from '../text/compare.js'
import { repeatedRows } from './faults.js'
import type { FieldContext, FieldGroup } from './fields.js'
import type { Draft } from './findings.js'
import { kindDrafts } from './kinds.js'
import { deadLinks } from './links.js'
import { settleMembers, type MemberGroup } from './members.js'
import { missingModel, undescribed } from './missing.js'
import type { ModelName } from './naming.js'
import { settleObject } from './object.js'
import type { Use } from './references.js'
import type { Resolve } from './resolve.js'
import { settleTexts } from './texts.js'
import { settleValues } from './values.js'
import type { Cluster, Node } from './variant-docs.js'
import type { WireNames } from './wire.js'

/** What a model was settled from. */
export interface ModelDetail {
  readonly cluster: Cluster
  readonly groups: readonly FieldGroup[]
  /** The members of a union; none for other models. */
  readonly members: readonly MemberGroup[]
}

/** The whole, as settling one model sees it. */
export interface Whole {
  readonly context: FieldContext
  readonly names: ReadonlyMap<string, ModelName>
  readonly wire: WireNames
  readonly responses: ReadonlySet<string>
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly resolve: (node: Node) => Resolve
}

/** A model settled. */
export interface SettledModel extends ModelDetail {
  readonly model: Model
  readonly drafts: readonly Draft[]
  readonly diagnostics: readonly Diagnostic[]
  /** The entries of the configuration that speak of a field of the model. */
  readonly overridden: readonly string[]
}

/** Settles a model, and tells which variants lack its page. */
export function settleCluster(cluster: Cluster, whole: Whole): SettledModel {
  const settled = settlePages(cluster, whole)
  if (settled.model.role !== 'data') return settled
  const uses = whole.uses.get(cluster.id) ?? []
  const missing = missingModel(cluster, { model: nameOf(cluster, whole), uses, context: whole.context })
  return { ...settled, drafts: [...missing, ...settled.drafts] }
}

/** Settles a model from its own pages: the same pages and the same whole give the same, whoever refers to the model. */
export function settlePages(cluster: Cluster, whole: Whole): SettledModel {
  const { context } = whole
  const name = nameOf(cluster, whole)
  const nodes = sortBy(cluster.nodes.values(), (node) => [node.variant.id])
  const common = { ...name, sources: nodes.map(sourceOf), disputes: [] }
  if (nodes.length === 0) {
    const model: Model = { ...common, kind: 'unknown', role: 'missing' }
    const diagnostics = undescribed(cluster, { model: name, uses: whole.uses.get(cluster.id) ?? [], context })
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

function nameOf({ id, namespace }: Cluster, { names }: Whole): ModelName {
  return names.get(id) ?? { id, namespace, name: id, words: [] }
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
