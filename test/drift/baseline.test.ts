// Knows which findings a baseline accepts, how it is brought up to date, written down and read back.

import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  describeEntry,
  judgeFindings,
  printBaseline,
  updateBaseline,
  type BaselineEntry,
} from '../../src/drift/baseline.js'
import { baselineSchema } from '../../src/drift/baseline-schema.js'
import { ruleIds } from '../../src/reconcile/rules.js'
import { readBaseline } from '../../src/drift/read-baseline.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { finding, withParts } from './sample.js'

const one = '0'.repeat(15) + '1'
const two = '0'.repeat(15) + '2'
const three = '0'.repeat(15) + '3'
const all = (): boolean => true
const accepts = new Ajv2020({ strict: true }).compile(baselineSchema)

const entry = (given: Partial<BaselineEntry>): BaselineEntry => ({
  fingerprint: one,
  rule: 'missing-field',
  model: 'shared/parcel',
  variant: 'delta',
  ...given,
})

const text = `{
  "$schema": "https://unpkg.com/sdk-docs-codegen/dist/schema/baseline.json",
  "version": 1,
  "findings": [
    { "fingerprint": "${two}", "rule": "missing-model", "model": "shared/locker", "variant": "alpha", "reason": "not \\"ours\\"" },
    { "fingerprint": "${one}", "rule": "missing-field", "model": "shared/parcel", "field": "weight", "variant": "delta" }
  ]
}
`
const entries = [
  entry({ fingerprint: two, rule: 'missing-model', model: 'shared/locker', variant: 'alpha', reason: 'not "ours"' }),
  entry({ field: 'weight' }),
]

function read(given: string): readonly BaselineEntry[] | string[] {
  const result = readBaseline(given, 'b.json')
  if (result.kind === 'entries')
    return result.entries.map((placed) => {
      const { place: _, ...rest } = placed
      return rest
    })
  return result.diagnostics.map(({ code, message, span, severity }) => {
    return `${severity} ${code} ${span?.start.line}:${span?.start.column} ${message}`
  })
}

describe('the file', () => {
  it('has one line per finding', () => expect(printBaseline(entries)).toBe(text))
  it('is read back', () => expect(read(text)).toEqual(entries))
  it('meets its schema', () => expect(accepts(JSON.parse(text)), JSON.stringify(accepts.errors)).toBe(true))
  it('without findings', () => expect(read(printBaseline([]))).toEqual([]))

  it('says where an entry stands', () => {
    const result = readBaseline(text, 'b.json')
    expect(result.kind === 'entries' ? result.entries.map(({ place }) => place.span.start) : []).toMatchObject([
      { line: 5, column: 5 },
      { line: 6, column: 5 },
    ])
  })

  it('may be laid out otherwise', () => {
    expect(read(JSON.stringify(JSON.parse(text)))).toEqual(entries)
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(entries)
  })

  it('shows what would hide or reorder text', () => {
    const given = [entry({ field: 'a\u202Eb\u2028\u{E0001}\u200B' })]
    expect(printBaseline(given)).toContain('"a\\u202eb\\u2028\\udb40\\udc01\\u200b"')
    expect(read(printBaseline(given))).toEqual(given)
  })
})

const line = `{ "fingerprint": "${one}", "rule": "r", "model": "m", "variant": "v" }`
const file = (...findings: readonly string[]): string => `{ "version": 1, "findings": [\n${findings.join(',\n')}\n] }`

