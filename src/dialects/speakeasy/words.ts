// Knows the types that every language of this family has a word for, without the word.

import type { NumberFormat, Ternary } from '../../ir/type.js'
import type { Bare } from './notation.js'

/** A text. `covers` names what else the language writes with the same word. */
export function text(...covers: NonNullable<Bare['covers']>[number][]): Bare {
  return covers.length === 0 ? { kind: 'string' } : { kind: 'string', covers }
}

/** A truth value. */
export const boolean: Bare = { kind: 'boolean' }

/** A whole number. */
export function integer(format?: NumberFormat): Bare {
  return numeric(true, format)
}

/** A number that may have a fraction. */
export function fraction(format?: NumberFormat): Bare {
  return numeric(false, format)
}

/** A number of a format; one without bounds may be text on the wire. */
function numeric(integer: boolean, format: NumberFormat | undefined): Bare {
  const isExact = format === 'big' || format === 'decimal'
  return {
    kind: 'number',
    integer,
    ...(format === undefined ? {} : { format }),
    ...(isExact ? { covers: ['string'] } : {}),
  }
}

/** A number of which the language does not say whether it is whole. */
export const number: Bare = { kind: 'number', integer: 'unknown' }

/** A date; `time` tells whether it has a time of day. */
export function date(time: Ternary): Bare {
  return { kind: 'date', time }
}

/** Any value. `covers` names what else the language writes with the same word. */
export function any(...covers: NonNullable<Bare['covers']>[number][]): Bare {
  return covers.length === 0 ? { kind: 'any' } : { kind: 'any', covers }
}

/** Raw bytes. */
export const bytes: Bare = { kind: 'bytes' }

/** The bytes of a request. */
export const requestBytes: Bare = { kind: 'bytes', flow: 'request' }

/** The bytes of a response. */
export const responseBytes: Bare = { kind: 'bytes', flow: 'response' }

/** A type of a library of the language that is no data of the API. */
export function external(name: string): Bare {
  return { kind: 'external', name }
}
