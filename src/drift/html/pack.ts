// Knows how findings, sheets and patches become the data of the report page.

import { sortDiagnostics, type Diagnostic } from '../../diagnostics/diagnostic.js'
import type { ApiModel, Variant } from '../../ir/model.js'
import type { Finding } from '../../reconcile/finding.js'
import { rules } from '../../reconcile/rules.js'
import type { Sheet } from '../../reconcile/sheets.js'
import { sortBy } from '../../text/compare.js'
import type { SourceSpan } from '../../text/span.js'
import { groupBy, ruleIds, sortFindings } from '../groups.js'
import type { KnownCounts } from '../json.js'
import type { PagePatch } from '../patch/fix.js'
import { builtWords } from '../provenance.js'
import type { PackedFinding, PackedModel, ReportData, ReportDiagnostic, ReportVariant } from './data.js'
import { packPatches } from './pack-patches.js'
import { packSheet } from './pack-sheet.js'
import { partOfRule } from './parts.js'
import { createTable, type Table } from './table.js'

/** What the docs say, and how they would be mended. */
export interface Pages {
  /** All variants that say something, asked for or not. */
  readonly variants: readonly Variant[]
  /** What all variants say of each model. */
  readonly sheets: readonly Sheet[]
  readonly patches: readonly PagePatch[]
}

/** All that is packed. */
export interface Packed extends Pages {
  readonly model: ApiModel
  readonly findings: readonly Finding[]
  readonly diagnostics: readonly Diagnostic[]
  readonly known: KnownCounts
}

/** What packing a model depends on besides its findings. */
interface Packing {
  readonly texts: Table<string>
  readonly words: Table<readonly number[]>
  /** Variants and models by their places. */
  readonly variants: ReadonlyMap<string, number>
  readonly models: ReadonlyMap<string, number>
}

/** The data of the page. The same input gives the same data, whatever the order of findings. */
export function packReport({ model, findings, diagnostics, sheets, patches, known, ...pages }: Packed): ReportData {
  const variants = variantsOf(model, pages.variants)
  const whole = withoutSheet(findings, sheets)
  const packing: Packing = {
    texts: createTable<string>((text) => text),
    words: createTable<readonly number[]>(String),
    variants: new Map(variants.map(({ id }, index) => [id, index])),
    models: new Map(whole.map((sheet, index) => [sheet.model, index])),
  }
  const byModel = groupBy(sortFindings(findings), (finding) => finding.model)
  const parts = findings.flatMap((finding) => finding.parts ?? [])
  const missing = groupBy(parts, (part) => part.model)
  const modelOf = new Map([...findings, ...parts].map((finding) => [finding.fingerprint, finding.model]))
  const patched = packPatches(patches, { ...packing, modelOf })
  const models = whole.map((sheet): PackedModel => {
    const own = byModel.get(sheet.model) ?? []
    const { rows, names, pages } = packSheet(sheet, own, packing)
    const absent = (missing.get(sheet.model) ?? []).map(({ variant }) => placeOf(packing.variants, variant))
    return {
      id: sheet.model,
      name: sheet.modelName,
      kind: sheet.kind,
      pages,
      rows,
      findings: own.map((finding) => packFinding(finding, { names, sheet, packing })),
      patches: patched.get(sheet.model) ?? [],
      ...(absent.length === 0 ? {} : { missing: absent }),
    }
  })
  const used = new Set(findings.map(({ rule }) => rule))
  return {
    texts: packing.texts.items,
    words: packing.words.items,
    variants,
    rules: ruleIds
      .filter((rule) => used.has(rule))
      .map((id) => {
        const { title, cause, fix } = rules[id]
        return { id, title, cause, fix, part: partOfRule[id] }
      }),
    models,
    diagnostics: sortDiagnostics(diagnostics).map(packDiagnostic),
    ...known,
  }
}

/** The variants asked for, then those that only stand beside them. */
function variantsOf(model: ApiModel, all: readonly Variant[]): ReportVariant[] {
  const ids = new Set(model.variants.map(({ id }) => id))
  const others = all.filter(({ id }) => !ids.has(id))
  return [...sortBy(model.variants, ({ id }) => [id]), ...sortBy(others, ({ id }) => [id])].map((variant) => ({
    id: variant.id,
    label: variant.label,
    documents: variant.documents,
    models: variant.models,
    built: builtWords(variant.provenance),
    isShown: ids.has(variant.id),
  }))
}

/** The sheets, with one for every model that is known by its findings alone. */
function withoutSheet(findings: readonly Finding[], sheets: readonly Sheet[]): Sheet[] {
  const known = new Set(sheets.map(({ model }) => model))
  const bare = sortFindings(findings.flatMap((finding) => [finding, ...(finding.parts ?? [])]))
    .filter(({ model }) => !known.has(model))
    .map(({ model, modelName }): [string, Sheet] => [model, { model, modelName, kind: 'unknown', pages: [], rows: [] }])
  return sortBy([...sheets, ...new Map(bare).values()], ({ model }) => [model])
}

function packFinding(
  finding: Finding,
  of: { readonly names: readonly string[]; readonly sheet: Sheet; readonly packing: Packing },
): PackedFinding {
  const { rule, severity, variant, field, message, fingerprint, expected, span, witnesses, blind } = finding
  const { likelyCause, fixable, parts } = finding
  const { texts, variants, models } = of.packing
  const page = new Map(of.sheet.pages.map((cell) => [cell.variant, cell.span.file]))
  const place = ({ file, start }: SourceSpan, whose: string): readonly [number, number, number?] =>
    file === page.get(whose) ? [start.line, start.column] : [start.line, start.column, texts.idOf(file)]
  const said = witnesses.map((witness) => {
    const [line, column, file] = place(witness.span, witness.variant)
    const head = [placeOf(variants, witness.variant), texts.idOf(witness.said), line, column] as const
    return file === undefined ? head : ([...head, file] as const)
  })
  return {
    rule,
    severity,
    variant: placeOf(variants, variant),
    row: field === undefined ? -1 : of.names.indexOf(field),
    message: texts.idOf(message),
    fingerprint,
    ...(expected === undefined ? {} : { expected: texts.idOf(expected) }),
    ...(span === undefined ? {} : { place: place(span, variant) }),
    ...(said.length === 0 ? {} : { witnesses: said }),
    ...(blind.length === 0 ? {} : { blind: blind.map((id) => placeOf(variants, id)) }),
    ...(likelyCause === undefined ? {} : { cause: texts.idOf(likelyCause.words) }),
    ...(fixable === undefined ? {} : { fixable }),
    ...(parts === undefined ? {} : { parts: parts.map(({ model }) => placeOf(models, model)) }),
  }
}

function packDiagnostic({ code, severity, message, fix, span }: Diagnostic): ReportDiagnostic {
  const place = span === undefined ? '' : `${span.file}:${span.start.line}:${span.start.column}`
  return { code, severity, message, fix, place }
}

function placeOf(places: ReadonlyMap<string, number>, key: string): number {
  return places.get(key) ?? -1
}
