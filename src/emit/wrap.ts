// Knows how long lines of a documentation comment are broken without changing what they mean as Markdown.

const FENCE = /^ {0,3}(?:`{3}|~{3})/
/** Lines whose breaks or columns carry meaning: tables, code set in by four columns. */
const FIXED = /^(?: {4}|\s*\|)/
/** A line may not come to begin with any of these: it would be a list, heading, quotation, table, fence, tag or HTML. */
const OPENERS = /^(?:[-+*#>|=~`@<:]|\\|\d+[.)])/

/** The text with lines of at most `width` characters where single spaces outside code blocks and tables allow it. */
export function wrapText(text: string, width: number): string {
  let isCode = false
  return text
    .split('\n')
    .map((line) => {
      const isFence = FENCE.test(line)
      if (isFence) isCode = !isCode
      return isCode || isFence || FIXED.test(line) ? line : wrapLine(line, width)
    })
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/(?<![\s\\]) (?! )/)) {
    const isFull = current !== '' && current.length + 1 + word.length > width
    if (current === '') current = word
    else if (isFull && !OPENERS.test(word)) {
      lines.push(current)
      current = word
    } else current += ` ${word}`
  }
  return [...lines, current].join('\n')
}
