// Knows the keys under which the values of an enumeration are exported.

import type { LiteralValue } from '../../ir/type.js'
import { joinWords, splitWords } from '../../text/words.js'
import { isPlainIdentifier } from '../escape.js'

/**
 * The values of an enumeration with a key each: the words of the value in Pascal case where that gives an identifier of its
 * own, else the text of the value. Keys are unique; a value that is listed twice is kept once.
 */
export function enumKeys(values: readonly LiteralValue[]): readonly (readonly [key: string, value: LiteralValue])[] {
  const distinct = [...new Set(values)]
  const wished = distinct.map((value) => wishedKey(value))
  const count = new Map<string, number>()
  for (const key of wished) count.set(key, (count.get(key) ?? 0) + 1)
  const given = new Set<string>()
  return distinct.map((value, index) => {
    const wish = wished[index] ?? ''
    const base = count.get(wish) === 1 ? wish : String(value)
    let key = base
    for (let number = 2; given.has(key) || (key !== wish && count.get(key) === 1); number += 1)
      key = `${base}_${number}`
    given.add(key)
    return [key, value]
  })
}

function wishedKey(value: LiteralValue): string {
  const pascal = typeof value === 'string' ? joinWords(splitWords(value), 'pascal') : ''
  return isPlainIdentifier(pascal) ? pascal : String(value)
}
