// Knows the law of the two ways to check printed code: what our own reader finds as planned, the compiler does too.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ts } from 'ts-morph'
import { printStatements } from '../../src/emit/print-statements.js'
import { readsAsPlanned } from '../../src/emit/read-plan.js'
import type { Statement } from '../../src/emit/statement.js'
import { planFile, verifyFile } from '../../src/emit/verify.js'
import { hostileText } from './sample-model.js'

const statements: readonly Statement[] = [
  { kind: 'import', from: './a.js', names: [{ name: 'A', isType: true }] },
  { kind: 'import', from: './c.js', names: [], all: 'c' },
  {
    kind: 'interface',
    name: 'B',
    doc: { text: 'One `two`', tags: [{ name: 'deprecated' }] },
    index: 'unknown',
    properties: [
      { name: 'a-b', optional: true, type: 'A | undefined', doc: { text: '', tags: [{ name: 'example', text: '1' }] } },
      { name: 'c', optional: false, type: '("x" | A)[]' },
    ],
  },
  { kind: 'alias', name: 'D', type: 'B | null' },
  {
    kind: 'const',
    name: 'E',
    exported: true,
    value: '{\n  a: "1",\n  "b c": -2,\n} as const',
    entries: [
      ['a', '"1"'],
      ['b c', '-2'],
    ],
  },
  {
    kind: 'function',
    name: 'f',
    exported: true,
    parameters: [{ name: 'value', type: 'unknown' }],
    returns: 'value is B',
    body: ['if (!c.isObject<B>(value)) return false;', 'return value.c === "x";'],
  },
  { kind: 're-export', from: './d.js', names: [{ name: 'G', isType: false }] },
]
const plan = planFile(statements)
const text = printStatements(statements)

test('what was printed is as planned', () => {
  expect(readsAsPlanned(text, plan)).toBe(true)
  expect(verifyFile(ts, { path: 'a.ts', text }, plan)).toBeUndefined()
})

const pieces = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '`',
    '\\',
    '*/',
    '/*',
    '//',
    '\n',
    ';',
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    '|',
    '?',
    ':',
    ',',
    '@',
    ' @see ',
    '__proto__',
    'export ',
    ' const x = 1; ',
    '"use strict";',
    '/** @a */',
    'type ',
    '= 1',
    '!',
    '-',
  ),
  fc.constantFrom(...hostileText),
  fc.string({ maxLength: 3 }),
)

test('what our reader takes, the compiler takes, whatever is put anywhere or left out', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(4), pieces, (at, gone, piece) => {
      const changed = text.slice(0, at) + piece + text.slice(at + gone)
      if (!readsAsPlanned(changed, plan)) return
      expect(verifyFile(ts, { path: 'a.ts', text: changed }, plan)).toBeUndefined()
    }),
    { numRuns: 2_000 },
  )
})
