// Knows how this family writes the cells and the head of a page: the inverse of reading them.

import type { Deprecation } from '../../ir/model.js'
import { escapeCell } from '../../markdown/table-layout.js'
import type { WrittenHead, WrittenRow } from '../dialect.js'
import { DEFAULT_NOTICE } from './texts.js'

/** The five cells of a field's row. */
export function writeRow(row: WrittenRow): string[] {
  const name = `\`${escapeCell(row.name)}\``
  return [
    row.deprecated === undefined ? name : `~~${name}~~`,
    row.type,
    row.required ? ':heavy_check_mark:' : ':heavy_minus_sign:',
    escapeCell(cellText(row.description, row.deprecated)),
    examplesText(row.examples),
  ]
}

/** The cells of a value's row. */
export function writeValue(name: string, value: string): string[] {
  return [`\`${escapeCell(name)}\``, escapeCell(value)]
}

/** The heading and the text below it; the deprecation is its last paragraph. */
export function writeHead({ name, description, deprecated }: WrittenHead): { title: string; text: string } {
  const notice = deprecated === undefined ? [] : [`> :warning: **DEPRECATED**: ${deprecated.message ?? DEFAULT_NOTICE}`]
  const text = [...(description === undefined ? [] : [description]), ...notice].join('\n\n')
  return { title: deprecated === undefined ? name : `~~${name}~~`, text }
}

function cellText(description: string | undefined, deprecated: Deprecation | undefined): string {
  if (deprecated === undefined) return description ?? 'N/A'
  const notice = `: warning: ** DEPRECATED **: ${deprecated.message ?? DEFAULT_NOTICE}`
  return description === undefined ? notice : `${notice}\n\n${description}`
}

function examplesText(examples: readonly string[]): string {
  const texts = examples.map((example) => escapeCell(example === 'null' ? '<nil>' : example))
  if (texts.length < 2) return texts[0] ?? ''
  return texts.map((text, index) => `**Example ${index + 1}:** ${text}`).join('<br/>')
}
