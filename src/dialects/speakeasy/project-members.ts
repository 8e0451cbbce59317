// Knows how a page lists the members of a union: one heading and one sample for each.

import type { Type } from '../../ir/type.js'
import type { HeadingBlock, Page, Section } from '../../markdown/page.js'
import { stated, type Stated } from '../dialect.js'
import type { Language } from './language.js'

/** Reads the members of a union, in their order; a member whose type the language does not show is left out. */
export function projectMembers(language: Language, page: Page, section: Section): Stated<Type>[] {
  const { readMember } = language
  if (readMember === undefined) return []
  return memberSources(section).flatMap(({ heading, code }) => {
    const { type, said } = readMember({ heading: heading.text, ...(code === undefined ? {} : { code }) })
    return type === undefined ? [] : [{ ...stated(page, heading, type), said }]
  })
}

/** How many members a section lists, whether their types can be read or not. */
export function countMembers(section: Section): number {
  return memberSources(section).length
}

function memberSources(section: Section): { heading: HeadingBlock; code?: string }[] {
  const { blocks } = section
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return []
    const next = blocks[index + 1]
    return [{ heading: block, ...(next?.kind === 'code' ? { code: next.text } : {}) }]
  })
}
