// Knows how findings are counted, sorted and put together.

import { describe, expect, test } from 'vitest'
import { countFindings, driftByVariant, sectionOf, sortFindings, splitCauses } from '../../src/drift/groups.js'
import { ruleIds } from '../../src/reconcile/rules.js'
import { rules } from '../../src/reconcile/rules.js'
import { finding, findings, modelOf } from './sample.js'

test('counts', () => {
  expect(countFindings(findings)).toEqual({
    total: 7,
    bySeverity: { error: 4, warning: 2, info: 1 },
    byRule: {
      'description-differs': 1,
      'missing-field': 1,
      'missing-model': 1,
      'required-conflict': 3,
      'type-conflict': 1,
    },
  })
})

test('every rule has a section and is counted', () => {
  expect(ruleIds).toEqual(Object.keys(rules).sort())
  for (const rule of ruleIds) {
    expect(sectionOf(finding({ rule }))).toMatch(/^(lacks|otherwise|wording|links)$/)
    expect(countFindings([finding({ rule })]).byRule).toEqual({ [rule]: 1 })
  }
  expect(ruleIds.filter((rule) => sectionOf(finding({ rule })) === 'lacks')).toEqual([
    'missing-enum-value',
    'missing-field',
    'missing-model',
    'missing-union-member',
  ])
})

describe('by variant', () => {
  test('all variants of the model, sorted, and any other that a finding names', () => {
    const drifts = driftByVariant(modelOf('gamma', 'alpha'), findings)
    expect(drifts.map(({ variant, counts }) => [variant, counts.total])).toEqual([
      ['alpha', 0],
      ['delta', 7],
      ['gamma', 0],
    ])
  })
})

test('sorted by model, field, rule and fingerprint', () => {
  const given = [
    finding({ rule: 'type-conflict', field: 'b', fingerprint: '2' }),
    finding({ rule: 'type-conflict', field: 'b', fingerprint: '1' }),
    finding({ rule: 'dead-link', field: 'b', fingerprint: '3' }),
    finding({ rule: 'dead-link', fingerprint: '4' }),
    finding({ rule: 'dead-link', model: 'a/a', fingerprint: '5' }),
  ]
  expect(sortFindings(given).map(({ fingerprint }) => fingerprint)).toEqual(['5', '4', '3', '1', '2'])
})

describe('causes', () => {
  const named = (field: string, message: string) =>
    finding({ rule: 'type-conflict', field, message, fingerprint: field })
  test.each([
    ['names of fields do not count', ['a', 'b'], (field: string) => `${field} is text`, 1],
    ['a name inside a word does count', ['a', 'b'], (field: string) => `x${field} is text`, 0],
    ['a name with signs', ['a.*', '(b'], (field: string) => `"${field}" is text`, 1],
  ])('%s', (_, fields, message, count) => {
    expect(
      splitCauses(
        fields.map((field) => named(field, message(field))),
        2,
      ).repeated,
    ).toHaveLength(count)
  })

  test('the most frequent first, the rest in its order', () => {
    const { repeated, single } = splitCauses(
      [
        named('z', 'alone'),
        ...['a', 'b'].map((f) => named(f, 'two')),
        ...['c', 'd', 'e'].map((f) => named(f, 'three')),
      ],
      2,
    )
    expect(repeated.map((group) => group.map(({ field }) => field))).toEqual([
      ['c', 'd', 'e'],
      ['a', 'b'],
    ])
    expect(single.map(({ field }) => field)).toEqual(['z'])
  })
})
