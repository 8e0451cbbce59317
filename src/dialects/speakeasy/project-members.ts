// Knows how a page lists the members of a union: one heading and one sample for each.

import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { shownIn } from '../../diagnostics/frame.js'
import type { Type } from '../../ir/type.js'
import type { HeadingBlock, Page, Section } from '../../markdown/page.js'
import { stated, type Stated } from '../dialect.js'
import type { Language } from './language.js'
import { parseLabel } from './parse-cell.js'

/** The members of a union, with what could not be read of them. */
export interface ProjectedMembers {
  readonly members: readonly Stated<Type>[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the members of a union, in their order. Gives CG301 for one whose type cannot be read; it is left out, as are all
 * where the language does not show their types.
 */
export function projectMembers(language: Language, page: Page, section: Section): ProjectedMembers {
  const { readMember } = language
  const members: Stated<Type>[] = []
  const diagnostics: Diagnostic[] = []
  for (const { heading, code } of readMember === undefined ? [] : memberSources(section)) {
    const read = readMember?.({ heading: heading.text, ...(code === undefined ? {} : { code }) })
    if (read === undefined) continue
    const { said } = read
    const { type, problems } =
      read.type === undefined ? parseLabel(language.grammar, said) : { type: read.type, problems: [] }
    const [first] = problems
    if (first === undefined) members.push({ ...stated(page, heading, type), said })
    else {
      const words = { cell: said, rest: said.slice(first.start), dialect: language.label }
      diagnostics.push(problem('CG301', words, shownIn(page, heading.span)))
    }
  }
  return { members, diagnostics }
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
