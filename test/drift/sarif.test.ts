// Knows what our SARIF logs look like, and that the schema accepts exactly that.

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { renderSarif } from '../../src/drift/sarif.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { diagnostics, finding, findings, hostileFinding, modelOf, says, spanAt } from './sample.js'
import { sarifSchema } from './sarif-schema.js'

const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { 'uri-reference': isUriReference } })
const accepts = ajv.compile(sarifSchema)
const model = modelOf('delta', 'alpha')
const hashed = (given: readonly Finding[]): readonly Finding[] =>
  given.map((one, index) => ({ ...one, fingerprint: `${index}`.padStart(16, '0') }))

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
      readonly results: readonly {
        readonly [key: string]: unknown
        readonly ruleId: string
        readonly ruleIndex: number
      }[]
    },
  ]
}

function logOf(...given: readonly Finding[]): Log {
  return JSON.parse(renderSarif(model, given, []))
}

describe('the schema', () => {
  test.each([
    ['findings of every section', hashed(findings), []],
    ['diagnostics', [], diagnostics],
    ['both', hashed([...findings, hostileFinding]), diagnostics],
    ['nothing', [], []],
  ])('accepts %s', (_, given, problems) => {
    accepts(JSON.parse(renderSarif(model, given, problems)))
    expect(accepts.errors).toBeNull()
  })

  test.each<[string, string, string]>([
    ['another version', '"version": "2.1.0"', '"version": "2.0.0"'],
    ['a level of ours', '"level": "note"', '"level": "info"'],
    ['a blank in a URI', 'docs/delta/a%20b.md', 'docs/delta/a b.md'],
    ['an absolute URI', '"uri": "docs/delta/a%20b.md"', '"uri": "https://a.b/c"'],
    ['line 0', '"startLine": 4', '"startLine": 0'],
    ['a result without message', '"message": {', '"massage": {'],
    ['a rule without cause and fix', '"help": {', '"halp": {'],
    ['a moved fingerprint', '"primaryLocationLineHash"', '"lineHash"'],
  ])('refuses %s', (_, from, to) => {
    const text = renderSarif(model, hashed(findings), diagnostics)
    expect(text).toContain(from)
    expect(accepts(JSON.parse(text.replace(from, to)))).toBe(false)
  })
})

test('a finding with everything', () => {
  const given = finding({
    rule: 'type-conflict',
    severity: 'error',
    field: 'size',
    message: 'size is text here',
    expected: 'int64',
    span: spanAt('docs/delta/my parcel.md', 9, 20),
    witnesses: [says('delta', '`string`', 9), says('alpha', '')],
    fingerprint: '00000000000000aa',
  })
  const base = { uriBaseId: '%SRCROOT%' }
  expect(logOf(given).runs[0].results).toEqual([
    {
      ruleId: 'type-conflict',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: 'delta: Parcel.size: size is text here. The docs say: `string`. The model says: int64',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/delta/my%20parcel.md', ...base },
            region: { startLine: 9, startColumn: 20, endLine: 9, endColumn: 30 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          physicalLocation: {
            artifactLocation: { uri: 'docs/delta/parcel.md', ...base },
            region: { startLine: 9, startColumn: 3, endLine: 9, endColumn: 13 },
          },
          message: { text: 'delta says: `string`' },
        },
        {
          id: 2,
          physicalLocation: {
            artifactLocation: { uri: 'docs/alpha/parcel.md', ...base },
            region: { startLine: 12, startColumn: 3, endLine: 12, endColumn: 13 },
          },
          message: { text: 'alpha tells of it here' },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: '00000000000000aa', 'codegenFinding/v1': '00000000000000aa' },
    },
  ])
})

test('a finding without a page lies in the folder of its docs', () => {
  const [result] = logOf(finding({ rule: 'missing-model' })).runs[0].results
  expect(result?.['locations']).toEqual([
    { physicalLocation: { artifactLocation: { uri: 'docs/delta', uriBaseId: '%SRCROOT%' } } },
  ])
})

test('a diagnostic', () => {
  const log: Log = JSON.parse(renderSarif(model, [], diagnostics.slice(0, 1)))
  expect(log.runs[0].tool.driver.rules).toEqual([
    {
      id: 'CG106',
      shortDescription: { text: 'merge conflict' },
      fullDescription: { text: 'merge conflict. A merge or rebase was not finished.' },
      help: {
        text: 'Cause: A merge or rebase was not finished.\nFix: Resolve the conflict, then run again.',
        markdown: '**Cause:** A merge or rebase was not finished.\n\n**Fix:** Resolve the conflict, then run again.',
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['documentation'] },
    },
  ])
  expect(log.runs[0].results).toMatchObject([
    {
      ruleId: 'CG106',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'docs/delta/a%20b.md' } } }],
    },
  ])
})

test('each result names its rule by id and by position', () => {
  const log: Log = JSON.parse(renderSarif(model, findings, diagnostics))
  const { tool, results } = log.runs[0]
  expect(results).toHaveLength(10)
  expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId))
})

function isUriReference(text: string): boolean {
  return URL.canParse(text, 'file:///')
}
