// Knows what a person gets from `init`: docs found, files written once, nothing of theirs touched.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
let folder: string
beforeAll(ensureBuilt)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-init-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const cli = (args: string): Promise<CliResult> => callCli(args.split(' '), { cwd: folder })
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')

describe('init', () => {
  it('finds the docs of every SDK, whatever the folders are called, and writes a configuration that works', async () => {
    await cp(join(fixtures, 'quickstart/docs/python'), join(folder, 'first/docs'), { recursive: true })
    await cp(join(fixtures, 'quickstart/docs/go'), join(folder, 'second/docs'), { recursive: true })
    const { code, stdout, stderr } = await cli('init')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        'Docs         Language  Pages  Models',
        'first/docs   Python       19      17',
        'second/docs  Go           18      17',
        '',
        'Created codegen.config.ts',
        '',
        'Next   `npm install --save-dev sdk-docs-codegen`, then `npx codegen run`',
        '       `codegen init --hook husky --ci github` adds a hook and a CI job',
        '',
      ].join('\n'),
    )
    expect(await read('codegen.config.ts')).toContain(
      "sources: [\n    'first/docs', // Python, 17 models\n    'second/docs', // Go, 17 models\n  ],",
    )
    expect(await cli('run')).toMatchObject({ code: 0, stderr: '' })
    expect((await cli('check --fail-on never')).code).toBe(0)
  })

  it('does not ask to install what is installed', async () => {
    await cp(join(fixtures, 'quickstart/docs/python'), join(folder, 'docs'), { recursive: true })
    await mkdir(join(folder, 'node_modules/sdk-docs-codegen'), { recursive: true })
    expect((await cli('init')).stdout).toContain('\nNext   `npx codegen run`\n')
  })

  it('names the folder of each language where they share one', async () => {
    await cp(join(fixtures, 'quickstart/docs'), join(folder, 'docs'), { recursive: true })
    const { stdout } = await cli('init --json')
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'init',
      docs: ['csharp', 'go', 'java', 'php', 'python', 'ruby', 'typescript'].map((id) => ({ path: `docs/${id}` })),
      files: [{ path: 'codegen.config.ts', action: 'created' }],
    })
  })

  it('writes a hook and a CI job where asked for, and never over what is there', async () => {
    await cp(join(fixtures, 'seeds'), join(folder, 'sdks'), { recursive: true })
    await writeFile(join(folder, 'lefthook.yml'), 'mine')
    const { stdout } = await cli('init --hook lefthook --ci github --yes')
    expect(stdout).toContain(
      'lefthook.yml is there already and stays as it is; it needs `npx --no codegen check --staged`',
    )
    expect(stdout).toContain('Created .github/workflows/sdk-docs.yml')
    expect(await read('lefthook.yml')).toBe('mine')
    await writeFile(join(folder, 'codegen.config.ts'), 'export default { sources: ["sdks"] }\n')
    expect((await cli('init')).stdout).toContain('codegen.config.ts is there already and stays as it is.')
    expect(await read('codegen.config.ts')).toBe('export default { sources: ["sdks"] }\n')
  })

  it('says so where another tool has a configuration of that name, and writes its own beside it', async () => {
    await cp(join(fixtures, 'seeds'), join(folder, 'sdks'), { recursive: true })
    await writeFile(join(folder, 'codegen.config.ts'), "export default { schema: 'a.graphql', generates: {} }\n")
    const { code, stdout, stderr } = await cli('init')
    expect(code).toBe(0)
    expect(stderr).toContain('CG704  ')
    expect(stderr).toContain('codegen.config.ts is a configuration of GraphQL Codegen, not of this tool')
    expect(stdout).toContain('Created codegen.config.mts')
    expect((await cli('run')).code).toBe(0)
    expect((await cli('init')).stdout).toContain('codegen.config.mts is there already and stays as it is.')
  })

  it('says so where there are no docs, and writes nothing', async () => {
    await writeFile(join(folder, 'README.md'), '# Nothing here\n\nText.\n')
    const { code, stdout, stderr } = await cli('init')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('CG104')
    expect(stderr).toContain('No model docs below this folder.')
  })
})
