// Knows the form in which the report page holds its data: every text once, and numbers that refer to texts.

import type { Severity } from '../../diagnostics/severity.js'
import type { Model } from '../../ir/model.js'
import type { RuleId } from '../../reconcile/rules.js'

/** A text, by its place in `texts`. */
export type TextId = number

/** A variant, by its place in `variants`. */
export type VariantId = number

/** The part of a row that findings of a rule are about; `row` is all of it. */
export type RowPart = 'row' | 'name' | 'type' | 'required' | 'description' | 'example'

/** The cells of a row, in the order of `rowParts`; -1 for one that is not there, cells at the end left out. */
export type PackedWords = readonly TextId[]

/** What a variant says: one more than the place in `words`, alone where the line is the one after the cell before it. 0: nothing. */
export type PackedCell = number | readonly [words: number, line: number, file?: TextId]

/** The file is there where it is not the variant's page of the model. */
export type PackedWitness = readonly [variant: VariantId, said: TextId, line: number, column: number, file?: TextId]

/** A finding of a model. */
export interface PackedFinding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly variant: VariantId
  /** The row that it is about; -1 for the page. */
  readonly row: number
  readonly message: TextId
  readonly fingerprint: string
  readonly expected?: TextId
  readonly place?: readonly [line: number, column: number, file?: TextId]
  readonly witnesses?: readonly PackedWitness[]
  readonly blind?: readonly VariantId[]
  readonly cause?: TextId
  readonly fixable?: true
  /** Models that are missing with it, by their places in `models`. */
  readonly parts?: readonly number[]
}

/** A model: the pages of those who have one, and for each row its name and one cell for each variant. */
export interface PackedModel {
  readonly id: string
  readonly name: string
  readonly kind: Model['kind']
  readonly pages: readonly (readonly [variant: VariantId, words: number, folder: TextId, file: TextId, line: number])[]
  readonly rows: readonly (readonly [name: TextId, ...cells: PackedCell[]])[]
  readonly findings: readonly PackedFinding[]
  /** The patch of each page, line by line; 0 instead of lines where it was left out for its size. */
  readonly patches: readonly (readonly [variant: VariantId, file: TextId, lines: readonly TextId[] | 0])[]
  /** Variants in which the model is missing as part of another finding. */
  readonly missing?: readonly VariantId[]
}

/** A variant; it has a column of the table unless it is not asked for. */
export interface ReportVariant {
  readonly id: string
  readonly label: string
  readonly documents: number
  readonly models: number
  /** What it is built from, in words; empty where nothing was recorded. */
  readonly built: string
  readonly isShown: boolean
}

/** What a rule says for people, and which part of a row it is about. */
export interface ReportRule {
  readonly id: RuleId
  readonly title: string
  readonly cause: string
  readonly fix: string
  readonly part: RowPart
}

/** A fault in the docs. */
export interface ReportDiagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly fix: string
  readonly place: string
}

/** All that the page shows. */
export interface ReportData {
  readonly texts: readonly string[]
  readonly words: readonly PackedWords[]
  readonly variants: readonly ReportVariant[]
  /** The rules that occur. */
  readonly rules: readonly ReportRule[]
  readonly models: readonly PackedModel[]
  readonly diagnostics: readonly ReportDiagnostic[]
  readonly accepted: number
  readonly ignored: number
}

/** The cells of a row in their order. */
export const rowParts = ['name', 'type', 'required', 'description', 'example'] as const satisfies readonly RowPart[]
