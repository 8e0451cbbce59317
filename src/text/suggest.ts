// Knows which of some names a misspelt one was probably meant to be.

import { sortBy } from './compare.js'

/** The candidate nearest to a misspelt name, letter case aside; undefined where none is near enough to be meant. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3))
  const rated = [...new Set(candidates)].flatMap((candidate) => {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), limit)
    return distance > limit ? [] : [{ candidate, distance }]
  })
  return sortBy(rated, ({ candidate, distance }) => [distance, candidate])[0]?.candidate
}

/**
 * The least number of letters to insert, delete, replace or swap with their neighbour to make one text of the other.
 * Numbers above `limit` are only known to be above it, which spares most of the work.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + (same ? 0 : 1),
          swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    if (Math.min(...current) > limit) return limit + 1
    before = previous
    previous = current
  }
  return at(previous, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
