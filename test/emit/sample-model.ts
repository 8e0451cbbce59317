// Knows a hand-made API that holds every kind of model and type, recursion, colliding names and hostile texts.

import type { ApiModel, Field, Model } from '../../src/ir/model.js'
import type { LiteralValue, Type } from '../../src/ir/type.js'

type Bare<T> = T extends unknown ? Omit<T, 'nullable'> : never

/** A type that is not null. */
export function type(bare: Bare<Type>): Type {
  return { ...bare, nullable: false }
}

/** The type, with `null` as a value too. */
export function nullable(given: Type): Type {
  return { ...given, nullable: true }
}

export const string = type({ kind: 'string' })
export const boolean = type({ kind: 'boolean' })
export const number = type({ kind: 'number', integer: false })
export const integer = type({ kind: 'number', integer: true, format: 'int64' })
export const dateTime = type({ kind: 'date', time: true })
export const any = type({ kind: 'any' })

export function ref(id: string): Type {
  return type({ kind: 'ref', name: id })
}

export function literal(value: LiteralValue): Type {
  return type({ kind: 'literal', value })
}

export function array(items: Type): Type {
  return type({ kind: 'array', items })
}

export function map(values: Type): Type {
  return type({ kind: 'map', values })
}

export function union(...members: Type[]): Type {
  return type({ kind: 'union', members })
}

/** A required field; `name?` for an optional one. */
export function field(name: string, given: Type, more: Partial<Field> = {}): Field {
  const required = !name.endsWith('?')
  return {
    name: required ? name : name.slice(0, -1),
    wire: 'convention',
    words: [name],
    type: given,
    required,
    examples: [],
    sources: [],
    blind: {},
    disputes: [],
    ...more,
  }
}

type Body = Model extends infer M
  ? M extends Model
    ? Omit<M, keyof typeof blank | 'id' | 'namespace' | 'name'>
    : never
  : never

const blank = { words: [], role: 'data', sources: [], disputes: [] } as const satisfies Partial<Model>

/** A model of an id such as `shared/connection`. */
export function model(
  id: string,
  name: string,
  body: Body & Partial<Pick<Model, 'description' | 'deprecated' | 'role' | 'disputes'>>,
): Model {
  return { ...blank, id, namespace: id.slice(0, id.lastIndexOf('/')), name, ...body }
}

export function object(id: string, name: string, fields: Field[], additional?: Type): Model {
  return model(id, name, { kind: 'object', fields, ...(additional && { additional }) })
}

export function enumeration(id: string, name: string, values: LiteralValue[], open: boolean): Model {
  return model(id, name, { kind: 'enum', open, values: values.map((value) => ({ value, names: {}, sources: [] })) })
}

export function alternatives(id: string, name: string, members: Type[], discriminator?: string): Model {
  return model(id, name, { kind: 'union', members, ...(discriminator !== undefined && { discriminator }) })
}

export function api(models: readonly Model[]): ApiModel {
  return { variants: [], models, wireCase: { style: 'snake', reason: 'most examples' } }
}

/** Text that tries to leave every place it can be put in. */
export const hostileText = [
  'Ends */ export const canary = 1 /*',
  '@deprecated not a tag, and {@link nothing}, mail a@b.example, @ts-ignore',
  '`${globalThis.canary = 1}` "quoted" \\ \u2028 \u202e reversed \u0007 </script> <!-- `open',
  '@example evil',
].join('\n')

const kinds = object('shared/every-kind', 'EveryKind', [
  field('unknown', type({ kind: 'unknown' })),
  field('any?', any),
  field('text', string, { description: 'A text.', examples: ['abc', '@home */'] }),
  field('flag', boolean, { deprecated: {} }),
  field('count?', number),
  field('whole?', integer, { deprecated: { message: 'Use `count`.\n@see nobody */' } }),
  field('instant', dateTime),
  field('day?', type({ kind: 'date', time: false })),
  field('moment?', type({ kind: 'date', time: 'unknown' })),
  field('bytes?', type({ kind: 'bytes' })),
  field('constant', literal('a "quoted" constant')),
  field('list', array(string)),
  field('mixed_list?', array(union(string, nullable(number)))),
  field('grid?', array(array(integer))),
  field('table?', map(map(boolean))),
  field('anything?', map(any)),
  field('collection?', type({ kind: 'collection' })),
  field('response?', type({ kind: 'external', name: 'RawResponse' })),
  field('maybe', nullable(string)),
  field('maybe_unsaid?', { ...string, nullable: 'unknown' }),
  field('choice?', union(literal('on'), literal('off'), literal(1))),
  field('string_or_date?', union(string, dateTime, literal('never'))),
  field('item_or_text?', union(ref('shared/tree'), string)),
  field('status', ref('shared/status')),
  field('open_status?', ref('shared/open-status')),
  field('missing', ref('shared/missing')),
  field('dangling?', ref('shared/nowhere')),
  field('error?', nullable(ref('shared/error'))),
  field('payment?', ref('shared/payment')),
  field('json?', ref('shared/json')),
  field('disputed?', string, {
    disputes: [
      { fact: 'required', kept: 'no', reason: '5 of 7 say so', others: [{ said: 'yes', variants: ['alpha', 'beta'] }] },
    ],
  }),
])

