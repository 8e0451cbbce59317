// Knows the command `diff`: shows the findings, in the form asked for.

import { hasError, atLeast } from '../../diagnostics/severity.js'
import type { Scope } from '../../drift/baseline.js'
import { suggest } from '../../text/suggest.js'
import type { BaselineUpdate } from '../../pipeline/judge.js'
import type { Report } from '../../pipeline/report.js'
import { joinDrifts, worstOf } from '../projects.js'
import { readDocs, type ReadDocs } from '../read-docs.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { BaselineFlags } from '../flags.js'
import { createLocator, relocateDiagnostic } from '../places.js'
import { pagesFor, renderDrift, type Drift } from '../report-documents.js'
import { settleOutputs, type Format, type Outputs, type ReporterFlags } from '../reporters.js'
import { writeReports } from '../write-reports.js'
import { knownWords, updateLine } from '../summary-view.js'

/** Flags of `diff`. */
export interface DiffFlags extends BaselineFlags, Omit<ReporterFlags, 'json' | 'format'> {
  readonly language?: readonly string[]
  readonly rule?: readonly string[]
  readonly updateBaseline?: boolean
  readonly format?: Format | 'patch'
}

/** Shows where the docs of each language differ from the model. */
export function diffCommand(this: CliContext, flags: DiffFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: DiffFlags, folders: readonly string[]): Promise<number> {
  const { format, ...others } = flags
  const isPatch = format === 'patch'
  const outputs = settleOutputs(isPatch || format === undefined ? others : { ...others, format }, session.cwd)
  if (typeof outputs === 'string') return session.refuse(outputs)
  if (isPatch && outputs.stdout !== 'text')
    return session.refuse(`Standard output takes one result, and two were asked for: patch, ${outputs.stdout}.`)
  const { config, failOn, baseline, project } = flags
  const read = await readDocs(session, { folders, config, projects: project, flags: { failOn, baseline } })
  if (read === undefined) return exitCodes.input
  const unknown = unknownLanguage(flags.language ?? [], read)
  if (unknown !== undefined) return session.refuse(unknown)
  const parts: Part[] = []
  for (const docs of read) parts.push(await judgePart(session, flags, { docs, outputs, isPatch }))
  const drift = joinDrifts(parts)
  if (drift === undefined) return exitCodes.input
  const isVerbose = flags.verbose === true
  const areWritten = await writeReports(session, outputs, (format) => renderDrift(format, drift, { isVerbose }))
  const { out, document, outStyle, outLayout } = session.terminal
  const print = isPatch || outputs.stdout !== 'text' ? document : out
  print(
    isPatch
      ? parts.map(({ patch }) => patch).join('')
      : renderDrift(outputs.stdout, drift, { style: outStyle, layout: outLayout, isVerbose }),
  )
  if (flags.quiet !== true && flags.json !== true)
    for (const { update, known } of parts) {
      const aside = knownWords(known)
      if (update !== undefined) session.terminal.err(updateLine(update))
      if (aside !== '') session.terminal.err(`Not shown: ${aside}.\n`)
    }
  return areWritten ? worstOf(parts.map(({ code }) => code)) : exitCodes.input
}

/** What was found in one project, and judged. */
interface Part {
  readonly name: string | undefined
  readonly drift: Drift
  readonly patch: string
  readonly known: Pick<Report, 'accepted' | 'ignored'>
  readonly update?: BaselineUpdate | undefined
  readonly code: number
}

/** What is judged, and in which forms it is told. */
interface PartRequest {
  readonly docs: ReadDocs
  readonly outputs: Outputs
  readonly isPatch: boolean
}

async function judgePart(session: Session, flags: DiffFlags, { docs, outputs, isPatch }: PartRequest): Promise<Part> {
  const { options, recovered, name } = docs
  const isAsked: Scope = ({ variant, rule }) =>
    (flags.language?.includes(variant) ?? true) && (flags.rule?.includes(rule) ?? true)
  const { judge } = await import('../../pipeline/judge.js')
  const request = { recovered, options, host: session.host, isAsked, update: flags.updateBaseline === true }
  const { findings, accepted, diagnostics, update } = await judge(request)
  const known = { accepted, ignored: recovered.ignored.filter(({ finding }) => isAsked(finding)) }
  const hasErrors = docs.hasErrors || hasError(diagnostics)
  const variants = recovered.model.variants.filter(({ id }) => flags.language?.includes(id) ?? true)
  const locate = createLocator(session.cwd, options.cwd)
  session.report(diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
  const outputsText = !isPatch && [outputs.stdout, ...outputs.files.map((file) => file.format)].includes('text')
  const drift = {
    model: { ...recovered.model, variants },
    findings,
    known: { accepted: known.accepted.length, ignored: known.ignored.length },
    diagnostics: [...recovered.diagnostics, ...diagnostics],
    locate,
    changes: outputsText ? await recovered.changes(findings) : new Map(),
    ...(await pagesFor(outputs, recovered, findings)),
  }
  const threshold = options.failOn
  const failing = threshold === 'never' ? [] : findings.filter(({ severity }) => atLeast(severity, threshold))
  return {
    name,
    drift,
    patch: isPatch ? await recovered.patch(findings) : '',
    known,
    update,
    code: hasErrors ? exitCodes.input : failing.length > 0 ? exitCodes.findings : exitCodes.ok,
  }
}

function unknownLanguage(languages: readonly string[], read: readonly ReadDocs[]): string | undefined {
  const known = [...new Set(read.flatMap(({ recovered }) => recovered.model.variants.map(({ id }) => id)))]
  const unknown = languages.find((language) => !known.includes(language))
  if (unknown === undefined) return undefined
  const hint = suggest(unknown, known)
  return `No docs of "${unknown}" were read${hint === undefined ? '' : `, did you mean "${hint}"?`} (there are: ${known.join(', ')})`
}
