// Knows what the catalogue says of one diagnostic.

import type { Severity } from './severity.js'

/** One diagnostic of the catalogue; `P` is what its message names. */
export interface Entry<P> {
  readonly severity: Severity
  readonly title: string
  readonly message: (parameters: P) => string
  readonly cause: string
  readonly fix: string
}

/** Lets each entry name its own parameters while the catalogue as a whole stays checked. */
export function entry<P = Record<never, never>>(given: Entry<P>): Entry<P> {
  return given
}
