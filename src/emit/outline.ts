// Knows the API as generated code sees it: which models are emitted, under which names, with which shapes, and what is recursive.

import type { EnumModel, Field, Model, ObjectModel, UnionModel } from '../ir/model.js'
import type { LiteralValue } from '../ir/type.js'
import { sortBy } from '../text/compare.js'
import { cyclesOf, type Graph } from './cycles.js'
import { isInherited } from './escape.js'
import { nameModels, type ModelName } from './names.js'
import { membersOf, shapeOf, shapeRefs, unionShape, type Shape } from './shape.js'

/** A property of an emitted object. */
export interface Property {
  readonly field: Field
  readonly shape: Shape
  /** Whether a value without the property, or with `undefined` in its place, is accepted by the property's own shape. */
  readonly acceptsUndefined: boolean
  /** Whether every object inherits something of this name, so that only own properties may count. */
  readonly inherited: boolean
}

interface EntryBase extends ModelName {
  readonly id: string
  /** Path of the file that declares its type, below the output folder, without ending: `models/shared/connection`. */
  readonly typePath: string
  /** Ids of the models it refers to, without repeats. */
  readonly refs: readonly string[]
  /** Ids of the models that it reaches and that reach it, itself included; empty where it lies on no cycle. */
  readonly cycle: ReadonlySet<string>
  /** Whether every value is one: nothing is known of the model, or of a member of the union. */
  readonly isTotal: boolean
}

/** An emitted model. A closed union on `kind`. */
export type Entry =
  | (EntryBase & {
      readonly kind: 'object'
      readonly model: ObjectModel
      readonly properties: readonly Property[]
      /** Shape of further properties; without it they are accepted, but not typed. */
      readonly additional?: Shape
    })
  | (EntryBase & { readonly kind: 'enum'; readonly model: EnumModel; readonly shape: Shape; readonly open: boolean })
  | (EntryBase & { readonly kind: 'union'; readonly model: UnionModel; readonly shape: Shape })
  /** A model of which nothing is known, or which lists no value or member. */
  | (EntryBase & { readonly kind: 'unknown'; readonly model: Model })

/** The emitted models in the order of their paths, and by id. */
export interface Outline {
  readonly entries: readonly Entry[]
  readonly byId: ReadonlyMap<string, Entry>
  /** What the emitted models are called. */
  readonly names: ReadonlySet<string>
}

/** The outline of some entries. */
export function outlineOf(entries: readonly Entry[]): Outline {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return { entries, byId, names: new Set(entries.map(({ name }) => name)) }
}

/** What a model consists of, as shapes; `whole` where it is not an object. */
interface Body {
  readonly fields: readonly { readonly field: Field; readonly shape: Shape }[]
  readonly additional?: Shape
  readonly whole?: Shape
}

/**
 * Outlines the models for the emitters.
 * @param responses - whether response wrappers that no data refers to are emitted too
 * @param names - what the models are called; told by these models alone where it is not given
 */
export function outlineModels(
  models: readonly Model[],
  responses: boolean,
  names: ReadonlyMap<string, ModelName> = nameModels(models),
): Outline {
  const all = new Map(models.map((model) => [model.id, model]))
  const bodies = resolveUnions(new Map(models.map((model) => [model.id, bodyOf(model, (id) => all.has(id))])))
  const graph: Graph = new Map([...bodies].map(([id, body]) => [id, bodyRefs(body)]))
  const cycles = cyclesOf(graph)
  const total = totalModels(bodies)
  const roots = models.filter((model) => responses || model.role === 'data').map((model) => model.id)
  const entries = [...reachable(graph, roots)].flatMap((id): Entry[] => {
    const model = all.get(id)
    const name = names.get(id)
    const body = bodies.get(id)
    if (model === undefined || name === undefined || body === undefined) return []
    const base = {
      ...name,
      id,
      typePath: `models/${name.path}`,
      refs: graph.get(id) ?? [],
      cycle: cycles.get(id) ?? new Set<string>(),
      isTotal: total.has(id),
    }
    return [entryOf(base, model, { ...body, properties: propertiesOf(body, total) })]
  })
  return outlineOf(sortBy(entries, (entry) => [entry.path]))
}

