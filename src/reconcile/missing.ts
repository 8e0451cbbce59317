// Knows which variants have no page for a model, and whether they write it in another way instead.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Type } from '../ir/type.js'
import { sortBy } from '../text/compare.js'
import type { SourceSpan } from '../text/span.js'
import { squash } from '../text/words.js'
import type { FieldContext } from './fields.js'
import { listed, type Draft } from './findings.js'
import { meet } from './meet.js'
import type { ModelName } from './naming.js'
import type { Use } from './references.js'
import type { Cluster, Node, VariantDocs } from './variant-docs.js'

/** The namespace of what an SDK has for its own use, such as its global parameters: no other has to have it. */
const INTERNAL = 'internal'

/** A finding for every variant that lacks the page of a model and does not write the model in place either. */
export function missingModel(
  cluster: Cluster,
  of: { model: ModelName; uses: readonly Use[]; context: FieldContext },
): Draft[] {
  const { model, uses, context } = of
  if (cluster.namespace === INTERNAL) return []
  if (uses.length === 0 && isConstantOfFew(cluster, context)) return []
  const nodes = sortBy(cluster.nodes.values(), (node) => [node.variant.id])
  const holders = nodes.map(({ variant }) => variant.id)
  const witnesses = nodes.map(({ variant, page }) => ({ variant: variant.id, said: page.name, span: page.title }))
  return context.variants.flatMap((variant): Draft[] => {
    if (describes(variant.id, cluster, { uses, context }) || isToldElsewhere(variant, cluster, { uses, context }))
      return []
    const message = `no page for ${model.name}; ${listed(holders)} ${holders.length === 1 ? 'has' : 'have'} one`
    const [own] = inOrder(uses.filter((use) => use.node.variant === variant))
    return [
      {
        rule: 'missing-model',
        model,
        variant: variant.id,
        message,
        witnesses,
        span: own === undefined ? undefined : placeOf(own),
      },
    ]
  })
}

/** Whether a variant has a page for a model, be it unreadable, or writes it in place where others refer to it. */
export function describes(
  variant: string,
  cluster: Cluster,
  of: { uses: readonly Use[]; context: FieldContext },
): boolean {
  if (cluster.nodes.has(variant) || isUnread(variant, cluster, of.context)) return true
  return of.uses.some((use) => writesInPlace(variant, use, { id: cluster.id, context: of.context }))
}

/** What a missing model may follow from: the cluster behind a model's id, its uses, and the field that a use stands in. */
export interface Causes {
  readonly clusterOf: (model: string) => string
  readonly usesOf: (cluster: string) => readonly Use[]
  readonly fieldOf: (use: Use) => { readonly model: string; readonly field: string } | undefined
}

/**
 * The drafts without missing constants and unions that follow from type conflicts: where whoever refers to one is in conflict for
 * doing so, nobody else needs a page for it.
 */
export function withoutConsequences(drafts: readonly Draft[], causes: Causes, context: FieldContext): Draft[] {
  const key = (...parts: readonly string[]): string => JSON.stringify(parts)
  const conflicts = new Set(
    drafts.flatMap(({ rule, model, field = '', variant }) =>
      rule === 'type-conflict' ? [key(model.id, field, variant)] : [],
    ),
  )
  const isInConflict = (use: Use): boolean => {
    const { model, field } = causes.fieldOf(use) ?? { model: '', field: '' }
    return conflicts.has(key(model, field, use.node.variant.id))
  }
  return drafts.filter(({ rule, model }) => {
    const cluster = causes.clusterOf(model.id)
    if (rule !== 'missing-model' || !isOftenInPlace(cluster, context)) return true
    const uses = causes.usesOf(cluster)
    return uses.length === 0 || !uses.every(isInConflict)
  })
}

/** The field that a use stands in, by its key. */
export function fieldKeyOf({ path }: Use): string | undefined {
  return readPath(path).field
}

/**
 * Whether a model is a constant that few variants have a page for. The others would write it in place; where nothing refers to it,
 * such as after its row was deleted, that place cannot be seen.
 */
function isConstantOfFew({ id, nodes }: Cluster, { models, variants }: FieldContext): boolean {
  return nodes.size * 2 < variants.length && models.constantOf(id) !== undefined
}

