// Knows the command `init`: finds the docs, and writes the files that a repository starts with.

import { createInterface } from 'node:readline/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { optionTable } from '../../config/option-table.js'
import type { StarterFile } from '../../config/starter.js'
import type { ciIds, hookIds } from '../../config/starter-ids.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { visible } from '../../diagnostics/frame.js'
import type { FoundDocs } from '../../pipeline/find-docs.js'
import { unlessInterrupted } from '../../pipeline/stopwatch.js'
import { labelOf } from '../../text/paths.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { printJson } from '../print-json.js'
import { exitCodes } from '../exit-code.js'
import type { ConfigFlags } from '../flags.js'
import { alignRows, formatCount } from '../table.js'

/** Flags of `init`. */
export interface InitFlags extends ConfigFlags {
  readonly yes?: boolean
  readonly hook?: (typeof hookIds)[number]
  readonly ci?: (typeof ciIds)[number]
}

/** What becomes of a file: an existing one is never touched. */
interface Outcome {
  readonly file: StarterFile
  readonly action: 'created' | 'kept'
}

/** Finds the docs below the working folder, shows them, and writes the configuration and what else was asked for. */
export function initCommand(this: CliContext, flags: InitFlags): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags))
}

async function body(session: Session, flags: InitFlags): Promise<number> {
  const { host, cwd, terminal, signal } = session
  const [{ findDocs }, { starterConfig, starterFiles }] = await Promise.all([
    import('../../pipeline/find-docs.js'),
    import('../../config/starter.js'),
  ])
  const { present, path, foreign } = await lookForConfig(session, flags)
  const { docs, diagnostics } = await unlessInterrupted(findDocs(cwd, host, optionTable.limits.default), signal)
  session.report(docs.length === 0 ? diagnostics : [])
  if (docs.length === 0) {
    if (flags.json === true) terminal.out(printJson({ command: 'init', exitCode: exitCodes.input, docs, diagnostics }))
    else
      terminal.err(
        'No model docs below this folder. Run `codegen init` where the SDKs lie, or `codegen run <folder>…`.\n',
      )
    return exitCodes.input
  }
  const sources = [...new Set(docs.map(({ path }) => path))].map((path) => {
    const own = docs.filter((each) => each.path === path)
    return { path, remark: own.map(({ label, models }) => `${label}, ${formatCount(models)} models`).join('; ') }
  })
  const wanted = [
    ...(present === undefined ? [{ ...starterConfig(sources), path }] : []),
    ...(flags.hook === undefined ? [] : [starterFiles[flags.hook]]),
    ...(flags.ci === undefined ? [] : [starterFiles[flags.ci]]),
  ]
  if (flags.json !== true && flags.quiet !== true) terminal.out(`${docLines(docs, session).join('\n')}\n\n`)
  const agreed = wanted.length === 0 || (await agrees(wanted, session, flags))
  const outcomes = agreed ? await writeAll(wanted, session) : []
  if (flags.json === true) {
    const files = outcomes.map(({ file, action }) => ({ path: file.path, action }))
    const told = foreign === undefined ? {} : { diagnostics: [foreign] }
    terminal.out(printJson({ command: 'init', exitCode: exitCodes.ok, docs, files, ...told }))
    return exitCodes.ok
  }
  session.report(foreign === undefined ? [] : [foreign])
  const known = present === undefined ? [] : [`${labelOf(cwd, present)} is there already and stays as it is.`]
  const lines = [
    ...known,
    ...outcomes.map(outcomeLine),
    ...(agreed ? nextLines(docs, flags, await isInstalled(session)) : ['Nothing was written.']),
  ]
  if (flags.quiet !== true) terminal.out(`${lines.join('\n')}\n`)
  return exitCodes.ok
}

/** The configuration that is there already, or the name for one, which is another where another tool's has it. */
async function lookForConfig(
  { cwd, host }: Session,
  { configCode = true }: InitFlags,
): Promise<{
  readonly present?: string
  readonly path: string
  readonly foreign?: Diagnostic
}> {
  const [{ configIn, configNames }, { foreignConfig }] = await Promise.all([
    import('../../config/find.js'),
    import('../../config/load.js'),
  ])
  const path = configNames[0]
  const present = await configIn(cwd, host)
  const foreign = present === undefined ? undefined : await foreignConfig(present, host, configCode)
  if (present === undefined) return { path }
  if (foreign === undefined) return { present, path }
  const next = await configIn(cwd, host, basename(present))
  return { ...(next === undefined ? {} : { present: next }), path: configNames[1], foreign }
}

function docLines(docs: readonly FoundDocs[], { terminal }: Session): string[] {
  const head = ['Docs', 'Language', 'Pages', 'Models'].map((text) => ({
    text,
    shown: terminal.outStyle('faint', text),
  }))
  const rows = docs.map(({ path, label, pages, models }) => [
    { text: visible(path), shown: terminal.outStyle('place', visible(path)) },
    { text: label },
    { text: formatCount(pages) },
    { text: formatCount(models) },
  ])
  return alignRows([head, ...rows], ['left', 'left', 'right', 'right'])
}

/** Asks a person; elsewhere, and with `--yes`, there is nobody to ask. */
async function agrees(
  files: readonly StarterFile[],
  { terminal, signal }: Session,
  flags: InitFlags,
): Promise<boolean> {
  if (flags.yes === true || flags.json === true || !terminal.interactive) return true
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await lines.question(`Write ${files.map(({ path }) => path).join(', ')}? [Y/n] `, { signal })
    return !/^\s*n/i.test(answer)
  } finally {
    lines.close()
  }
}

async function writeAll(files: readonly StarterFile[], { host, cwd }: Session): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const file of files) {
    const created = await host.create(join(cwd, file.path), file.text)
    outcomes.push({ file, action: created ? 'created' : 'kept' })
  }
  return outcomes
}

function outcomeLine({ file, action }: Outcome): string {
  if (action === 'created') return `Created ${file.path}`
  const line = file.text.split('\n').find((text) => text.includes('npx --no codegen')) ?? ''
  return `${file.path} is there already and stays as it is; it needs \`${/npx --no [^']*/.exec(line)?.[0] ?? ''}\``
}

/** Whether the package lies in the node_modules of the working folder, so that `npx codegen` calls it and no stranger's. */
async function isInstalled({ host, cwd }: Session): Promise<boolean> {
  return (await host.stat(join(cwd, 'node_modules', 'sdk-docs-codegen'))) !== undefined
}

function nextLines(docs: readonly FoundDocs[], { hook, ci }: InitFlags, installed: boolean): string[] {
  const single = docs.length === 1 ? ['', 'One SDK alone has no drift: add the docs of the others to `sources`.'] : []
  const more =
    hook === undefined && ci === undefined
      ? ['       `codegen init --hook husky --ci github` adds a hook and a CI job']
      : []
  const install = installed ? '' : '`npm install --save-dev sdk-docs-codegen`, then '
  return [...single, '', `Next   ${install}\`npx codegen run\``, ...more]
}
