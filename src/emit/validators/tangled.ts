// Knows in which recursive models a guard could try a value again and again, so that it must remember what it found.

import { overlap } from '../ambiguous.js'
import { taggedMembers } from '../discriminator.js'
import type { Entry, Outline } from '../outline.js'
import { shapeRefs, type Shape } from '../shape.js'

/**
 * Ids of the models on a cycle with a union of which two members could take the same array or object, one of them recursive.
 * Where one member refuses such a value deep inside, the next walks through it again, at every level: 2^depth steps.
 */
export function tangledModels(outline: Outline): ReadonlySet<string> {
  const tangled = new Set<string>()
  for (const entry of outline.entries) {
    if (entry.cycle.size === 0 || tangled.has(entry.id)) continue
    if (unionsOf(entry, outline).some((union) => isTangled(union, entry.cycle, outline)))
      for (const id of entry.cycle) tangled.add(id)
  }
  return tangled
}

function isTangled(members: readonly Shape[], cycle: ReadonlySet<string>, outline: Outline): boolean {
  const isRecursive = (member: Shape): boolean => shapeRefs(member).some((id) => cycle.has(id))
  return members.some(
    (one) => isRecursive(one) && members.some((other) => other !== one && overlap(one, other, outline)),
  )
}

/** The unions in the shapes of a model, as lists of members; one that a discriminator settles is none. */
function unionsOf(entry: Entry, outline: Outline): readonly (readonly Shape[])[] {
  switch (entry.kind) {
    case 'object': {
      const shapes = [...entry.properties.map(({ shape }) => shape), ...(entry.additional ? [entry.additional] : [])]
      return shapes.flatMap(unionsIn)
    }
    case 'union':
      return taggedMembers(entry, outline) === undefined ? unionsIn(entry.shape) : []
    default:
      return []
  }
}

function unionsIn(shape: Shape): readonly (readonly Shape[])[] {
  switch (shape.kind) {
    case 'array':
      return unionsIn(shape.items)
    case 'map':
      return unionsIn(shape.values)
    case 'union':
      return [shape.members, ...shape.members.flatMap(unionsIn)]
    default:
      return []
  }
}
