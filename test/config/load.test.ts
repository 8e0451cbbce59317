// Knows which options come of which folders, flags and configuration files.

import { optionTable } from '../../src/config/option-table.js'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { loadOptions, type OptionsRequest } from '../../src/config/load.js'
import { memoryHost, systemError } from '../support/memory-host.js'
import { optionsWith } from '../support/options.js'

const request = (more: Partial<OptionsRequest> = {}): OptionsRequest => ({ cwd: '/w', folders: [], flags: {}, ...more })
const shown = (diagnostics: readonly { readonly code: string; readonly message: string }[]): string[] =>
  diagnostics.map(({ code, message }) => `${code} ${message}`)

describe('without a configuration', () => {
  it('takes the folders given, and the defaults', async () => {
    const loaded = await loadOptions(request({ folders: ['docs/a', '/abs/b'] }), memoryHost())
    expect(loaded).toEqual({
      options: optionsWith({ sources: [{ path: '/w/docs/a' }, { path: '/abs/b' }] }),
      diagnostics: [],
    })
  })

  it('asks for folders where none are given (CG705)', async () => {
    const loaded = await loadOptions(request(), memoryHost())
    expect(loaded.options).toBeUndefined()
    expect(loaded.diagnostics.map(({ code }) => code)).toEqual(['CG705'])
  })
})

describe('where no program may be run', () => {
  const flags = { configCode: false }

  it('one is refused unread (CG714), also where it is named', async () => {
    const host = memoryHost({ files: { '/w/codegen.config.mjs': 'never read' } })
    for (const config of [undefined, 'codegen.config.mjs']) {
      const loaded = await loadOptions(request({ flags, config }), host)
      expect([loaded.options, loaded.diagnostics.map(({ code }) => code)]).toEqual([undefined, ['CG714']])
    }
  })

  it('data is read, and the options say so', async () => {
    const files = { '/w/codegen.config.json': '{ "sources": ["docs"] }' }
    const { options, diagnostics } = await loadOptions(request({ flags }), memoryHost({ files }))
    expect(options).toEqual(optionsWith({ sources: [{ path: '/w/docs' }], configCode: false }))
    expect(diagnostics).toEqual([])
  })
})

