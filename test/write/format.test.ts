// Knows whose layout generated files get.

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFormatter } from '../../src/write/format.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-format-'))
  await mkdir(join(folder, '.git'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const source = 'export const a = {"b": \'c\'}\n'

describe('openFormatter', () => {
  it.each([
    { what: 'nothing', files: {}, expected: "export const a = { b: 'c' };\n" },
    { what: '.prettierrc', files: { '.prettierrc': '{ "semi": false }' }, expected: "export const a = { b: 'c' }\n" },
    {
      what: 'package.json',
      files: { 'package.json': '{ "prettier": { "singleQuote": false } }' },
      expected: 'export const a = { b: "c" };\n',
    },
    {
      what: '.editorconfig',
      files: { '.editorconfig': 'root = true\n[*]\nmax_line_length = 20\n' },
      expected: "export const a = {\n  b: 'c',\n};\n",
    },
    {
      what: 'overrides for generated files',
      files: {
        '.prettierrc': JSON.stringify({ overrides: [{ files: 'generated/**/*.ts', options: { semi: false } }] }),
      },
      expected: "export const a = { b: 'c' }\n",
    },
    {
      what: 'overrides for other files: not at all',
      files: { '.prettierrc': JSON.stringify({ overrides: [{ files: 'src/**', options: { semi: false } }] }) },
      expected: "export const a = { b: 'c' };\n",
    },
    {
      what: 'a configuration that is code',
      files: { 'prettier.config.mjs': 'export default { bracketSpacing: false }' },
      expected: "export const a = {b: 'c'};\n",
    },
    {
      what: 'the nearest configuration',
      files: { '.prettierrc': '{ "semi": false }', 'generated/.prettierrc.yaml': 'useTabs: true\n' },
      expected: "export const a = { b: 'c' };\n",
    },
    {
      what: 'plugins and pragmas, which would run or skip code',
      files: { '.prettierrc': '{ "plugins": ["./evil.mjs"], "requirePragma": true, "parser": "babel" }' },
      expected: "export const a = { b: 'c' };\n",
    },
  ])('follows $what', async ({ files, expected }) => {
    await mkdir(join(folder, 'generated'))
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    const { formatter, diagnostics } = await openFormatter(join(folder, 'generated', 'index.ts'))
    expect(diagnostics).toEqual([])
    expect(await formatter.format('index.ts', source)).toBe(expected)
  })

  it('lays out TypeScript only', async () => {
    const { formatter } = await openFormatter(join(folder, 'index.ts'))
    expect(await formatter.format('ir.json', '{"a":  1}')).toBe('{"a":  1}')
  })

  it('has another key for other settings, and the same for the same', async () => {
    const file = join(folder, 'index.ts')
    const plain = (await openFormatter(file)).formatter.key
    expect((await openFormatter(file)).formatter.key).toBe(plain)
    const other = await mkdtemp(join(tmpdir(), 'codegen-format-'))
    await writeFile(join(other, '.prettierrc'), '{ "tabWidth": 8 }')
    expect((await openFormatter(join(other, 'index.ts'))).formatter.key).not.toBe(plain)
    await rm(other, { recursive: true })
  })

  it('reads the settings anew each time, as a watcher needs it', async () => {
    const file = join(folder, 'index.ts')
    await writeFile(join(folder, '.prettierrc'), '{ "semi": false }')
    const { formatter: before } = await openFormatter(file)
    await writeFile(join(folder, '.prettierrc'), '{ "semi": true }')
    const { formatter: after } = await openFormatter(file)
    expect(await before.format('index.ts', 'f()')).toBe('f()\n')
    expect(await after.format('index.ts', 'f()')).toBe('f();\n')
  })

  it('reports settings that cannot be read (CG701)', async () => {
    await writeFile(join(folder, '.prettierrc'), '{ "semi": ')
    const { diagnostics } = await openFormatter(join(folder, 'index.ts'))
    expect(diagnostics.map(({ code }) => code)).toEqual(['CG701'])
  })

  it('rejects a text that is no TypeScript', async () => {
    const { formatter } = await openFormatter(join(folder, 'index.ts'))
    await expect(formatter.format('index.ts', 'export const = 1')).rejects.toThrow()
  })
})
