// Knows how characters are written as `\uXXXX`, which JSON, scripts and regular expressions all take for the characters.

/** The units of a text, each as `\uXXXX`. */
export function unitEscapes(text: string): string {
  return [...Array(text.length).keys()]
    .map((index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')
}

/** A text as a regular expression, with or without the flag `u`, that matches this text alone. */
export function literalPattern(text: string): string {
  return text.replace(/[^\p{L}\p{Nd}]/gu, unitEscapes)
}
