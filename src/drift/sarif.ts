// Knows how findings and diagnostics become a SARIF 2.1.0 log.

import { catalog } from '../diagnostics/catalog.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Severity } from '../diagnostics/severity.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding, Witness } from '../reconcile/finding.js'
import { rules } from '../reconcile/rules.js'
import { compareText } from '../text/compare.js'
import type { SourceSpan } from '../text/span.js'
import { pathUri, sarifText } from './escape-machine.js'
import { quoted } from './escape.js'
import { noticesOf, type Notice } from './notices.js'
import { jsonText } from '../text/json-text.js'

/** The base that all relative URIs of a log belong to: the folder that paths are relative to. */
const BASE = '%SRCROOT%'

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const satisfies Record<
  Severity | 'off',
  string
>

/** What rules and diagnostics alike say of themselves. */
interface Description {
  readonly severity: Severity | 'off'
  readonly title: string
  readonly cause: string
  readonly fix: string
}

const descriptions: ReadonlyMap<string, Description> = new Map<string, Description>([
  ...Object.entries(rules),
  ...Object.entries(catalog),
])

/**
 * A SARIF log with one run: the rules and codes that occur, each with cause and fix, and a result for each finding and
 * diagnostic, worst first. Witnesses are related locations. Columns count UTF-16 units.
 */
export function renderSarif(model: ApiModel, findings: readonly Finding[], diagnostics: readonly Diagnostic[]): string {
  const notices = noticesOf(model, findings, diagnostics)
  const ids = [...new Set(notices.map(({ id }) => id))].sort(compareText)
  const positions = new Map(ids.map((id, index) => [id, index]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'codegen', fullName: 'sdk-docs-codegen', rules: ids.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder that codegen was called in.' } } },
        results: notices.map((notice) => resultOf(notice, positions.get(notice.id) ?? -1)),
      },
    ],
  }
  return jsonText(log)
}

function ruleOf(id: string): object {
  const told = descriptions.get(id)
  if (told === undefined) return { id }
  return {
    id,
    shortDescription: { text: told.title },
    fullDescription: { text: `${told.title}. ${told.cause}` },
    help: {
      text: `Cause: ${told.cause}\nFix: ${told.fix}`,
      markdown: `**Cause:** ${told.cause}\n\n**Fix:** ${told.fix}`,
    },
    defaultConfiguration: { level: levels[told.severity] },
    properties: { tags: ['documentation'] },
  }
}

function resultOf(notice: Notice, ruleIndex: number): object {
  const { id, severity, variant, subject, message, stated, path, span, witnesses, fingerprint } = notice
  const whose = variant === undefined ? '' : `${variant}: `
  return {
    ruleId: id,
    ruleIndex,
    level: levels[severity],
    message: { text: sarifText([`${whose}${subject}: ${message}`, ...stated].join('. ')) },
    ...(path === '' ? {} : { locations: [{ physicalLocation: physical(path, span) }] }),
    ...(witnesses.length === 0 ? {} : { relatedLocations: witnesses.map(related) }),
    // GitHub compares nothing but the first, and would otherwise hash the line, which moves.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'codegenFinding/v1': fingerprint },
  }
}

function related({ variant, said, span }: Witness, index: number): object {
  const text = said === '' ? `${variant} tells of it here` : `${variant} says: ${quoted(said, '')}`
  return { id: index + 1, physicalLocation: physical(span.file, span), message: { text: sarifText(text) } }
}

function physical(path: string, span: SourceSpan | undefined): object {
  const uri = pathUri(path)
  const artifactLocation = uri.startsWith('file:') ? { uri } : { uri, uriBaseId: BASE }
  if (span === undefined) return { artifactLocation }
  const { start, end } = span
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  return { artifactLocation, region }
}
