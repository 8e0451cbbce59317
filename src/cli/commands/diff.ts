// Knows the command `diff`: shows the findings, in the form asked for.

import { atLeast } from '../../diagnostics/severity.js'
import type { ApiModel } from '../../ir/model.js'
import { suggest } from '../../text/suggest.js'
import { readDocs } from '../read-docs.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { OutputFlags, ReadingFlags } from '../flags.js'
import { createLocator } from '../places.js'
import { renderDrift } from '../report-documents.js'
import { settleOutputs, writeReports, type ReporterFlags } from '../reporters.js'

/** Flags of `diff`. */
export interface DiffFlags extends ReadingFlags, Omit<ReporterFlags, 'json'> {
  readonly language?: readonly string[]
  readonly rule?: readonly string[]
  readonly failOn?: OutputFlags['failOn']
}

/** Shows where the docs of each language differ from the model. */
export function diffCommand(this: CliContext, flags: DiffFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: DiffFlags, folders: readonly string[]): Promise<number> {
  const outputs = settleOutputs(flags, session.cwd)
  if (typeof outputs === 'string') {
    session.terminal.err(`${outputs}\n`)
    return exitCodes.input
  }
  const read = await readDocs(session, { folders, config: flags.config, flags: { failOn: flags.failOn } })
  if (read === undefined) return exitCodes.input
  const { options, recovered, hasErrors } = read
  const unknown = unknownLanguage(flags.language ?? [], recovered.model)
  if (unknown !== undefined) {
    session.terminal.err(`${unknown}\n`)
    return exitCodes.input
  }
  const findings = recovered.findings.filter(
    ({ variant, rule }) =>
      (flags.language?.includes(variant) ?? true) && (flags.rule === undefined || flags.rule.includes(rule)),
  )
  const variants = recovered.model.variants.filter(({ id }) => flags.language?.includes(id) ?? true)
  const drift = {
    model: { ...recovered.model, variants },
    findings,
    diagnostics: recovered.diagnostics,
    locate: createLocator(session.cwd, options.cwd),
  }
  const areWritten = await writeReports(session, outputs, (format) => renderDrift(format, drift))
  session.terminal.out(renderDrift(outputs.stdout, drift, session.terminal.outStyle))
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
