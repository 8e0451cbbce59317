// Knows the JSON form of the drift, and that its schema accepts exactly that.

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { driftByVariant } from '../../src/drift/groups.js'
import { renderJson, variantJson } from '../../src/drift/json.js'
import { diffSchema, driftSchema } from '../../src/drift/schema.js'
import { finding, findings, modelOf, says, spanAt, withParts } from './sample.js'

const ajv = new Ajv2020({ strict: true, allErrors: true })
const acceptsDrift = ajv.compile(driftSchema)
const acceptsDiff = ajv.compile(diffSchema)
const model = modelOf('delta', 'alpha')

function parsed(variant: string, given = findings): Record<string, unknown> {
  const drift = driftByVariant(model, given).find((one) => one.variant === variant)
  return drift === undefined ? {} : JSON.parse(variantJson(drift))
}

describe('one variant', () => {
  test('every part of a finding', () => {
    const given = finding({
      rule: 'type-conflict',
      severity: 'error',
      field: 'size',
      message: 'size is *text* here',
      expected: 'int64',
      span: spanAt('docs/delta/parcel.md', 9, 20),
      witnesses: [says('alpha', 'int | "x"\u0007')],
      blind: ['gamma'],
    })
    expect(parsed('delta', [given])).toEqual({
      version: 1,
      variant: 'delta',
      counts: { total: 1, bySeverity: { error: 1, warning: 0, info: 0 }, byRule: { 'type-conflict': 1 } },
      findings: [
        {
          rule: 'type-conflict',
          severity: 'error',
          model: 'shared/parcel',
          modelName: 'Parcel',
          field: 'size',
          message: 'size is *text* here',
          expected: 'int64',
          span: { file: 'docs/delta/parcel.md', line: 9, column: 20, endLine: 9, endColumn: 30 },
          witnesses: [
            {
              variant: 'alpha',
              said: 'int | "x"\u0007',
              span: { file: 'docs/alpha/parcel.md', line: 12, column: 3, endLine: 12, endColumn: 13 },
            },
          ],
          blind: ['gamma'],
          fingerprint: 'f0',
        },
      ],
    })
  })

  test('no findings', () => {
    expect(parsed('alpha')).toEqual({
      version: 1,
      variant: 'alpha',
      counts: { total: 0, bySeverity: { error: 0, warning: 0, info: 0 }, byRule: {} },
      findings: [],
    })
  })
})

describe('the schema', () => {
  test.each(['alpha', 'delta'])('accepts the file of %s', (variant) => {
    acceptsDrift(parsed(variant))
    expect(acceptsDrift.errors).toBeNull()
  })

  test.each<[string, (drift: Record<string, unknown>) => unknown]>([
    ['another version', (drift) => ({ ...drift, version: 2 })],
    ['an unknown key', (drift) => ({ ...drift, more: 1 })],
    ['a missing key', (drift) => ({ ...drift, counts: undefined })],
    ['an unknown rule', (drift) => ({ ...drift, findings: [{ ...firstOf(drift), rule: 'no-such-rule' }] })],
    ['a finding without message', (drift) => ({ ...drift, findings: [{ ...firstOf(drift), message: undefined }] })],
    ['line 0', (drift) => ({ ...drift, findings: [{ ...firstOf(drift), span: { file: 'x', line: 0 } }] })],
  ])('rejects %s', (_, change) => {
    expect(acceptsDrift(JSON.parse(JSON.stringify(change(parsed('delta')))))).toBe(false)
  })

  test('accepts all variants in one', () => {
    const all = JSON.parse(renderJson(model, findings))
    acceptsDiff(all)
    expect(acceptsDiff.errors).toBeNull()
    expect(all).toEqual({ version: 1, variants: [parsed('alpha'), parsed('delta')] })
  })
})

function firstOf(drift: Record<string, unknown>): object {
  const list: unknown = drift['findings']
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return typeof first === 'object' && first !== null ? first : {}
}

test('parts belong to their finding, and are not counted', () => {
  const drift = parsed('delta', [withParts(2)])
  expect(acceptsDrift(drift)).toBe(true)
  expect(drift).toMatchObject({
    counts: { total: 1, byRule: { 'missing-model': 1 } },
    findings: [
      {
        fingerprint: 'f1',
        parts: [
          { model: 'shared/part-1', modelName: 'Part1', fingerprint: 'p1' },
          { model: 'shared/part-2', modelName: 'Part2', fingerprint: 'p2' },
        ],
      },
    ],
  })
})

test('a cause seen in three places is a group; its places stay findings', () => {
  const drift = parsed('delta', findings)
  expect(acceptsDrift(drift)).toBe(true)
  const group = findings.filter(({ rule }) => rule === 'required-conflict')
  expect(drift['groups']).toEqual([
    {
      rule: 'required-conflict',
      message: group[0]?.message,
      count: 3,
      fingerprints: group.map(({ fingerprint }) => fingerprint),
    },
  ])
  expect(drift).toMatchObject({ counts: { total: 7 } })
})
