// Knows how the outcome of a run is summed up for a person.

import { visible } from '../diagnostics/frame.js'
import { hasError, severities, type Severity } from '../diagnostics/severity.js'
import { shortChecksum } from '../drift/provenance.js'
import { wireWords } from '../ir/wire-words.js'
import type { BaselineUpdate } from '../pipeline/judge.js'
import type { Report } from '../pipeline/report.js'
import type { Finding } from '../reconcile/finding.js'
import { compareText, sortBy } from '../text/compare.js'
import type { PlanAction } from '../write/plan.js'
import { severityStyle } from './diagnostics-view.js'
import { alignRows, countOf, formatCount, formatDuration, type Cell } from './table.js'
import type { Styler } from './terminal.js'

/** What a summary tells beside the report. */
export interface SummaryContext {
  /** The output folder as the person would write it. */
  readonly out: string
  readonly dryRun: boolean
  /** The folders and the configuration as they were given, so that the commands told next are about the same docs. */
  readonly given?: readonly string[]
  /** Whether the duration of every stage is told. */
  readonly verbose: boolean
  readonly style: Styler
}

/** The summary of a run, a few short paragraphs. Ends with a line feed. */
export function printSummary(report: Report, context: SummaryContext): string {
  const paragraphs = [
    variantLines(report, context.style),
    wireLines(report, context.style),
    findingLines(report, context.style),
    knownLines(report, context.style),
    outcomeLines(report, context),
    nextLines(report, context),
  ]
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** The findings that are not shown, in words: `12 accepted, 3 ignored`. Empty where there are none. */
export function knownWords({ accepted, ignored }: Pick<Report, 'accepted' | 'ignored'>): string {
  return [
    ...(accepted.length > 0 ? [`${formatCount(accepted.length)} accepted`] : []),
    ...(ignored.length > 0 ? [`${formatCount(ignored.length)} ignored`] : []),
  ].join(', ')
}

/** What an update of the baseline did, in one line with its end. */
export function updateLine({ file, total, added, dropped, written }: BaselineUpdate): string {
  const changes = written ? `${formatCount(added)} new, ${formatCount(dropped)} dropped` : 'as before'
  return `${visible(file)}: ${countOf(total, 'finding')} accepted (${changes}).\n`
}

function variantLines({ model, counts }: Report, style: Styler): string[] {
  if (model.variants.length === 0) return []
  const isRecorded = model.variants.some(({ provenance }) => provenance !== undefined)
  const built = isRecorded ? ['Generator', 'Specification'] : []
  const heads = ['Docs', 'Pages', 'Models', ...built].map((text) => ({ text, shown: style('faint', text) }))
  const rows = model.variants.map((variant) => {
    const name = visible(variant.id)
    const { generator = '', checksum = '' } = variant.provenance ?? {}
    return [
      { text: name, shown: style('name', name) },
      cellOf(variant.documents),
      cellOf(variant.models),
      ...[generator, shortChecksum(checksum)].slice(0, built.length).map((text) => ({ text: visible(text) })),
    ]
  })
  const models = formatCount(counts.models)
  const api = [
    { text: 'API' },
    { text: '' },
    { text: models, shown: style('strong', models) },
    { text: `${countOf(counts.fields, 'field')}` },
  ]
  return [...alignRows([heads, ...rows, api], ['left', 'right', 'right', 'left', 'left']), ...editedLines(model, style)]
}

function editedLines({ variants }: Report['model'], style: Styler): string[] {
  const parts = variants.flatMap(({ id, provenance }) => {
    const count = provenance?.edited?.length ?? 0
    return count === 0 ? [] : [`${visible(id)} ${formatCount(count)}`]
  })
  return parts.length === 0 ? [] : ['', `${style('faint', 'Pages edited by hand')}  ${parts.join(', ')}`]
}

/** How the names on the wire are known, which no document states. */
function wireLines({ model, counts }: Report, style: Styler): string[] {
  const told = wireWords(model.wireCase, counts.wireNames)
  return told === undefined ? [] : [`${style('faint', 'Wire')}   ${told.casing}`, `       ${told.names}`]
}

/** A table of the findings: rules down, variants across, the worst rules first. */
function findingLines(report: Report, style: Styler): string[] {
  const { findings, model, diagnostics } = report
  const compares = model.variants.length > 1 && !hasError(diagnostics)
  if (findings.length === 0)
    return compares ? [style('good', knownWords(report) === '' ? 'All docs agree.' : 'Nothing new.')] : []
  const variants = [...new Set(findings.map(({ variant }) => variant))].sort(compareText)
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding.severity]))].sort(
    ([a, x], [b, y]) => severities.indexOf(x) - severities.indexOf(y) || compareText(a, b),
  )
  const count = (test: (finding: Finding) => boolean): number => findings.filter(test).length
  const faint = (text: string): Cell => ({ text, shown: style('faint', text) })
  const number = (value: number, severity?: Severity): Cell => {
    if (value === 0) return faint('·')
    const text = formatCount(value)
    return severity === undefined ? { text } : { text, shown: style(severityStyle[severity], text) }
  }
  const rows = rules.map(([rule, severity]) => [
    { text: rule },
    faint(severity),
    ...variants.map((variant) =>
      number(
        count((finding) => finding.rule === rule && finding.variant === variant),
        severity,
      ),
    ),
    number(count((finding) => finding.rule === rule)),
  ])
  const sums = [
    { text: 'all' },
    { text: '' },
    ...variants.map((variant) => number(count((finding) => finding.variant === variant))),
    number(findings.length),
  ]
  const heads = ['Findings', '', ...variants.map((variant) => visible(variant)), 'all'].map(faint)
  return alignRows([heads, ...rows, sums], ['left', 'left', ...variants.map(() => 'right' as const), 'right'])
}

