// Knows how a type of the model is written in a cell of one variant, and when its language cannot write it.

import type { Model } from '../../ir/model.js'
import { typeRefs, type RefType, type Type } from '../../ir/type.js'
import { meet } from '../../reconcile/meet.js'
import type { Reconciled } from '../../reconcile/reconcile.js'
import type { Node } from '../../reconcile/variant-docs.js'
import type { References } from './references.js'

/** What writing the cells of one variant's page needs. */
export interface Writing {
  readonly reconciled: Reconciled
  readonly models: ReadonlyMap<string, Model>
  readonly references: References
  readonly node: Node
}

/** The type cell for a type of the model; undefined where the variant has no page for a model in it or cannot write it. */
export function typeCell(type: Type, required: boolean, writing: Writing): string | undefined {
  const { node, reconciled } = writing
  const { dialect } = node.variant
  if (type.kind === 'unknown' || type.kind === 'external') return undefined
  const written = new Map<string, { name: string; href?: string }>()
  for (const ref of typeRefs(type)) {
    const reference = referenceTo(ref.name, writing)
    if (reference === undefined) return undefined
    written.set(ref.name, reference)
  }
  const reference = (ref: RefType): { name: string; href?: string } => written.get(ref.name) ?? { name: ref.name }
  const context = { required, file: writing.references.pathOf(node.page) }
  const cell = dialect.render(spelledOut(type, writing), { ...context, reference })
  const read = dialect.parse(cell, context)
  if (read.problems.length > 0) return undefined
  const said = reconciled.context.mapped(read.type, node)
  const wanted = withClusters(type, reconciled)
  if (meet(said, wanted, reconciled.context.models) === undefined) return undefined
  return agree(said, wanted) ? cell : undefined
}

/** Whether a cell says of null what it should, or cannot say. */
function agree(said: Type, wanted: Type): boolean {
  return said.nullable === 'unknown' || wanted.nullable === 'unknown' || said.nullable === wanted.nullable
}

function referenceTo(
  id: string,
  { reconciled, references, node }: Writing,
): { name: string; href?: string } | undefined {
  const target = reconciled.details.get(id)?.cluster.nodes.get(node.variant.id)
  return target === undefined ? undefined : references.to(target.page, node.page)
}

/** The type with each union that it refers to spelt out beside the reference, for languages that write it so. */
function spelledOut(type: Type, writing: Writing): Type {
  switch (type.kind) {
    case 'array':
      return { ...type, items: spelledOut(type.items, writing) }
    case 'map':
      return { ...type, values: spelledOut(type.values, writing) }
    case 'ref': {
      const inline = unionOf(type.name, writing, new Set())
      return inline === undefined ? type : { ...type, inline }
    }
    default:
      return type
  }
}

/** A union with its members named natively, the unions among them spelt out; undefined where one has no name here. */
function unionOf(id: string, writing: Writing, above: ReadonlySet<string>): Type | undefined {
  const model = writing.models.get(id)
  if (model?.kind !== 'union' || above.has(id)) return undefined
  const inside = new Set([...above, id])
  const members = model.members.map((member) => memberOf(member, writing, inside))
  const named = members.filter((member) => member !== undefined)
  return named.length === members.length ? { kind: 'union', members: named, nullable: false } : undefined
}

function memberOf(type: Type, writing: Writing, above: ReadonlySet<string>): Type | undefined {
  if (type.kind === 'array') {
    const items = memberOf(type.items, writing, above)
    return items === undefined ? undefined : { ...type, items }
  }
  if (type.kind === 'map') {
    const values = memberOf(type.values, writing, above)
    return values === undefined ? undefined : { ...type, values }
  }
  if (type.kind !== 'ref') return type
  const union = unionOf(type.name, writing, above)
  if (union !== undefined) return union
  const name = referenceTo(type.name, writing)?.name
  return name === undefined ? undefined : { ...type, name }
}

/** The type with the clusters behind its models. */
function withClusters(type: Type, reconciled: Reconciled): Type {
  switch (type.kind) {
    case 'array':
      return { ...type, items: withClusters(type.items, reconciled) }
    case 'map':
      return { ...type, values: withClusters(type.values, reconciled) }
    case 'union':
      return { ...type, members: type.members.map((member) => withClusters(member, reconciled)) }
    case 'ref':
      return { ...type, name: reconciled.details.get(type.name)?.cluster.id ?? type.name }
    default:
      return type
  }
}
