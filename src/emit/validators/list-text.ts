// Knows the functions by which a file checks its lists: each has a loop of its own, which engines compile for just these items.

import type { Entry } from '../outline.js'
import type { Shape } from '../shape.js'
import type { FunctionStatement } from '../statement.js'
import { CHECK } from './check-names.js'
import { isTotal, shapeCondition, type GuardContext } from './guard-text.js'

/** The functions that check the lists and maps of a model, those inside of others first; not all of them need be used. */
export function listGuards(entry: Entry, context: GuardContext): readonly FunctionStatement[] {
  const named = new Map<string, FunctionStatement>()
  for (const shape of shapesOf(entry).flatMap(listsIn)) {
    const items = itemsOf(shape)
    const name = isTotal(items, context) ? undefined : context.listOf(shape.kind, items)
    if (name !== undefined && !name.startsWith(CHECK) && !named.has(name))
      named.set(name, listGuard(name, shape, context))
  }
  return [...named.values()]
}

type ListShape = Extract<Shape, { kind: 'array' | 'map' }>

function listGuard(name: string, shape: ListShape, context: GuardContext): FunctionStatement {
  const isArray = shape.kind === 'array'
  const { opposite } = shapeCondition(itemsOf(shape), isArray ? 'item' : 'value[key]', { ...context, depth: 1 })
  const loop = isArray
    ? `for (const item of value) if (${opposite}) return false;`
    : `for (const key in value) if (${opposite} && ${CHECK}.isOther(value, key)) return false;`
  return {
    kind: 'function',
    name,
    exported: false,
    parameters: [{ name: 'value', type: 'unknown' }],
    returns: 'boolean',
    body: [`if (!${isArray ? 'Array.isArray' : `${CHECK}.isObject`}(value)) return false;`, loop, 'return true;'],
  }
}

function itemsOf(shape: ListShape): Shape {
  return shape.kind === 'array' ? shape.items : shape.values
}

function shapesOf(entry: Entry): readonly Shape[] {
  switch (entry.kind) {
    case 'object':
      return [...entry.properties.map(({ shape }) => shape), ...(entry.additional ? [entry.additional] : [])]
    case 'union':
      return [entry.shape]
    default:
      return []
  }
}

/** The lists and maps in a shape, inner ones first. */
function listsIn(shape: Shape): readonly ListShape[] {
  switch (shape.kind) {
    case 'array':
      return [...listsIn(shape.items), shape]
    case 'map':
      return [...listsIn(shape.values), shape]
    case 'union':
      return shape.members.flatMap(listsIn)
    default:
      return []
  }
}
