// Knows what a pattern with `*` matches.

/** Whether a pattern matches a whole text: `*` stands for any run of characters, also none; everything else for itself. */
export function matchesGlob(pattern: string, text: string): boolean {
  const [head = '', ...parts] = pattern.split('*')
  const tail = parts.pop()
  if (tail === undefined) return text === head
  if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false
  // Taking the first place for each part is never wrong, so there is no way back and the time stays short.
  const end = text.length - tail.length
  let from = head.length
  for (const part of parts) {
    const found = text.indexOf(part, from)
    if (found < 0 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}
