import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printFiles } from '../../src/emit/printer.js'
import type { Statement } from '../../src/emit/statement.js'

async function print(statements: readonly Statement[], header: readonly string[] = []): Promise<unknown> {
  const { files, diagnostics } = await printFiles([{ path: 'a.ts', statements }], { header, layout: 'per-model' })
  return diagnostics.length > 0 ? diagnostics.map(({ code }) => code) : files[0]?.text
}

test.each<[string, Statement[], string]>([
  ['nothing', [], 'export {};\n'],
  [
    'lists',
    [
      { kind: 'import', from: './a.js', names: [{ name: 'A', isType: true }] },
      {
        kind: 'import',
        from: './b.js',
        names: [
          { name: 'b', isType: false },
          { name: 'B', isType: true },
        ],
      },
      { kind: 'import', from: './c.js', names: [], all: 'c' },
      { kind: 're-export', from: './d.js', names: [{ name: 'D', isType: true }] },
    ],
    'import type { A } from "./a.js";\nimport { b, type B } from "./b.js";\nimport * as c from "./c.js";\n\nexport type { D } from "./d.js";\n',
  ],
  [
    'an interface',
    [
      {
        kind: 'interface',
        name: 'A',
        doc: { text: 'One\ntwo', tags: [] },
        index: 'unknown',
        properties: [
          { name: 'a-b', optional: true, type: 'string', doc: { text: '', tags: [{ name: 'deprecated' }] } },
          { name: 'c', optional: false, type: 'A[]', doc: { text: 'Text', tags: [{ name: 'example', text: '@x' }] } },
        ],
      },
    ],
    `/**
 * One
 * two
 */
export interface A {
  [key: string]: unknown;
  /** @deprecated */
  "a-b"?: string;
  /**
   * Text
   * @example \\@x
   */
  c: A[];
}
`,
  ],
  [
    'values',
    [
      { kind: 'const', name: 'a', exported: false, value: '1' },
      { kind: 'const', name: 'b', exported: true, type: 'number', value: 'a' },
      { kind: 'alias', name: 'C', type: 'typeof b' },
      {
        kind: 'function',
        name: 'd',
        exported: true,
        parameters: [{ name: 'x', type: 'C' }],
        returns: 'C',
        body: ['return x;'],
      },
    ],
    'const a = 1;\n\nexport const b: number = a;\n\nexport type C = typeof b;\n\nexport function d(x: C): C {\n  return x;\n}\n',
  ],
])('%s', async (_, statements, want) => expect(await print(statements)).toBe(want))

test('files come in the order of their paths, below the header, fixed code as it is', async () => {
  const { files } = await printFiles(
    [
      { path: 'b.ts', code: 'b\n' },
      { path: 'a.ts', statements: [] },
    ],
    { header: ['One', 'two */'], layout: 'per-model' },
  )
  expect(files).toEqual([
    { path: 'a.ts', text: '// One\n// two */\n\nexport {};\n' },
    { path: 'b.ts', text: '// One\n// two */\n\nb\n' },
  ])
})

test.each<[string, Statement]>([
  ['code in a type', { kind: 'alias', name: 'A', type: 'string; export const canary = 1' }],
  ['code in a name', { kind: 'alias', name: 'A = 1; type B', type: 'string' }],
  ['no code at all', { kind: 'alias', name: 'A', type: '}' }],
  ['another value', { kind: 'const', name: 'A', exported: true, value: '{ a: 2 } as const', entries: [['a', '1']] }],
  [
    'a member in a type',
    { kind: 'interface', name: 'A', properties: [{ name: 'a', optional: false, type: 'string; b: string' }] },
  ],
  [
    'a tag name that is two',
    { kind: 'alias', name: 'A', type: 'string', doc: { text: '', tags: [{ name: 'a\n@b' }] } },
  ],
])('%s is not written', async (_, statement) => expect(await print([statement])).toEqual(['CG602']))

test('no text and no name leaves its place', async () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      ...'*/@{}`$"\'\\<>!-#;=( a\n\r\t\u2028\u202e\u0000',
      '*/',
      '/*',
      '//',
      '${',
      '@deprecated ',
      '__proto__',
    ),
  })
  await fc.assert(
    fc.asyncProperty(nasty, nasty, fc.option(nasty), async (name, text, tag) => {
      const doc = { text, tags: [{ name: 'example', text: tag ?? text }, { name: 'deprecated' }] }
      const properties = [
        { name, optional: true, type: 'string', doc },
        { name: 'last', optional: false, type: 'string', doc: { text: tag ?? '', tags: [] } },
      ]
      const printed = await printFiles(
        [{ path: 'a.ts', statements: [{ kind: 'interface', name: 'A', doc, properties }] }],
        { header: [text], layout: 'per-model' },
      )
      expect(printed.diagnostics).toEqual([])
    }),
    { numRuns: 500 },
  )
})
