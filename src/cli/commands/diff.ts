// Knows the command `diff`: shows the findings, in the form asked for.

import { atLeast } from '../../diagnostics/severity.js'
import type { Scope } from '../../drift/baseline.js'
import type { ApiModel } from '../../ir/model.js'
import { suggest } from '../../text/suggest.js'
import { readDocs } from '../read-docs.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { BaselineFlags } from '../flags.js'
import { createLocator, relocateDiagnostic } from '../places.js'
import { pagesFor, renderDrift } from '../report-documents.js'
import { settleOutputs, writeReports, type Format, type ReporterFlags } from '../reporters.js'
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
  const { config, failOn, baseline } = flags
  const read = await readDocs(session, { folders, config, flags: { failOn, baseline } })
  if (read === undefined) return exitCodes.input
  const { options, recovered } = read
  const unknown = unknownLanguage(flags.language ?? [], recovered.model)
  if (unknown !== undefined) return session.refuse(unknown)
  const isAsked: Scope = ({ variant, rule }) =>
    (flags.language?.includes(variant) ?? true) && (flags.rule?.includes(rule) ?? true)
  const { judge } = await import('../../pipeline/judge.js')
  const request = { recovered, options, host: session.host, isAsked, update: flags.updateBaseline === true }
  const { findings, accepted, diagnostics, update } = await judge(request)
  const known = { accepted, ignored: recovered.ignored.filter(({ finding }) => isAsked(finding)) }
  const hasErrors = read.hasErrors || diagnostics.some(({ severity }) => severity === 'error')
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
  const isVerbose = flags.verbose === true
  const areWritten = await writeReports(session, outputs, (format) => renderDrift(format, drift, { isVerbose }))
  const { outStyle, outLayout } = session.terminal
  session.terminal.out(
    isPatch
      ? await recovered.patch(findings)
      : renderDrift(outputs.stdout, drift, { style: outStyle, layout: outLayout, isVerbose }),
  )
  const isTalking = flags.quiet !== true && flags.json !== true
  const aside = knownWords(known)
  if (update !== undefined && isTalking) session.terminal.err(updateLine(update))
  if (aside !== '' && isTalking) session.terminal.err(`Not shown: ${aside}.\n`)
  if (hasErrors || !areWritten) return exitCodes.input
  const threshold = options.failOn
  if (threshold === 'never') return exitCodes.ok
  return findings.some(({ severity }) => atLeast(severity, threshold)) ? exitCodes.findings : exitCodes.ok
}

function unknownLanguage(languages: readonly string[], model: ApiModel): string | undefined {
  const known = model.variants.map(({ id }) => id)
  const unknown = languages.find((language) => !known.includes(language))
  if (unknown === undefined) return undefined
  const hint = suggest(unknown, known)
  return `No docs of "${unknown}" were read${hint === undefined ? '' : `, did you mean "${hint}"?`} (there are: ${known.join(', ')})`
}
