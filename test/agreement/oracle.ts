// Knows what a model accepts, told from the model alone: what every emitted check is compared with.

import type { ApiModel, Field, Model } from '../../src/ir/model.js'
import type { Type } from '../../src/ir/type.js'

/** How values are judged. */
export interface OracleOptions {
  readonly unknownKeys: 'allow' | 'strip' | 'reject'
  /** Whether only what TypeScript can say of literals counts, or JSON Schema of JSON, see {@link createOracle}. */
  readonly as: 'values' | 'types' | 'json'
}

/** What every object inherits, as TypeScript has it. */
const inherited: ReadonlySet<string> = new Set([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
])

/** Whether the model of an id accepts a value. */
export type Oracle = (id: string, value: unknown) => boolean

/**
 * What the models accept. As JSON Schema they ask nothing of what is raw bytes, which no JSON value is. As types they cannot say five things: what a date looks like, that a number is whole, that
 * a text or list with the properties asked for, such as `length`, is no object, and which of the properties of a model with typed further ones is which,
 * and that a property of the name of one that every object inherits is the object's own.
 */
export function createOracle(api: ApiModel, options: OracleOptions): Oracle {
  const models = new Map(api.models.map((model) => [model.id, model]))
  const asTypes = options.as === 'types'

  function isModel(model: Model | undefined, value: unknown, seen: ReadonlySet<string>): boolean {
    if (model === undefined || model.kind === 'unknown') return true
    if (model.kind === 'object') return isObjectOf(model.fields, model.additional, value)
    if (model.kind === 'enum') {
      if (model.values.length === 0 || model.values.some((one) => one.value === value)) return true
      const kinds = model.values.map((one) => kindOf(one.value))
      return model.open === true && /^(string|number)$/.test(kindOf(value)) && kinds.includes(kindOf(value))
    }
    const members = model.members.filter((member) => member.kind !== 'ref' || !seen.has(member.name))
    const inner = new Set([...seen, model.id])
    if (!hasMember(model.id)) return true
    return members.some((member) => isType(member, value, inner))
  }

  /** Whether a union has any member that is not one of the unions on its own circle. */
  function hasMember(id: string, seen: ReadonlySet<string> = new Set()): boolean {
    const model = models.get(id)
    if (model?.kind !== 'union') return true
    const inner = new Set([...seen, id])
    return model.members.some((one) => one.kind !== 'ref' || (!inner.has(one.name) && hasMember(one.name, inner)))
  }

  function isObjectOf(fields: readonly Field[], additional: Type | undefined, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return asTypes && additional === undefined && value !== null && value !== undefined && resembles(fields, value)
    const own = new Map(Object.entries(value))
    const isPresent = fields.every((field) => {
      const { name, type, required } = field
      if (!own.has(name)) return asTypes && inherited.has(name) ? isType(type, Object.prototype.toString) : !required
      const found = own.get(name)
      return (found === undefined && !required) || isType(type, found)
    })
    const names = new Set(fields.map(({ name }) => name))
    const others = [...own].filter(([key]) => !names.has(key) && key !== '__proto__')
    return isPresent && others.every(([, item]) => isFurther(fields, additional, item))
  }

  /** Whether a text, list or the like has the properties asked for, as every text has a length. */
  function resembles(fields: readonly Field[], value: unknown): boolean {
    const has = ({ name }: Field): boolean => name in Object(value)
    const isAlike = fields.every((field) =>
      has(field) ? isType(field.type, Reflect.get(Object(value), field.name)) : !field.required,
    )
    return isAlike && (fields.length === 0 || fields.some(has))
  }

  function isFurther(fields: readonly Field[], additional: Type | undefined, item: unknown): boolean {
    if (additional === undefined) return options.unknownKeys !== 'reject' || (asTypes && fields.length === 0)
    return isType(additional, item) || (asTypes && fields.some(({ type }) => isType(type, item)))
  }

  function isType(type: Type, value: unknown, seen: ReadonlySet<string> = new Set()): boolean {
    if (type.nullable === true && value === null) return true
    switch (type.kind) {
      case 'unknown':
      case 'any':
      case 'external':
        return true
      case 'string':
      case 'boolean':
        return typeof value === type.kind
      case 'bytes':
        return options.as === 'json' || value instanceof Uint8Array
      case 'number':
        return typeof value === 'number' && (asTypes || type.integer !== true || Number.isInteger(value))
      case 'date':
        return typeof value === 'string' && (asTypes || isDate(value, type.time))
      case 'literal':
        return value === type.value
      case 'array':
        return Array.isArray(value) && value.every((item) => isType(type.items, item))
      case 'map':
        return isObjectOf([], type.values, value)
      case 'collection':
        return typeof value === 'object' && value !== null
      case 'union':
        return type.members.some((member) => isType(member, value, seen))
      case 'ref': {
        const model = models.get(type.name)
        if (model === undefined && type.inline !== undefined) return isType(type.inline, value)
        return isModel(model, value, seen)
      }
    }
  }

  return (id, value) => isModel(models.get(id), value, new Set())
}

/** Kinds as `typeof` has them, null aside. */
function kindOf(value: unknown): string {
  return value === null ? 'null' : typeof value
}

/** By the calendar and the clock of the runtime, not by patterns. */
function isDate(text: string, time: boolean | 'unknown'): boolean {
  if (time === 'unknown') return isDate(text, true) || isDate(text, false)
  const [day = '', clock, ...rest] = time ? text.split(/t/i) : [text]
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return false
  return !time || (clock !== undefined && rest.length === 0 && isClock(clock))
}

/** Whether a text is a time with its offset: a 60th second there is in the last minute of a day in UTC alone, whatever the day. */
function isClock(text: string): boolean {
  const parts = /^(\d\d:\d\d):(\d\d)(?:\.\d+)?(z|[+-]\d\d:\d\d)$/i.exec(text)
  if (parts === null) return false
  const [, minute = '', second = '', offset = ''] = parts
  const hasOffset = offset.length === 1 || isMinute(offset.slice(1))
  if (!isMinute(minute) || !hasOffset || Number(second) > 60) return false
  if (second !== '60') return true
  return new Date(`2001-01-01T${minute}:00${offset.toUpperCase()}`).toISOString().slice(11, 16) === '23:59'
}

/** Whether a text is a minute of a day, such as 23:59. */
function isMinute(text: string): boolean {
  return Number(text.slice(0, 2)) < 24 && Number(text.slice(3)) < 60
}
