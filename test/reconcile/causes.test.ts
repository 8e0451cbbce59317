// Knows when what the docs are built from is told as the likely cause of a finding, and when nothing may be said.

import { describe, expect, test } from 'vitest'
import { compareVersions, withLikelyCauses } from '../../src/reconcile/causes.js'
import type { Provenance } from '../../src/ir/model.js'
import { finding, says } from '../drift/sample.js'
import { docsOf, settle } from '../support/invented.js'

/** The likely causes of a variant's findings where `odd` lacks a field that the others have. */
function causesOf(records: { readonly [variant: string]: Provenance | undefined }): (string | undefined)[] {
  const docs = Object.entries(records).map(([id, provenance]) => {
    const fields = id === 'odd' ? { a: 'text *' } : { a: 'text *', b: 'text' }
    const given = docsOf(id, { 'shared/Door': { fields } })
    return provenance === undefined ? given : { ...given, provenance }
  })
  return settle(docs).findings.map(
    ({ variant, likelyCause }) => `${variant} ${likelyCause?.kind}: ${likelyCause?.words}`,
  )
}

const old = { checksum: 'aaaa', generator: '1.9.2' }
const recent = { checksum: 'bbbb', generator: '1.10.0' }

describe('a variant built from another specification', () => {
  test.each<[string, Parameters<typeof causesOf>[0], string]>([
    [
      'than all others, by an older generator',
      { odd: old, one: recent, two: recent },
      'specification: odd is built from another specification than one and two, by an older generator',
    ],
    [
      'by a newer generator',
      { odd: { ...recent, checksum: 'c' }, one: old, two: old },
      'specification: odd is built from another specification than one and two, by a newer generator',
    ],
    [
      'by a generator older than one of them only',
      { odd: { checksum: 'c', generator: '1.9.5' }, one: old, two: recent },
      'specification: odd is built from another specification than one and two',
    ],
    [
      'by a generator whose version is no number',
      { odd: { checksum: 'c', generator: '1.9.5-beta' }, one: recent, two: recent },
      'specification: odd is built from another specification than one and two',
    ],
    ['that a witness shares', { odd: old, one: old, two: recent }, 'undefined: undefined'],
    ['that all share', { odd: old, one: old, two: { ...old, generator: '9.9.9' } }, 'undefined: undefined'],
    ['of which nothing is known', { odd: undefined, one: recent, two: recent }, 'undefined: undefined'],
    ['while of a witness nothing is known', { odd: old, one: recent, two: undefined }, 'undefined: undefined'],
  ])('%s', (_, records, wanted) => expect(causesOf(records)).toEqual([`odd ${wanted}`]))
})

test('an edited page comes before the specification', () => {
  const edited = ['odd/shared/Door.md']
  expect(causesOf({ odd: { ...old, edited }, one: recent, two: recent })).toEqual([
    'odd edit: the page was edited by hand after it was generated',
  ])
  expect(causesOf({ odd: { edited }, one: undefined, two: undefined })).toEqual([
    'odd edit: the page was edited by hand after it was generated',
  ])
})

test('what each generator is set to is not laid on the specification', () => {
  const docs = [
    { ...docsOf('odd', {}), provenance: old },
    { ...docsOf('one', {}), provenance: recent },
  ]
  const openness = finding({
    rule: 'enum-openness-conflict',
    variant: 'odd',
    witnesses: [says('odd', ''), says('one', '')],
  })
  expect(
    withLikelyCauses([openness, { ...openness, rule: 'type-conflict' }], docs).map(
      ({ likelyCause }) => likelyCause?.kind,
    ),
  ).toEqual([undefined, 'specification'])
})

test('what was recorded is part of the model', () => {
  const docs = [{ ...docsOf('one', { 'shared/Door': { fields: {} } }), provenance: old }, docsOf('two', {})]
  expect(settle(docs).model.variants.map(({ provenance }) => provenance)).toEqual([old, undefined])
})

test.each<[string, string, number]>([
  ['1.9.2', '1.10.0', -1],
  ['2.0.0', '1.99.99', 1],
  ['1.2', '1.2.0', 0],
  ['1.2', '1.2.1', -1],
  ['v1', '1', 0],
  ['1.2-rc', '1.3', 0],
])('%s against %s', (a, b, wanted) => expect(Math.sign(compareVersions(a, b))).toBe(wanted))