describe('a faulty file', () => {
  it.each([
    { what: 'empty', text: '', expected: ['1:1 b.json is no baseline: it is no JSON: it ends too early'] },
    {
      what: 'no JSON',
      text: file('{ fingerprint: 1 }'),
      expected: ['2:3 b.json is no baseline: it is no JSON: f is not expected here'],
    },
    {
      what: 'a comma too many',
      text: file(line, ''),
      expected: ['4:1 b.json is no baseline: it is no JSON: ] is not expected here'],
    },
    {
      what: 'a merge',
      text: file(line).replace('\n]', '\n<<<<<<< ours\n]'),
      expected: ['3:1 b.json is no baseline: it holds an unresolved merge'],
    },
    {
      what: 'the middle of a merge',
      text: `${file(line)}\n=======\r\n`,
      expected: ['4:1 b.json is no baseline: it holds an unresolved merge'],
    },
    { what: 'a list', text: '[]', expected: ['1:1 b.json is no baseline: the file must be an object'] },
    { what: 'null', text: 'null', expected: ['1:1 b.json is no baseline: the file must be an object'] },
    {
      what: 'no version',
      text: '{ "findings": [] }',
      expected: ['1:1 b.json is no baseline: its "version" must be 1'],
    },
    {
      what: 'another version',
      text: '{ "version": 2, "findings": [] }',
      expected: ['1:14 b.json is no baseline: its "version" must be 1, not 2'],
    },
    {
      what: 'no findings',
      text: '{ "version": 1 }',
      expected: ['1:1 b.json is no baseline: "findings" must be a list'],
    },
    {
      what: 'another file',
      text: '{ "name": "x", "version": "1.0.0" }',
      expected: [
        '1:3 b.json is no baseline: the file has no key "name"',
        '1:27 b.json is no baseline: its "version" must be 1, not "1.0.0"',
        '1:1 b.json is no baseline: "findings" must be a list',
      ],
    },
    {
      what: 'a schema that is no text',
      text: '{ "$schema": 1, "version": 1, "findings": [] }',
      expected: ['1:14 b.json is no baseline: "$schema" must be a text'],
    },
    {
      what: 'a finding that is no object',
      text: file('5'),
      expected: ['2:1 b.json is no baseline: a finding must be an object'],
    },
    {
      what: 'an unknown key',
      text: file(line.replace('"rule"', '"reson": "x", "rule"')),
      expected: ['2:38 b.json is no baseline: a finding has no key "reson"; did you mean "reason"?'],
    },
    {
      what: 'a missing key',
      text: file(line, line.replace('"rule": "r", ', '')),
      expected: ['3:1 b.json is no baseline: this finding has no "rule"'],
    },
    {
      what: 'an empty text',
      text: file(line.replace('"m"', '""')),
      expected: ['2:51 b.json is no baseline: "model" is empty'],
    },
    {
      what: 'no text',
      text: file(line.replace('"m"', '3')),
      expected: ['2:60 b.json is no baseline: "model" must be a text'],
    },
    {
      what: 'a reason that is no text',
      text: file(line.replace('"rule"', '"reason": 1, "rule"')),
      expected: ['2:48 b.json is no baseline: "reason" must be a text'],
    },
    {
      what: 'a fingerprint of another form',
      text: file(line.replace(one, 'abc')),
      expected: ['2:18 b.json is no baseline: "fingerprint" must have 16 digits or letters a to f'],
    },
  ])('$what', ({ text: given, expected }) => {
    expect(read(given)).toEqual(expected.map((each) => `error CG708 ${each}`))
    expect(accepts(parsed(given))).toBe(false)
  })

  it('with a key twice', () =>
    expect(read('{ "version": 1, "version": 1, "findings": [] }')).toEqual([
      'error CG708 1:17 b.json is no baseline: "version" stands twice',
    ]))

  it('is never trusted and never throws, wherever it was cut or changed', () => {
    const places = fc.integer({ min: 0, max: text.length - 2 })
    fc.assert(
      fc.property(places, fc.string({ maxLength: 3 }), (at, put) => {
        expect(readBaseline(text.slice(0, at), 'b').kind).toBe('faults')
        expect(['entries', 'faults']).toContain(readBaseline(text.slice(0, at) + put + text.slice(at + 1), 'b').kind)
      }),
    )
  })
})

describe('findings and entries', () => {
  const findings = [
    finding({ rule: 'missing-field', field: 'weight', fingerprint: one }),
    finding({ rule: 'missing-model', model: 'shared/locker', variant: 'alpha', fingerprint: two }),
  ]

  it('are told apart by the fingerprint alone', () => {
    const judged = judgeFindings(findings, [entry({ rule: 'x', model: 'y' }), entry({ fingerprint: three })])
    expect(judged).toEqual({ accepted: [findings[0]], fresh: [findings[1]], gone: [entry({ fingerprint: three })] })
  })

  it('an entry that stands twice is gone once', () =>
    expect(judgeFindings([], [entry({}), entry({ reason: 'r' })]).gone).toEqual([entry({ reason: 'r' })]))

  it('an update adds what is new, drops what is gone, keeps reasons, and writes the names of now', () => {
    const before = [
      entry({ model: 'shared/old-name', reason: 'agreed' }),
      entry({ fingerprint: three, reason: 'past' }),
    ]
    expect(updateBaseline(before, findings, all)).toEqual({
      entries: [
        entry({ fingerprint: two, rule: 'missing-model', model: 'shared/locker', variant: 'alpha' }),
        entry({ field: 'weight', reason: 'agreed' }),
      ],
      added: 1,
      dropped: 1,
    })
  })

  it('an update leaves alone what is out of its scope', () => {
    const before = [entry({ fingerprint: three, variant: 'omega' }), entry({ fingerprint: '0'.repeat(16) })]
    expect(updateBaseline(before, findings, ({ variant }) => variant === 'delta')).toEqual({
      entries: [entry({ field: 'weight' }), entry({ fingerprint: three, variant: 'omega' })],
      added: 1,
      dropped: 1,
    })
  })

  it.each([
    { given: entry({}), expected: 'missing-field of shared/parcel in delta' },
    { given: entry({ field: 'weight' }), expected: 'missing-field of shared/parcel.weight in delta' },
  ])('$expected', ({ given, expected }) => expect(describeEntry(given)).toBe(expected))
})

