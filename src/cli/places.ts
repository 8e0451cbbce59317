// Knows how places in files are shown to the person at the terminal: seen from where they stand.

import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { visible } from '../diagnostics/frame.js'
import type { Explanation } from '../reconcile/explanation.js'
import type { Finding, Witness } from '../reconcile/finding.js'
import { mapParts } from '../reconcile/parts.js'
import type { Sheet } from '../reconcile/sheets.js'
import { labelOf } from '../text/paths.js'
import type { SourceSpan } from '../text/span.js'

/** Names a file, given relative to the root of a run, as seen from the working folder, with `/` between its parts. */
export type Locator = (file: string) => string

/** The locator for a working folder and the root that the paths of a report are relative to. */
export function createLocator(cwd: string, root: string): Locator {
  if (cwd === root) return (file) => file
  return (file) => labelOf(cwd, resolve(root, file))
}

/** `path:line:column` of a span, harmless in a terminal. */
export function printPlace(span: SourceSpan): string {
  return visible(`${span.file}:${span.start.line}:${span.start.column}`)
}

/** The diagnostic with its place as seen from the working folder. */
export function relocateDiagnostic(diagnostic: Diagnostic, locate: Locator): Diagnostic {
  return diagnostic.span === undefined ? diagnostic : { ...diagnostic, span: relocate(diagnostic.span, locate) }
}

/** The finding with its places as seen from the working folder. */
export function relocateFinding(finding: Finding, locate: Locator): Finding {
  const witnesses = finding.witnesses.map((witness) => relocateWitness(witness, locate))
  const whole = mapParts({ ...finding, witnesses }, (part) => relocateFinding(part, locate))
  return finding.span === undefined ? whole : { ...whole, span: relocate(finding.span, locate) }
}

/** The sheet with its places as seen from the working folder. */
export function relocateSheet(sheet: Sheet, locate: Locator): Sheet {
  const cells = (given: Sheet['pages']): Sheet['pages'] =>
    given.map((cell) => ({ ...cell, span: relocate(cell.span, locate) }))
  const rows = sheet.rows.map((row) => ({ ...row, cells: cells(row.cells) }))
  return { ...sheet, pages: cells(sheet.pages), rows }
}

/** The explanation with its places as seen from the working folder. */
export function relocateExplanation(explanation: Explanation, locate: Locator): Explanation {
  const facts = explanation.facts.map((fact) => ({
    ...fact,
    witnesses: fact.witnesses.map((witness) => relocateWitness(witness, locate)),
  }))
  return { ...explanation, facts }
}

function relocateWitness(witness: Witness, locate: Locator): Witness {
  return { ...witness, span: relocate(witness.span, locate) }
}

function relocate(span: SourceSpan, locate: Locator): SourceSpan {
  return { ...span, file: locate(span.file) }
}
