// Knows one generation as a build sees it: brought up to date, what the build is told of it, and what it depends on.

import { dirname, resolve } from 'node:path'
import { runWithCache } from '../cli/cached-run.js'
import { printDiagnostics } from '../cli/diagnostics-view.js'
import { createNodeHost } from '../cli/node-host.js'
import { createLocator, relocateDiagnostic, relocateFinding } from '../cli/places.js'
import { configNames } from '../config/find.js'
import type { Options } from '../config/options.js'
import { sourcesOnDisk } from '../config/revision.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { atLeast, type Severity } from '../diagnostics/severity.js'
import { renderText } from '../drift/text.js'
import type { Host } from '../pipeline/host.js'
import type { Report } from '../pipeline/report.js'
import { compareText } from '../text/compare.js'
import { chooseOptions, type ConfigChoice } from './run.js'

/** What came of a generation. */
export interface Generation {
  /** Why nothing was written, in words; empty where nothing went wrong. */
  readonly error: string
  /** What the build should warn of: faults of the docs, and findings of `failOn` or worse. */
  readonly warnings: readonly string[]
  /** Whether a file was changed. */
  readonly written: boolean
  /** Files that the outcome depends on, absolute: documents and configuration. */
  readonly files: readonly string[]
  /** Folders in which new documents count, absolute, subfolders included. */
  readonly folders: readonly string[]
  /** Whether all of them are still as they were before the generation; a change of the last seconds counts in any case. */
  isCurrent(): Promise<boolean>
}

/**
 * A function that brings the output folder up to date, one generation after the other: calls during one share the next. Where
 * nothing has changed since the last one, of whatever process, only the files are looked at. Never rejects for what is wrong with
 * configuration or docs.
 */
export function createGenerator(choice: ConfigChoice): () => Promise<Generation> {
  const host = createNodeHost()
  const queue: { running?: Promise<Generation>; next?: Promise<Generation> } = {}
  let count = 0
  const start = (): Promise<Generation> => {
    delete queue.next
    count += 1
    const running = generate(choice, host, String(count)).finally(() => {
      if (queue.running === running) delete queue.running
    })
    queue.running = running
    return running
  }
  return () => {
    if (queue.running === undefined) return start()
    queue.next ??= queue.running.then(start, start)
    return queue.next
  }
}

async function generate(choice: ConfigChoice, host: Host, reload: string): Promise<Generation> {
  const cwd = resolve(choice.cwd ?? '.')
  const { options, configPath, diagnostics } = await chooseOptions(choice, host, reload)
  const config = configPath === undefined ? configNames.map((name) => resolve(cwd, name)) : [configPath]
  const sources = options === undefined ? [] : sourcesOnDisk(options)
  const { files, folders, stamps } = await lookAt(config, sources, host)
  const isCurrent = async (): Promise<boolean> => (await lookAt(config, sources, host)).stamps === stamps
  const seen = { files, folders, isCurrent }
  if (options === undefined) return { ...verdict(diagnostics), written: false, ...seen }
  const request = { flags: {}, settings: { mode: 'write' as const, forgetsDocs: true }, needsModels: false }
  const report = await runWithCache({ host, cwd }, options, request)
  const locate = createLocator(cwd, options.cwd)
  const found = [...diagnostics, ...report.diagnostics].map((one) => relocateDiagnostic(one, locate))
  const { error, warnings } = verdict(found)
  const findings = failingFindings(report, options.failOn).map((finding) => relocateFinding(finding, locate))
  const drift = findings.length === 0 ? [] : [renderText(report.model, findings)]
  return { error, warnings: [...warnings, ...drift], written: report.written, ...seen }
}

/** What a generation depends on, and a text that is another as soon as something in it changes. */
async function lookAt(
  config: readonly string[],
  sources: readonly string[],
  host: Host,
): Promise<Pick<Generation, 'files' | 'folders'> & { readonly stamps: string }> {
  const lists = await Promise.all(sources.map((source) => filesOf(source, host)))
  const files = [...config, ...lists.flatMap((list) => list.files).sort(compareText)]
  const folders = lists.flatMap((list) => list.folders)
  return { files, folders, stamps: JSON.stringify([files, await host.stamps(files)]) }
}

/** The errors as one text, the warnings as another. */
function verdict(diagnostics: readonly Diagnostic[]): Pick<Generation, 'error' | 'warnings'> {
  const told = (severity: Severity): string =>
    printDiagnostics(
      diagnostics.filter((one) => one.severity === severity),
      (_, text) => text,
    )
  const warning = told('warning')
  return { error: told('error'), warnings: warning === '' ? [] : [warning] }
}

function failingFindings({ findings }: Report, failOn: Options['failOn']): Report['findings'] {
  return failOn === 'never' ? [] : findings.filter(({ severity }) => atLeast(severity, failOn))
}

/** The documents of a source, and the folder in which it may get more. */
async function filesOf(source: string, host: Host): Promise<Pick<Generation, 'files' | 'folders'>> {
  const stat = await host.stat(source)
  if (stat?.kind === 'file') return { files: [source], folders: [] }
  if (stat === undefined) return { files: [], folders: [dirname(source)] }
  const files = (await host.list(source)).filter((file) => /\.(?:md|markdown|txt)$/i.test(file))
  return { files: files.map((file) => resolve(source, file)), folders: [source] }
}
