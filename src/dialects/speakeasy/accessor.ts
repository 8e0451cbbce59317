// Knows the names that SDKs give to the parts of a union: `Str`, `ArrayOfParcel`, `MapOfAny`.

import type { Type } from '../../ir/type.js'
import type { Bare } from './notation.js'
import { any, boolean, bytes, date, integer, number, text } from './words.js'

/** The names for types that are no models. */
const ACCESSORS: { readonly [name: string]: Bare } = {
  Str: text(),
  Number: number,
  Integer: integer(),
  Boolean: boolean,
  Bool: boolean,
  Any: any(),
  DateTime: date(true),
  Date: date('unknown'),
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
      return type.integer === true ? 'Integer' : 'Number'
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

function prefixed(prefix: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : prefix + name
}
