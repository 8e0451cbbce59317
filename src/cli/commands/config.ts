// Knows the command `config`: what is in force, and what a run reads and writes.

import { inputsOf, outputsOf } from '../../config/cache-lists.js'
import { optionKeys, type OptionKey } from '../../config/option-table.js'
import type { SourceOption } from '../../config/options.js'
import type { Project } from '../../config/projects.js'
import { isRevision } from '../../config/revision.js'
import { visible } from '../../diagnostics/frame.js'
import { labelOf } from '../../text/paths.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import type { BaselineFlags, OutputFlags } from '../flags.js'
import { headingOf, printResults } from '../projects.js'
import { alignRows, type Cell } from '../table.js'

/** Flags of `config`. */
export interface ConfigFlags extends BaselineFlags, Pick<OutputFlags, 'out' | 'validators'> {
  readonly inputs?: boolean
  readonly outputs?: boolean
}

/** Shows the options in force, or what a run reads or writes. */
export function configCommand(this: CliContext, flags: ConfigFlags, ...folders: string[]): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folders))
}

async function body(session: Session, flags: ConfigFlags, folders: readonly string[]): Promise<number> {
  if (flags.inputs === true && flags.outputs === true)
    return session.refuse('`--inputs` and `--outputs` are two lists: ask for one at a time, or for both with `--json`.')
  const { out, validators, failOn, baseline, config } = flags
  const given = { folders, config, projects: flags.project }
  const projects = await session.loadProjects({ ...given, flags: { out, validators, failOn, baseline } })
  if (projects === undefined) return exitCodes.input
  const { terminal, cwd, host } = session
  const { locateConfig } = await import('../../config/load.js')
  const { path: file } = await locateConfig({ ...given, cwd }, host)
  const all = projects.map(({ options }) => options)
  const print = (lines: readonly string[]): void => terminal.out(lines.map((line) => `${line}\n`).join(''))
  if (flags.json === true) {
    const results = projects.map((project) => ({
      name: project.name,
      code: exitCodes.ok,
      data: {
        root: project.options.cwd,
        file: file ?? null,
        options: Object.fromEntries(
          optionKeys.map((key) => [key, { value: valueOf(key, project), from: fromOf(key, project) }]),
        ),
        inputs: inputsOf([project.options], file),
        outputs: outputsOf([project.options]),
      },
    }))
    terminal.out(printResults('config', results))
  } else if (flags.inputs === true) print(inputsOf(all, file))
  else if (flags.outputs === true) print(outputsOf(all))
  else {
    const named = file === undefined ? 'no file' : visible(labelOf(cwd, file))
    const tables = projects.map(
      (project) => headingOf(project, terminal.outStyle) + tableOf(project, terminal.outStyle),
    )
    terminal.out(`${terminal.outStyle('faint', 'Configuration')}  ${named}\n\n${tables.join('\n')}`)
  }
  return exitCodes.ok
}

/** The options of a project, each in a row; sources one below the other. */
function tableOf(project: Project, style: Session['terminal']['outStyle']): string {
  const rows = optionKeys.flatMap((key) => {
    const value = valueOf(key, project)
    const [first = 'none', ...others] =
      key === 'sources' && Array.isArray(value) ? value.map(printed) : [printed(value)]
    const from = fromOf(key, project)
    const row: Cell[] = [
      { text: key, shown: style('name', key) },
      { text: from, shown: style('faint', from) },
      { text: first },
    ]
    return [row, ...others.map((text): Cell[] => [{ text: '' }, { text: '' }, { text }])]
  })
  const heads = ['Option', 'From', 'Value'].map((text): Cell => ({ text, shown: style('faint', text) }))
  return `${alignRows([heads, ...rows], ['left', 'left', 'left']).join('\n')}\n`
}

function fromOf(key: OptionKey, { origins }: Project): string {
  return origins.get(key) ?? 'default'
}

/** The value of an option as a configuration would have it: paths from its folder, emitters by name. */
function valueOf(key: OptionKey, { options }: Project): unknown {
  const shown = (path: string): string => labelOf(options.cwd, path)
  if (key === 'out' || key === 'baseline') return shown(options[key])
  if (key === 'emitters') return options.emitters.map((emitter) => (typeof emitter === 'string' ? emitter : emitter.id))
  if (key !== 'sources') return options[key]
  return options.sources.map((source): string | SourceOption => {
    if (isRevision(source)) return { ...source, git: shown(source.git) }
    const { path, ...others } = source
    return Object.keys(others).length === 0 ? shown(path) : { ...source, path: shown(path) }
  })
}

function printed(value: unknown): string {
  return visible(typeof value === 'string' ? value : JSON.stringify(value))
}
