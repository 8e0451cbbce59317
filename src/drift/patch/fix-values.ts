// Knows how a value is added to an enumeration: a row, a constant in a line of code, or an item of a list.

import type { ValueProjection } from '../../dialects/dialect.js'
import type { EnumModel, EnumValue } from '../../ir/model.js'
import type { PageEdit } from '../../markdown/edit-page.js'
import type { Finding } from '../../reconcile/finding.js'
import type { Node } from '../../reconcile/variant-docs.js'
import { isReadable, type Mending } from './fix.js'

/** Adds the values that a page lacks, in the order of the model. */
export function fixValues(model: EnumModel, findings: readonly Finding[], node: Node): Mending {
  const present = new Map(node.page.values.map((value) => [value.text, value]))
  const names = new Set(node.page.values.map((value) => value.name))
  const [first] = node.page.values
  const edits: PageEdit[] = []
  const mends: string[] = []
  let above: ValueProjection | undefined
  if (first === undefined) return { edits, mends }
  for (const value of model.values) {
    const text = textOf(value)
    const found = present.get(text)
    above = found ?? above
    const finding = findings.find(({ rule, field }) => rule === 'missing-enum-value' && field === text)
    if (found !== undefined || finding === undefined) continue
    const edit = addValue(value, { first, above, names }, node)
    if (edit === undefined) continue
    edits.push(edit)
    mends.push(finding.fingerprint)
  }
  return { edits, mends }
}

interface Place {
  readonly first: ValueProjection
  readonly above: ValueProjection | undefined
  /** Member names on the page, the new ones among them. */
  readonly names: Set<string | undefined>
}

function addValue({ value }: EnumValue, { first, above, names }: Place, node: Node): PageEdit | undefined {
  const json = JSON.stringify(value)
  if (first.name !== undefined) {
    const text = typeof value === 'string' ? value : json
    const name = node.variant.dialect.memberName(text, node.page.name)
    const cells = node.variant.dialect.writeValue(name, text)
    if (names.has(name) || !/^\w+$/.test(name) || !isReadable(cells) || text.trim() !== text) return undefined
    names.add(name)
    return above === undefined
      ? { kind: 'top', column: 'Name', cells }
      : { kind: 'insert', line: above.span.start.line, cells }
  }
  if (first.value === undefined || /[`\r\n]/.test(json)) return undefined
  const { start, end } = (above ?? first).span
  // In code a value takes just the room of its constant; in a list it stands behind a bullet.
  if (first.span.end.offset - first.span.start.offset > JSON.stringify(first.value).length) {
    return { kind: 'below', line: above === undefined ? start.line - 1 : end.line, texts: [`- \`${json}\``] }
  }
  return above === undefined
    ? { kind: 'splice', line: start.line, column: start.column, text: `${json} | ` }
    : { kind: 'splice', line: end.line, column: end.column, text: ` | ${json}` }
}

function textOf({ value }: EnumValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
