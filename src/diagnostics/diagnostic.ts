// Knows what a diagnostic is and how one is built from the catalogue.

import { sortBy } from '../text/compare.js'
import type { SourceSpan } from '../text/span.js'
import type { Shown } from './frame.js'
import { catalog, type Code, type ParametersOf } from './catalog.js'
import type { Severity } from './severity.js'

/** Something that went wrong with an input, in words that say what was found, why, and what to do. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly cause: string
  readonly fix: string
  /** The place, where there is one. */
  readonly span?: SourceSpan
  /** The source line of the place with a caret below it, plain text. */
  readonly excerpt?: string
}

/**
 * Builds the diagnostic of a code.
 * @param code - its code in the catalogue
 * @param parameters - what the code's message names
 * @param place - where it was found, shown (see `shownIn`)
 */
export function problem<C extends Code>(code: C, parameters: ParametersOf<C>, place: Partial<Shown> = {}): Diagnostic {
  const entry = catalog[code]
  const describe = entry.message as (parameters: ParametersOf<C>) => string
  return { code, severity: entry.severity, message: describe(parameters), cause: entry.cause, fix: entry.fix, ...place }
}

/** Diagnostics in the one order in which they leave a run: by file, place, code and message. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return sortBy(diagnostics, ({ span, code, message }) => [span?.file ?? '', span?.start.offset ?? -1, code, message])
}
