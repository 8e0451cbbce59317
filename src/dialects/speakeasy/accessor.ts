// Knows the names that SDKs give to the parts of a union: `Str`, `ArrayOfParcel`, `MapOfAny`.

import type { NumberType, Type } from '../../ir/type.js'
import type { Bare } from './notation.js'
import { any, boolean, bytes, date, fraction, integer, text } from './words.js'

/** The names for types that are no models. */
const ACCESSORS: { readonly [name: string]: Bare } = {
  Str: text(),
  Number: fraction(),
  Float32: fraction('float'),
  Decimal: fraction('decimal'),
  Integer: integer(),
  Int32: integer('int32'),
  Bigint: integer('big'),
  Boolean: boolean,
  Bool: boolean,
  Any: any(),
  DateTime: date(true),
  Date: date(false),
  Bytes: bytes,
}

/** The type that a name tells. */
export function accessorType(name: string): Type {
  const [, container, rest = ''] = /^(ArrayOf|MapOf)(.+)$/.exec(name) ?? []
  if (container === 'ArrayOf') return { kind: 'array', items: accessorType(rest), nullable: 'unknown' }
  if (container === 'MapOf') return { kind: 'map', values: accessorType(rest), nullable: 'unknown' }
  const known = Object.hasOwn(ACCESSORS, name) ? ACCESSORS[name] : undefined
  return known === undefined ? { kind: 'ref', name, nullable: 'unknown' } : { ...known, nullable: 'unknown' }
}

/** The name for a type; undefined where there is none. */
export function accessorName(type: Type): string | undefined {
  switch (type.kind) {
    case 'array':
      return prefixed('ArrayOf', accessorName(type.items))
    case 'map':
      return prefixed('MapOf', accessorName(type.values))
    case 'string':
      return 'Str'
    case 'boolean':
      return 'Boolean'
    case 'number':
      return numberName(type)
    case 'any':
      return 'Any'
    case 'date':
      return type.time === true ? 'DateTime' : 'Date'
    case 'bytes':
      return 'Bytes'
    case 'ref':
      return type.name.split(/[.\\]|::/).at(-1)
    default:
      return undefined
  }
}

function numberName({ integer, format }: NumberType): string {
  if (integer === true) return format === 'int32' ? 'Int32' : format === 'big' ? 'Bigint' : 'Integer'
  return format === 'float' ? 'Float32' : format === 'decimal' ? 'Decimal' : 'Number'
}

function prefixed(prefix: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : prefix + name
}
