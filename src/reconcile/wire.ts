// Knows how the name of a field on the wire is told from what the docs show of it, else guessed by the API's usual casing.

import type { ApiModel, WireEvidence } from '../ir/model.js'
import { sortBy } from '../text/compare.js'
import type { SourceSpan } from '../text/span.js'
import { jsonKeys } from '../text/json-keys.js'
import { joinWords, splitWords, squash, type CaseStyle } from '../text/words.js'
import type { FieldRow } from './fields.js'
import type { Witness } from './finding.js'
import type { Policy } from './context.js'
import { groupBy } from './resolve.js'
import type { Cluster, VariantDocs } from './variant-docs.js'

type WireStyle = ApiModel['wireCase']['style']

/** The names seen on the wire, and the casing they follow. */
export interface WireNames {
  readonly style: WireStyle
  readonly reason: string
  /** The spelling seen of a key, the kind of place it was seen in, and all such places, other spellings included. */
  seen(key: string): SeenName | undefined
}

/** A spelling that was seen. */
export interface SeenName {
  readonly name: string
  readonly evidence: Sighting['evidence']
  readonly places: readonly Witness[]
}

interface Sighting {
  readonly name: string
  readonly evidence: 'example' | 'path' | 'value' | 'text'
  readonly variant: string
  readonly span: SourceSpan
}

const ORDER = ['example', 'path', 'value', 'text'] as const
const STYLES = ['snake', 'camel', 'kebab', 'pascal'] as const
/** Names of enumerations whose values name fields. */
const FIELD_LIST = /(?:fields|sortby|sort|orderby|order|expand|include)\d*$/

/** A code span that holds a name of several words and nothing else. */
export const NAMED = /`([a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*)`/g

/**
 * Collects the names seen: keys of JSON examples in cells and lock files, path parameters of samples, enumerations that list fields, names that texts
 * set in code.
 */
export function wireNames(clusters: Iterable<Cluster>, variants: readonly VariantDocs[], policy: Policy): WireNames {
  const list = [...clusters]
  const keys = new Set(
    list.flatMap((cluster) => [...cluster.nodes.values()].flatMap(({ page }) => page.fields.map((field) => field.key))),
  )
  const sightings: Sighting[] = [
    ...list.flatMap(exampleKeys),
    ...variants.flatMap(({ id, exampleNames, pathNames }): Sighting[] => [
      ...exampleNames.map(({ name, span }) => ({ name, evidence: 'example' as const, variant: id, span })),
      ...pathNames.map(({ name, span }) => ({ name, evidence: 'path' as const, variant: id, span })),
    ]),
    ...list.flatMap((cluster) => fieldLists(cluster, keys)),
    ...textNames(list),
  ].filter(({ name }) => keys.has(squash(name)))
  const names = new Map<string, Pick<Sighting, 'name' | 'evidence'>>()
  for (const evidence of ORDER) {
    for (const [key, name] of agreed(sightings.filter((sighting) => sighting.evidence === evidence))) {
      if (!names.has(key)) names.set(key, { name, evidence })
    }
  }
  const byKey = groupBy(sightings, ({ name }) => squash(name))
  const found = new Map(
    [...names].map(([key, known]): [string, SeenName] => [
      key,
      { ...known, places: placesOf(known.evidence, byKey.get(key) ?? []) },
    ]),
  )
  const seen = (key: string): SeenName | undefined => found.get(key)
  return { ...styleOf(sightings, list, policy), seen }
}

function placesOf(evidence: Sighting['evidence'], sightings: readonly Sighting[]): readonly Witness[] {
  const found = sightings.filter((sighting) => sighting.evidence === evidence)
  const witnesses = found.map(({ name, variant, span }): Witness => ({ variant, said: name, span }))
  return sortBy(witnesses, ({ variant, span }) => [variant, span.file, span.start.offset])
}

/** The wire name of a field: seen, else the spelling of the language closest to the API's casing. */
export function wireNameOf(
  rows: readonly FieldRow[],
  key: string,
  names: WireNames,
): { name: string; wire: WireEvidence } {
  const seen = names.seen(key)
  if (seen !== undefined) return { name: seen.name, wire: seen.evidence }
  return { name: spelt(rows, names.style), wire: 'convention' }
}

/** The words of a field's name, from the spelling that separates them best. */
export function wordsOf(rows: readonly FieldRow[]): string[] {
  return splitWords(closest(rows, ['snake', 'camel', 'pascal'])?.row.name ?? '')
}

function spelt(rows: readonly FieldRow[], style: WireStyle): string {
  if (style === 'camel' || style === 'pascal') {
    const row = closest(rows, ['camel', 'pascal', 'snake'])
    return joinWords(splitWords(row?.row.name ?? ''), style) || (row?.row.name ?? '')
  }
  const row = closest(rows, ['snake', 'camel', 'pascal'])
  const name = row?.row.name.replace(/_$/, '') ?? ''
  // A capital is a fault of the docs: such a name is split like those of other languages.
  const isSnake = row?.node.variant.dialect.fieldCase === 'snake' && !/\p{Lu}/u.test(name)
  const words = isSnake ? name.split('_').filter((word) => word !== '') : splitWords(name)
  return joinWords(words, style) || name
}

