// Knows what layout may change of code, and that nothing else passes for layout.

import { expect, test } from 'vitest'
import { codeDifference } from '../../src/emit/same-code.js'

test.each([
  ['blanks and line ends', 'const a={b:1,c:[1,2]}', 'const a = {\n  b: 1,\n  c: [1, 2],\n};\n'],
  ['quotes', `const a = "it's" + 'b'`, `const a = 'it\\'s' + "b"`],
  ['quotes of keys', 'interface A { "b": string; "c-d"?: 1 }', 'interface A { b: string; "c-d"?: 1 }'],
  ['parentheses', 'type A = (string | null)[]; f((a))', 'type A = (string | null)[]; f(a)'],
  ['a bar before the first member', 'type A = "a" | "b"', "type A =\n  | 'a'\n  | 'b'"],
  ['empty statements', 'f();;', 'f()'],
  ['comments', '// a\nf()', 'f() /* b */'],
])('%s may change', async (_, before, after) => {
  expect(await codeDifference(before, after)).toBeUndefined()
})

test.each([
  ['a text that became a name', 'const a = "b"', 'const a = b'],
  ['another text', 'const a = "b"', 'const a = "c"'],
  ['another name', 'const a = 1', 'const b = 1'],
  ['a method that became a construct signature', 'interface A { "new"(): void }', 'interface A { new(): void }'],
  ['a computed key that became a key', 'const a = { ["__proto__"]: 1 }', 'const a = { __proto__: 1 }'],
  ['another number', 'const a = 1', 'const a = 10'],
  ['something left out', 'f(1, 2)', 'f(1)'],
  ['something added', 'f()', 'f(); g()'],
  ['code that became a comment', 'f(); g()', 'f() // g()'],
  ['another order', 'const a = 1 - (2 - 3)', 'const a = 1 - 2 - 3'],
  ['another operator', 'const a = -1', 'const a = +1'],
  ['another operator of a type', 'let a: keyof B', 'let a: unique B'],
  ['a constant that may be set', 'const a = 1', 'let a = 1'],
  ['another text around a value', 'f(`a${b}`)', 'f(`c${b}`)'],
  ['an import of types that became one of values', 'import type { A } from "a"', 'import { A } from "a"'],
  ['an option', 'interface A { b?: 1 }', 'interface A { b: 1 }'],
  ['what does not parse', 'f()', 'f('],
])('%s is no layout', async (_, before, after) => {
  expect(await codeDifference(before, after)).toMatch(/^it/)
})
