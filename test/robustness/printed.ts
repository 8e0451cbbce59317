// Knows everything that commands print of a run, as they print it.

import { printDiagnostics } from '../../src/cli/diagnostics-view.js'
import { printExplanation } from '../../src/cli/explanation-view.js'
import { renderDrift } from '../../src/cli/report-documents.js'
import { formats, type Format } from '../../src/cli/reporters.js'
import { printSummary } from '../../src/cli/summary-view.js'
import { createTerminal, type Styler } from '../../src/cli/terminal.js'
import type { Report } from '../../src/pipeline/report.js'

/** The name of something that is printed: a form of `diff`, or what a command shows. */
export type PrintedName = Format | 'patch' | 'summary' | 'diagnostics' | 'explanations'

/** What is printed under a name, plain or in colours. */
export interface Printed {
  readonly name: PrintedName
  readonly text: string
}

/** All that can be printed of a run, in colours where there may be any. */
export async function printedDocuments(report: Report): Promise<readonly Printed[]> {
  const { recovered, findings, model, diagnostics } = report
  if (recovered === undefined) throw new Error('nothing was read')
  const stream = { write: () => true, isTTY: true, columns: 200 }
  const { outStyle: style, outLayout: layout } = createTerminal({
    stdout: stream,
    stderr: stream,
    env: {},
    color: true,
    quiet: false,
  })
  const patches = await recovered.patches(findings)
  const pages = { variants: model.variants, sheets: recovered.sheets(), patches }
  const changes = await recovered.changes(findings)
  const drift = { model, findings, diagnostics, pages, changes, locate: (file: string) => file }
  return [
    ...formats.map((format) => ({ name: format, text: renderDrift(format, drift) })),
    { name: 'text', text: renderDrift('text', drift, { style, layout, isVerbose: true }) },
    { name: 'patch', text: patches.map(({ text }) => text).join('') },
    { name: 'summary', text: printSummary(report, { out: 'generated', dryRun: false, verbose: true, style }) },
    { name: 'diagnostics', text: printDiagnostics(diagnostics, style) },
    { name: 'explanations', text: explanationsOf(report, style) },
  ]
}

function explanationsOf({ model, recovered }: Report, style: Styler): string {
  const queries = model.models.flatMap(({ id, ...one }) =>
    one.kind === 'object' ? [id, ...one.fields.map(({ name }) => `${id}.${name}`)] : [id],
  )
  const found = queries.flatMap((query) => recovered?.explain(query) ?? [])
  return found.map((one) => printExplanation(one, style)).join('\n')
}
