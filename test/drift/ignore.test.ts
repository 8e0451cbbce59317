// Knows which findings an entry of `ignore` sets aside, and what is said of entries without effect.

import { describe, expect, it } from 'vitest'
import type { IgnoreEntry } from '../../src/config/options.js'
import { idleEntries, siftFindings } from '../../src/drift/ignore.js'
import { finding, withParts } from './sample.js'

const all = [
  finding({ rule: 'missing-model', model: 'shared/locker', modelName: 'Locker', fingerprint: 'a' }),
  finding({ rule: 'missing-field', field: 'weight', fingerprint: 'b' }),
  finding({ rule: 'missing-field', field: 'width', variant: 'alpha', fingerprint: 'c' }),
  finding({
    rule: 'type-conflict',
    field: 'weight',
    model: 'shared/parcel-size',
    modelName: 'ParcelSize',
    fingerprint: 'd',
  }),
]

const ignoredBy = (...entries: readonly Omit<IgnoreEntry, 'reason'>[]): string =>
  siftFindings(
    all,
    entries.map((entry) => ({ ...entry, reason: 'r' })),
  )
    .ignored.map(({ finding: one }) => one.fingerprint)
    .join('')

describe('an entry', () => {
  it.each<{ entry: Omit<IgnoreEntry, 'reason'>; expected: string }>([
    { entry: { rule: 'missing-field' }, expected: 'bc' },
    { entry: { variant: 'alpha' }, expected: 'c' },
    { entry: { field: 'weight' }, expected: 'bd' },
    { entry: { field: 'w*' }, expected: 'bcd' },
    { entry: { field: '*' }, expected: 'bcd' },
    { entry: { model: 'shared/parcel' }, expected: 'bc' },
    { entry: { model: 'shared/*' }, expected: 'abcd' },
    { entry: { model: 'ParcelSize' }, expected: 'd' },
    { entry: { model: 'shared/ParcelSize' }, expected: 'd' },
    { entry: { model: 'parcel' }, expected: '' },
    { entry: { model: 'Parcel*', field: 'weight' }, expected: 'bd' },
    { entry: { model: 'Parcel*', field: 'weight', variant: 'delta', rule: 'type-conflict' }, expected: 'd' },
    { entry: { model: 'Parcel*', rule: 'missing-model' }, expected: '' },
  ])('$entry sets aside "$expected"', ({ entry, expected }) => expect(ignoredBy(entry)).toBe(expected))

  it('leaves the others in their order', () => {
    const sifted = siftFindings(all, [{ field: 'weight', reason: 'as agreed' }])
    expect(sifted.findings.map(({ fingerprint }) => fingerprint)).toEqual(['a', 'c'])
    expect(sifted.ignored.map(({ reason }) => reason)).toEqual(['as agreed', 'as agreed'])
  })

  it('that comes second gives no reason, but counts as used', () => {
    const sifted = siftFindings(all, [
      { variant: 'alpha', reason: 'first' },
      { field: 'width', reason: 'second' },
    ])
    expect(sifted.ignored).toEqual([{ finding: all[2], reason: 'first' }])
    expect(sifted.idle).toEqual([])
  })
})

describe('an entry without effect', () => {
  it.each<{ entry: Omit<IgnoreEntry, 'reason'>; expected: string }>([
    {
      entry: { model: 'Lokcer', rule: 'missing-model' },
      expected:
        'ignore[1] { model: "Lokcer", rule: "missing-model" } of the configuration matches no finding: no finding is of this kind',
    },
    {
      entry: { variant: 'omega' },
      expected: 'ignore[1] { variant: "omega" } of the configuration matches no finding: no docs of "omega" were read',
    },
  ])('$entry is named', ({ entry, expected }) => {
    const entries = [
      { field: 'weight', reason: 'r' },
      { ...entry, reason: 'r' },
    ]
    const diagnostics = idleEntries(siftFindings(all, entries), entries, ['alpha', 'delta'])
    expect(diagnostics.map(({ code, severity, message }) => ({ code, severity, message }))).toEqual([
      { code: 'CG707', severity: 'warning', message: expected },
    ])
  })
})

describe('a finding with parts', () => {
  it.each<{ entries: readonly Omit<IgnoreEntry, 'reason'>[]; kept: unknown; aside: readonly string[] }>([
    { entries: [{ model: 'Locker' }], kept: [], aside: ['f1'] },
    { entries: [{ model: 'Locker' }, { model: 'Part2' }], kept: [], aside: ['f1'] },
    { entries: [{ model: 'Part2' }], kept: [['f1', ['p1']]], aside: ['p2'] },
    { entries: [{ model: 'Part*' }], kept: [['f1', undefined]], aside: ['p1', 'p2'] },
  ])('$entries', ({ entries, kept, aside }) => {
    const reasoned = entries.map((entry) => ({ ...entry, reason: 'r' }))
    const sifted = siftFindings([withParts(2)], reasoned)
    expect(
      sifted.findings.map(({ fingerprint, parts }) => [fingerprint, parts?.map((part) => part.fingerprint)]),
    ).toEqual(kept)
    expect(sifted.ignored.map((one) => one.finding.fingerprint)).toEqual(aside)
    expect(sifted.idle).toEqual([])
  })
})
