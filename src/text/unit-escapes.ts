// Knows how characters are written as `\uXXXX`, which JSON and scripts take for the characters, and how a text is written as a pattern.

/** The units of a text, each as `\uXXXX`. */
export function unitEscapes(text: string): string {
  return [...Array(text.length).keys()]
    .map((index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')
}

/** A text as a regular expression that matches this text alone, with or without the flag `u`, and for bundlers that are written in Go. */
export function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
