// Knows the command `rules`: what can be found and what can go wrong: a list, and a page for each.

import { catalog } from '../../diagnostics/catalog.js'
import type { Severity } from '../../diagnostics/severity.js'
import { rules } from '../../reconcile/rules.js'
import { suggest } from '../../text/suggest.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { printJson } from '../print-json.js'
import { severityStyle } from '../diagnostics-view.js'
import { exitCodes } from '../exit-code.js'
import type { CommonFlags } from '../flags.js'
import { alignRows } from '../table.js'
import type { Style, Styler } from '../terminal.js'

/** A rule of findings or a code of diagnostics. */
interface RuleEntry {
  readonly id: string
  readonly kind: 'finding' | 'diagnostic'
  /** By default; `off` for a rule that must be asked for. */
  readonly severity: Severity | 'off'
  readonly title: string
  /** A case of it; of findings only. */
  readonly example?: string
  readonly cause: string
  readonly fix: string
}

/** Lists every rule and diagnostic, or explains those named. */
export function rulesCommand(this: CliContext, flags: CommonFlags, ...ids: string[]): Promise<void> {
  return withSession(this, flags, async (session) => body(session, flags, ids))
}

function body({ terminal, refuse }: Session, flags: CommonFlags, ids: readonly string[]): number {
  const all = entries()
  const unknown = ids.find((id) => !all.some((entry) => entry.id === id))
  if (unknown !== undefined) {
    const hint = suggest(
      unknown,
      all.map(({ id }) => id),
    )
    return refuse(`There is no rule "${unknown}"${hint === undefined ? '' : `, did you mean "${hint}"?`}`)
  }
  const chosen = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id))
  if (flags.json === true) terminal.out(printJson({ rules: chosen }))
  else terminal.out(ids.length === 0 ? printList(chosen, terminal.outStyle) : printDetails(chosen, terminal.outStyle))
  return exitCodes.ok
}

function entries(): readonly RuleEntry[] {
  return [
    ...Object.entries(rules).map(([id, rule]) => ({ id, kind: 'finding' as const, ...rule })),
    ...Object.entries(catalog).map(([id, { severity, title, cause, fix }]) => {
      return { id, kind: 'diagnostic' as const, severity, title, cause, fix }
    }),
  ]
}

function printList(chosen: readonly RuleEntry[], style: Styler): string {
  const section = (title: string, kind: RuleEntry['kind']): string[] => {
    const rows = chosen
      .filter((entry) => entry.kind === kind)
      .map(({ id, severity, title: text }) => [
        { text: `  ${id}`, shown: `  ${style('name', id)}` },
        { text: severity, shown: style(styleOf(severity), severity) },
        { text },
      ])
    return [style('strong', title), ...alignRows(rows, ['left', 'left', 'left'])]
  }
  const lines = [
    ...section('Findings: where the docs of a language differ from the model', 'finding'),
    '',
    ...section('Diagnostics: what is wrong with an input', 'diagnostic'),
    '',
    style('faint', 'codegen rules <id> tells what it means, its cause and fix, and how to silence it.'),
  ]
  return `${lines.join('\n')}\n`
}

function styleOf(severity: RuleEntry['severity']): Style {
  return severity === 'off' ? 'faint' : severityStyle[severity]
}

function printDetails(chosen: readonly RuleEntry[], style: Styler): string {
  return chosen.map((entry) => printPage(entry, style)).join('\n')
}

/** The help page of a rule or diagnostic. */
function printPage(entry: RuleEntry, style: Styler): string {
  const { id, severity, title, example, cause, fix } = entry
  const parts = [
    ...(example === undefined ? [] : [['Example', example] as const]),
    ['Cause', cause] as const,
    ['Fix', fix] as const,
    ...silencers(entry).map((text, index) => [index === 0 ? 'Silence' : '', text] as const),
  ]
  const rows = parts.map(([name, text]) => [{ text: `  ${name}`, shown: `  ${style('faint', name)}` }, { text }])
  const head = `${style('name', id)}  ${style(styleOf(severity), severity)}  ${title}`
  return `${[head, ...alignRows(rows, ['left', 'left'])].join('\n')}\n`
}

/** How one gets rid of it without mending it. */
function silencers({ id, kind, severity }: RuleEntry): readonly string[] {
  if (kind === 'diagnostic')
    return severity === 'error'
      ? ['It cannot be silenced; where a document is at fault, `--allow-partial` goes on without it.']
      : []
  if (severity === 'off') return [`It is off; \`severity: { '${id}': 'info' }\` in the configuration asks for it.`]
  return [
    `Everywhere: \`severity: { '${id}': 'off' }\` in the configuration.`,
    `In one place: \`ignore: [{ rule: '${id}', model: 'shared/Locker', reason: '…' }]\` there.`,
    'What is known today: `codegen check --update-baseline`.',
  ]
}
