// Knows the payloads by which checks are compared: valid values, and each with one thing changed at one field.

import type { ApiModel, Field } from '../../src/ir/model.js'
import type { Type } from '../../src/ir/type.js'
import { modelsOf, record, validModel, validValue, type Models } from '../emit/payloads.js'

/** A value to be judged as one of a model. */
export interface Payload {
  readonly model: string
  /** What was changed: `valid`, or the kind of change and the field. */
  readonly change: string
  readonly value: unknown
}

/** A key that no model has. */
const STRANGE = 'no_such_key'

/** What a field may wrongly hold, by the kind of change. */
const replacements: readonly (readonly [change: string, value: unknown])[] = [
  ['null', null],
  ['wrong primitive', true],
  ['wrong primitive', 'no such value'],
  ['wrong primitive', 7],
  ['wrong primitive', 0.5],
  ['bad date', '2023-02-29'],
  ['bad date', '2024-02-29T08:30:00'],
  ['bad date', '2016-12-31T12:00:60Z'],
  ['another date', '2024-02-29'],
  ['another date', '2024-02-29T08:30:00Z'],
  ['another date', '2016-12-31T15:59:60.5-08:00'],
  ['wrong container', []],
  ['wrong container', {}],
  ['wrong element', [null]],
  ['wrong element', [true]],
]

/** All payloads of a model, in order. */
export function payloadsOf(api: ApiModel): readonly Payload[] {
  const models = modelsOf(api)
  return api.models.flatMap((model) => {
    const whole = validModel(model, models, 2)
    const valid = [0, 2, 4].map((depth) => ({
      model: model.id,
      change: 'valid',
      value: validModel(model, models, depth),
    }))
    const others = replacements.map(([change, value]) => ({ model: model.id, change, value }))
    const strange = isRecord(whole) ? [{ model: model.id, change: 'unknown key', value: withKey(whole) }] : []
    const fields = model.kind === 'object' ? model.fields : []
    const changed = fields.flatMap((field) =>
      changesOf(field, whole, models).map(([change, value]) => ({
        model: model.id,
        change: `${change} at ${field.name}`,
        value,
      })),
    )
    return [...valid, ...others, ...strange, ...changed]
  })
}

function changesOf(field: Field, whole: unknown, models: Models): readonly (readonly [string, unknown])[] {
  const others = Object.entries(Object(whole)).filter(([key]) => key !== field.name)
  const put = (value: unknown): unknown => record([...others, [field.name, value]])
  const value = validValue(field.type, models, 1)
  return [
    ['missing', record(others)],
    ...replacements.map(([change, wrong]) => [change, put(wrong)] as const),
    ...elementChanges(field.type, value).map((wrong) => ['wrong element', put(wrong)] as const),
    ...(isRecord(value) ? [['unknown key', put(withKey(value))] as const] : []),
  ]
}

/** A list or map with one wrong element beside a right one. */
function elementChanges(type: Type, value: unknown): readonly unknown[] {
  const wrong = ['no such value', 0.5, {}]
  if (type.kind === 'array' && Array.isArray(value)) return wrong.map((item) => [...value, item])
  return type.kind === 'map' && isRecord(value) ? wrong.map((item) => ({ ...value, other: item })) : []
}

function withKey(value: Record<string, unknown>): unknown {
  return record([...Object.entries(value), [STRANGE, 1]])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}
