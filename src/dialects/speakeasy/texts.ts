// Knows the fixed texts of this family's pages: what stands for nothing, for a deprecation, for an example, for a wrapper's field.

import type { Deprecation } from '../../ir/model.js'

/** The notice of a deprecation that gives no text of its own. */
export const DEFAULT_NOTICE =
  'This will be removed in a future release, please migrate away from it as soon as possible.'
const ROW_NOTICE = /^:\s?warning:\s\*\*\s?DEPRECATED\s?\*\*:\s*/
const PAGE_NOTICE = /^>\s*:warning:\s\*\*DEPRECATED\*\*:([^\n]*)$/

/** What old docs show of objects, and of lists of objects. */
const NOT_SHOWN = /^\[object Object\](?:,\[object Object\])*$/
const NAMED_EXAMPLE = /(?:^|<br\/>)\*\*[^*]+:\*\* /

/** The descriptions of the fields that an SDK adds to a response, by the field's key. */
export const responseFields: { readonly [key: string]: string } = {
  contenttype: 'HTTP response content type for this operation',
  statuscode: 'HTTP response status code for this operation',
  rawresponse: 'Raw HTTP response; suitable for custom response parsing',
}

/** A description and a deprecation told apart; either may be absent. */
export interface Notice {
  readonly description?: string
  readonly deprecated?: Deprecation
}

/** Reads a description cell: `N/A` is none, `<br/>` a line end, a leading warning the deprecation. */
export function readCellText(cell: string): Notice {
  const text = unescapeCell(cell)
  const notice = ROW_NOTICE.exec(text)
  if (notice === null) return text === 'N/A' || text === '' ? {} : { description: text }
  const [message = '', ...rest] = text.slice(notice[0].length).split('\n\n')
  const description = rest.join('\n\n').trim()
  return {
    deprecated: deprecation(message),
    ...(description === '' || description === 'N/A' ? {} : { description }),
  }
}

/** Reads the description of a page, whose deprecation is its last paragraph. */
export function readPageText(text: string): Notice {
  const begin = text.lastIndexOf('\n>') + 1
  const [, message] = PAGE_NOTICE.exec(text.slice(begin).trimEnd()) ?? []
  const before = text.slice(0, begin)
  const description = before.trimEnd()
  const isParagraph = description === '' || before.slice(description.length).split('\n').length > 2
  if (message === undefined || !isParagraph) return text === '' ? {} : { description: text }
  return { deprecated: deprecation(message), ...(description === '' ? {} : { description: description.trimStart() }) }
}

/**
 * Reads an example cell: one raw text, or several, each behind its name or number in bold. None where the generator had no
 * text for an object.
 */
export function readExamples(cell: string): string[] {
  if (cell === '' || NOT_SHOWN.test(cell)) return []
  const [before, ...named] = cell.split(NAMED_EXAMPLE)
  return before === '' && named.length > 1 ? named.map(exampleOf) : [exampleOf(cell)]
}

/** The text of an example as it stands on the wire. */
function exampleOf(cell: string): string {
  return cell.trim() === '<nil>' ? 'null' : unescapeCell(cell)
}

/** The text of a cell: line feeds are written `<br/>`, bars `\|`, nothing else is escaped. */
export function unescapeCell(cell: string): string {
  return cell.replaceAll('<br/>', '\n').replaceAll('\\|', '|').trim()
}

function deprecation(message: string): Deprecation {
  const text = message.trim()
  return text === DEFAULT_NOTICE || text === '' ? {} : { message: text }
}
