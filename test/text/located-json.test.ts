// Knows that JSON is read as JSON.parse reads it, with places.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLocatedJson, type LocatedJson } from '../../src/text/located-json.js'

function plain(node: LocatedJson): unknown {
  if (node.kind === 'value') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]))
}

function parse(text: string): unknown {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return 'fault'
  }
}

function located(text: string): unknown {
  const root = parseLocatedJson(text)
  return root.kind === 'fault' ? 'fault' : { value: plain(root) }
}

describe('what is taken', () => {
  it.each([
    '{}',
    '[]',
    ' [ 1 , "a" ] ',
    '{"a":{"b":[null,true,false]}}',
    '-0.5e+10',
    '"\\u00e9\\n\\""',
    '"\u007f"',
    '\t\r\n1',
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "'a'",
    '01',
    '1.',
    '.5',
    '+1',
    '"a',
    '"\n"',
    '"\\x"',
    '"\\u12"',
    'nul',
    'truex',
    '[1 2]',
    '{"a" 1}',
    '{"a":}',
    '[]]',
    '//',
    '\u00a01',
    'NaN',
    '{,}',
    '[,1]',
    '"a""b"',
    '1-2',
    '{"a":1 "b":2}',
  ])('%s as JSON.parse does', (text) => expect(located(text)).toEqual(parse(text)))

  it('every JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => void expect(located(text)).toEqual(parse(text))))
  })

  it('of any text nothing more and nothing less', () => {
    const unit = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      'u',
      '0',
      '1',
      '-',
      '.',
      'e',
      ' ',
      'true',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => void expect(located(text)).toEqual(parse(text))),
      { numRuns: 5000 },
    )
  })
})

describe('places', () => {
  it('of values and keys', () => {
    expect(parseLocatedJson(' {"a": [1]}')).toEqual({
      kind: 'object',
      from: 1,
      end: 11,
      members: [
        {
          key: 'a',
          from: 2,
          end: 5,
          value: { kind: 'list', from: 7, end: 10, items: [{ kind: 'value', value: 1, from: 8, end: 9 }] },
        },
      ],
    })
  })

  it.each([
    { text: '[1,, 2]', from: 3, reason: ', is not expected here' },
    { text: '{"a": "b}', from: 6, reason: 'a text is not closed' },
    { text: '{"a": 1', from: 7, reason: 'it ends too early' },
    { text: '"'.padEnd(5, 'a'), from: 0, reason: 'a text is not closed' },
    { text: `{"a" "${'b'.repeat(40)}"}`, from: 5, reason: `"${'b'.repeat(29)}… is not expected here` },
    { text: '['.repeat(102), from: 101, reason: 'it is nested too deep' },
    { text: '['.repeat(100_000), from: 101, reason: 'it is nested too deep' },
  ])('of the fault: $reason', ({ text, from, reason }) =>
    expect(parseLocatedJson(text)).toMatchObject({ kind: 'fault', from, reason }),
  )

  it('of a fault in a long text, soon', () => {
    const text = `["${'\\u0041b'.repeat(300_000)}`
    expect(parseLocatedJson(text)).toMatchObject({ kind: 'fault', from: 1, reason: 'a text is not closed' })
  })
})
