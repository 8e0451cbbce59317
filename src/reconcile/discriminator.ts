// Knows how the field is found whose constant tells the members of a union apart.

import type { LiteralValue, Type } from '../ir/type.js'
import type { Model, ObjectModel, UnionModel } from '../ir/model.js'

/** The union with its discriminator, where every member is an object and one field of all has constants of its own in each. */
export function withDiscriminator(union: UnionModel, byId: ReadonlyMap<string, Model>): UnionModel {
  const members = union.members.map((member) => (member.kind === 'ref' ? byId.get(member.name) : undefined))
  const objects = members.filter((member): member is ObjectModel => member?.kind === 'object')
  const [first] = objects
  if (first === undefined || objects.length < 2 || objects.length !== members.length) return union
  const field = first.fields.find(({ name }) => {
    const constants = objects.map((object) => constantsOf(object, name, byId))
    const all = constants.flat()
    return constants.every((values) => values.length > 0) && new Set(all).size === all.length
  })
  return field === undefined ? union : { ...union, discriminator: field.name }
}

/** The constants that a field can have; none where it can have any other value. */
function constantsOf(object: ObjectModel, name: string, byId: ReadonlyMap<string, Model>): readonly LiteralValue[] {
  const type = object.fields.find((field) => field.name === name)?.type
  return type === undefined || type.nullable === true ? [] : constantsIn(type, byId)
}

function constantsIn(type: Type, byId: ReadonlyMap<string, Model>): readonly LiteralValue[] {
  if (type.kind === 'literal') return [type.value]
  if (type.kind === 'union') {
    const parts = type.members.map((member) => constantsIn(member, byId))
    return parts.every((values) => values.length > 0) ? parts.flat() : []
  }
  const model = type.kind === 'ref' ? byId.get(type.name) : undefined
  return model?.kind === 'enum' && model.open !== true ? model.values.map(({ value }) => value) : []
}
