// Knows when two names or two texts are near enough to be one that was reworded.

import { splitWords } from '../text/words.js'

/** Texts of which fewer words than these are the same are not near. */
const NEAR_TEXT = 0.75

/** How alike two descriptions are: the same, worded a little otherwise, both empty, or different. */
export type TextLikeness = 'same' | 'near' | 'none' | 'other'

/** Compares two descriptions, but for white space, letter case, and the names that they are about. */
export function compareTexts(a: string, b: string, names: readonly string[]): TextLikeness {
  if (a === '' && b === '') return 'none'
  if (a === '' || b === '') return 'other'
  const known = new Set(names.flatMap(wordsOf))
  const [left, right] = [a, b].map((text) => wordsOf(text).filter((word) => !known.has(word)))
  if (left === undefined || right === undefined || left.length === 0 || right.length === 0) return 'other'
  if (left.join(' ') === right.join(' ')) return 'same'
  return commonShare(left, right) >= NEAR_TEXT && left.length > 2 ? 'near' : 'other'
}

/** Whether two names share a word, or differ in a letter or two of many. */
export function areNearNames(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left.some((word) => word.length > 2 && right.includes(word))) return true
  return isTypo(left.join(''), right.join(''))
}

/** Whether one text is the other with at most a fifth of its letters, and no more than two, written otherwise. */
export function isTypo(a: string, b: string): boolean {
  const most = Math.min(2, Math.floor(Math.max(a.length, b.length) / 5))
  return most > 0 && Math.abs(a.length - b.length) <= most && distance(a, b) <= most
}

function wordsOf(text: string): string[] {
  return splitWords(text).map((word) => word.toLowerCase())
}

/** The share of the words that both texts have, from 0 to 1. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) common += 1
    counts.set(word, left - 1)
  }
  return (2 * common) / (a.length + b.length)
}

/** The number of letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1]
    for (const [index, other] of [...b].entries()) {
      const kept = (row[index] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(kept, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
