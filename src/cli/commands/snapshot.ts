// Knows the command `snapshot`: writes the docs of one folder into one file.

import { resolve } from 'node:path'
import type { Options } from '../../config/options.js'
import { problem, type Diagnostic } from '../../diagnostics/diagnostic.js'
import { visible } from '../../diagnostics/frame.js'
import { packSnapshot, printSnapshot, readSnapshot, unpackSnapshot } from '../../pipeline/snapshot.js'
import { unlessInterrupted } from '../../pipeline/stopwatch.js'
import { labelOf } from '../../text/paths.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { printJson } from '../print-json.js'
import { exitCodes } from '../exit-code.js'
import type { ReadingFlags } from '../flags.js'
import { createLocator, relocateDiagnostic } from '../places.js'
import { countOf, formatCount } from '../table.js'
import { reasonOf } from '../../text/reason.js'

/** Flags of `snapshot`. */
export interface SnapshotFlags extends Omit<ReadingFlags, 'project'> {
  readonly out?: string
}

/** What became of the file. */
type Outcome = { readonly written: boolean; readonly bytes: number } | Diagnostic

/** Writes the docs of a folder into one file, from which a run reads the same as from the folder. */
export function snapshotCommand(this: CliContext, flags: SnapshotFlags, folder: string): Promise<void> {
  return withSession(this, flags, (session) => body(session, flags, folder))
}

async function body(session: Session, flags: SnapshotFlags, folder: string): Promise<number> {
  const options = await session.loadOptions({ folders: [folder], config: flags.config, flags: {} })
  if (options === undefined) return exitCodes.input
  const { terminal, host, cwd, signal } = session
  const file = flags.out ?? 'docs.snapshot.json'
  if (options.sources.length !== 1) {
    return session.refuse(
      `A snapshot is of one folder; the configuration in ${visible(folder)} names ${options.sources.length}.`,
    )
  }
  const { takeSnapshot } = await import('../../pipeline/take-snapshot.js')
  const taken = await unlessInterrupted(takeSnapshot(options, host), signal)
  const outcome =
    taken.snapshot && (await save(printSnapshot(taken.snapshot), resolve(cwd, file), { session, options }))
  const failures = outcome !== undefined && 'code' in outcome ? [outcome] : []
  const diagnostics = [...taken.diagnostics, ...failures]
  const code = outcome === undefined || failures.length > 0 ? exitCodes.input : exitCodes.ok
  const variants = taken.variants.map(({ id, dialect, documents, projections }) => {
    return { id, label: dialect.label, documents, models: projections.length }
  })
  if (flags.json === true) {
    const told = outcome === undefined || 'code' in outcome ? { written: false } : outcome
    terminal.out(
      printJson({ command: 'snapshot', exitCode: code, file: resolve(cwd, file), ...told, variants, diagnostics }),
    )
    return code
  }
  session.report(diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, createLocator(cwd, options.cwd))))
  if (flags.quiet === true || outcome === undefined || 'code' in outcome) return code
  const held = variants.map(
    ({ label, documents, models }) => `${label}, ${countOf(documents, 'page')}, ${countOf(models, 'model')}`,
  )
  const size = outcome.written ? `${formatCount(Math.ceil(outcome.bytes / 1000))} kB` : 'unchanged'
  terminal.out(`${visible(file)}  ${held.join('; ')} (${size})\n`)
  return code
}

/** Puts a snapshot in its place. A file that is none is left alone (CG604), and so is one that says the same. */
async function save(
  text: string,
  path: string,
  { session, options }: { readonly session: Session; readonly options: Options },
): Promise<Outcome> {
  const { host } = session
  const shown = labelOf(options.cwd, path)
  const bytes = packSnapshot(text, path)
  try {
    const stat = await host.stat(path)
    const before = stat?.kind === 'file' ? await host.read(path) : undefined
    if (stat !== undefined && (before === undefined || !isSnapshot(before))) return problem('CG604', { path: shown })
    if (before !== undefined && isSame(before, bytes)) return { written: false, bytes: before.byteLength }
    await host.write(path, bytes)
    return { written: true, bytes: bytes.byteLength }
  } catch (error) {
    return problem('CG605', { path: shown, reason: reasonOf(error) })
  }
}

/** Whether bytes are a snapshot, of whatever version. */
function isSnapshot(bytes: Uint8Array): boolean {
  const read = readSnapshot(bytes)
  return !('fault' in read) || read.fault.startsWith('it has version')
}

/** Whether two files hold the same: other versions of Node pack the same text otherwise. */
function isSame(before: Uint8Array, after: Uint8Array): boolean {
  const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f
  return isPacked(before) === isPacked(after) && unpackSnapshot(before) === unpackSnapshot(after)
}
