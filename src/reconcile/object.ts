// Knows how the pages that describe one object become its model.

import type { Field, ObjectModel } from '../ir/model.js'
import type { Type } from '../ir/type.js'
import { squash } from '../text/words.js'
import { settleField, type FieldContext, type FieldGroup, type FieldRow } from './fields.js'
import { listed, type Draft } from './findings.js'
import type { ModelName } from './naming.js'
import { mergeOrders } from './order.js'
import { overrideOf, type FoundOverride } from './overrides.js'
import { keepsPresent } from './presence.js'
import { isWrapperField } from './roles.js'
import { finalType, meetAll, typeClaim } from './types.js'
import type { Node } from './variant-docs.js'
import { wireNameOf, wordsOf, type WireNames } from './wire.js'

/** What settling an object needs besides its pages. */
export interface ObjectSubject {
  readonly model: ModelName
  readonly role: 'data' | 'response'
  readonly wire: WireNames
  readonly context: FieldContext
}

/** An object settled. */
export interface SettledObject {
  readonly fields: ObjectModel['fields']
  readonly additional?: Type
  readonly drafts: readonly Draft[]
  /** The rows behind each field of the model. */
  readonly groups: readonly FieldGroup[]
  /** The entries of the configuration that speak of a field, kept or not. */
  readonly overridden: readonly string[]
}

/** Settles the fields of an object. A variant with a page of another kind has no say. */
export function settleObject(nodes: readonly Node[], subject: ObjectSubject): SettledObject {
  const { role, context } = subject
  const pages = nodes.filter(({ page }) => page.kind === 'object')
  const able = pages.map(({ variant }) => variant.id)
  const keys = mergeOrders(pages.map(({ page }) => page.fields.map((field) => field.key)))
  const fields: Field[] = []
  const groups: FieldGroup[] = []
  const drafts: Draft[] = []
  const all = groupsOf(pages, keys, subject)
  for (const group of all) {
    const present = group.rows.map(({ node }) => node.variant.id)
    if (role === 'response' && isWrapperField(group.key, keys)) continue
    if (!keepsPresent(present, able, context.policy.presence)) continue
    if (group.override?.override.drop === true) continue
    const { field, drafts: own } = settleField(group, context)
    drafts.push(...own, ...lacking(group, pages), ...renamed(group, context))
    fields.push(field)
    groups.push(group)
  }
  const additional = settleAdditional(pages, context)
  return {
    fields,
    ...(additional === undefined ? {} : { additional }),
    drafts: role === 'response' ? [] : drafts,
    groups,
    overridden: all.flatMap(({ override }) => override?.key ?? []),
  }
}

function groupsOf(pages: readonly Node[], keys: readonly string[], subject: ObjectSubject): FieldGroup[] {
  const rowsByKey = new Map<string, FieldRow[]>(keys.map((key) => [key, []]))
  for (const node of pages) for (const row of node.page.fields) rowsByKey.get(row.key)?.push({ node, row })
  const found = [...rowsByKey].map(([key, rows]) => {
    const named = rows.filter(({ row }) => !subject.context.renames.rows.has(row))
    return { key, rows, words: wordsOf(named), ...nameOf(key, named, subject) }
  })
  // A name that the configuration gives is kept; one that was guessed makes way.
  const taken = new Set(found.filter(({ wire }) => wire === 'override').map(({ name }) => name))
  return found.map(({ key, rows, words, override, ...known }): FieldGroup => {
    const name = known.wire === 'override' ? known.name : freeName(known.name, key, taken)
    taken.add(name)
    return {
      model: subject.model,
      key,
      name,
      wire: known.wire,
      words,
      rows,
      ...(override === undefined ? {} : { override }),
    }
  })
}

/** The wire name of a field, and what the configuration says of the field of that name. */
function nameOf(
  key: string,
  rows: readonly FieldRow[],
  { model, wire, context }: ObjectSubject,
): Pick<FieldGroup, 'name' | 'wire'> & { override: FoundOverride | undefined } {
  const known = wireNameOf(rows, key, wire)
  const override = overrideOf(known.name, model, context.policy.overrides)
  const name = override?.override.name
  return { ...known, ...(name === undefined ? {} : { name, wire: 'override' }), override }
}

function freeName(name: string, key: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 1; taken.has(free); number += 1)
    free = number === 1 ? `${name}_${squash(key)}` : `${name}_${squash(key)}_${number}`
  return free
}

/** A finding for every variant that has the field under another name. */
function renamed({ model, name, rows }: FieldGroup, { renames }: FieldContext): Draft[] {
  const witnesses = rows.map(({ node, row }) => ({ variant: node.variant.id, said: row.name, span: row.nameSpan }))
  return rows.flatMap(({ node, row }): Draft[] => {
    const rename = renames.rows.get(row)
    if (rename === undefined) return []
    const { id, dialect } = node.variant
    const others = rows.filter((other) => !renames.rows.has(other.row)).map((other) => other.node.variant.id)
    return [
      {
        rule: 'possible-rename',
        model,
        field: name,
        variant: id,
        message: `called ${rename.said} here, ${name} in ${listed(others)}: ${rename.evidence}`,
        span: row.nameSpan,
        witnesses,
        expected: dialect.fieldName(name, node.page.name),
        about: rename.said,
      },
    ]
  })
}

/** A finding for every variant that has the page but not the row. */
function lacking(group: FieldGroup, pages: readonly Node[]): Draft[] {
  const holders = group.rows.map(({ node }) => node.variant.id)
  const witnesses = group.rows.map(({ node, row }) => ({
    variant: node.variant.id,
    said: row.name,
    span: row.nameSpan,
  }))
  const message = `the field is missing; ${listed(holders)} ${holders.length === 1 ? 'has' : 'have'} it`
  return pages
    .filter(({ variant }) => !holders.includes(variant.id))
    .map(({ variant, page }): Draft => ({
      rule: 'missing-field',
      model: group.model,
      field: group.name,
      variant: variant.id,
      message,
      span: page.title,
      witnesses,
    }))
}

/** The type of further properties; languages that have no row for them cannot say. */
function settleAdditional(pages: readonly Node[], context: FieldContext): Type | undefined {
  const claims = pages.flatMap((node) => {
    const type = node.page.additional?.type.value
    return type?.kind === 'map' ? [typeClaim(node.variant.id, context.mapped(type.values, node))] : []
  })
  if (claims.length === 0) return undefined
  return finalType(meetAll(claims, context.policy.conflicts, { models: context.models }).type, context.idOf)
}
