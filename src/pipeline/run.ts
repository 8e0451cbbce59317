// Knows the order of the stages: the only place where they meet.

import { join } from 'node:path'
import type { Options } from '../config/options.js'
import { sourcesOnDisk } from '../config/revision.js'
import { sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.js'
import { hasError } from '../diagnostics/severity.js'
import type { ApiModel } from '../ir/model.js'
import { countWireNames } from '../ir/wire-words.js'
import { labelOf } from '../text/paths.js'
import { openFormatter, type Formatter, type FormatterSettings } from '../write/format.js'
import { findLosses } from '../write/loss.js'
import { checkOutputFolder } from '../write/output-folder.js'
import type { Plan } from '../write/plan.js'
import { readManifest } from '../write/prepare.js'
import { planOutput, writeOutput, type WriteRequest } from '../write/write-output.js'
import { emitFiles } from './emit-files.js'
import type { Host } from './host.js'
import { judge } from './judge.js'
import type { KeptDocs, Wanted } from './recover.js'
import type { Report, RunSettings } from './report.js'
import { createStopwatch } from './stopwatch.js'

/**
 * Reads the docs, recovers the model, judges its findings, emits, plans and, in mode `write`, writes. Nothing is written where a diagnostic is an
 * error, unless `allowPartial`; after a sudden loss of models (CG611) only with `allowLoss`. Never prints and never ends the process. Rejects only with the reason of `signal`, and for
 * faults of our own.
 */
export async function run(options: Options, host: Host, settings: RunSettings): Promise<Report> {
  return (await carryOut(options, host, { ...settings, keeps: false })).report
}

/** A run, and what of it can be kept for the next one. */
export interface WholeRun {
  readonly report: Report
  /** Absent where anything but the documents and the baseline gave a diagnostic. */
  readonly keep?: () => KeptRun
}

/** What the next run needs of this one. */
export interface KeptRun extends KeptDocs {
  readonly format: FormatterSettings
}

/** The same, with what can be kept. */
export function runWhole(options: Options, host: Host, settings: RunSettings): Promise<WholeRun> {
  return carryOut(options, host, { ...settings, keeps: true })
}

/** What is to be written, and how it is laid out. */
interface Planned {
  readonly plan: Plan
  readonly formatter: Formatter
}

async function carryOut(
  options: Options,
  host: Host,
  settings: RunSettings & Pick<Wanted, 'keeps'>,
): Promise<WholeRun> {
  const watch = createStopwatch(host, settings.signal)
  const isAllowed = (found: readonly Diagnostic[]): boolean => settings.allowPartial === true || !hasError(found)
  const { recoverFor } = await import('./recover.js')
  const wanted = { keeps: settings.keeps, forgets: settings.forgetsDocs === true, onProgress: settings.onProgress }
  const { found, recovered, keep } = await watch.readOnly('read', () => recoverFor(wanted, options, host))
  const { model, ignored } = found
  const request = { recovered: found, options, host, update: settings.updateBaseline === true }
  const judged = await watch.stage('judge', () => judge(request))
  const place = {
    out: options.out,
    sources: sourcesOnDisk(options),
    owned: ownedFolders(options, settings),
  }
  const models = new Map(model.variants.map((variant) => [variant.id, variant.models]))
  const unsafe = await checkOutputFolder(place, host)
  // What could not be read is not gone, and nothing is deleted for it.
  const isCounted = unsafe.length === 0 && settings.allowLoss !== true && !hasError(found.diagnostics)
  const lost = isCounted ? findLosses((await readManifest(host, options.out)).manifest.models, models) : []
  const before = [...found.diagnostics, ...judged.diagnostics, ...unsafe, ...lost]
  const end = (diagnostics: readonly Diagnostic[], written: boolean, planned?: Planned): WholeRun => {
    const { findings, accepted, update: baseline } = judged
    const counts = { models: model.models.length, fields: countFields(model), wireNames: countWireNames(model) }
    const known = {
      ...(recovered === undefined ? {} : { recovered }),
      model,
      counts,
      findings,
      accepted,
      ignored,
      ...(baseline === undefined ? {} : { baseline }),
    }
    const base = { ...known, diagnostics: sortDiagnostics(diagnostics), written, timings: watch.timings }
    if (planned === undefined) return { report: base }
    const { plan, formatter } = planned
    const report = { ...base, plan }
    if (diagnostics.length > before.length || keep === undefined) return { report }
    return { report, keep: () => ({ ...keep, format: { key: formatter.key, layout: formatter.layout } }) }
  }
  if (unsafe.length + lost.length > 0 || !isAllowed(before)) return end(before, false)
  const emitted = await watch.readOnly('emit', () => emitFiles(options, found))
  const { formatter, diagnostics: layout } = await openFormatter(join(options.out, 'index.ts'), {
    runsCode: options.configCode,
    host,
  })
  const known = [...before, ...emitted.diagnostics, ...layout]
  if (!isAllowed(known)) return end(known, false)
  const writing: WriteRequest = {
    files: emitted.files,
    host,
    formatter,
    out: options.out,
    label: labelOf(options.cwd, options.out),
    force: settings.force === true,
    keepsObsolete: hasError(known),
    models,
    allowPartial: settings.allowPartial === true,
    patience: settings.patience ?? 10_000,
    signal: settings.signal,
  }
  if (settings.mode === 'check')
    return end(known, false, { plan: await watch.readOnly('plan', () => planOutput(writing)), formatter })
  const result = await watch.stage('write', () => writeOutput(writing))
  return end([...known, ...result.diagnostics], result.written, { plan: result.plan, formatter })
}

function ownedFolders(options: Options, settings: RunSettings): readonly { path: string; what: string }[] {
  return [{ path: options.cwd, what: 'the working folder' }, ...(settings.owned ?? [])]
}

function countFields({ models }: ApiModel): number {
  return models.reduce((sum, model) => sum + (model.kind === 'object' ? model.fields.length : 0), 0)
}
