// Knows how the pages that describe one object become its model.

import type { Field, ObjectModel } from '../ir/model.js'
import type { Type } from '../ir/type.js'
import { squash } from '../text/words.js'
import { settleField, type FieldContext, type FieldGroup, type FieldRow } from './fields.js'
import { listed, type Draft } from './findings.js'
import type { ModelName } from './naming.js'
import { mergeOrders } from './order.js'
import { applyOverride } from './overrides.js'
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
}

/** Settles the fields of an object. A variant with a page of another kind has no say. */
export function settleObject(nodes: readonly Node[], subject: ObjectSubject): SettledObject {
  const { model, role, context } = subject
  const pages = nodes.filter(({ page }) => page.kind === 'object')
  const able = pages.map(({ variant }) => variant.id)
  const keys = mergeOrders(pages.map(({ page }) => page.fields.map((field) => field.key)))
  const fields: Field[] = []
  const groups: FieldGroup[] = []
  const drafts: Draft[] = []
  for (const group of groupsOf(pages, keys, subject)) {
    const present = group.rows.map(({ node }) => node.variant.id)
    if (role === 'response' && isWrapperField(group.key, keys)) continue
    if (!keepsPresent(present, able, context.policy.presence)) continue
    const settled = settleField(group, context)
    const field = applyOverride(settled.field, { model, overrides: context.policy.overrides })
    drafts.push(...settled.drafts, ...lacking(group, pages))
    if (field === undefined) continue
    fields.push(field)
    groups.push(group)
  }
  const additional = settleAdditional(pages, context)
  return { fields, ...(additional === undefined ? {} : { additional }), drafts: role === 'response' ? [] : drafts, groups }
}

function groupsOf(pages: readonly Node[], keys: readonly string[], { model, wire }: ObjectSubject): FieldGroup[] {
  const taken = new Set<string>()
  return keys.map((key): FieldGroup => {
    const rows = pages.flatMap((node): FieldRow[] => {
      const row = node.page.fields.find((field) => field.key === key)
      return row === undefined ? [] : [{ node, row }]
    })
    const known = wireNameOf(rows, key, wire)
    const unique = taken.has(known.name) ? { ...known, name: `${known.name}_${squash(key)}` } : known
    taken.add(unique.name)
    return { model, key, ...unique, words: wordsOf(rows), rows }
  })
}

/** A finding for every variant that has the page but not the row. */
function lacking(group: FieldGroup, pages: readonly Node[]): Draft[] {
  const holders = group.rows.map(({ node }) => node.variant.id)
  const witnesses = group.rows.map(({ node, row }) => ({ variant: node.variant.id, said: row.name, span: row.nameSpan }))
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
  return finalType(meetAll(claims, context.policy.conflicts, context.models).type, context.idOf)
}