/**
 * Whether a variant could do without the page if nothing else were wrong. It never refers to the model, which it has no habit of giving
 * a page, and others write in place: where they do, it lacks the field or gives it another type, which is a finding of its own.
 */
function isToldElsewhere(
  variant: VariantDocs,
  cluster: Cluster,
  of: { uses: readonly Use[]; context: FieldContext },
): boolean {
  const { uses, context } = of
  if (!isOftenInPlace(cluster.id, context) || uses.some((use) => use.node.variant === variant)) return false
  const others = context.variants.filter((other) => other !== variant && !cluster.nodes.has(other.id))
  const inPlace = others.filter(({ id }) => uses.some((use) => writesInPlace(id, use, { id: cluster.id, context })))
  const kind = context.models.kindOf(cluster.id)
  const hasHabit = variant.projections.some(
    (page) => page.kind === kind && (kind === 'union' || page.values.length === 1),
  )
  return inPlace.length > (hasHabit ? cluster.nodes.size : 0)
}

/** Whether a model is of those that some languages have pages for and others write in place: constants and unions. */
function isOftenInPlace(id: string, { models }: FieldContext): boolean {
  return models.kindOf(id) === 'union' || models.constantOf(id) !== undefined
}

/** Whether a variant has, where another refers to the model, a type that agrees with it: a constant, a union spelt out. */
export function writesInPlace(variant: string, use: Use, of: { id: string; context: FieldContext }): boolean {
  const node = of.context.clusters.get(use.cluster)?.nodes.get(variant)
  if (node === undefined) return false
  const type = typeAt(node, use.path, of.context)
  if (type === undefined || (type.kind === 'ref' && type.name === of.id)) return false
  return meet({ kind: 'ref', name: of.id, nullable: 'unknown' }, type, of.context.models) !== undefined
}

/** The type at a path of a page: a field or member, then one step into each container. */
function typeAt(node: Node, path: string, context: FieldContext): Type | undefined {
  const { field, member, steps } = readPath(path)
  const stated =
    field === undefined ? node.page.members[Number(member)] : node.page.fields.find((row) => row.key === field)?.type
  if (stated === undefined) return undefined
  let type: Type | undefined = context.mapped(stated.value, node)
  for (const step of steps.match(/\[\]|\{\}|\|\d+/g) ?? []) {
    if (step === '[]') type = type?.kind === 'array' ? type.items : undefined
    else if (step === '{}') type = type?.kind === 'map' ? type.values : undefined
    else type = type?.kind === 'union' ? type.members[Number(step.slice(1))] : undefined
  }
  return type
}

/** Whether a variant has a file named after a model that could not be read: that is reported already. */
function isUnread(variant: string, { id }: Cluster, { variants }: FieldContext): boolean {
  const key = id.slice(id.indexOf('/') + 1)
  const files = variants.find((docs) => docs.id === variant)?.unread ?? []
  return files.some((file) => squash((file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')) === key)
}

/** The diagnostic for a model that is referred to and described nowhere; none where its page is there and unreadable. */
export function undescribed(
  cluster: Cluster,
  of: { model: ModelName; uses: readonly Use[]; context: FieldContext },
): Diagnostic[] {
  const { model, uses, context } = of
  if (context.variants.some(({ id }) => isUnread(id, cluster, context))) return []
  const [first] = inOrder(uses)
  return [
    problem('CG501', { name: model.name, count: uses.length }, first === undefined ? {} : { span: placeOf(first) }),
  ]
}

function inOrder(uses: readonly Use[]): Use[] {
  return sortBy(uses, (use) => [use.node.page.file, use.path])
}

/** The cell or heading that refers to a model; the page's title where the page gives no such place. */
function placeOf({ node, path }: Use): SourceSpan {
  const { field, member } = readPath(path)
  const stated =
    field === undefined ? node.page.members[Number(member)] : node.page.fields.find((row) => row.key === field)?.type
  return stated?.span ?? node.page.title
}

/** The parts of a path: the field's key or the member's number, then the steps into containers. */
export function readPath(path: string): { field?: string | undefined; member?: string | undefined; steps: string } {
  const [head = path, field, member] = /^(?:\.([^[{|]+)|\|(\d+))/.exec(path) ?? []
  return { field, member, steps: path.slice(head.length) }
}
