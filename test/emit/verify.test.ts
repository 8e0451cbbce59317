import { ts } from 'ts-morph'
import { expect, test } from 'vitest'
import type { Statement } from '../../src/emit/statement.js'
import { planFile, verifyFile } from '../../src/emit/verify.js'

const statements: readonly Statement[] = [
  { kind: 'import', from: './b.js', names: [{ name: 'B', isType: true }] },
  {
    kind: 'interface',
    name: 'A',
    properties: [{ name: 'a-b', optional: true, type: 'B', doc: { text: '', tags: [{ name: 'deprecated' }] } }],
  },
  {
    kind: 'const',
    name: 'C',
    exported: true,
    value: '',
    entries: [
      ['__proto__', '"x"'],
      ['n', '-1'],
    ],
  },
  {
    kind: 'function',
    name: 'f',
    exported: true,
    parameters: [{ name: 'x', type: 'A' }],
    returns: 'A',
    body: ['return x'],
  },
]

const right = `import type { B } from "./b.js"
export interface A {
/** @deprecated */ 'a-b'?: B }
export const C = { ["__proto__"]: 'x', n: -1 } as const
export function f(x: A): A { return x }`

test('what was meant, however it is laid out', () => {
  expect(verifyFile(ts, { path: 'a.ts', text: right }, planFile(statements))).toBeUndefined()
})

test.each([
  ['a statement more', `${right}\nlet x`, /^statement 5 is/],
  ['a statement less', right.replace(/export function.*/, ''), /^statement 4 is missing/],
  ['another module', right.replace('./b.js', './c.js'), /^statement 1/],
  ['a value for a type', right.replace('import type', 'import'), /^statement 1/],
  ['another key', right.replace('a-b', 'a'), /^statement 2/],
  ['a required key', right.replace('?:', ':'), /^statement 2/],
  ['a tag less', right.replace('@deprecated', 'deprecated'), /^statement 2/],
  ['a member more', right.replace('?: B', '?: B; c: B'), /^statement 2/],
  ['a method', right.replace("'a-b'?: B", "'a-b'?(): B"), /^statement 2/],
  ['a key that sets the prototype', right.replace('["__proto__"]', '"__proto__"'), /^statement 3/],
  ['another value', right.replace("'x'", "'y'"), /^statement 3/],
  ['a spread', right.replace('n: -1', '...n'), /^statement 3/],
  ['another parameter', right.replace('f(x: A)', 'f(y: A)'), /^statement 4/],
  ['more to do', right.replace('return x', 'g(); return x'), /^statement 4/],
  ['no syntax', `${right} }`, /^it does not parse: /],
])('%s', (_, text, want) => expect(verifyFile(ts, { path: 'a.ts', text }, planFile(statements))).toMatch(want))
