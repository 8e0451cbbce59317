// Knows how a language of this family derives the names of fields and of enumerations' members from names and values on the wire.

import { capitalize, joinWords, splitWords, squash } from '../../text/words.js'
import type { Language } from './language.js'

const TEENS = 'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN'
const ONES = `${TEENS} SEVENTEEN EIGHTEEN NINETEEN`.split(' ')
const TENS = '_ _ TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ')

/** The name of a field: its words in the language's case, with an ending where it would be a reserved word or its model's name. */
export function fieldName(language: Language, wire: string, model: string): string {
  const words = splitWords(wire.replaceAll('$', ' dollar ')).map((word) => initialism(language, word))
  const name = joinWords(words, language.fieldCase)
  const suffix = language.ownNameSuffix
  if (suffix !== undefined && squash(name) === squash(model)) return name + suffix
  return language.reserved.includes(name) ? `${name}_` : name
}

/** The heading of a model's page: its initialisms in capitals where the language writes them so, else as other words. */
export function headingOf(language: Language, name: string): string {
  const capitals = language.capitalHeadings === true
  return splitWords(name)
    .map((word) =>
      !INITIALISMS.includes(word.toLowerCase()) ? word : capitals ? word.toUpperCase() : capitalize(word.toLowerCase()),
    )
    .join('')
}

const INITIALISMS = 'id url ip api html sql json xml'.split(' ')

/** The name of a page's file, without its ending. */
export function fileName(language: Language, heading: string): string {
  if (language.fileCase === 'pascal') return heading
  const name = heading.toLowerCase()
  return language.reserved.includes(name) ? `${name}_` : name
}

/** The name of a member: its value's words in the language's case; signs and leading digits are spelled. */
export function memberName(language: Language, value: string, model: string): string {
  const spelt = value.replace(/^-/, 'minus ').replaceAll('*', ' wildcard ').replaceAll('&', ' and ')
  const words = splitWords(spelt)
  const [first = 'unknown', ...rest] = words
  const all = [numbered(first, language.memberCase === 'upper-snake'), ...rest].flat()
  if (language.memberCase === 'upper-snake') {
    const name = joinWords(all, 'upper-snake')
    return language.numbersJoin === true ? name.replace(/_(?=\d)/g, '') : name
  }
  const shouted = !/\p{Ll}/u.test(value) && !/^\d/.test(value)
  const pascal = all.map((word) => capitalize(initialism(language, shouted ? word.toLowerCase() : word))).join('')
  return language.memberCase === 'prefixed' ? model + pascal : pascal
}

function initialism(language: Language, word: string): string {
  return language.initialisms?.includes(word.toLowerCase()) === true ? word.toUpperCase() : word
}

/** A word whose leading digits are spelled: `24h` → `TWENTY`, `FOURH`. */
function numbered(word: string, capitals: boolean): string[] {
  const digits = /^\d+/.exec(word)?.[0]
  if (digits === undefined || digits.length > 2) return [word]
  const number = Number(digits)
  const parts =
    number < 20
      ? [ONES[number] ?? '']
      : [TENS[Math.floor(number / 10)] ?? '', ...(number % 10 === 0 ? [] : [ONES[number % 10] ?? ''])]
  const whole = parts.map(
    (part, index) =>
      (capitals ? part : capitalize(part.toLowerCase())) +
      (index === parts.length - 1 ? word.slice(digits.length) : ''),
  )
  return whole
}
