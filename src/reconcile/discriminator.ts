// Knows how the field is found whose constant tells the members of a union apart.

import type { LiteralValue } from '../ir/type.js'
import type { Model, ObjectModel, UnionModel } from '../ir/model.js'

/** The union with its discriminator, where every member is an object and one field of all has a constant of its own in each. */
export function withDiscriminator(union: UnionModel, byId: ReadonlyMap<string, Model>): UnionModel {
  const members = union.members.map((member) => (member.kind === 'ref' ? byId.get(member.name) : undefined))
  const objects = members.filter((member): member is ObjectModel => member?.kind === 'object')
  const [first] = objects
  if (first === undefined || objects.length < 2 || objects.length !== members.length) return union
  const field = first.fields.find(({ name }) => {
    const constants = objects.map((object) => constantOf(object, name, byId))
    return constants.every((value) => value !== undefined) && new Set(constants).size === constants.length
  })
  return field === undefined ? union : { ...union, discriminator: field.name }
}

function constantOf(object: ObjectModel, name: string, byId: ReadonlyMap<string, Model>): LiteralValue | undefined {
  const type = object.fields.find((field) => field.name === name)?.type
  if (type?.kind === 'literal') return type.value
  const model = type?.kind === 'ref' ? byId.get(type.name) : undefined
  return model?.kind === 'enum' && model.values.length === 1 ? model.values[0]?.value : undefined
}
