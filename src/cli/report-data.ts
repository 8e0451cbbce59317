// Knows the JSON form of a report, for programs. Paths are relative to its `root`.

import type { Options } from '../config/options.js'
import { driftByVariant } from '../drift/groups.js'
import { driftData } from '../drift/json.js'
import type { Report } from '../pipeline/report.js'

/** The report as data. Durations are there only on request, so that the same input gives the same bytes. */
export function reportData(report: Report, options: Options, withTimings: boolean): object {
  const { model, counts, findings, accepted, ignored, baseline, diagnostics, plan, written, timings } = report
  return {
    root: options.cwd,
    out: options.out,
    written,
    variants: model.variants,
    ...counts,
    diagnostics,
    accepted: accepted.length,
    ignored: ignored.length,
    ...(baseline === undefined ? {} : { baseline }),
    files: plan?.entries.map(({ path, action, reason }) => ({ path, action, reason })) ?? [],
    drift: driftByVariant(model, findings).map(driftData),
    ...(withTimings ? { timings } : {}),
  }
}