describe('laws', () => {
  const hex = fc.integer({ min: 0, max: 30 }).map((number) => number.toString(16).padStart(16, '0'))
  const names = fc.constantFrom('a', 'b', 'shared/c', 'é"\\', '\u202E')
  const someFindings: fc.Arbitrary<Finding[]> = fc.array(
    fc
      .record({ rule: fc.constantFrom(...ruleIds), model: names, field: names, variant: names, fingerprint: hex })
      .map((given) => finding(given)),
    { maxLength: 12 },
  )
  const someEntries: fc.Arbitrary<BaselineEntry[]> = fc.array(
    fc.oneof(
      fc.record({ fingerprint: hex, rule: names, model: names, variant: names }),
      fc.record({ fingerprint: hex, rule: names, model: names, variant: names, reason: fc.string() }),
    ),
    { maxLength: 12 },
  )

  test('the baseline just written leaves nothing new and nothing gone', () => {
    fc.assert(
      fc.property(someFindings, someEntries, (findings, before) => {
        const written = readBaseline(printBaseline(updateBaseline(before, findings, all).entries), 'b')
        const judged = judgeFindings(findings, written.kind === 'entries' ? written.entries : [])
        expect(judged).toEqual({ fresh: [], accepted: findings, gone: [] })
      }),
    )
  })

  test('a second update changes nothing', () => {
    fc.assert(
      fc.property(someFindings, someEntries, names, (findings, before, variant) => {
        const scope = (item: { readonly variant: string }): boolean => item.variant !== variant
        const first = updateBaseline(before, findings, scope)
        expect(updateBaseline(first.entries, findings, scope)).toEqual({ ...first, added: 0, dropped: 0 })
      }),
    )
  })

  test('the order of findings and entries does not matter', () => {
    const distinct = fc.uniqueArray(
      someFindings.map(([each]) => each ?? finding({ rule: 'dead-link' })),
      {
        selector: ({ fingerprint }) => fingerprint,
      },
    )
    fc.assert(
      fc.property(distinct, someEntries, (findings, before) => {
        const forth = printBaseline(updateBaseline(before, findings, all).entries)
        expect(printBaseline(updateBaseline(before.toReversed(), findings.toReversed(), all).entries)).toBe(forth)
      }),
    )
  })

  test('what is written is read back, and meets the schema', () => {
    fc.assert(
      fc.property(someFindings, (findings) => {
        const { entries: given } = updateBaseline([], findings, all)
        expect(read(printBaseline(given))).toEqual(given)
        expect(accepts(JSON.parse(printBaseline(given)))).toBe(true)
      }),
    )
  })
})

function parsed(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    return undefined
  }
}

describe('a finding with parts', () => {
  const accepted = (fingerprint: string): BaselineEntry => entry({ fingerprint })

  it.each<{ title: string; known: readonly string[]; fresh: unknown; gone: readonly string[] }>([
    { title: 'accepted with all of them', known: ['f1'], fresh: [], gone: [] },
    { title: 'an entry of a part is not gone', known: ['f1', 'p1'], fresh: [], gone: [] },
    { title: 'a part that was accepted by itself', known: ['p1'], fresh: [['f1', ['p2']]], gone: [] },
    { title: 'what else was accepted is gone', known: ['p3'], fresh: [['f1', ['p1', 'p2']]], gone: ['p3'] },
  ])('$title', ({ known, fresh, gone }) => {
    const judged = judgeFindings([withParts(2)], known.map(accepted))
    expect(judged.fresh.map(({ fingerprint, parts }) => [fingerprint, parts?.map((part) => part.fingerprint)])).toEqual(
      fresh,
    )
    expect(judged.gone.map(({ fingerprint }) => fingerprint)).toEqual(gone)
  })

  test('is one entry', () => {
    expect(updateBaseline([], [withParts(2)], all).entries.map(({ fingerprint }) => fingerprint)).toEqual(['f1'])
  })
})
