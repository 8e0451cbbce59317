// Knows how it is told what the docs are built from, and what differences probably come from.

import type { ApiModel, Provenance } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { sortBy } from '../text/compare.js'
import { codeSpan, prose } from './escape.js'
import { groupBy, type VariantDrift } from './groups.js'

/** How many edited pages are named before the rest is only counted. */
const PAGES = 50

/** How much of a checksum is shown. */
const SHORT = 8

/** A checksum as people compare it. */
export function shortChecksum(checksum: string): string {
  return checksum.slice(0, SHORT)
}

/** What docs are built from, in plain words: `generator 1.2.0, specification 0123abcd`. Empty where nothing was recorded. */
export function builtWords(provenance: Provenance | undefined): string {
  const { generator, checksum, edited = [] } = provenance ?? {}
  return [
    ...(generator === undefined ? [] : [`generator ${generator}`]),
    ...(checksum === undefined ? [] : [`specification ${shortChecksum(checksum)}`]),
    ...(edited.length === 0 ? [] : [`${edited.length} ${edited.length === 1 ? 'page' : 'pages'} edited by hand`]),
  ].join(', ')
}

/** The cause that lies in what the whole variant is built from, and how many of its findings it may explain. */
export function builtCause(
  findings: readonly Finding[],
): { readonly words: string; readonly count: number } | undefined {
  const causes = findings.flatMap(({ likelyCause }) =>
    likelyCause?.kind === 'specification' ? [likelyCause.words] : [],
  )
  const [words] = causes
  return words === undefined ? undefined : { words, count: causes.length }
}

/** Paragraphs about one variant: what it is built from, what its findings probably come from, which pages were edited. */
export function provenanceParts({ provenance, findings }: VariantDrift): string[] {
  const { generator, checksum, document, release, edited = [] } = provenance ?? {}
  const code = (text: string): string => codeSpan(text)
  const facts = [
    ...(checksum === undefined ? [] : [`specification ${code(shortChecksum(checksum))}`]),
    ...(document === undefined ? [] : [`version ${code(document)} of the API`]),
    ...(generator === undefined ? [] : [`generator ${code(generator)}`]),
    ...(release === undefined ? [] : [`release ${code(release)}`]),
  ]
  const pages = edited.slice(0, PAGES).map((file) => `- ${code(file)}`)
  const more = edited.length > PAGES ? [`- and ${edited.length - PAGES} more`] : []
  const count = `${edited.length} ${edited.length === 1 ? 'page' : 'pages'}`
  return [
    ...(facts.length === 0 ? [] : [`Built from: ${facts.join(', ')}.`]),
    ...causeParts(findings),
    ...(edited.length === 0
      ? []
      : [`Edited by hand since the generator wrote them: ${count}.`, [...pages, ...more].join('\n')]),
  ]
}

/** A paragraph that says what the findings of one variant probably come from; none where that cannot be told. */
export function causeParts(findings: readonly Finding[]): string[] {
  const cause = builtCause(findings)
  if (cause === undefined) return []
  const share = cause.count === findings.length ? 'these findings' : `${cause.count} of these findings`
  return [`Likely cause of ${share}: ${prose(cause.words)}.`]
}

/** The heads and rows of a table that sets side by side what the variants are built from; undefined where nothing was recorded. */
export function provenanceTable(
  drifts: readonly VariantDrift[],
): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined {
  if (drifts.every(({ provenance }) => provenance === undefined)) return undefined
  const cell = (text: string | undefined): string => (text === undefined ? '' : codeSpan(text, 'table'))
  const rows = drifts.map(({ variant, provenance: { checksum, generator, release, edited = [] } = {} }) => [
    cell(variant),
    cell(checksum === undefined ? undefined : shortChecksum(checksum)),
    cell(generator),
    cell(release),
    edited.length === 0 ? '' : String(edited.length),
  ])
  return { heads: ['Variant', 'Specification', 'Generator', 'Release', 'Pages edited by hand'], rows }
}

/** One sentence that names the specifications where the docs are built from several; undefined where no two are known. */
export function builtSentence({ variants }: Pick<ApiModel, 'variants'>): string | undefined {
  const known = variants.flatMap(({ id, provenance }) =>
    provenance?.checksum === undefined ? [] : [{ id, checksum: provenance.checksum }],
  )
  const groups = sortBy(
    groupBy(known, ({ checksum }) => checksum),
    ([checksum]) => [checksum],
  )
  if (groups.length < 2) return undefined
  const parts = groups.map(([checksum, own]) => `${shortChecksum(checksum)} (${own.map(({ id }) => id).join(', ')})`)
  return `The docs are built from ${groups.length} specifications: ${parts.join(', ')}.`
}
