// Knows how a command goes through the projects of a configuration, and how what it found in them becomes one result.

import type { Project } from '../config/projects.js'
import { visible } from '../diagnostics/frame.js'
import type { Variant } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { mapParts } from '../reconcile/parts.js'
import type { Session } from './context.js'
import { printJson } from './print-json.js'
import type { Drift } from './report-documents.js'

/** What came of one project. */
export interface ProjectResult {
  readonly code: number
  /** For `--json`, and only there. */
  readonly data?: object
}

/** The worst of some exit codes. */
export function worstOf(codes: readonly number[]): number {
  return Math.max(0, ...codes)
}

/** The result of a command as one JSON document: that of the only project, or a list with their names. */
export function printResults(command: string, results: readonly (ProjectResult & Pick<Project, 'name'>)[]): string {
  const exitCode = worstOf(results.map(({ code }) => code))
  const [first] = results
  if (first !== undefined && first.name === undefined) return printJson({ command, exitCode, ...first.data })
  const projects = results.map(({ name, code, data }) => ({ project: name, exitCode: code, ...data }))
  return printJson({ command, exitCode, projects })
}

/** The line before what is told of a project; nothing where there is only one without a name. */
export function headingOf({ name }: Pick<Project, 'name'>, style: Session['terminal']['outStyle']): string {
  return name === undefined ? '' : `${style('strong', `Project ${visible(name)}`)}\n\n`
}

/** What was found in all projects, as one: variants are called `project/variant`, and models alike, so that every form can tell them apart. */
export function joinDrifts(parts: readonly (Pick<Project, 'name'> & { readonly drift: Drift })[]): Drift | undefined {
  const drifts = parts.map(({ name, drift }) => (name === undefined ? drift : namedDrift(name, drift)))
  const [first, ...others] = drifts
  if (first === undefined || others.length === 0) return first
  const { locate } = first
  const sum = (of: 'accepted' | 'ignored'): number => drifts.reduce((all, { known }) => all + (known?.[of] ?? 0), 0)
  return {
    locate,
    model: { ...first.model, variants: drifts.flatMap(({ model }) => model.variants), models: [] },
    findings: drifts.flatMap(({ findings }) => findings),
    known: { accepted: sum('accepted'), ignored: sum('ignored') },
    diagnostics: drifts.flatMap(({ diagnostics }) => diagnostics),
    changes: new Map(drifts.flatMap(({ changes }) => [...(changes ?? [])])),
    ...(first.pages === undefined
      ? {}
      : {
          pages: {
            variants: drifts.flatMap(({ pages }) => pages?.variants ?? []),
            sheets: drifts.flatMap(({ pages }) => pages?.sheets ?? []),
            patches: drifts.flatMap(({ pages }) => pages?.patches ?? []),
          },
        }),
  }
}

function namedDrift(project: string, drift: Drift): Drift {
  const named = (name: string): string => `${project}/${name}`
  const ofVariant = <T extends { readonly variant: string }>(one: T): T => ({ ...one, variant: named(one.variant) })
  const rename = (finding: Finding): Finding =>
    mapParts(
      {
        ...ofVariant(finding),
        model: named(finding.model),
        // The same difference in two APIs is two.
        fingerprint: named(finding.fingerprint),
        witnesses: finding.witnesses.map(ofVariant),
        blind: finding.blind.map(named),
      },
      rename,
    )
  const namedVariant = (variant: Variant): Variant => ({ ...variant, id: named(variant.id) })
  const pages = drift.pages && {
    variants: drift.pages.variants.map(namedVariant),
    sheets: drift.pages.sheets.map((sheet) => ({
      ...sheet,
      model: named(sheet.model),
      pages: sheet.pages.map(ofVariant),
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(ofVariant) })),
    })),
    patches: drift.pages.patches.map((patch) => ({ ...ofVariant(patch), mends: patch.mends.map(named) })),
  }
  const changes = new Map([...(drift.changes ?? [])].map(([fingerprint, lines]) => [named(fingerprint), lines]))
  const variants = drift.model.variants.map(namedVariant)
  const renamed = {
    ...drift,
    model: { ...drift.model, variants },
    findings: drift.findings.map(rename),
    changes,
  }
  return pages === undefined ? renamed : { ...renamed, pages }
}
