// Knows how a member is added to the page of a union: its heading and its sample, in the order of the model.

import { typeText } from '../../ir/canonical.js'
import type { UnionModel } from '../../ir/model.js'
import type { PageEdit } from '../../markdown/edit-page.js'
import type { Finding } from '../../reconcile/finding.js'
import { NO_FIX, type Mending } from './fix.js'
import { saysType } from './native-type.js'
import type { Writing } from './scribe.js'
import { writeMember } from './write-pages.js'

/** Adds the members that a page lacks. */
export function fixMembers(model: UnionModel, findings: readonly Finding[], writing: Writing): Mending {
  const { page, variant } = writing.node
  const [first] = page.members
  if (first === undefined) return NO_FIX
  const free = new Set(page.members)
  const edits: PageEdit[] = []
  const mends: string[] = []
  let above = first
  let place: 'above' | 'below' = 'above'
  for (const type of model.members) {
    const finding = findings.find(({ rule, field }) => rule === 'missing-union-member' && field === typeText(type))
    const found = [...free].find((member) => finding === undefined && saysType(member.value, type, writing))
    if (found !== undefined) {
      free.delete(found)
      above = found
      place = 'below'
    }
    const member = finding === undefined ? undefined : writeMember(type, writing)
    if (member === undefined || finding === undefined) continue
    edits.push({ kind: 'block', line: above.span.start.line, place, texts: variant.dialect.memberLines(member) })
    mends.push(finding.fingerprint)
  }
  return { edits, mends }
}
