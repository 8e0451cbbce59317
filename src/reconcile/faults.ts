// Knows which faults of single rows are differences between docs: a name that stands twice, a type in an unknown notation.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { typeText } from '../ir/canonical.js'
import type { Type } from '../ir/type.js'
import type { FieldContext, FieldGroup, FieldRow } from './fields.js'
import { listed, witnessOf, type Draft } from './findings.js'
import type { ModelName } from './naming.js'
import type { Cluster, Node } from './variant-docs.js'

/** A model with its rows, as far as its faults are concerned. */
export interface FaultSubject {
  readonly model: ModelName
  readonly cluster: Cluster
  readonly groups: readonly FieldGroup[]
  /** The settled type of a field, by its name. */
  readonly typeOf: (field: string) => Type | undefined
}

/** A finding for every row whose name stands in its table already. */
export function repeatedRows({ model, cluster, groups }: Omit<FaultSubject, 'typeOf'>): Draft[] {
  const names = new Map(groups.map(({ key, name }) => [key, name]))
  return [...cluster.nodes.values()].flatMap(({ variant, page }) =>
    (page.repeated ?? []).map((row, index): Draft => {
      const first = page.fields.find(({ key }) => key === row.key) ?? page.additional
      const line = first === undefined ? '' : `, at line ${first.row.start.line}`
      const witnesses = [row, ...(first === undefined ? [] : [first])]
      return {
        rule: 'duplicate-field',
        model,
        field: names.get(row.key) ?? row.name,
        variant: variant.id,
        message: `${row.name} stands in this table already${line}; the first one counts`,
        span: row.nameSpan,
        witnesses: witnesses.map(({ name, nameSpan }) => ({ variant: variant.id, said: name, span: nameSpan })),
        about: `${row.name} ${index}`,
      }
    }),
  )
}

/** What becomes of the type cells that could not be read. */
export interface UnreadTypes {
  readonly drafts: readonly Draft[]
  /** The faults that leave the model without a type, because no other variant gives one. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A finding for every type cell in a notation that its language does not have, where another variant's cell tells the type,
 * so that the model loses nothing by it; else the fault is a diagnostic, and stops whoever would write a model with a hole.
 */
export function unreadTypes(subjects: readonly FaultSubject[], { variants }: FieldContext): UnreadTypes {
  const byFile = new Map(
    subjects.flatMap((subject) =>
      [...subject.cluster.nodes.values()].map((node) => [node.page.file, { subject, node }] as const),
    ),
  )
  const lines = new Set(variants.flatMap(({ faults = [] }) => faults.map(placeOf)))
  const drafts: Draft[] = []
  const diagnostics: Diagnostic[] = []
  for (const fault of variants.flatMap(({ faults = [] }) => faults)) {
    const found = byFile.get(fault.span?.file ?? '')
    const draft = found === undefined ? undefined : unread(fault, { ...found, lines })
    if (draft === undefined) diagnostics.push(fault)
    else drafts.push(draft)
  }
  return { drafts, diagnostics }
}

/** Whether a finding tells again what an unknown notation explains: what the cell, or the list of members, seems to say. */
export function explainedByUnread(unread: readonly Draft[]): (draft: Draft) => boolean {
  const keyOf = ({ variant, model, field }: Draft): string => JSON.stringify([variant, model.id, field ?? ''])
  const known = new Set(unread.map(keyOf))
  return (draft) => {
    if (draft.rule === 'type-conflict' || draft.rule === 'nullable-conflict') return known.has(keyOf(draft))
    return draft.rule === 'missing-union-member' && known.has(keyOf({ ...draft, field: '' }))
  }
}

interface Found {
  readonly subject: FaultSubject
  readonly node: Node
  /** The places of all faults. */
  readonly lines: ReadonlySet<string>
}

function unread(fault: Diagnostic, { subject, node, lines }: Found): Draft | undefined {
  const line = fault.span?.start.line
  const { model, groups, cluster, typeOf } = subject
  const base = {
    rule: 'unknown-notation' as const,
    model,
    variant: node.variant.id,
    message: fault.message,
    span: fault.span,
    about: fault.message,
  }
  const group = groups.find(({ rows }) => rows.some((own) => own.node === node && own.row.row.start.line === line))
  if (group !== undefined) {
    const others = group.rows.filter((own) => own.node !== node && isRead(own, lines))
    const type = typeOf(group.name)
    if (others.length === 0 || type === undefined) return undefined
    const own = group.rows.filter((row) => row.node === node)
    const witnesses = [...own, ...others].map((of) => witnessOf(of.node.variant.id, of.row.type))
    return { ...base, field: group.name, witnesses, expected: typeText(type) }
  }
  const unions = [...cluster.nodes.values()].filter((other) => other !== node && other.page.members.length > 0)
  if (node.page.kind !== 'union' || unions.length === 0) return undefined
  const witnesses = unions.map(({ variant, page }) => ({ variant: variant.id, said: page.name, span: page.title }))
  return {
    ...base,
    message: `${fault.message}; ${listed(unions.map(({ variant }) => variant.id))} list the members`,
    witnesses,
  }
}

/** Whether a row's type was understood, and says something. */
function isRead({ row }: FieldRow, lines: ReadonlySet<string>): boolean {
  const { span, value } = row.type
  return value.kind !== 'unknown' && value.kind !== 'any' && !lines.has(`${span.file}:${span.start.line}`)
}

function placeOf({ span }: Diagnostic): string {
  return span === undefined ? '' : `${span.file}:${span.start.line}`
}
