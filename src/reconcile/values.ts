// Knows how the values that variants list of an enumeration become one list, typed, open or closed.

import type { ConflictPolicy } from '../config/options.js'
import type { EnumModel, EnumValue } from '../ir/model.js'
import type { LiteralValue, Ternary } from '../ir/type.js'
import type { ValueProjection } from '../dialects/dialect.js'
import { keepsPresent } from './presence.js'
import type { FieldContext } from './fields.js'
import { listed, type Draft } from './findings.js'
import type { ModelName } from './naming.js'
import { mergeOrders } from './order.js'
import { groupBy } from './resolve.js'
import type { Node } from './variant-docs.js'

/** An enumeration settled. */
export interface SettledValues {
  readonly values: EnumModel['values']
  readonly open: Ternary
  readonly drafts: readonly Draft[]
}

/**
 * Settles the values of an enumeration. A value is a number where some notation shows it as one, or where every value of
 * the list reads as one and no notation shows text. An enumeration is open where any variant says so.
 */
export function settleValues(nodes: readonly Node[], model: ModelName, context: FieldContext): SettledValues {
  const pages = nodes.filter(({ page }) => page.kind === 'enum')
  const order = mergeOrders(pages.map(({ page }) => [...new Set(page.values.map((value) => value.text))]))
  const rowsByText = groupBy(pages.flatMap(firstRows), ({ row }) => row.text)
  const numeric = readsAsNumbers(pages)
  const drafts: Draft[] = []
  const values = order.flatMap((text): EnumValue[] => {
    const rows = rowsByText.get(text) ?? []
    const present = rows.map(({ node }) => node.variant.id)
    if (
      !keepsPresent(
        present,
        pages.map(({ variant }) => variant.id),
        context.policy.presence,
      )
    )
      return []
    const lacking = pages.filter(({ variant }) => !present.includes(variant.id))
    drafts.push(
      ...lacking.map((node) => missing({ node, text, rows }, model)),
      ...renamed({ text, rows }, model, context),
    )
    return [
      {
        value: typed(
          rows.map(({ row }) => row),
          text,
          numeric,
        ),
        names: Object.fromEntries(
          rows.flatMap(({ node, row }) => (row.name === undefined ? [] : [[node.variant.id, row.name]])),
        ),
        sources: rows.map(({ node, row }) => ({
          variant: node.variant.id,
          name: row.name ?? row.text,
          line: row.span.start.line,
          columns: { value: row.span.start.column },
        })),
      },
    ]
  })
  const openness = settleOpen(pages, model, context.policy.conflicts)
  return { values, open: openness.open, drafts: [...drafts, ...openness.drafts] }
}

/** The first row of each value. */
function firstRows(node: Node): { node: Node; row: ValueProjection }[] {
  const rows = new Map(node.page.values.toReversed().map((row) => [row.text, row]))
  return [...rows.values()].map((row) => ({ node, row }))
}

function missing(
  of: { node: Node; text: string; rows: readonly { node: Node; row: ValueProjection }[] },
  model: ModelName,
): Draft {
  const holders = of.rows.map(({ node }) => node.variant.id)
  return {
    rule: 'missing-enum-value',
    model,
    field: of.text,
    variant: of.node.variant.id,
    message: `the value ${JSON.stringify(of.text)} is missing; ${listed(holders)} ${holders.length === 1 ? 'has' : 'have'} it`,
    span: of.node.page.title,
    witnesses: of.rows.map(({ node, row }) => ({ variant: node.variant.id, said: row.text, span: row.span })),
  }
}

/** A finding for every variant that has the value under another text. */
function renamed(
  { text, rows }: { text: string; rows: readonly { node: Node; row: ValueProjection }[] },
  model: ModelName,
  { renames }: FieldContext,
): Draft[] {
  const said = (row: ValueProjection): string => renames.rows.get(row)?.said ?? row.text
  const witnesses = rows.map(({ node, row }) => ({ variant: node.variant.id, said: said(row), span: row.span }))
  const others = rows.filter(({ row }) => !renames.rows.has(row)).map(({ node }) => node.variant.id)
  return rows.flatMap(({ node, row }): Draft[] => {
    const rename = renames.rows.get(row)
    if (rename === undefined) return []
    return [
      {
        rule: 'possible-rename',
        model,
        field: text,
        variant: node.variant.id,
        message: `${JSON.stringify(rename.said)} here, ${JSON.stringify(text)} in ${listed(others)}: ${rename.evidence}`,
        span: row.span,
        witnesses,
        expected: text,
        about: rename.said,
      },
    ]
  })
}

function typed(rows: readonly ValueProjection[], text: string, numeric: boolean): LiteralValue {
  const shown = rows.find((row) => row.value !== undefined)?.value
  return shown ?? (numeric ? Number(text) : text)
}

function readsAsNumbers(pages: readonly Node[]): boolean {
  const rows = pages.flatMap(({ page }) => page.values)
  const shown = rows.flatMap((row) => (row.value === undefined ? [] : [row.value]))
  if (shown.length > 0) return shown.every((value) => typeof value === 'number')
  return (
    rows.length > 0 &&
    rows.every(({ text }) => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && String(Number(text)) === text)
  )
}

/** Open where anyone says so, unless the authority says otherwise. Closed is a weak word: it is also a setting of the generator. */
function settleOpen(
  pages: readonly Node[],
  model: ModelName,
  policy: ConflictPolicy,
): { open: Ternary; drafts: Draft[] } {
  const said = pages.filter(({ page }) => page.open.value !== 'unknown')
  const authority = policy === 'majority' ? undefined : said.find(({ variant }) => variant.id === policy.authority)
  const open =
    authority?.page.open.value ?? (said.length === 0 ? 'unknown' : said.some(({ page }) => page.open.value === true))
  const agreeing = said.filter(({ page }) => page.open.value === open)
  const witnesses = said.map(({ variant, page }) => ({
    variant: variant.id,
    said: word(page.open.value),
    span: page.open.span,
  }))
  const blind = pages.filter(({ page }) => page.open.value === 'unknown').map(({ variant }) => variant.id)
  const drafts = said
    .filter((node) => !agreeing.includes(node))
    .map(({ variant, page }): Draft => ({
      rule: 'enum-openness-conflict',
      model,
      variant: variant.id,
      message: `${word(page.open.value)} here, ${word(open)} in ${listed(agreeing.map((node) => node.variant.id))}`,
      span: page.open.span,
      witnesses,
      blind,
      expected: word(open),
      about: word(page.open.value),
    }))
  return { open, drafts }
}

function word(open: Ternary): string {
  return open === true ? 'open' : 'closed'
}
