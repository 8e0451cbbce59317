// Knows which names a variant spells otherwise than the rule by which it spells all its others.

import { sortBy } from '../text/compare.js'
import { splitWords, squash } from '../text/words.js'
import type { SourceSpan } from '../text/span.js'
import type { FieldContext, FieldGroup } from './fields.js'
import type { Draft } from './findings.js'
import type { ModelName } from './naming.js'
import { groupBy } from './resolve.js'
import type { Cluster } from './variant-docs.js'

/** So many other names of a variant must follow the rule, and so great a share of them. */
const LEAST = 50
const SHARE = 0.995

/** So many other variants must have the name as their own rules have it, all that have it at all. */
const OTHERS = 2

/** What is looked at: a model, its pages and the rows of its fields. */
export interface NamedModel {
  readonly model: ModelName & { readonly kind: string }
  readonly cluster: Cluster
  readonly groups: readonly FieldGroup[]
}

/** One name on one page. */
interface Spelling {
  readonly kind: 'field' | 'member'
  readonly variant: string
  readonly said: string
  /** What the rule of the language makes of the name on the wire. */
  readonly ruled: string
  readonly span: SourceSpan
}

/** All names that stand for one. */
interface Spelt {
  readonly model: ModelName
  readonly name: string
  readonly spellings: readonly Spelling[]
}

/**
 * A finding for every name with the letters that the rule of its language gives, but in another spelling, if nothing else can
 * explain it: the other variants follow their rules, this variant does so everywhere else, and the name holds nothing that
 * generators have rules of their own for, such as digits and abbreviations.
 */
export function irregularNames(models: readonly NamedModel[], context: FieldContext): Draft[] {
  const all = models.flatMap((one) => [...fieldNames(one, context), ...memberNames(one, context)])
  const isUsual = usualNames(all)
  return all.flatMap((spelt) =>
    spelt.spellings
      .filter((own) => isOdd(own) && isAlone(own, spelt) && isUsual(own))
      .map((own) => draftOf(own, spelt)),
  )
}

function fieldNames({ model, groups }: NamedModel, { renames }: FieldContext): Spelt[] {
  return groups.map(({ name, rows }) => ({
    model,
    name,
    spellings: rows
      .filter(({ row }) => !renames.rows.has(row))
      .map(({ node, row }) => ({
        kind: 'field',
        variant: node.variant.id,
        said: row.name,
        ruled: node.variant.dialect.fieldName(name, node.page.name),
        span: row.nameSpan,
      })),
  }))
}

function memberNames({ model, cluster }: NamedModel, { renames }: FieldContext): Spelt[] {
  if (model.kind !== 'enum') return []
  const rows = sortBy(cluster.nodes.values(), ({ variant }) => [variant.id]).flatMap(({ variant, page }) =>
    page.values.flatMap((row) => {
      if (row.name === undefined || renames.rows.has(row)) return []
      const ruled = variant.dialect.memberName(row.text, page.name)
      return [
        {
          text: row.text,
          own: { kind: 'member', variant: variant.id, said: row.name, ruled, span: row.span } as const,
        },
      ]
    }),
  )
  return [...groupBy(rows, ({ text }) => text)].map(([name, found]) => ({
    model,
    name,
    spellings: found.map(({ own }) => own),
  }))
}

/** Whether a spelling is that of the rule; what is added to a reserved word does not count. */
function isRegular({ said, ruled }: Pick<Spelling, 'said' | 'ruled'>): boolean {
  const bare = (name: string): string => name.replace(/^_+|(?<!_)_+$/g, '')
  return bare(said) === bare(ruled)
}

/** Whether the spelling is another than that of the rule, and only the case of letters and the signs between words can have made it so. */
function isOdd({ said, ruled }: Spelling): boolean {
  // Words can be run together by a rule or by hand, but not told apart: who has more of them knows more.
  const isKnowing = splitWords(said).length > splitWords(ruled).length
  return !isRegular({ said, ruled }) && !isKnowing && squash(said) === squash(ruled) && [said, ruled].every(isPlain)
}

/** Whether a name consists of words of plain letters; capitals in a row among others are an abbreviation. */
function isPlain(name: string): boolean {
  return /^[A-Za-z]+(?:_[A-Za-z]+)*$/.test(name) && (!/[A-Z]{2}/.test(name) || name === name.toUpperCase())
}

/** Whether all other variants that have the name, and enough of them, spell it by their rules. */
function isAlone(own: Spelling, { spellings }: Spelt): boolean {
  const others = spellings.filter(({ variant }) => variant !== own.variant)
  return others.length >= OTHERS && others.every(isRegular)
}

/** Whether a variant spells its other names by the rule, and the same name not as often in this way. */
function usualNames(all: readonly Spelt[]): (own: Spelling) => boolean {
  const spellings = all.flatMap((spelt) => spelt.spellings)
  const keyOf = ({ kind, variant }: Spelling): string => JSON.stringify([kind, variant])
  const counts = new Map(
    [...groupBy(spellings, keyOf)].map(([key, own]) => [
      key,
      { all: own.length, regular: own.filter(isRegular).length },
    ]),
  )
  const same = groupBy(spellings, (own) => JSON.stringify([own.kind, own.variant, squash(own.ruled)]))
  return (own) => {
    const { all: total, regular } = counts.get(keyOf(own)) ?? { all: 0, regular: 0 }
    const alike = same.get(JSON.stringify([own.kind, own.variant, squash(own.ruled)])) ?? []
    const followed = alike.filter(isRegular).length
    const isRare = alike.length - followed <= Math.max(1, followed)
    return isRare && regular >= LEAST && regular >= (total - 1) * SHARE
  }
}

function draftOf(own: Spelling, { model, name, spellings }: Spelt): Draft {
  const { variant, said, ruled, span } = own
  return {
    rule: 'name-irregular',
    model,
    field: name,
    variant,
    message: `spelt ${said}; by the rule of all other names of these docs it is ${ruled}`,
    span,
    witnesses: spellings.map((one) => ({ variant: one.variant, said: one.said, span: one.span })),
    expected: ruled,
    about: said,
  }
}