describe('the configuration file', () => {
  const json = (sources: string): string => JSON.stringify({ sources: [sources] })

  it.each([
    { what: 'in the working folder', files: { '/w/codegen.config.json': json('here') }, expected: '/w/here' },
    { what: 'above', files: { '/codegen.config.json': json('up') }, expected: '/up' },
    {
      what: 'the nearest',
      files: { '/codegen.config.json': json('up'), '/w/codegen.config.json': json('here') },
      expected: '/w/here',
    },
    {
      what: 'not beyond the root of the repository',
      files: { '/codegen.config.json': json('up'), '/w/.git/HEAD': '' },
      expected: undefined,
    },
    {
      what: 'in the root of the repository',
      files: { '/w/.git/HEAD': '', '/w/codegen.config.json': json('here') },
      expected: '/w/here',
    },
    ...['codegen.json', 'codegen.yml', 'codegen.yaml', 'codegen.ts', 'codegen.js', '.codegenrc', 'package.json'].map(
      (name) => ({ what: `not of the name ${name}`, files: { [`/w/${name}`]: json('no') }, expected: undefined }),
    ),
  ])('is found: $what', async ({ files, expected }) => {
    const loaded = await loadOptions(request(), memoryHost({ files }))
    expect(loaded.options?.sources[0]?.path).toBe(expected)
  })

  it('that is named wins', async () => {
    const host = memoryHost({ files: { '/w/codegen.config.json': json('here'), '/other/c.json': json('there') } })
    const loaded = await loadOptions(request({ config: '../other/c.json' }), host)
    expect(loaded.options).toMatchObject({
      cwd: '/other',
      sources: [{ path: '/other/there' }],
      out: '/other/generated',
    })
  })

  it('of the one folder given counts, as if it were the working folder', async () => {
    const host = memoryHost({
      files: { '/w/codegen.config.json': json('no'), '/w/demo/codegen.config.json': json('docs') },
    })
    const loaded = await loadOptions(request({ folders: ['demo'] }), host)
    expect(loaded.options).toMatchObject({
      cwd: '/w/demo',
      sources: [{ path: '/w/demo/docs' }],
      out: '/w/demo/generated',
    })
  })

  it('gives way to the folders given, and keeps what it says of them', async () => {
    const config = { sources: [{ path: 'docs/a', variant: 'first' }, 'docs/b'], validators: ['zod'] }
    const host = memoryHost({ files: { '/w/codegen.config.json': JSON.stringify(config) } })
    const loaded = await loadOptions(request({ folders: ['docs/a', 'docs/c'] }), host)
    expect(loaded.options).toMatchObject({
      sources: [{ path: '/w/docs/a', variant: 'first' }, { path: '/w/docs/c' }],
      validators: ['zod'],
    })
  })

  it('gives way to flags, whose paths are relative to the working folder', async () => {
    const config = { sources: ['docs'], out: 'x', validators: ['zod'], failOn: 'info', limits: { rows: 5 } }
    const host = memoryHost({ files: { '/codegen.config.json': JSON.stringify(config) } })
    const loaded = await loadOptions(request({ flags: { out: 'o', validators: [], failOn: 'never' } }), host)
    expect(loaded.options).toMatchObject({
      cwd: '/',
      out: '/w/o',
      validators: [],
      failOn: 'never',
      limits: { ...optionTable.limits.default, rows: 5 },
    })
  })

  it.each([
    {
      what: 'no sources',
      text: '{}',
      expected: ['CG703 the configuration key "sources" is wrong: no docs folder is given'],
    },
    {
      what: 'no JSON',
      text: '{ "sources": [ }',
      expected: [expect.stringMatching(/^CG701 \/w\/codegen\.config\.json cannot be loaded: .*JSON/)],
    },
    {
      what: 'another tool’s',
      text: '{ "schema": "s.graphql", "generates": {} }',
      expected: ['CG704 /w/codegen.config.json is a configuration of GraphQL Codegen, not of this tool'],
    },
    {
      what: 'another tool’s documents',
      text: '{ "schema": "s.graphql", "documents": ["src/*.graphql"] }',
      expected: ['CG704 /w/codegen.config.json is a configuration of GraphQL Codegen, not of this tool'],
    },
  ])('with $what is refused', async ({ text, expected }) => {
    const loaded = await loadOptions(request(), memoryHost({ files: { '/w/codegen.config.json': text } }))
    expect(loaded.options).toBeUndefined()
    expect(shown(loaded.diagnostics)).toEqual(expected)
  })

  it('of another tool does not stand in the way of folders', async () => {
    const host = memoryHost({ files: { '/w/codegen.config.json': '{ "generates": {} }' } })
    const loaded = await loadOptions(request({ folders: ['docs'] }), host)
    expect(loaded.options?.sources).toEqual([{ path: '/w/docs' }])
  })

  it.each([{ folders: [] }, { folders: ['demo'] }])(
    'of another tool does not hide ours beside it: $folders',
    async ({ folders }) => {
      const files = { 'codegen.config.js': '{ "generates": {} }', 'codegen.config.json': json('docs') }
      const at = folders.length === 0 ? '' : '/demo'
      const folder = await mkdtemp(join(tmpdir(), 'codegen-beside-'))
      await mkdir(join(folder, at), { recursive: true })
      await writeFile(join(folder, at, 'codegen.config.js'), `export default ${files['codegen.config.js']}`)
      await writeFile(join(folder, at, 'codegen.config.json'), files['codegen.config.json'])
      const loaded = await loadOptions({ cwd: folder, folders, flags: {} }, createNodeHost())
      expect(loaded).toMatchObject({ options: { sources: [{ path: join(folder, at, 'docs') }] }, diagnostics: [] })
      await rm(folder, { recursive: true })
    },
  )

  it('that is missing or cannot be read is named (CG701)', async () => {
    const host = memoryHost({
      fault: (call) => (call === 'read' ? systemError('EACCES', 'permission denied') : undefined),
    })
    const loaded = await loadOptions(request({ config: 'c.json' }), host)
    expect(shown(loaded.diagnostics)).toEqual(['CG701 /w/c.json cannot be loaded: EACCES: permission denied'])
  })

  it('is shown with the place of its fault', async () => {
    const text = '{\n  "sources": ["docs"],\n  "vaildators": []\n}\n'
    const loaded = await loadOptions(
      request({ cwd: '/w/sub' }),
      memoryHost({ files: { '/w/codegen.config.json': text } }),
    )
    expect(loaded.diagnostics[0]).toMatchObject({
      code: 'CG702',
      span: { file: '../codegen.config.json', start: { line: 3, column: 4 } },
      excerpt: '3 |   "vaildators": []\n  |    ^^^^^^^^^^',
    })
  })
})

describe('a configuration in code', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codegen-config-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function load(name: string, text: string): ReturnType<typeof loadOptions> {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
    return loadOptions({ cwd: folder, folders: [], config: name, flags: {} }, createNodeHost())
  }

  it.each([
    { name: 'codegen.config.ts', text: "const sources: string[] = ['docs']\nexport default { sources }\n" },
    { name: 'codegen.config.mts', text: "enum Folder { Docs = 'docs' }\nexport default { sources: [Folder.Docs] }\n" },
    { name: 'codegen.config.mjs', text: "export default { sources: ['docs'] }\n" },
    { name: 'sub/await.mjs', text: "export default await Promise.resolve({ sources: ['../docs'] })\n" },
  ])('$name is loaded', async ({ name, text }) => {
    const loaded = await load(name, text)
    expect(loaded.diagnostics).toEqual([])
    expect(loaded.options?.sources).toEqual([{ path: join(folder, 'docs') }])
  })

  it.each([
    { what: 'throws', text: "throw new Error('no such thing')", reason: 'no such thing' },
    { what: 'exports a function', text: 'export default () => ({})', reason: 'its default export is not an object' },
    {
      what: 'is another tool’s',
      text: "export default { schema: 's', generates: {} }",
      reason: 'GraphQL Codegen',
      code: 'CG704',
    },
    { what: 'exports nothing', text: 'export const a = 1', reason: 'its default export is not an object' },
    { what: 'exports a list', text: 'export default []', reason: 'its default export is not an object' },
  ])('that $what is refused', async ({ text, reason, code = 'CG701' }) => {
    const loaded = await load('codegen.config.mjs', text)
    expect(loaded.options).toBeUndefined()
    expect(shown(loaded.diagnostics)).toEqual([expect.stringContaining(reason)])
    expect(loaded.diagnostics[0]?.code).toBe(code)
  })
})
