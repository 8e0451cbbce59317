// Knows random values of a model on both sides of the shape `sdk`, told from the model alone and not from emitted code.

import fc from 'fast-check'
import { nameModels } from '../../src/emit/names.js'
import { outlineModels } from '../../src/emit/outline.js'
import { sdkNames } from '../../src/emit/sides.js'
import type { ApiModel, Field, Model, ObjectModel } from '../../src/ir/model.js'
import type { Type } from '../../src/ir/type.js'
import { record } from './payloads.js'

/** One value, as it is on the wire and as programs see it. */
export interface Pair {
  readonly wire: unknown
  readonly own: unknown
}

/** Random values of each model of an API, by id. */
export interface Pairs {
  /** The name of the model's type. */
  readonly nameOf: (id: string) => string
  readonly of: (id: string) => fc.Arbitrary<Pair>
}

const instant = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') })
const days = fc.constantFrom('2024-02-29', '1999-12-31', '0001-01-01')
const words = fc.string({ maxLength: 5 })
const keys = fc.oneof(words, fc.constantFrom('constructor', 'toString', 'a_b'))
const same = fc.oneof(words, fc.integer(), fc.constant(null), fc.constant({ any_thing: ['is kept', { as_it: 'is' }] }))

/** The random values of an API, nested so deep at most where that is possible. Unknown keys stand in the outermost object only, so that unions stay told apart. */
export function pairsOf(api: ApiModel, deepest = 3): Pairs {
  const models = new Map(api.models.map((model) => [model.id, model]))
  const names = nameModels(api.models)
  const outline = outlineModels(api.models, true)
  const spelt = new Map(
    outline.entries.map((entry) => [entry.id, entry.kind === 'object' ? sdkNames(entry.properties) : new Map()]),
  )

  const pairOf = (type: Type, depth: number): fc.Arbitrary<Pair> => {
    const pair = bare(type, depth)
    return type.nullable === true ? fc.oneof(twice(fc.constant(null)), pair) : pair
  }
  const bare = (type: Type, depth: number): fc.Arbitrary<Pair> => {
    switch (type.kind) {
      case 'string':
        return twice(words)
      case 'boolean':
        return twice(fc.boolean())
      case 'number':
        return twice(type.integer === true ? fc.integer() : fc.double({ noNaN: true, noDefaultInfinity: true }))
      case 'date':
        if (type.time === false) return twice(days)
        if (type.time === 'unknown') return twice(fc.oneof(days, fc.constant('2024-02-29T23:59:59Z')))
        return instant.map((own) => ({ own, wire: own.toISOString() }))
      case 'bytes':
        return twice(fc.constant(new Uint8Array(2)))
      case 'literal':
        return twice(fc.constant(type.value))
      case 'array':
        return depth <= 0
          ? twice(fc.constant([]))
          : fc.array(pairOf(type.items, depth - 1), { maxLength: 2 }).map((items) => ({
              wire: items.map(({ wire }) => wire),
              own: items.map(({ own }) => own),
            }))
      case 'map':
        if (depth <= 0) return twice(fc.constant({}))
        return fc
          .array(fc.tuple(keys, pairOf(type.values, depth - 1)), { maxLength: 2 })
          .map((entries) => gather(entries.map(([key, pair]) => [key, key, pair] as const)))
      case 'collection':
        return twice(fc.constantFrom([], {}))
      case 'union':
        return choice(type.members, depth)
      case 'ref':
        return modelPair(models.get(type.name), depth)
      default:
        return twice(same)
    }
  }
  // The last member ends a recursion most likely; a plain one surely does.
  const choice = (all: readonly Type[], depth: number): fc.Arbitrary<Pair> => {
    // Beside any text a date is nothing but text.
    const members = all.some(({ kind }) => kind === 'string') ? all.filter(({ kind }) => kind !== 'date') : all
    const plain = members.filter(({ kind }) => kind !== 'ref')
    const ends = plain.length > 0 ? plain : members.slice(-1)
    const usable = depth > -1 ? members : ends
    if (usable.length === 0 || depth < -6) return twice(fc.constant('anything'))
    return fc.oneof(...usable.map((member) => pairOf(member, depth - 1)))
  }
  const modelPair = (model: Model | undefined, depth: number): fc.Arbitrary<Pair> => {
    switch (model?.kind) {
      case 'object':
        return objectPair(model, depth)
      case 'enum': {
        const values = model.values.map(({ value }) => fc.constant(value))
        return values.length === 0 ? twice(same) : twice(fc.oneof(...values))
      }
      case 'union':
        return choice(
          model.members.filter((member) => member.kind !== 'ref' || member.name !== model.id),
          depth,
        )
      default:
        return twice(same)
    }
  }
  const objectPair = ({ id, fields, additional }: ObjectModel, depth: number, isRoot = false): fc.Arbitrary<Pair> => {
    const nameOf = (name: string): string => spelt.get(id)?.get(name) ?? name
    const known = fields.filter(({ required }) => required || depth > 0)
    const parts = known.map((field) => fieldPair(field, nameOf(field.name), depth))
    const wires = new Map(fields.map(({ name }) => [nameOf(name), name]))
    const taken = new Set(fields.map(({ name }) => name))
    // A key spelt like a property of ours is another key on the wire, and must not become that property.
    const swapped = [...wires].filter(([own, wire]) => own !== wire && !taken.has(own))
    const spare = fc.constantFrom(...swapped.map(([own]) => own), 'more-of_it').filter((key) => !taken.has(key))
    const others = additional === undefined ? twice(same) : pairOf(additional, depth - 1)
    const further = fc.tuple(spare, others).map(([key, pair]) => [key, wires.get(key) ?? key, pair] as const)
    const more = isRoot || additional !== undefined ? fc.array(further, { maxLength: 1 }) : fc.constant([])
    return fc.tuple(fc.tuple(...parts), more).map(([own, rest]) => gather([...own.flat(), ...rest]))
  }
  const fieldPair = (field: Field, own: string, depth: number): fc.Arbitrary<readonly Triple[]> => {
    const one = pairOf(field.type, depth - 1).map((pair): readonly Triple[] => [[field.name, own, pair]])
    return field.required ? one : fc.oneof(fc.constant([]), one)
  }
  return {
    nameOf: (id) => names.get(id)?.name ?? '',
    of: (id) => {
      const model = models.get(id)
      return model?.kind === 'object' ? objectPair(model, deepest, true) : modelPair(model, deepest)
    },
  }
}

type Triple = readonly [wireKey: string, ownKey: string, pair: Pair]

function gather(entries: readonly Triple[]): Pair {
  return {
    wire: record(entries.map(([key, , { wire }]) => [key, wire])),
    own: record(entries.map(([, key, { own }]) => [key, own])),
  }
}

function twice(values: fc.Arbitrary<unknown>): fc.Arbitrary<Pair> {
  return values.map((value) => ({ wire: value, own: value }))
}