/** The row of the language whose casing is nearest to the first of the styles; the spelling of most of them. */
function closest(rows: readonly FieldRow[], styles: readonly CaseStyle[]): FieldRow | undefined {
  const counts = new Map<string, number>()
  for (const { row } of rows) counts.set(row.name, (counts.get(row.name) ?? 0) + 1)
  const rank = (row: FieldRow): number => {
    const at = styles.indexOf(row.node.variant.dialect.fieldCase)
    return at === -1 ? styles.length : at
  }
  return sortBy(rows, (row) => [
    rank(row),
    row.row.name.endsWith('_') ? 1 : 0,
    -(counts.get(row.row.name) ?? 0),
    row.row.name,
  ])[0]
}

function exampleKeys(cluster: Cluster): Sighting[] {
  return [...cluster.nodes.values()].flatMap(({ variant, page }) =>
    page.fields.flatMap(({ examples }) => {
      if (examples === undefined) return []
      const names = examples.value.flatMap(jsonKeys)
      return names.map((name): Sighting => ({ name, evidence: 'example', variant: variant.id, span: examples.span }))
    }),
  )
}

/** The values of an enumeration that names fields: nearly all of them are fields of the API, and its name says so. */
function fieldLists(cluster: Cluster, keys: ReadonlySet<string>): Sighting[] {
  if (!FIELD_LIST.test(cluster.id)) return []
  const values = [...cluster.nodes.values()].flatMap(({ variant, page }) =>
    page.values.map(({ text, span }): Sighting => {
      const name = text.replace(/^[-+]/, '')
      return { name, evidence: 'value', variant: variant.id, span }
    }),
  )
  const known = values.filter(({ name }) => keys.has(squash(name)) && /^[a-z$_][\w$-]*$/.test(name))
  return known.length >= 2 && known.length >= values.length * 0.8 ? known : []
}

/** The names that descriptions set in code; a text that several variants have counts once. */
function textNames(clusters: readonly Cluster[]): Sighting[] {
  const texts = clusters.flatMap((cluster) =>
    [...cluster.nodes.values()].flatMap(({ variant, page }) =>
      [page, ...page.fields].flatMap(({ description }) =>
        description === undefined ? [] : [{ variant: variant.id, text: description.value, span: description.span }],
      ),
    ),
  )
  const sorted = sortBy(texts, ({ variant, span }) => [variant, span.file, span.start.offset])
  const first = new Map(sorted.toReversed().map((text) => [text.text, text]))
  return [...first.values()].flatMap(({ text, variant, span }) =>
    [...text.matchAll(NAMED)].map(([, name = '']): Sighting => ({ name, evidence: 'text', variant, span })),
  )
}

/** Names of fields with words in capitals, in languages that keep those of the wire: only a name without separators has them. */
function capitalNames(clusters: readonly Cluster[]): string[] {
  const names = clusters.flatMap((cluster) =>
    [...cluster.nodes.values()].flatMap(({ page, variant: { dialect } }) =>
      dialect.fieldCase === 'snake' || dialect.fieldName('x_id', '').endsWith('ID')
        ? []
        : page.fields.map(({ name }) => name),
    ),
  )
  return [...new Set(names)].filter((name) =>
    splitWords(name)
      .slice(1)
      .some((word) => /^[A-Z]{2,}$/.test(word)),
  )
}

/** The spelling of each key on which at least four of five sightings agree. */
function agreed(sightings: readonly Sighting[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { name } of sightings) {
    const spellings = counts.get(squash(name)) ?? new Map<string, number>()
    spellings.set(name, (spellings.get(name) ?? 0) + 1)
    counts.set(squash(name), spellings)
  }
  const result = new Map<string, string>()
  for (const [key, spellings] of counts) {
    const total = [...spellings.values()].reduce((sum, count) => sum + count, 0)
    const [best] = sortBy(spellings, ([name, count]) => [-count, name])
    if (best !== undefined && best[1] >= total * 0.8) result.set(key, best[0])
  }
  return result
}

/** The casing that most names of several words follow; `snake` where no such name was seen. */
function styleOf(
  sightings: readonly Sighting[],
  clusters: readonly Cluster[],
  policy: Policy,
): { style: WireStyle; reason: string } {
  if (policy.wireCase !== 'auto') return { style: policy.wireCase, reason: 'set in the configuration' }
  const names = [...new Set(sightings.map(({ name }) => name))].filter((name) => splitWords(name).length > 1)
  const counts = STYLES.map((style) => ({
    style,
    count: names.filter((name) => joinWords(splitWords(name), style) === name).length,
  }))
  const [best] = sortBy(counts, ({ style, count }) => [-count, STYLES.indexOf(style)])
  if (best === undefined || best.count === 0) {
    const capitals = capitalNames(clusters).length
    if (capitals > 1)
      return { style: 'camel', reason: `${capitals} names have words in capitals, which no other casing keeps` }
    return { style: 'snake', reason: 'no name was seen on the wire; assumed' }
  }
  return {
    style: best.style,
    reason: `${best.count} of ${names.length} names of several words seen in examples, paths, field lists and texts`,
  }
}
