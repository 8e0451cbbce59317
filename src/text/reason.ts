// Knows the words of an error, whatever was thrown.

/** What an error says of itself, without its stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The first line of it that says something. */
export function shortReason(error: unknown): string {
  const lines = reasonOf(error).split('\n')
  return lines.find((line) => line.trim() !== '') ?? 'no reason was given'
}
