// Knows what is told of a run, by all that was found in the documents.

import { idleEntries, siftFindings, type IgnoredFinding } from '../drift/ignore.js'
import type { Options } from '../config/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Finding } from '../reconcile/finding.js'
import { mapParts } from '../reconcile/parts.js'

/** All that was found. */
export interface Found {
  /** All findings, set aside or not. */
  readonly findings: readonly Finding[]
  /** Fingerprints of those that a patch mends. */
  readonly mended: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
  /** The variants that were read. */
  readonly variants: readonly string[]
}

/** What is told of it. */
export interface Concluded {
  /** Those that the configuration does not set aside. */
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  /** Whether every document could be read, and there are two variants or more to compare. */
  readonly isWhole: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Sets aside what the configuration says, and marks what a patch mends. */
export function concludeFindings(found: Found, ignore: Options['ignore']): Concluded {
  const { mended, diagnostics, variants } = found
  const sifted = siftFindings(found.findings, ignore)
  const mark = (finding: Finding): Finding =>
    mended.has(finding.fingerprint) ? { ...finding, fixable: true } : finding
  // What could not be read hides findings, so that nothing can be said of entries then.
  const isWhole = variants.length > 1 && diagnostics.every(({ severity }) => severity !== 'error')
  return {
    findings: sifted.findings.map((finding) => mapParts(mark(finding), mark)),
    ignored: sifted.ignored,
    isWhole,
    diagnostics: [...diagnostics, ...(isWhole ? idleEntries(sifted, ignore, variants) : [])],
  }
}
