// Knows chance that is the same in every run: a generator of numbers from a seed.

/** Chance from a seed. */
export interface Seeded {
  /** A whole number from 0 up to, not including, a bound. */
  below(bound: number): number
  /** One of the items; undefined of none. */
  pick<T>(items: readonly T[]): T | undefined
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[]
}

/** Chance that begins with a seed. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    below,
    pick: (items) => items[below(items.length)],
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  }
}
