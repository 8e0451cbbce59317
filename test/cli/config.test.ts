// Knows what a person gets from `config`, and that every command goes through all projects and gives one result.

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diffSchema } from '../../src/drift/schema.js'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { parseXml } from '../support/xml.js'

const config = {
  validators: ['plain'],
  projects: [
    { name: 'shop', sources: ['docs/python', 'docs/ruby', { path: 'docs/go', variant: 'golang' }] },
    { name: 'pay', sources: ['docs/java', 'docs/php'], failOn: 'never' },
  ],
}
let folder: string
beforeAll(async () => {
  ensureBuilt()
  folder = await mkdtemp(join(tmpdir(), 'codegen-projects-'))
  await cp(join(import.meta.dirname, '../../fixtures/quickstart/docs'), join(folder, 'docs'), { recursive: true })
  await writeFile(join(folder, 'codegen.config.json'), JSON.stringify(config))
  await cli('run')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const cli = (args: string): Promise<CliResult> => callCli(args.split(' '), { cwd: folder })

describe('config', () => {
  it('shows every option with its value and where it comes from', async () => {
    const { code, stdout, stderr } = await cli('config --project shop --fail-on info')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').slice(0, 11)).toEqual([
      'Configuration  codegen.config.json',
      '',
      'Project shop',
      '',
      'Option       From     Value',
      'sources      file     docs/python',
      '                      docs/ruby',
      '                      {"path":"docs/go","variant":"golang"}',
      'out          default  generated/shop',
      'validators   file     ["plain"]',
      'shape        default  wire',
    ])
    expect(stdout).toContain('\nfailOn       flag     info\n')
  })

  it('without a configuration shows what the folders given come to, as one document', async () => {
    const { stdout } = await callCli(['config', '--json', 'ruby', 'go', '--out', 'o'], { cwd: join(folder, 'docs') })
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      command: 'config',
      exitCode: 0,
      root: folder,
      options: {
        sources: { value: ['docs/ruby', 'docs/go'], from: 'flag' },
        out: { value: 'docs/o', from: 'flag' },
        failOn: { value: 'error', from: 'default' },
      },
      inputs: expect.arrayContaining(['docs/ruby/**/*', 'docs/.speakeasy/gen.lock', 'codegen.config.json']),
      outputs: ['docs/o/**/*', 'docs/o/.codegen-manifest.json'],
    })
  })

  it('lists what is read and what is written, one at a time', async () => {
    expect((await cli('config --outputs')).stdout).toBe(
      'generated/pay/**/*\ngenerated/pay/.codegen-manifest.json\ngenerated/shop/**/*\ngenerated/shop/.codegen-manifest.json\n',
    )
    expect((await cli('config --inputs --project pay')).stdout.split('\n')).toEqual(
      expect.arrayContaining(['docs/java/**/*', 'docs/php/**/*', 'codegen.config.json', '']),
    )
    expect(await cli('config --inputs --outputs')).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('every command goes through all projects', () => {
  it('run', async () => {
    const { code, stdout, stderr } = await cli('run')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Project shop\n\nDocs [\s\S]*\n\nProject pay\n\nDocs /)
    expect(stdout).toMatch(/unchanged in generated\/shop\n[\s\S]*unchanged in generated\/pay\n/)
    const json = JSON.parse((await cli('run --json')).stdout)
    expect(json).toMatchObject({ command: 'run', exitCode: 0, projects: [{ project: 'shop' }, { project: 'pay' }] })
    expect(json.projects[1]).toMatchObject({ out: join(folder, 'generated/pay'), exitCode: 0 })
  })

  it('check, which is as good as the worst', async () => {
    const { code, stderr, stdout } = await cli('check')
    expect([code, stderr]).toEqual([
      1,
      'shop: 3 findings at or above the failing severity.\npay: The output is up to date, and with `--fail-on never` no finding fails (2 findings).\n',
    ])
    expect(stdout).toContain('shop/ruby  2 errors\n')
    expect((await cli('check --project pay')).code).toBe(0)
    expect(JSON.parse((await cli('check --json')).stdout)).toMatchObject({
      exitCode: 1,
      projects: [{ exitCode: 1 }, { exitCode: 0 }],
    })
  })

  it('diff, in every form', async () => {
    const { code, stdout } = await cli('diff')
    expect(code).toBe(1)
    expect(stdout).toMatch(/\n6 findings in 4 of 5 variants\n$/)
    expect(stdout).toContain('\n      + | `site_code` | *T.nilable(::String)* |')
    const json = JSON.parse((await cli('diff --json')).stdout)
    expect(new Ajv2020({ strict: false }).compile(diffSchema)(json)).toBe(true)
    expect(json.variants.map(({ variant }: { variant: string }) => variant)).toEqual([
      'pay/java',
      'pay/php',
      'shop/golang',
      'shop/python',
      'shop/ruby',
    ])
    expect(JSON.parse((await cli('diff --format sarif')).stdout).runs).toHaveLength(1)
    expect(JSON.parse((await cli('diff --format gitlab')).stdout)).toHaveLength(6)
    expect(parseXml((await cli('diff --format junit')).stdout)).toBeDefined()
    expect((await cli('diff --format patch --language ruby,php')).stdout.match(/^diff --git .*/gm)).toHaveLength(4)
    expect((await cli('diff --language rubby')).code).toBe(2)
  })

  it('explain', async () => {
    const { stdout } = await cli('explain Locker.site_code')
    expect(stdout).toMatch(/^Project shop\n\nLocker\.site_code[\s\S]*\nProject pay\n\nLocker\.site_code/)
    expect(JSON.parse((await cli('explain Locker.site_code --json')).stdout).projects).toHaveLength(2)
  })

  it('but not run --watch, which takes one of them', async () => {
    const { code, stderr } = await cli('run --watch --json')
    expect(code).toBe(2)
    expect(stderr).toBe('')
    const one = await callCli(['snapshot', '.'], { cwd: folder })
    expect(one.stderr).toContain('CG712  the configuration has several projects, and this takes one of them: shop, pay')
  })
})
