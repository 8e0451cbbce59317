// Knows every diagnostic: its code, severity, message, cause and fix. A code without its texts does not compile.

import { documentCatalog } from './catalog-documents.js'
import { runCatalog } from './catalog-run.js'

/** The diagnostics by code. */
export const catalog = { ...documentCatalog, ...runCatalog } as const

/** The codes of the catalogue. */
export type Code = keyof typeof catalog

/** What the message of a code names. */
export type ParametersOf<C extends Code> = Parameters<(typeof catalog)[C]['message']>[0] extends undefined
  ? Record<never, never>
  : Parameters<(typeof catalog)[C]['message']>[0]
