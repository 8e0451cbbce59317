// Knows how findings and diagnostics become a JUnit report: a suite for each variant, a case for each finding.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { compareText } from '../text/compare.js'
import { xmlText } from './escape-machine.js'
import { noticesOf, numberRepeats, type Notice } from './notices.js'

/**
 * A JUnit document: a `testsuite` for each variant with a `testcase` for each finding, or one that passes; then, where there
 * are diagnostics, a suite `codegen` with one for each. Errors and warnings fail (an error among the diagnostics is an
 * `error`), information is `skipped`.
 */
export function renderJunit(model: ApiModel, findings: readonly Finding[], diagnostics: readonly Diagnostic[]): string {
  const notices = noticesOf(model, findings, diagnostics)
  const variants = new Set([...model.variants.map(({ id }) => id), ...findings.map(({ variant }) => variant)])
  const own = notices.filter(({ variant }) => variant === undefined)
  const suites = [
    ...[...variants].sort(compareText).map((variant) => ({
      name: variant,
      notices: notices.filter((notice) => notice.variant === variant),
    })),
    ...(own.length > 0 ? [{ name: 'codegen', notices: own }] : []),
  ]
  const cases = suites.reduce((sum, suite) => sum + Math.max(1, suite.notices.length), 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'codegen', tests: cases, ...outcomes(notices) })}>`,
    ...suites.flatMap((suite) => suiteLines(suite.name, suite.notices)),
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteLines(name: string, notices: readonly Notice[]): readonly string[] {
  const names = numberRepeats(notices.map(({ id, subject }) => `${id}: ${subject}`))
  const passing = `    <testcase${attributes({ name: 'the docs agree with the model', classname: name })}/>`
  const cases = notices.flatMap((notice, index) => caseLines(notice, names[index] ?? notice.id))
  const head = attributes({ name, tests: Math.max(1, notices.length), ...outcomes(notices) })
  return [`  <testsuite${head}>`, ...(notices.length === 0 ? [passing] : cases), '  </testsuite>']
}

function caseLines(notice: Notice, name: string): readonly string[] {
  const { id, variant, model, message, stated, advice, path, span, witnesses } = notice
  const classname = variant === undefined ? 'codegen' : `${variant}.${model ?? ''}`
  const place = span === undefined ? path : `${path}:${span.start.line}:${span.start.column}`
  const said = witnesses.map((witness) => `${witness.variant}: ${witness.span.file}:${witness.span.start.line}`)
  const text = [...(place === '' ? [] : [place]), message, ...stated, ...advice, ...said].map(xmlText).join('\n')
  const kind = outcomeOf(notice)
  const body =
    kind === 'skipped'
      ? `<skipped${attributes({ message })}/>`
      : `<${kind}${attributes({ message, type: id })}>${text}</${kind}>`
  const file = path === '' ? {} : { file: path, ...(span === undefined ? {} : { line: span.start.line }) }
  return [`    <testcase${attributes({ name, classname, ...file })}>`, `      ${body}`, '    </testcase>']
}

function outcomeOf({ severity, variant }: Notice): 'error' | 'failure' | 'skipped' {
  if (severity === 'info') return 'skipped'
  return severity === 'error' && variant === undefined ? 'error' : 'failure'
}

function outcomes(notices: readonly Notice[]): { failures: number; errors: number; skipped: number } {
  const kinds = notices.map(outcomeOf)
  const count = (kind: string): number => kinds.filter((one) => one === kind).length
  return { failures: count('failure'), errors: count('error'), skipped: count('skipped') }
}

/** Attributes with a blank before each. */
function attributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')
}
