// Knows what a Code Quality report of GitLab must hold, by a schema written by hand after GitLab's documentation.

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { renderGitlab } from '../../src/drift/gitlab.js'
import { diagnostics, finding, findings, hostileFinding, modelOf, spanAt } from './sample.js'

const text = { type: 'string', minLength: 1 }
const accepts = new Ajv2020({ strict: true, allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { ...text, pattern: '^[^\\u0000-\\u001f]+$' },
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          // GitLab matches paths of the repository; it wants them without `./`.
          path: { ...text, pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
})
const model = modelOf('delta', 'alpha')

describe('the schema', () => {
  test.each([
    ['findings and diagnostics', [...findings, hostileFinding], diagnostics],
    ['nothing', [], []],
  ])('accepts %s', (_, given, problems) => {
    const report: unknown = JSON.parse(renderGitlab(model, given, problems))
    accepts(report)
    expect(accepts.errors).toBeNull()
    expect(report).toHaveLength(given.length + problems.length)
  })

  test.each([
    ['a severity of ours', '"severity": "major"', '"severity": "error"'],
    ['line 0', '"begin": 9', '"begin": 0'],
    ['no fingerprint', '"fingerprint"', '"print"'],
  ])('refuses %s', (_, from, to) => {
    const report = renderGitlab(model, findings, [])
    expect(report).toContain(from)
    expect(accepts(JSON.parse(report.replace(from, to)))).toBe(false)
  })
})

test('a finding, one without a page, and a diagnostic without a place', () => {
  const given = [
    finding({ rule: 'type-conflict', severity: 'error', field: 'size', span: spanAt('docs/delta/a b.md', 9) }),
    finding({ rule: 'missing-model', fingerprint: 'f1' }),
  ]
  expect(JSON.parse(renderGitlab(model, given, diagnostics.slice(2)))).toEqual([
    {
      description: 'foreign file: generated/index.ts exists and was not written by codegen, so it was left alone',
      check_name: 'CG604',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: 'major',
      location: { path: '.', lines: { begin: 1 } },
    },
    {
      description: 'delta: Parcel.size: a message',
      check_name: 'type-conflict',
      fingerprint: 'f0',
      severity: 'major',
      location: { path: 'docs/delta/a b.md', lines: { begin: 9 } },
    },
    {
      description: 'delta: Parcel: a message',
      check_name: 'missing-model',
      fingerprint: 'f1',
      severity: 'minor',
      location: { path: 'docs/delta', lines: { begin: 1 } },
    },
  ])
})
