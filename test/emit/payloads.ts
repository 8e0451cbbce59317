// Knows values that a type accepts, and values that it does not, told from the model alone and not from emitted code.

import type { ApiModel, Field, Model } from '../../src/ir/model.js'
import type { Type } from '../../src/ir/type.js'

/** The models of an API by id. */
export type Models = ReadonlyMap<string, Model>

export function modelsOf(api: ApiModel): Models {
  return new Map(api.models.map((model) => [model.id, model]))
}

/** An object with exactly these own properties, whatever their names. */
export function record(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, writable: true, configurable: true })
  return made
}

/** A value of a type; optional properties are left out from the given depth on, so that recursion ends. */
export function validValue(type: Type, models: Models, depth = 3): unknown {
  switch (type.kind) {
    case 'string':
      return 'text'
    case 'boolean':
      return false
    case 'number':
      return type.integer === true ? 42 : 1.5
    case 'date':
      return type.time === false ? '2024-02-29' : '2024-02-29T01:59:60.123+02:00'
    case 'bytes':
      return new Uint8Array(2)
    case 'literal':
      return type.value
    case 'array':
      return depth > 0 ? [validValue(type.items, models, depth - 1)] : []
    case 'map':
      return depth > 0 ? { key: validValue(type.values, models, depth - 1) } : {}
    case 'collection':
      return []
    case 'union': {
      const members = depth > 0 ? type.members : [...type.members].reverse()
      return members[0] === undefined ? 'anything' : validValue(members[0], models, depth - 1)
    }
    case 'ref':
      return type.nullable === true && depth <= 0 ? null : validModel(models.get(type.name), models, depth)
    case 'unknown':
    case 'any':
    case 'external':
      return { any: ['thing'] }
  }
}

/** A value of a model. */
export function validModel(model: Model | undefined, models: Models, depth = 3): unknown {
  switch (model?.kind) {
    case 'object': {
      const fields = model.fields.filter(({ required }) => required || depth > 0)
      return record(fields.map(({ name, type }) => [name, validValue(type, models, depth - 1)]))
    }
    case 'enum':
      return model.values[0]?.value ?? 'anything'
    case 'union': {
      const members = depth > 0 ? model.members : [...model.members].reverse()
      const [first] = members.filter((member) => member.kind !== 'ref' || member.name !== model.id)
      return first === undefined || depth < -5 ? 'anything' : validValue(first, models, depth - 1)
    }
    case 'unknown':
    case undefined:
      return 'anything'
  }
}

/** A value that a type refuses; undefined where it accepts everything. */
export function wrongValue(type: Type, models: Models): { readonly wrong: unknown } | undefined {
  const nobody = { wrong: Symbol('no JSON value') }
  switch (type.kind) {
    case 'unknown':
    case 'any':
    case 'external':
      return undefined
    case 'number':
      return { wrong: type.integer === true ? 0.5 : '1' }
    case 'date':
      return { wrong: type.time === false ? '2023-02-29' : '2024-02-29T08:30:00' }
    case 'string':
    case 'boolean':
      return { wrong: 1 }
    case 'literal':
      return { wrong: 'another constant' }
    case 'bytes':
      return { wrong: 'AAAA' }
    case 'array': {
      const item = wrongValue(type.items, models)
      return { wrong: item === undefined ? {} : [item.wrong] }
    }
    case 'map': {
      const item = wrongValue(type.values, models)
      return { wrong: item === undefined ? [] : { key: item.wrong } }
    }
    case 'collection':
      return { wrong: 'text' }
    case 'union':
      return type.members.some((member) => wrongValue(member, models) === undefined) ? undefined : nobody
    case 'ref':
      return acceptsAll(models.get(type.name), models) ? undefined : nobody
  }
}

/** Values that differ from a valid one in one field, and none of which the model accepts. */
export function mutations(
  fields: readonly Field[],
  valid: unknown,
  models: Models,
): readonly { name: string; field: string; value: unknown }[] {
  const entries = Object.entries(valid ?? {})
  const without = (name: string): [string, unknown][] => entries.filter(([key]) => key !== name)
  return fields.flatMap(({ name, type, required }) => {
    const wrong = wrongValue(type, models)
    const takesNull = type.nullable === true || wrong === undefined || isNullable(type, models)
    return [
      ...(required ? [{ name: `${name} absent`, field: name, value: record(without(name)) }] : []),
      ...(wrong === undefined
        ? []
        : [{ name: `${name} wrong`, field: name, value: record([...without(name), [name, wrong.wrong]]) }]),
      ...(takesNull ? [] : [{ name: `${name} null`, field: name, value: record([...without(name), [name, null]]) }]),
    ]
  })
}

function acceptsAll(model: Model | undefined, models: Models, seen: ReadonlySet<string> = new Set()): boolean {
  if (model === undefined || model.kind === 'unknown') return true
  if (model.kind === 'enum') return model.values.length === 0
  if (model.kind === 'object') return false
  if (seen.has(model.id)) return false
  const others = model.members.filter((member) => member.kind !== 'ref' || member.name !== model.id)
  const next = new Set([...seen, model.id])
  const isTotal = (member: Type): boolean =>
    member.kind === 'ref'
      ? acceptsAll(models.get(member.name), models, next)
      : ['unknown', 'any', 'external'].includes(member.kind)
  return others.length === 0 || others.some(isTotal)
}

function isNullable(type: Type, models: Models): boolean {
  if (type.nullable === true || (type.kind === 'literal' && type.value === null)) return true
  if (type.kind === 'union') return type.members.some((member) => isNullable(member, models))
  const model = type.kind === 'ref' ? models.get(type.name) : undefined
  if (model?.kind === 'enum') return model.values.some(({ value }) => value === null)
  return (
    model?.kind === 'union' &&
    model.members.some((member) => (member.kind === 'ref' ? member.nullable === true : isNullable(member, models)))
  )
}

/** Puts a value at the given place of a tree, or adds it there under a key. */
export function changeTree(
  tree: unknown,
  how: { readonly place: number; readonly value: unknown; readonly more: string | null },
): unknown {
  let left = how.place % Math.max(1, size(tree))
  const walk = (node: unknown): unknown => {
    const isHere = left === 0
    left -= 1
    if (Array.isArray(node)) return isHere ? how.value : node.map(walk)
    if (typeof node !== 'object' || node === null || node instanceof Uint8Array) return isHere ? how.value : node
    if (isHere) return how.more === null ? how.value : record([...Object.entries(node), [how.more, how.value]])
    return record(Object.entries(node).map(([key, value]) => [key, walk(value)] as const))
  }
  return walk(tree)
}

function size(node: unknown): number {
  if (typeof node !== 'object' || node === null || node instanceof Uint8Array) return 1
  return Object.values(node).reduce<number>((sum, value) => sum + size(value), 1)
}
