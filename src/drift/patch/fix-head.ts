// Knows how the heading and the description of a page are mended.

import type { Model } from '../../ir/model.js'
import type { Finding } from '../../reconcile/finding.js'
import type { Node } from '../../reconcile/variant-docs.js'
import type { RuleId } from '../../reconcile/rules.js'
import { NO_FIX, type Mending } from './fix.js'

const RULES: readonly RuleId[] = ['description-differs', 'missing-description', 'deprecation-differs']

/** Mends the findings about the texts of the model itself. */
export function fixHead(model: Model, findings: readonly Finding[], { page, variant }: Node): Mending {
  const own = findings.filter(({ field, rule }) => field === undefined && RULES.includes(rule))
  if (own.length === 0) return NO_FIX
  const has = (rule: RuleId): boolean => own.some((finding) => finding.rule === rule)
  const worded = has('description-differs') || has('missing-description')
  const description = worded ? model.description : page.description?.value
  const deprecated = has('deprecation-differs') ? model.deprecated : page.deprecated?.value
  const head = variant.dialect.writeHead({
    name: page.name,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
  })
  if (!isHeadReadable(head.text)) return NO_FIX
  return { edits: [{ kind: 'head', ...head }], mends: own.map(({ fingerprint }) => fingerprint) }
}

/** Whether a text below a title is read as such: a line that is a heading would end it. */
export function isHeadReadable(text: string): boolean {
  return !/^ {0,3}#{1,2}(?:\s|$)|\r/m.test(text)
}
