// Knows what the functions are called by which a file checks its lists, and which lists get none.

import { guardName } from '../guard-names.js'
import type { Outline } from '../outline.js'
import { isNull, membersOf, shapeRefs, type Shape } from '../shape.js'
import { CHECK, innerGuardName } from './check-names.js'

/** What begins the name of a list, or is the name of what is no model: a model called so gets no function for its lists. */
const TAKEN = /^(?:(?:ArrayOf|MapOf|Nullable).*|String|Boolean|Uint8Array|Number|Integer|Date|DateTime|DateOrDateTime)$/

/**
 * Names lists after what is in them: `isArrayOfLocker`, `isMapOfString`. Undefined where the items have no name, as
 * several constants have none, or where a model has the name.
 * @param cycle - ids of the models that are checked by their inner guards
 */
export function listNames(
  { byId, names }: Outline,
  cycle: ReadonlySet<string>,
): (kind: 'array' | 'map', items: Shape) => string | undefined {
  return (kind, items) => {
    const inner = nameOf(items)
    if (inner === undefined) return undefined
    const name = joined(kind, inner)
    if (names.has(name)) return undefined
    if (inner === 'String') return `${CHECK}.${guardName(name)}`
    return shapeRefs(items).some((id) => cycle.has(id)) ? innerGuardName(name) : guardName(name)
  }

  function nameOf(shape: Shape): string | undefined {
    switch (shape.kind) {
      case 'string':
        return 'String'
      case 'boolean':
        return 'Boolean'
      case 'bytes':
        return 'Uint8Array'
      case 'number':
        return shape.integer ? 'Integer' : 'Number'
      case 'date':
        return shape.time === 'unknown' ? 'DateOrDateTime' : shape.time ? 'DateTime' : 'Date'
      case 'ref': {
        const name = byId.get(shape.id)?.name
        return name === undefined || TAKEN.test(name) ? undefined : name
      }
      case 'array':
        return joined('array', nameOf(shape.items))
      case 'map':
        return joined('map', nameOf(shape.values))
      case 'union': {
        const [only, ...others] = membersOf(shape).filter((member) => !isNull(member))
        return only === undefined || others.length > 0 ? undefined : prefixed('Nullable', nameOf(only))
      }
      default:
        return undefined
    }
  }
}

function joined(kind: 'array' | 'map', inner: string): string
function joined(kind: 'array' | 'map', inner: string | undefined): string | undefined
function joined(kind: 'array' | 'map', inner: string | undefined): string | undefined {
  return prefixed(kind === 'array' ? 'ArrayOf' : 'MapOf', inner)
}

function prefixed(prefix: string, inner: string | undefined): string | undefined {
  return inner === undefined ? undefined : prefix + inner
}
