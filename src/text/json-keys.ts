// Knows which keys a JSON text holds.

/** The keys of all objects in a JSON text, each once, in the order of the text; none where it is no JSON object or list. */
export function jsonKeys(text: string): string[] {
  if (!/^[[{]/.test(text)) return []
  try {
    return [...new Set(keysOf(JSON.parse(text)))]
  } catch {
    return []
  }
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}
