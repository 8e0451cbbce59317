// Knows how a run is carried out where only a few pages have changed since the last one.

import { join } from 'node:path'
import type { Options } from '../config/options.js'
import { sortDiagnostics } from '../diagnostics/diagnostic.js'
import { hasError } from '../diagnostics/severity.js'
import { openIr, type IrFile } from '../emit/ir/ir-file.js'
import { irPath } from '../emit/ir/ir-path.js'
import { labelOf } from '../text/paths.js'
import type { FormatterSettings } from '../write/format.js'
import { applyPlan } from '../write/apply.js'
import { takeLock } from '../write/lock.js'
import type { ManifestFile } from '../write/manifest.js'
import { openManifest, type ManifestLines } from '../write/manifest-lines.js'
import { manifestName } from '../write/places.js'
import type { PlanEntry } from '../write/plan.js'
import type { PreparedPlan } from '../write/prepare.js'
import { concludeFindings } from './conclude.js'
import type { Host } from './host.js'
import { judge } from './judge.js'
import type { Reading } from './read-files.js'
import { redo, type KeptFindings } from './redo.js'
import { redoFiles, type RedoneFile } from './redo-files.js'
import type { Report, RunSettings } from './report.js'
import type { WholeIndex } from './whole-index.js'

/** The last run, all of whose sights but some pages are still the same. */
export interface LastOutcome {
  readonly report: Report
  readonly whole: WholeIndex
  readonly found: KeptFindings
  /** The file of the model. */
  readonly file: IrFile
  readonly format: FormatterSettings
  /** Whether some files are still as they were seen. */
  isAsSeen(paths: readonly string[]): Promise<boolean>
}

/** What came of it, and what is known now. */
export interface Rerun {
  readonly report: Report
  readonly found: KeptFindings
  /** The files that are others than before, by their absolute paths, with their fingerprints. */
  readonly touched: ReadonlyMap<string, string>
  /** The file of the model as it is now. */
  file(): IrFile
}

/**
 * Carries a run out for changed pages. Gives what a run over all documents would give, or undefined, with nothing
 * written, where it cannot be told from these pages.
 * @param paths - the pages, absolute
 */
export async function redoRun(
  paths: readonly string[],
  last: LastOutcome,
  { options, host, settings }: { readonly options: Options; readonly host: Host; readonly settings: RunSettings },
): Promise<Rerun | undefined> {
  const label = (path: string): string => labelOf(options.cwd, path)
  const reading: Reading = { options, host, label, onFile: () => {} }
  const { file } = last
  const known = { whole: last.whole, found: last.found, modelOf: file.modelOf }
  const redone = await redo(paths.map(label), known, { options, reading })
  if (redone === undefined) return undefined
  const { found, models } = redone
  const concluded = concludeFindings(
    {
      findings: found.findings,
      mended: new Set(found.mended),
      diagnostics: [...found.problems, ...found.others],
      variants: found.variants.map(({ id }) => id),
    },
    options.ignore,
  )
  const head = { variants: found.variants, wireCase: last.report.model.wireCase }
  const { findings, accepted, diagnostics } = await judge({
    recovered: { ...concluded, model: head },
    options,
    host,
    update: false,
  })
  const told = sortDiagnostics([...concluded.diagnostics, ...diagnostics])
  if (hasError(told)) return undefined
  const manifestPath = join(options.out, manifestName)
  const noted = new TextDecoder().decode(await host.read(manifestPath))
  const manifest = openManifest(noted)
  if (manifest === undefined) return undefined
  const counts = last.report.counts.wireNames
  const changed = { file, models, head, findings: concluded.findings, counts, names: new Map(last.whole.kept.exported) }
  const files = await redoFiles(changed, { options, manifest, format: last.format })
  const prepared = files === undefined ? undefined : prepare(files, last.report, { before: noted, manifest })
  if (prepared === undefined) return undefined
  const touched = new Map([...prepared.updated].map(([path, hash]) => [join(options.out, path), hash]))
  const written = settings.mode === 'write' && prepared.isChanged
  if (
    written &&
    !(await write(prepared, { options, host, settings }, () =>
      last.isAsSeen([join(options.out, irPath), manifestPath, ...touched.keys()]),
    ))
  )
    return undefined
  return {
    report: {
      ...last.report,
      model: { ...head, models: [] },
      findings,
      accepted,
      ignored: concluded.ignored,
      diagnostics: told,
      plan: prepared.plan,
      written,
    },
    found,
    touched,
    file: () => {
      const text = prepared.texts.get(irPath)
      return typeof text === 'object' ? openIr(text) : file
    },
  }
}

/** A plan, the fingerprints of the files that it updates, and whether a file or what is noted of one changes. */
interface Prepared extends PreparedPlan {
  readonly updated: ReadonlyMap<string, string>
  readonly isChanged: boolean
}

/** The plan for some files, all others being as they should; undefined where one of them is none of ours. */
function prepare(
  files: readonly RedoneFile[],
  report: Report,
  { before, manifest }: { readonly before: string; readonly manifest: ManifestLines },
): Prepared | undefined {
  const others = new Map<string, ManifestFile>()
  const texts = new Map<string, string | Uint8Array>()
  const updated = new Map<string, string>()
  for (const { path, text, hash, source } of files) {
    const noted = manifest.fileAt(path)
    if (noted === undefined) return undefined
    // What was laid out otherwise by someone is as it should be, as long as nothing changes in it.
    if (noted.source === source) continue
    others.set(path, { text: hash, source })
    if (hash === noted.text) continue
    texts.set(path, text)
    updated.set(path, hash)
  }
  const entries = (report.plan?.entries ?? []).map(({ path }): PlanEntry =>
    updated.has(path)
      ? { path, action: 'update', reason: 'the docs or the options changed' }
      : { path, action: 'unchanged', reason: 'up to date' },
  )
  const notes = { before, during: () => manifest.withPending(updated), after: () => manifest.with(others) }
  return { plan: { entries }, texts, notes, updated, isChanged: others.size > 0 }
}

/** Writes; false where nothing was, because another run is at it or has been. */
async function write(
  prepared: PreparedPlan,
  { options, host, settings }: { readonly options: Options; readonly host: Host; readonly settings: RunSettings },
  isAsSeen: () => Promise<boolean>,
): Promise<boolean> {
  const lock = await takeLock(host, options.out, settings.patience ?? 10_000)
  if (lock.kind === 'refused') return false
  try {
    if (!(await isAsSeen())) return false
    const failures = await applyPlan(prepared, { host, out: options.out, signal: settings.signal })
    return failures.length === 0
  } finally {
    await lock.release().catch(() => undefined)
  }
}