const hostile = model('shared/hostile', 'Hostile', {
  kind: 'object',
  description: hostileText,
  deprecated: { message: hostileText },
  fields: [
    field('__proto__', string, { description: hostileText }),
    field('constructor', number),
    field('toString?', nullable(string)),
    field('valueOf', type({ kind: 'unknown' })),
    field('a-b', string, { examples: [hostileText] }),
    field('class', boolean),
    field('"; throw new Error(1); //', string),
    field('*/ export {} /*?', array(literal('`${1}` */ \u202e"'))),
    field('é\u200b', string),
    field('1?', integer),
    field('', string),
    field('check', string),
    field('value', string),
    field('isStatus?', ref('shared/status')),
    field('parent?', ref('shared/hostile')),
  ],
})

/** Every kind of model and type. */
export const sample: ApiModel = api([
  kinds,
  hostile,
  enumeration('shared/status', 'Status', ['in-progress', 'done', 'DONE!', 'x', '__proto__', '*/ "'], false),
  enumeration('shared/small', 'Small', ['a', 'b'], false),
  enumeration('shared/numbers', 'Numbers', [1, -1, 0.5], false),
  enumeration('shared/mixed', 'Mixed', ['1', 1, true, null], false),
  enumeration('shared/open-status', 'OpenStatus', ['open', 'closed'], true),
  enumeration('shared/open-mixed', 'OpenMixed', ['open', 2, null], true),
  enumeration('shared/no-values', 'NoValues', [], false),
  model('shared/missing', 'Missing', { kind: 'unknown', role: 'missing' }),
  object('shared/empty', 'Empty', []),
  object('shared/free', 'Free', [], any),
  object('shared/labels', 'Labels', [], string),
  object(
    'shared/extended',
    'Extended',
    [field('id', string), field('size?', integer)],
    union(boolean, array(ref('shared/tree'))),
  ),
  object('shared/error', 'Error', [field('message', string), field('map?', map(ref('shared/error')))]),
  object('webhooks/error', 'Error', [field('code', integer), field('source', ref('shared/error'))]),
  object('webhooks/webhooks-error-model', 'WebhooksErrorModel', [field('cause?', ref('webhooks/error'))]),
  object('errors/connection', 'Connection', [field('reason', string)]),
  object('shared/connection', 'Connection', [field('id', string), field('failure?', ref('errors/connection'))]),
  object('shared/con', 'Con', [field('issue', ref('shared/issue')), field('result', ref('shared/result'))]),
  object('shared/issue', 'Issue', [field('path', string)]),
  object('shared/result', 'Result', [field('z', string)]),
  object('shared/date-time', 'DateTime', [field('at', dateTime)]),
  object('shared/tree', 'Tree', [field('name', string), field('children', array(ref('shared/tree')))]),
  object('shared/chicken', 'Chicken', [
    field('eggs', map(array(ref('shared/egg')))),
    field('first?', nullable(ref('shared/egg'))),
  ]),
  object(
    'shared/egg',
    'Egg',
    [field('by', nullable(ref('shared/chicken')))],
    union(string, nullable(ref('shared/chicken'))),
  ),
  alternatives('shared/json', 'Json', [
    nullable(string),
    number,
    boolean,
    array(ref('shared/json')),
    map(ref('shared/json')),
  ]),
  alternatives('shared/expression', 'Expression', [ref('shared/sum'), ref('shared/constant')], 'op'),
  object('shared/sum', 'Sum', [field('op', literal('sum')), field('terms', array(ref('shared/expression')))]),
  object('shared/constant', 'Constant', [field('op', literal('constant')), field('value', number)]),
  object('shared/card', 'Card', [field('type', union(literal('card'), literal('debit'))), field('digits', string)]),
  object('shared/bank', 'Bank', [field('type', literal('bank')), field('account', nullable(integer))]),
  alternatives('shared/payment', 'Payment', [ref('shared/card'), nullable(ref('shared/bank'))], 'type'),
  alternatives('shared/loop-a', 'LoopA', [ref('shared/loop-b'), string]),
  alternatives('shared/loop-b', 'LoopB', [ref('shared/loop-a'), integer]),
  alternatives('shared/only-itself', 'OnlyItself', [ref('shared/only-itself')]),
  alternatives('shared/with-missing', 'WithMissing', [ref('shared/missing'), string]),
  object('shared/holder', 'Holder', [
    field('loose', ref('shared/with-missing')),
    field('loop', ref('shared/loop-a')),
    field('self', ref('shared/only-itself')),
  ]),
  alternatives('shared/any-of', 'AnyOf', [array(string), ref('shared/tree'), ref('shared/status'), integer]),
  alternatives('shared/no-members', 'NoMembers', []),
  model('operations/list-response', 'ListResponse', {
    kind: 'object',
    role: 'response',
    fields: [field('body', nullable(array(ref('shared/connection'))))],
  }),
])
