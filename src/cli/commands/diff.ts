// Knows the command `diff`: shows the findings, in the form asked for.

import { atLeast } from '../../diagnostics/severity.js'
import { renderJson } from '../../drift/json.js'
import { renderMarkdown } from '../../drift/markdown.js'
import { renderText } from '../../drift/text.js'
import type { ApiModel } from '../../ir/model.js'
import type { Finding } from '../../reconcile/finding.js'
import { suggest } from '../../text/suggest.js'
import { readDocs } from '../read-docs.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { OutputFlags, ReadingFlags } from '../flags.js'
import { createPaint } from '../paint.js'
import { createLocator, relocateFinding, type Locator } from '../places.js'

/** Flags of `diff`. */
export interface DiffFlags extends ReadingFlags {
  readonly language?: readonly string[]
  readonly rule?: readonly string[]
  readonly format: 'text' | 'markdown' | 'json' | 'patch'
  readonly failOn?: OutputFlags['failOn']
}

/** Shows where the docs of each language differ from the model. */
export function diffCommand(this: CliContext, flags: DiffFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: DiffFlags, folders: readonly string[]): Promise<number> {
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
  const locate = createLocator(session.cwd, options.cwd)
  if (flags.format === 'patch') session.terminal.out(await recovered.patch(findings))
  else session.terminal.out(print(session, { flags, model: { ...recovered.model, variants }, findings, locate }))
  if (hasErrors) return exitCodes.input
  const threshold = options.failOn
  if (threshold === 'never') return exitCodes.ok
  return findings.some(({ severity }) => atLeast(severity, threshold)) ? exitCodes.findings : exitCodes.ok
}

interface Shown {
  readonly flags: DiffFlags
  readonly model: ApiModel
  readonly findings: readonly Finding[]
  readonly locate: Locator
}

/** People see paths from where they stand; documents and programs get those of the run, which are the same everywhere. */
function print(session: Session, { flags, model, findings, locate }: Shown): string {
  if (flags.json === true || flags.format === 'json') return renderJson(model, findings)
  if (flags.format === 'markdown') return renderMarkdown(model, findings)
  const shown = findings.map((finding) => relocateFinding(finding, locate))
  return renderText(model, shown, createPaint(session.terminal.outStyle))
}

function unknownLanguage(languages: readonly string[], model: ApiModel): string | undefined {
  const known = model.variants.map(({ id }) => id)
  const unknown = languages.find((language) => !known.includes(language))
  if (unknown === undefined) return undefined
  const hint = suggest(unknown, known)
  return `No docs of "${unknown}" were read${hint === undefined ? '' : `, did you mean "${hint}"?`} (there are: ${known.join(', ')})`
}
