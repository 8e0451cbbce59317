// Knows how a type of the model is written in a cell of one variant, and when its language cannot write it.

import type { Field } from '../../ir/model.js'
import { mapParts, typeRefs, type RefType, type Type } from '../../ir/type.js'
import type { FieldGroup } from '../../reconcile/fields.js'
import { meet } from '../../reconcile/meet.js'
import { undecided } from '../../reconcile/profile.js'
import type { Reconciled } from '../../reconcile/reconcile.js'
import type { WrittenReference } from './references.js'
import type { Writing } from './scribe.js'

/** The type cell for a type of the model; undefined where the variant has no page for a model in it or cannot write it. */
export function typeCell(type: Type, required: boolean, writing: Writing): string | undefined {
  const { node, references } = writing
  const { dialect } = node.variant
  if (type.kind === 'unknown' || type.kind === 'external') return undefined
  const said = asSayable(type, writing)
  const written = new Map<string, WrittenReference>()
  for (const ref of typeRefs(said)) {
    const reference = referenceTo(ref.name, writing)
    if (reference === undefined) return undefined
    written.set(ref.name, reference)
  }
  const reference = (ref: RefType): WrittenReference => written.get(ref.name) ?? { name: ref.name }
  const context = { required, file: references.pathOf(node.page) }
  const cell = dialect.render(spelledOut(said, writing), { ...context, reference })
  const read = dialect.parse(cell, context)
  return read.problems.length === 0 && saysType(read.type, said, writing) ? cell : undefined
}

/** The type of a field as it can be said here: a constant by the model that stands for it elsewhere, where the language has no constants. */
export function fieldType(field: Field, group: FieldGroup, writing: Writing): Type {
  const { type } = field
  const { dialect } = writing.node.variant
  if (type.kind !== 'literal' || !dialect.blind.includes('constant')) return type
  const { context } = writing.reconciled
  for (const { node, row } of group.rows) {
    const other = context.mapped(row.type.value, node)
    const id = other.kind === 'ref' ? context.idOf(other.name) : undefined
    if (id !== undefined && writing.pageOf(id) !== undefined) return { kind: 'ref', name: id, nullable: type.nullable }
  }
  return type
}

/** Whether a type read on the page says what a type of the model should. */
export function saysType(read: Type, type: Type, writing: Writing): boolean {
  const said = writing.mapped(read, writing.node.page)
  const wanted = withClusters(withoutUnsaid(type, writing), writing.reconciled)
  return meet(said, wanted, writing.reconciled.context.models) !== undefined && agree(said, wanted)
}

/**
 * The type without what the docs have no way to say: null and constants, where they never say them, since one word of it would
 * make their silence elsewhere a denial; and a model of one value that has no page, which is its constant.
 */
function asSayable(type: Type, writing: Writing): Type {
  return withoutUnsaid(inPlace(type, writing), writing)
}

function withoutUnsaid(type: Type, { saysNull, saysConstants }: Writing): Type {
  const said = saysNull ? type : undecided(type)
  return saysConstants || said.kind !== 'literal' ? said : kindOfConstant(said)
}

/** The type that a constant is a value of. */
function kindOfConstant({ value, nullable }: Extract<Type, { kind: 'literal' }>): Type {
  if (typeof value === 'number') return { kind: 'number', integer: Number.isInteger(value), nullable }
  return value === null
    ? { kind: 'any', nullable }
    : { kind: typeof value === 'string' ? 'string' : 'boolean', nullable }
}

function inPlace(type: Type, writing: Writing): Type {
  if (type.kind !== 'ref') return mapParts(type, (part) => inPlace(part, writing))
  const model = writing.pageOf(type.name) === undefined ? writing.models.get(type.name) : undefined
  const [only, ...others] = model?.kind === 'enum' ? model.values : []
  if (only === undefined || others.length > 0) return type
  return { kind: 'literal', value: only.value, nullable: type.nullable }
}

/** Whether a cell says of null what it should, or cannot say. */
function agree(said: Type, wanted: Type): boolean {
  return said.nullable === 'unknown' || wanted.nullable === 'unknown' || said.nullable === wanted.nullable
}

function referenceTo(id: string, { pageOf, references, node }: Writing): WrittenReference | undefined {
  const target = pageOf(id)
  return target === undefined ? undefined : references.to(target, node.page)
}

/** The type with each union that it refers to spelt out beside the reference, for languages that write it so. */
function spelledOut(type: Type, writing: Writing): Type {
  if (type.kind !== 'ref') return mapParts(type, (part) => spelledOut(part, writing))
  const inline = unionOf(type.name, writing, new Set())
  return inline === undefined ? type : { ...type, inline }
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
  if (type.kind !== 'ref') return mapParts(type, (part) => withClusters(part, reconciled))
  return { ...type, name: reconciled.details.get(type.name)?.cluster.id ?? type.name }
}
