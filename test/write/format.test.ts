// Knows whose layout generated files get.

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { openFormatter } from '../../src/write/format.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-format-'))
  await mkdir(join(folder, '.git'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = (file: string, runsCode = true): ReturnType<typeof openFormatter> =>
  openFormatter(file, { runsCode, host: createNodeHost() })

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
    const { formatter, diagnostics } = await open(join(folder, 'generated', 'index.ts'))
    expect(diagnostics).toEqual([])
    expect(await formatter.format('index.ts', source)).toBe(expected)
  })

  it('lays out TypeScript only', async () => {
    const { formatter } = await open(join(folder, 'index.ts'))
    expect(await formatter.format('ir.json', '{"a":  1}')).toBe('{"a":  1}')
  })

  it('has another key for other settings, and the same for the same', async () => {
    const file = join(folder, 'index.ts')
    const plain = (await open(file)).formatter.key
    expect((await open(file)).formatter.key).toBe(plain)
    const other = await mkdtemp(join(tmpdir(), 'codegen-format-'))
    await writeFile(join(other, '.prettierrc'), '{ "tabWidth": 8 }')
    expect((await open(join(other, 'index.ts'))).formatter.key).not.toBe(plain)
    await rm(other, { recursive: true })
  })

  it('reads the settings anew each time, as a watcher needs it', async () => {
    const file = join(folder, 'index.ts')
    await writeFile(join(folder, '.prettierrc'), '{ "semi": false }')
    const { formatter: before } = await open(file)
    await writeFile(join(folder, '.prettierrc'), '{ "semi": true }')
    const { formatter: after } = await open(file)
    expect(await before.format('index.ts', 'f()')).toBe('f()\n')
    expect(await after.format('index.ts', 'f()')).toBe('f();\n')
  })

  it('reports settings that cannot be read (CG701)', async () => {
    await writeFile(join(folder, '.prettierrc'), '{ "semi": ')
    const { diagnostics } = await open(join(folder, 'index.ts'))
    expect(diagnostics.map(({ code }) => code)).toEqual(['CG701'])
  })

  it.each([
    ['.prettierrc', '{ "semi": false }', undefined],
    ['.prettierrc.json', '{ "semi": false }', undefined],
    ['package.json', '{ "prettier": { "semi": false } }', undefined],
    ['.prettierrc', '"./settings.mjs"', '.prettierrc'],
    ['.prettierrc', 'semi: false', '.prettierrc'],
    ['package.json', '{ "prettier": "./settings.mjs" }', 'package.json'],
    ['.prettierrc.yaml', './settings.mjs', '.prettierrc.yaml'],
    ['prettier.config.mjs', 'export { default } from "./settings.mjs"', 'prettier.config.mjs'],
  ])('where no code may be run, takes only what is data: %s with %s', async (name, text, refused) => {
    await writeFile(join(folder, name), text)
    await writeFile(join(folder, 'settings.mjs'), 'globalThis.canary = 1\nexport default { semi: false }\n')
    const { formatter, diagnostics } = await open(join(folder, 'index.ts'), false)
    expect(diagnostics.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual(
      refused === undefined ? [] : [['CG715', join(folder, refused)]],
    )
    expect(await formatter.format('index.ts', 'f()')).toBe(refused === undefined ? 'f()\n' : 'f();\n')
    expect('canary' in globalThis).toBe(false)
  })

  it('rejects a text that is no TypeScript', async () => {
    const { formatter } = await open(join(folder, 'index.ts'))
    await expect(formatter.format('index.ts', 'export const = 1')).rejects.toThrow()
  })
})
