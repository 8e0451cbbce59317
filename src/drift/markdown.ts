// Knows how the findings of a variant are told in Markdown, so that the people of its SDK can act on them.

import { severities } from '../diagnostics/severity.js'
import type { WireWords } from '../ir/wire-words.js'
import type { Finding } from '../reconcile/finding.js'
import { ruleIds, rules } from '../reconcile/rules.js'
import { codeSpan, commentText, prose } from './escape.js'
import { groupBy, sectionOf, sections, splitCauses, type Counts, type SectionId, type VariantDrift } from './groups.js'
import { lackList, placeList, plural, conflictTable } from './passages.js'
import { provenanceParts, provenanceTable } from './provenance.js'

const titles: { readonly [S in SectionId]: { readonly title: string; readonly lead: string } } = {
  lacks: {
    title: 'What these docs lack',
    lead: 'Other docs of the API have it, the notation of these docs could say it, and it is not there.',
  },
  otherwise: {
    title: 'What these docs say otherwise',
    lead: 'These docs state something that cannot be true together with what the model says.',
  },
  wording: {
    title: 'Differences of wording',
    lead: 'Descriptions and examples that differ; nothing that a program would notice.',
  },
  links: { title: 'Links that lead nowhere', lead: 'A type links to a page that is not there.' },
}

/** The Markdown document of one variant; one without findings says so. `header` lines become a comment at its top. */
export function variantMarkdown(drift: VariantDrift, header: readonly string[] = []): string {
  return document(header, variantParts(drift))
}

/** What stands around the overview: lines of the comment at its top, and how the names on the wire are known, in words. */
export interface SummaryFrame {
  readonly header?: readonly string[]
  readonly wire?: WireWords | undefined
}

/** The overview of all variants. `fileOf` gives the name of a variant's own file beside it. */
export function summaryMarkdown(
  drifts: readonly VariantDrift[],
  fileOf: (variant: string) => string,
  { header = [], wire }: SummaryFrame = {},
): string {
  const nameOf = ({ label, variant }: VariantDrift): string => `[${prose(label)}](${fileOf(variant)})`
  const built = provenanceTable(drifts)
  return document(header, [
    '# Drift of the docs',
    totals(drifts),
    ...(drifts.length > 0 ? [variantTable(drifts, nameOf)] : []),
    ...(built === undefined ? [] : ['## What the docs are built from', table(built.heads, built.rows)]),
    ...rulesByVariant(drifts),
    ...(wire === undefined
      ? []
      : [
          '## Names on the wire',
          'No document states them, so they are concluded.',
          `${prose(`${wire.casing}; ${wire.names}`)}.`,
        ]),
  ])
}

/** The variants with how many findings each has in which section. `nameOf` writes the name, as Markdown. */
export function variantTable(drifts: readonly VariantDrift[], nameOf: (drift: VariantDrift) => string): string {
  const rows = drifts.map((drift) => {
    const perSection = sections.map((section) => inSection(drift, section).length)
    return [nameOf(drift), codeSpan(drift.variant, 'table'), String(drift.models), ...perSection.map(String)]
  })
  return table(['Docs', 'Variant', 'Models', 'Lacks', 'Says otherwise', 'Wording', 'Dead links'], rows)
}

function rulesByVariant(drifts: readonly VariantDrift[]): string[] {
  const broken = ruleIds.filter((rule) => drifts.some(({ counts }) => (counts.byRule[rule] ?? 0) > 0))
  if (broken.length === 0) return []
  const heads = ['Rule', 'Meaning', ...drifts.map(({ variant }) => codeSpan(variant, 'table'))]
  const rows = broken.map((rule) => [
    codeSpan(rule, 'table'),
    rules[rule].title,
    ...drifts.map(({ counts }) => String(counts.byRule[rule] ?? 0)),
  ])
  return ['## By rule', table(heads, rows)]
}

function variantParts(drift: VariantDrift): string[] {
  const heading = `# Drift of the ${prose(drift.label)} docs (${codeSpan(drift.variant)})`
  if (drift.counts.total === 0) {
    const agreed = `No findings: these docs agree with the model in everything that they can say.`
    return [heading, agreed, ...provenanceParts(drift)]
  }
  const built = provenanceParts(drift)
  return [heading, `${countsLine(drift.counts)}.`, ...built, countsTable(drift.counts), ...findingParts(drift, '##')]
}

/** The findings of a variant, section by section, as blocks of Markdown; `level` is that of a section's heading. */
export function findingParts(drift: VariantDrift, level: '##' | '###'): string[] {
  return sections.flatMap((section) => sectionParts(section, inSection(drift, section), level))
}

function sectionParts(section: SectionId, findings: readonly Finding[], level: string): string[] {
  if (findings.length === 0) return []
  const { title, lead } = titles[section]
  const head = [`${level} ${title} (${findings.length})`, lead]
  if (section === 'lacks') return [...head, ...lackParts(findings, `${level}#`)]
  const { repeated, single } = splitCauses(findings)
  return [
    ...head,
    ...repeated.flatMap((group) => placeList(group, `${level}#`)),
    ...byModel(single).flatMap((group) => [modelHeading(group, `${level}#`), conflictTable(group)]),
  ]
}

function lackParts(findings: readonly Finding[], level: string): string[] {
  const pages = findings.filter((finding) => finding.rule === 'missing-model')
  const { repeated, single } = splitCauses(findings.filter((finding) => finding.rule !== 'missing-model'))
  return [
    ...(pages.length > 0 ? [`${level} Models without a page (${pages.length})`, lackList(pages)] : []),
    ...repeated.flatMap((group) => placeList(group, level)),
    ...byModel(single).flatMap((group) => [modelHeading(group, level), lackList(group)]),
  ]
}

function modelHeading(group: readonly Finding[], level: string): string {
  const [first] = group
  return first === undefined ? '' : `${level} ${prose(first.modelName)} (${codeSpan(first.model)})`
}

function byModel(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...groupBy(findings, ({ model }) => model).values()]
}

function inSection(drift: VariantDrift, section: SectionId): readonly Finding[] {
  return drift.findings.filter((finding) => sectionOf(finding) === section)
}

/** One sentence: how many findings in how many variants. */
export function totals(drifts: readonly VariantDrift[]): string {
  const total = drifts.reduce((sum, { counts }) => sum + counts.total, 0)
  const touched = drifts.filter(({ counts }) => counts.total > 0).length
  if (total === 0)
    return `No findings in ${plural(drifts.length, 'variant')}: the docs agree in everything that they can say.`
  return `${plural(total, 'finding')} in ${touched} of ${plural(drifts.length, 'variant')}.`
}

/** How many findings, and how many of each severity. */
export function countsLine(counts: Counts): string {
  const parts = severities.filter((severity) => counts.bySeverity[severity] > 0)
  const words = parts.map((severity) => `${counts.bySeverity[severity]} ${severity}`)
  return `${plural(counts.total, 'finding')}: ${words.join(', ')}`
}

function countsTable(counts: Counts): string {
  const rows = ruleIds
    .filter((rule) => (counts.byRule[rule] ?? 0) > 0)
    .map((rule) => [codeSpan(rule, 'table'), String(counts.byRule[rule] ?? 0), rules[rule].title])
  return table(['Rule', 'Findings', 'Meaning'], rows)
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function document(header: readonly string[], parts: readonly string[]): string {
  const comment = header.length === 0 ? [] : [`<!--\n${header.map(commentText).join('\n')}\n-->`]
  return `${[...comment, ...parts].join('\n\n')}\n`
}
