// Knows which keys a JSON text holds, and when two such texts say the same.

import { compareText } from './compare.js'

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

/** A JSON object or list without white space, its keys in order: the same for texts of one value; any other text as it is. */
export function jsonFolded(text: string): string {
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) => (isObject(value) ? sorted(value) : value))
  } catch {
    return text
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
}
