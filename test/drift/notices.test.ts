// Knows the order of findings and diagnostics in the reports for tools, and that their fingerprints tell them apart and stay.

import { describe, expect, test } from 'vitest'
import { problem } from '../../src/diagnostics/diagnostic.js'
import { renderers } from '../../src/drift/formats.js'
import { noticesOf, numberRepeats } from '../../src/drift/notices.js'
import { diagnostics, finding, findings, modelOf, spanAt } from './sample.js'

const model = modelOf('delta', 'alpha')

test('worst first, then by path and place', () => {
  const told = noticesOf(model, findings, diagnostics)
  expect(told.map(({ severity, id, path, span }) => `${severity} ${path}:${span?.start.line ?? '-'} ${id}`)).toEqual([
    'error :- CG604',
    'error docs/delta/a b.md:4 CG106',
    'error docs/delta/parcel.md:9 type-conflict',
    'error docs/delta/parcel.md:20 required-conflict',
    'error docs/delta/parcel.md:21 required-conflict',
    'error docs/delta/parcel.md:22 required-conflict',
    'warning docs/alpha/parcel.md:8 CG501',
    'warning docs/delta:- missing-model',
    'warning docs/delta/parcel.md:7 missing-field',
    'info docs/delta/parcel.md:3 description-differs',
  ])
})

describe('fingerprints', () => {
  const fingerprint = (line: number, source: string, file = 'a.md'): string => {
    const given = problem('CG106', {}, { span: spanAt(file, line), excerpt: `${line} | ${source}\n  | ^` })
    return noticesOf(model, [], [given])[0]?.fingerprint ?? ''
  }

  test('of a diagnostic stay when its line moves, and change with its file and source', () => {
    expect(fingerprint(4, 'x')).toMatch(/^[0-9a-f]{16}$/)
    expect(fingerprint(5, 'x')).toBe(fingerprint(4, 'x'))
    expect(fingerprint(4, 'y')).not.toBe(fingerprint(4, 'x'))
    expect(fingerprint(4, 'x', 'b.md')).not.toBe(fingerprint(4, 'x'))
  })

  test('are never shared', () => {
    const twice = [finding({ rule: 'dead-link' }), finding({ rule: 'dead-link' })]
    expect(noticesOf(model, twice, []).map((notice) => notice.fingerprint)).toEqual(['f0', 'f0 (2)'])
  })
})

test.each([
  [[], []],
  [
    ['a', 'b', 'a', 'a'],
    ['a', 'b', 'a (2)', 'a (3)'],
  ],
  [
    ['a', 'a', 'a (2)'],
    ['a', 'a (3)', 'a (2)'],
  ],
])('numbers repeats of %j', (given, wanted) => expect(numberRepeats(given)).toEqual(wanted))

test.each(Object.entries(renderers))('%s is the same in any order', (_, render) => {
  const reversed = modelOf('alpha', 'delta')
  expect(render(reversed, [...findings].reverse(), [...diagnostics].reverse())).toBe(
    render(model, findings, diagnostics),
  )
})
