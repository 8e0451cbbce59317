// Knows the one order in which everything leaves a stage: by UTF-16 code unit, never by locale.

/** Compares two texts by code unit; the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A sorted copy, ordered by the keys; earlier keys first, numbers by value and texts by code unit. */
export function sortBy<T>(items: Iterable<T>, keys: (item: T) => readonly (string | number)[]): T[] {
  return [...items]
    .map((item) => ({ item, key: keys(item) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item)
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index]
    if (right === undefined || left === right) continue
    return left < right ? -1 : 1
  }
  return 0
}
