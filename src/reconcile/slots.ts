// Knows which items of one variant's list stand where another's has different ones: between the same neighbours.

import type { Node } from './variant-docs.js'

/** Stands for the neighbour of the first item and of the last. */
const EDGE = '\u0001'

/** A list of a page, by the keys of its items. */
export interface KeyList {
  readonly node: Node
  readonly keys: readonly string[]
}

/** Items that only one list has, and items that it lacks, between the same neighbours. */
export interface Slot {
  readonly fresh: readonly string[]
  readonly gone: readonly string[]
  /** Whether there is a neighbour on both sides. */
  readonly isInner: boolean
}

/** The places in which one list has `alone` items, which no other has, where others have `wanted` items that it lacks. */
export function slotsOf(
  own: KeyList,
  others: readonly KeyList[],
  { alone, wanted }: { alone: ReadonlySet<string>; wanted: ReadonlySet<string> },
): Slot[] {
  const found = new Map<string, Slot>()
  const mine = new Set(own.keys)
  for (const other of others) {
    const theirs = new Set(other.keys)
    const fresh = gaps(own.keys, theirs)
    const gone = gaps(other.keys, mine)
    for (const [place, all] of gone) {
      const keys = all.filter((key) => wanted.has(key))
      const news = (fresh.get(place) ?? []).filter((key) => alone.has(key))
      if (news.length === 0 || keys.length === 0) continue
      // Other lists may have other neighbours there; the same new items are the same place.
      const id = news.join('\u0000')
      const isInner = !place.startsWith(EDGE) && !place.endsWith(EDGE)
      found.set(id, { fresh: news, gone: [...new Set([...(found.get(id)?.gone ?? []), ...keys])], isInner })
    }
  }
  return [...found.values()]
}

/** The items that are not common, by their nearest common neighbours. */
function gaps(keys: readonly string[], common: ReadonlySet<string>): Map<string, string[]> {
  const result = new Map<string, string[]>()
  let before = EDGE
  let open: string[] = []
  for (const key of [...keys, undefined]) {
    if (key !== undefined && !common.has(key)) {
      open.push(key)
      continue
    }
    if (open.length > 0) result.set(`${before}\u0000${key ?? EDGE}`, open)
    open = []
    before = key ?? EDGE
  }
  return result
}
