// Knows how the model is written as JSON: keys in one fixed order, a line for each field and value.

import { sortBy } from '../../text/compare.js'
import { stringLiteral } from '../escape.js'

/** Keys that readers look for come first; the others follow by code unit. */
const leading = [
  '$schema',
  'version',
  'id',
  'kind',
  'name',
  'value',
  'variant',
  'fact',
  'namespace',
  'role',
  'words',
  'wireCase',
  'variants',
]

/** Lists that take a line for each item. */
const listed: ReadonlySet<string> = new Set([
  'variants',
  'models',
  'sources',
  'fields',
  'values',
  'members',
  'disputes',
])

/** How deep lists are opened: the document, its models, and their fields. */
const OPEN_DEPTH = 3

/** A document as JSON text, the same for the same content whatever the order of its keys. Properties that are undefined are left out. */
export function stableJson(document: object): string {
  return `${openText(document, 0)}\n`
}

/** A model as it stands in the list of the models of a document, without what stands before and after it. */
export function modelText(model: object): string {
  return `    ${openText(model, OPEN_DEPTH - 1)}`
}

function openText(value: object, depth: number): string {
  const indent = '  '.repeat(depth + 1)
  const lines = sortedEntries(value).map(([key, item]) => {
    const text = isOpen(key, item, depth) ? listText(item, depth + 1) : lineText(item)
    return `${indent}${stringLiteral(key)}: ${text}`
  })
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${'  '.repeat(depth)}}`
}

function listText(items: readonly unknown[], depth: number): string {
  const indent = '  '.repeat(depth + 1)
  const lines = items.map((item) => {
    const isModel = typeof item === 'object' && item !== null && depth + 1 < OPEN_DEPTH && 'sources' in item
    return `${indent}${isModel ? openText(item, depth + 1) : lineText(item)}`
  })
  return `[\n${lines.join(',\n')}\n${'  '.repeat(depth)}]`
}

function isOpen(key: string, item: unknown, depth: number): item is readonly unknown[] {
  return depth < OPEN_DEPTH && listed.has(key) && Array.isArray(item) && item.length > 0
}

function lineText(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value)
  if (Array.isArray(value)) return `[${value.map(lineText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = sortedEntries(value).map(([key, item]) => `${stringLiteral(key)}: ${lineText(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

function sortedEntries(value: object): readonly (readonly [string, unknown])[] {
  const entries: [string, unknown][] = Object.entries(value)
  const present = entries.filter(([, item]) => item !== undefined)
  return sortBy(present, ([key]) => [leading.includes(key) ? leading.indexOf(key) : leading.length, key])
}
