// Knows how identifiers are split into words, joined in a case style, and compared across languages.

/** The case styles in which the languages of the docs, and we, write names. */
export type CaseStyle = 'snake' | 'camel' | 'pascal' | 'kebab' | 'upper-snake'

/**
 * The words of an identifier: split at every character that is not a letter or digit, at lower→Upper, and before the last
 * capital of a run that a lower-case letter follows (`homeURLPath` → `home`, `URL`, `Path`). Digits stay with their word.
 */
export function splitWords(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== '')
}

/** The words joined in a case style. `camel` and `pascal` change only the first letter of a word and keep the rest. */
export function joinWords(words: readonly string[], style: CaseStyle): string {
  switch (style) {
    case 'snake':
      return words.map(lower).join('_')
    case 'upper-snake':
      return words.map((word) => word.toUpperCase()).join('_')
    case 'kebab':
      return words.map(lower).join('-')
    case 'pascal':
      return words.map(capitalize).join('')
    case 'camel':
      return words.map((word, index) => (index === 0 ? uncapitalizeWord(word) : capitalize(word))).join('')
  }
}

/** The key under which one name is the same in every language: letters and digits only, lower case. */
export function squash(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{Nd}]+/gu, '')
}

/** The text with its first letter in upper case. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function uncapitalizeWord(word: string): string {
  return /^\p{Lu}+$/u.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1)
}

function lower(word: string): string {
  return word.toLowerCase()
}
