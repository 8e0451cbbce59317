// Knows a small invented model with findings of every section, for the tests of the drift reports.

import { problem, type Diagnostic } from '../../src/diagnostics/diagnostic.js'
import type { ApiModel } from '../../src/ir/model.js'
import type { Finding, Witness } from '../../src/reconcile/finding.js'
import type { SourceSpan } from '../../src/text/span.js'

/** A model with the given variants and no content. */
export function modelOf(...variants: readonly string[]): ApiModel {
  return {
    variants: variants.map((id) => ({
      id,
      dialect: id,
      label: id.toUpperCase(),
      root: `docs/${id}`,
      documents: 9,
      models: 7,
    })),
    models: [],
    wireCase: { style: 'snake', reason: 'invented' },
  }
}

/** A span of ten characters in a file. */
export function spanAt(file: string, line: number, column = 1): SourceSpan {
  return { file, start: { line, column, offset: 0 }, end: { line, column: column + 10, offset: 10 } }
}

/** What a variant says at line 12 of its own page. */
export function says(variant: string, said: string, line = 12): Witness {
  return { variant, said, span: spanAt(`docs/${variant}/parcel.md`, line, 3) }
}

/** A finding with harmless defaults. */
export function finding(given: Partial<Finding> & Pick<Finding, 'rule'>): Finding {
  return {
    severity: 'warning',
    model: 'shared/parcel',
    modelName: 'Parcel',
    variant: 'delta',
    message: 'a message',
    fingerprint: 'f0',
    witnesses: [],
    blind: [],
    ...given,
  }
}

/** One finding of each section, and a cause that shows in three places, all of the variant `delta`. */
export const findings: readonly Finding[] = [
  finding({
    rule: 'missing-model',
    model: 'shared/locker',
    modelName: 'Locker',
    message: 'no page describes Locker',
    witnesses: [says('alpha', '', 1), says('gamma', '', 1)],
    fingerprint: 'f1',
  }),
  finding({
    rule: 'missing-field',
    field: 'weight_grams',
    message: 'weight_grams is missing',
    expected: '*int64*',
    span: spanAt('docs/delta/parcel.md', 7),
    witnesses: [says('alpha', 'weight_grams')],
    fingerprint: 'f2',
  }),
  finding({
    rule: 'type-conflict',
    severity: 'error',
    field: 'size',
    message: 'size is text here',
    expected: 'int64 | null',
    span: spanAt('docs/delta/parcel.md', 9, 20),
    witnesses: [says('delta', '`string`', 9), says('alpha', 'int \\| None')],
    blind: ['gamma'],
    fingerprint: 'f3',
  }),
  ...['a', 'b', 'c'].map((field, index) =>
    finding({
      rule: 'required-conflict',
      severity: 'error',
      field,
      message: `${field} need not be given here`,
      expected: 'required',
      span: spanAt('docs/delta/parcel.md', 20 + index),
      witnesses: [says('delta', ':heavy_minus_sign:', 20 + index), says('alpha', ':heavy_check_mark:')],
      fingerprint: `f4${field}`,
    }),
  ),
  finding({
    rule: 'description-differs',
    severity: 'info',
    message: 'the description of Parcel is worded otherwise',
    expected: 'A parcel.',
    span: spanAt('docs/delta/parcel.md', 3),
    witnesses: [says('delta', 'A package.', 3), says('alpha', 'A parcel.', 3)],
    fingerprint: 'f5',
  }),
]

/** An error of a page, a warning of another, and an error without a place. */
export const diagnostics: readonly Diagnostic[] = [
  problem('CG106', {}, { span: spanAt('docs/delta/a b.md', 4), excerpt: '4 | <<<<<<< HEAD\n  | ^^^^^^^' }),
  problem('CG501', { name: 'Parcel', count: 2 }, { span: spanAt('docs/alpha/parcel.md', 8, 5) }),
  problem('CG604', { path: 'generated/index.ts' }),
]

/** Texts that try to leave their place in every format. */
export const hostile = '</failure>]]> [x](y) %0A::error::\r\n\u0000\u202e\ud800 "\' & , : `|'

/** A finding whose every text is hostile. */
export const hostileFinding: Finding = finding({
  rule: 'type-conflict',
  severity: 'error',
  model: hostile,
  modelName: hostile,
  field: hostile,
  message: hostile,
  expected: hostile,
  span: spanAt(`docs/${hostile}.md`, 9, 20),
  witnesses: [says('delta', hostile, 9), says('alpha', hostile)],
  fingerprint: 'f6',
})

/** A missing model with so many others as parts. */
export function withParts(count: number): Finding {
  const part = (index: number): Finding =>
    finding({
      rule: 'missing-model',
      model: `shared/part-${index}`,
      modelName: `Part${index}`,
      fingerprint: `p${index}`,
    })
  return finding({
    rule: 'missing-model',
    model: 'shared/locker',
    modelName: 'Locker',
    message: 'no page for Locker',
    fingerprint: 'f1',
    parts: Array.from({ length: count }, (_, index) => part(index + 1)),
  })
}
