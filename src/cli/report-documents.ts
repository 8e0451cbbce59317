// Knows how what was found is handed to the renderers of documents, and whose paths each of them shows.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Changes } from '../drift/changes.js'
import type { Layout } from '../drift/columns.js'
import { renderers } from '../drift/formats.js'
import { renderJson, type KnownCounts } from '../drift/json.js'
import { renderHtml, type Pages } from '../drift/html/html.js'
import { renderText } from '../drift/text.js'
import type { ApiModel } from '../ir/model.js'
import type { Recovered } from '../pipeline/recover.js'
import type { Finding } from '../reconcile/finding.js'
import { createPaint } from './paint.js'
import { relocateDiagnostic, relocateFinding, relocateSheet, type Locator } from './places.js'
import type { Format, Outputs } from './reporters.js'
import type { Styler } from './terminal.js'

/** What was found. */
export interface Drift {
  readonly model: ApiModel
  readonly findings: readonly Finding[]
  /** How many more are known and not told; for programs. */
  readonly known?: KnownCounts
  readonly diagnostics: readonly Diagnostic[]
  /** What the findings are about, line by line; for people. */
  readonly changes?: Changes
  /** The pages themselves; for people at a browser. */
  readonly pages?: Pages
  /** Where the working folder sees the files. */
  readonly locate: Locator
}

/** How text looks: colours, and columns. By default as in a pipe. */
export interface Look {
  readonly style?: Styler
  readonly layout?: Layout
  /** Whether every place of a cause is listed. */
  readonly isVerbose?: boolean
}

/**
 * The drift in the form asked for. `markdown` and `json` have the paths of the run, which are the same everywhere; people at
 * a terminal, and the tools of a pipeline, which stand in the repository, get paths as seen from the working folder.
 */
export function renderDrift(format: Format, drift: Drift, { style, layout, isVerbose }: Look = {}): string {
  if (format === 'json') return renderJson(drift.model, drift.findings, drift.known)
  if (format === 'markdown') return renderers[format](drift.model, drift.findings, drift.diagnostics)
  const { locate } = drift
  const findings = drift.findings.map((finding) => relocateFinding(finding, locate))
  if (format === 'text')
    return renderText(drift.model, findings, {
      ...(style === undefined ? {} : { paint: createPaint(style) }),
      ...(drift.changes === undefined ? {} : { changes: drift.changes }),
      ...(layout === undefined ? {} : { layout }),
      ...(isVerbose === true ? { places: Infinity } : {}),
    })
  const diagnostics = drift.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate))
  const variants = drift.model.variants.map((variant) => ({ ...variant, root: locate(variant.root) || '.' }))
  const model = { ...drift.model, variants }
  if (format !== 'html') return renderers[format](model, findings, diagnostics)
  const { known, pages = { variants: [], sheets: [], patches: [] } } = drift
  const sheets = pages.sheets.map((sheet) => relocateSheet(sheet, locate))
  const patches = pages.patches.map((patch) => ({ ...patch, file: locate(patch.file) }))
  return renderHtml({ model, findings, diagnostics, known, ...pages, sheets, patches })
}

/** The pages, where a result shows them. */
export async function pagesFor(
  { stdout, files }: Outputs,
  recovered: Pick<Recovered, 'model' | 'sheets' | 'patches'> | undefined,
  findings: readonly Finding[],
): Promise<Pick<Drift, 'pages'>> {
  const isShown = [stdout, ...files.map(({ format }) => format)].includes('html')
  if (!isShown || recovered === undefined) return {}
  const { variants } = recovered.model
  return { pages: { variants, sheets: recovered.sheets(), patches: await recovered.patches(findings) } }
}
