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
  let logged = ''
  const stream = { write: (text: string) => (logged += text), isTTY: true, columns: 200 }
  const terminal = createTerminal({
    stdout: stream,
    stderr: stream,
    env: {},
    color: true,
    quiet: false,
  })
  const { outStyle: style, outLayout: layout } = terminal
  /** The text as it reaches a person. */
  const shown = (text: string): string => {
    logged = ''
    terminal.out(text)
    return logged
  }
  const patches = await recovered.patches(findings)
  const pages = { variants: model.variants, sheets: recovered.sheets(), patches }
  const changes = await recovered.changes(findings)
  const drift = { model, findings, diagnostics, pages, changes, locate: (file: string) => file }
  return [
    ...formats.map((format) => {
      const text = renderDrift(format, drift)
      return { name: format, text: format === 'text' ? shown(text) : text }
    }),
    { name: 'text', text: shown(renderDrift('text', drift, { style, layout, isVerbose: true })) },
    { name: 'patch', text: patches.map(({ text }) => text).join('') },
    { name: 'summary', text: shown(printSummary(report, { out: 'generated', dryRun: false, verbose: true, style })) },
    { name: 'diagnostics', text: shown(printDiagnostics(diagnostics, style)) },
    { name: 'explanations', text: shown(explanationsOf(report, style)) },
  ]
}

function explanationsOf({ model, recovered }: Report, style: Styler): string {
  const queries = model.models.flatMap(({ id, ...one }) =>
    one.kind === 'object' ? [id, ...one.fields.map(({ name }) => `${id}.${name}`)] : [id],
  )
  const found = queries.flatMap((query) => recovered?.explain(query) ?? [])
  return found.map((one) => printExplanation(one, style)).join('\n')
}
