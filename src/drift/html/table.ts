// Knows how things that occur often are kept once: by their place in a list.

/** A list without repeats. */
export interface Table<T> {
  readonly items: readonly T[]
  /** The place of an item; one that is new is added. */
  idOf(item: T): number
}

/** An empty list, whose items are the same where their keys are. */
export function createTable<T>(keyOf: (item: T) => string): Table<T> {
  const places = new Map<string, number>()
  const items: T[] = []
  return {
    items,
    idOf: (item) => {
      const key = keyOf(item)
      const place = places.get(key) ?? items.length
      if (place === items.length) {
        places.set(key, place)
        items.push(item)
      }
      return place
    },
  }
}