function knownLines(report: Report, style: Styler): string[] {
  const known = knownWords(report)
  return known === '' ? [] : [`${style('faint', 'Known')}  ${known}`]
}

const words = {
  create: { done: 'created', planned: 'to create' },
  update: { done: 'updated', planned: 'to update' },
  delete: { done: 'deleted', planned: 'to delete' },
  unchanged: { done: 'unchanged', planned: 'unchanged' },
  blocked: { done: 'blocked', planned: 'blocked' },
} as const satisfies Record<PlanAction, { done: string; planned: string }>

function outcomeLines(report: Report, { out, dryRun, verbose, style }: SummaryContext): string[] {
  const tense = report.written ? 'done' : 'planned'
  const entries = report.plan?.entries ?? []
  const parts = (['create', 'update', 'delete', 'unchanged', 'blocked'] as const).flatMap((action) => {
    const count = entries.filter((entry) => entry.action === action).length
    return count === 0 ? [] : [`${formatCount(count)} ${words[action][tense]}`]
  })
  const isRefused = !report.written && !dryRun && entries.some(({ action }) => action !== 'unchanged')
  const files =
    report.plan === undefined || isRefused ? style('bad', 'nothing written') : `${parts.join(', ')} in ${visible(out)}`
  return [
    `${style('faint', 'Files')}  ${files}${dryRun ? ' (dry run, nothing was touched)' : ''}`,
    `${style('faint', 'Time')}   ${timeWords(report.timings, verbose)}`,
  ]
}

/** How long it took in all and, where that is asked for, each stage of it: `1.2 s (read 0.9 s, emit 0.3 s)`. */
export function timeWords(timings: Report['timings'], areStagesTold: boolean): string {
  const total = formatDuration(timings.reduce((sum, { ms }) => sum + ms, 0))
  return areStagesTold ? `${total}${stageWords(timings)}` : total
}

/** The stages with their durations, as an aside. */
export function stageWords(timings: Report['timings']): string {
  return ` (${timings.map(({ stage, ms }) => `${stage} ${formatDuration(ms)}`).join(', ')})`
}

function nextLines(report: Report, { style, dryRun, given = [] }: SummaryContext): string[] {
  const same = given.map((word) => ` ${visible(shellWord(word))}`).join('')
  const next = (text: string): string[] => [`${style('faint', 'Next')}   ${text}`]
  if (hasError(report.diagnostics))
    return next('mend the errors above and run again; `--allow-partial` writes what could be read')
  const [worst] = sortBy(report.findings, ({ severity }) => [severities.indexOf(severity)])
  if (worst !== undefined) {
    const where = worst.field === undefined ? worst.modelName : `${worst.modelName}.${worst.field}`
    return next(
      `\`codegen diff${same} --language ${visible(worst.variant)}\`, or \`codegen explain ${visible(where)}${same}\``,
    )
  }
  if (dryRun) return next(`\`codegen run${same}\` carries it out`)
  return next(`commit the output folder; \`codegen check${same}\` tells in CI when it is out of date`)
}

/** A word as a shell takes it. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

function cellOf(count: number): Cell {
  return { text: formatCount(count) }
}