function entryOf(base: EntryBase, model: Model, body: Body & { properties: readonly Property[] }): Entry {
  const { properties, additional, whole: shape = { kind: 'unknown' } } = body
  if (model.kind === 'object') return { ...base, kind: 'object', model, properties, ...(additional && { additional }) }
  if (model.kind === 'unknown' || shape.kind === 'unknown') return { ...base, kind: 'unknown', model }
  if (model.kind === 'enum') return { ...base, kind: 'enum', model, shape, open: model.open === true }
  return { ...base, kind: 'union', model, shape }
}

function propertiesOf({ fields }: Body, total: ReadonlySet<string>): readonly Property[] {
  return fields.map(({ field, shape }) => ({
    field,
    shape,
    acceptsUndefined: takesUndefined(shape, total),
    inherited: isInherited(field.name),
  }))
}

function bodyOf(model: Model, isModel: (id: string) => boolean): Body {
  switch (model.kind) {
    case 'object': {
      const fields = model.fields.map((field) => ({ field, shape: shapeOf(field.type, isModel) }))
      return { fields, ...(model.additional && { additional: shapeOf(model.additional, isModel) }) }
    }
    case 'union':
      return { fields: [], whole: someOf(model.members.map((member) => shapeOf(member, isModel))) }
    case 'enum':
      return { fields: [], whole: someOf(model.values.map(({ value }) => valueShape(value, model.open === true))) }
    case 'unknown':
      return { fields: [], whole: { kind: 'unknown' } }
  }
}

/** What an enumeration accepts on behalf of one of its values: that value, or all of its kind where others may follow. */
function valueShape(value: LiteralValue, open: boolean): Shape {
  if (open && typeof value === 'string') return { kind: 'string' }
  if (open && typeof value === 'number') return { kind: 'number', integer: false }
  return { kind: 'literal', value }
}

function someOf(shapes: readonly Shape[]): Shape {
  return shapes.length === 0 ? { kind: 'unknown' } : unionShape(shapes)
}

function bodyRefs(body: Body): readonly string[] {
  const shapes = [...body.fields.map(({ shape }) => shape), body.additional, body.whole]
  return [...new Set(shapes.flatMap((shape) => (shape === undefined ? [] : shapeRefs(shape))))]
}

/**
 * Unions that are members of each other in a circle mean nothing more than all their other members together. They are written
 * out as that, because as they stand no type of them compiles and no check of them ends.
 */
function resolveUnions(bodies: ReadonlyMap<string, Body>): ReadonlyMap<string, Body> {
  const direct: Graph = new Map(
    [...bodies].flatMap(([id, { whole }]) => (whole === undefined ? [] : [[id, directRefs(whole)] as const])),
  )
  const circles = cyclesOf(direct)
  return new Map(
    [...bodies].map(([id, body]) => {
      const circle = circles.get(id)
      if (circle === undefined) return [id, body]
      const members = [...reachable(direct, [id])]
        .filter((other) => circle.has(other))
        .flatMap((other) => membersOf(bodies.get(other)?.whole ?? { kind: 'never' }))
        .filter((member) => member.kind !== 'ref' || !circle.has(member.id))
      return [id, { ...body, whole: someOf(members) }]
    }),
  )
}

function directRefs(whole: Shape): readonly string[] {
  return membersOf(whole).flatMap((member) => (member.kind === 'ref' ? [member.id] : []))
}

/** Ids of the models that accept every value: those of which nothing is known, and unions that have one as a member. */
function totalModels(bodies: ReadonlyMap<string, Body>): ReadonlySet<string> {
  const users = new Map<string, string[]>()
  for (const [id, { whole }] of bodies) {
    for (const member of whole === undefined ? [] : directRefs(whole))
      users.set(member, [...(users.get(member) ?? []), id])
  }
  const unknown = [...bodies].filter(([, { whole }]) => whole?.kind === 'unknown')
  return reachable(
    users,
    unknown.map(([id]) => id),
  )
}

function takesUndefined(shape: Shape, total: ReadonlySet<string>): boolean {
  return membersOf(shape).some((member) => member.kind === 'unknown' || (member.kind === 'ref' && total.has(member.id)))
}

/** The nodes that can be reached from the roots, roots included, in the order in which they are met. */
function reachable(graph: Graph, roots: readonly string[]): ReadonlySet<string> {
  const found = new Set(roots)
  for (const node of found) for (const target of graph.get(node) ?? []) found.add(target)
  return found
}
