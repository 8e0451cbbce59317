// Knows that hooks can judge a commit by what is staged, and tell what is still to be staged.

import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reviewLines } from '../../src/cli/staged-run.js'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { createRepository, gitEnvironment, type ScratchRepository } from '../support/scratch-repository.js'

const quickstart = join(import.meta.dirname, '../../fixtures/quickstart/docs')
const locker = 'docs/ruby/models/shared/locker.md'
const label = ['docs/python/models/shared/legacylabel.md', 'docs/ruby/models/shared/legacylabel.md']
let origin: ScratchRepository
let repository: ScratchRepository
beforeAll(async () => {
  ensureBuilt()
  origin = createRepository({
    'codegen.config.json': JSON.stringify({ sources: ['docs/python', 'docs/ruby'], failOn: 'never' }),
  })
  for (const language of ['python', 'ruby'])
    cpSync(join(quickstart, language), join(origin.folder, 'docs', language), { recursive: true })
  await callCli(['run'], { cwd: origin.folder })
  origin.git('add', '--all')
  origin.git('commit', '--quiet', '--message=docs')
})
afterAll(() => origin.dispose())
beforeEach(() => {
  repository = createRepository()
  cpSync(origin.folder, repository.folder, { recursive: true })
})
afterEach(() => repository.dispose())

const cli = (args: string): Promise<CliResult> =>
  callCli(args.split(' '), { cwd: repository.folder, env: gitEnvironment })
const edit = (path: string, from: string, to: string): void => {
  const text = repository.git('show', `:${path}`)
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`)
  repository.write(path, text.replace(from, to))
}

describe('check --staged', () => {
  it('does not judge what is not staged: a changed, a new and a deleted document, and a generated file', async () => {
    edit(locker, 'site_code', 'site_name')
    repository.write('docs/ruby/models/shared/extra.md', repository.git('show', `:${locker}`))
    repository.remove('docs/python/models/shared/sitesummary.md')
    repository.remove('generated/index.ts')
    expect((await cli('check')).code).toBe(1)
    expect(await cli('check --staged')).toMatchObject({ code: 0, stdout: '' })
  })

  it.each([
    ['changed', () => edit(locker, 'site_code', 'site_name')],
    ['deleted', () => repository.remove(locker)],
  ])('finds a staged document that was %s, also after the change was taken back on disk', async (_, change) => {
    change()
    repository.git('add', '--all')
    repository.git('checkout', '--quiet', 'HEAD', '--', locker)
    repository.git('reset', '--quiet', '--soft', 'HEAD')
    change()
    repository.git('add', '--all')
    repository.write(locker, repository.git('show', `HEAD:${locker}`))
    expect((await cli('check')).code).toBe(0)
    const { code, stdout, stderr } = await cli('check --staged')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^generated\/ir\.json +stale/m)
    expect(stderr).toContain('not up to date (`codegen run`, then `git add generated`, mends that).')
  })

  it('finds that generated files are not staged', async () => {
    edit(locker, 'site_code', 'site_name')
    await cli('run')
    repository.git('add', 'docs')
    expect((await cli('check')).code).toBe(0)
    expect((await cli('check --staged')).code).toBe(1)
    repository.git('add', 'generated')
    expect((await cli('check --staged')).code).toBe(0)
  })

  it('gives the same from what it kept', async () => {
    for (const code of [0, 0]) expect((await cli('check --staged')).code).toBe(code)
    repository.remove(locker)
    expect((await cli('check --staged')).code).toBe(0)
    repository.git('add', '--all')
    for (const code of [1, 1]) expect((await cli('check --staged')).code).toBe(code)
  })

  it('takes generated files that git ignores from disk', async () => {
    repository.git('rm', '--quiet', '--cached', '-r', 'generated')
    repository.write('.gitignore', 'generated/\n')
    repository.git('add', '--all')
    expect((await cli('check --staged')).code).toBe(0)
  })

  it('is refused outside of repositories, and together with an update of the baseline', async () => {
    const outside = await callCli(['check', '--staged', repository.folder], { cwd: '/' })
    expect(outside).toMatchObject({ code: 2, stdout: '' })
    expect(outside.stderr).toBe('`--staged` looks into a git repository, and this folder is in none.\n')
    expect(await cli('check --staged --update-baseline')).toMatchObject({ code: 2, stdout: '' })
    const { stdout } = await callCli(['check', '--staged', '--json', repository.folder], { cwd: '/' })
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, exitCode: 2, error: expect.stringContaining('--staged') })
  })
})

describe('in a hook', () => {
  const entry = join(import.meta.dirname, '../../dist/cli.js')
  const hook = `#!/bin/sh\nexec '${process.execPath}' '${entry}' check --staged --no-cache\n`
  const commit = (...args: readonly string[]): (() => string) => {
    return () => repository.git('commit', '--quiet', '--message=change', ...args)
  }
  beforeEach(() => {
    repository.write('.git/hooks/pre-commit', hook)
    chmodSync(join(repository.folder, '.git/hooks/pre-commit'), 0o755)
  })

  it('judges the index that git makes for this commit alone', () => {
    edit(locker, 'site_code', 'site_name')
    expect(commit('--all')).toThrow(/generated\/ir\.json +stale/)
    repository.write('README.md', 'Another file.\n')
    repository.git('add', '--all')
    expect(commit()).toThrow(/generated\/ir\.json +stale/)
    expect(commit('README.md')).not.toThrow()
    expect(repository.git('status', '--porcelain')).toBe(`M  ${locker}\n`)
  })

  it('judges the worktree that is committed in', () => {
    const tree = join(repository.folder, 'tree')
    repository.git('worktree', 'add', '--quiet', tree)
    const inTree = (...args: readonly string[]): string => repository.git('-C', tree, ...args)
    repository.git('-C', tree, 'rm', '--quiet', locker)
    expect(() => inTree('commit', '--quiet', '--message=change')).toThrow(/generated\/ir\.json +stale/)
    inTree('reset', '--quiet', '--hard')
    repository.write('tree/README.md', 'Another file.\n')
    inTree('add', '--all')
    expect(() => inTree('commit', '--quiet', '--message=change')).not.toThrow()
  })
})

describe('run --exit-code', () => {
  it('names what it changed, created and removed, and nothing where nothing is to be done', async () => {
    expect(await cli('run --exit-code')).toMatchObject({ code: 0, stderr: '' })
    repository.git('rm', '--quiet', ...label)
    const { code, stderr } = await cli('run --exit-code')
    expect(code).toBe(1)
    const files = /^Review and `git add` these files:\n((?: {2}.*\n)*)$/m.exec(stderr)?.[1]?.trim().split(/\n +/)
    const changed = repository.git('status', '--porcelain', 'generated').trim().split('\n')
    expect(files).toEqual(changed.map((line) => line.trim().replace(/^\S+ /, '')).sort())
    expect(changed).toContain(' D generated/models/shared/legacy-label.ts')
    expect((await cli('run --exit-code')).code).toBe(0)
  })

  it('with --staged stays at 1 until all that was generated is staged, removed files too', async () => {
    repository.git('rm', '--quiet', ...label)
    for (let count = 0; count < 2; count += 1) {
      const { code, stdout } = await cli('run --staged --exit-code --json')
      expect(code).toBe(1)
      expect(JSON.parse(stdout).review).toEqual(
        expect.arrayContaining(['generated/models/shared/legacy-label.ts', 'generated/ir.json']),
      )
    }
    repository.git('add', 'generated')
    expect((await cli('run --staged --exit-code')).code).toBe(0)
  })

  it('with --staged generates from the staged docs, not from those on disk', async () => {
    edit(locker, 'site_code', 'site_name')
    expect(await cli('run --staged --exit-code')).toMatchObject({ code: 0, stderr: '' })
    expect(repository.git('status', '--porcelain')).toBe(` M ${locker}\n`)
  })
})

it('names twenty files, and counts the others', () => {
  const files = Array.from({ length: 23 }, (_, index) => `generated/${index}.ts`)
  const lines = reviewLines(files, 'generated').split('\n')
  expect(lines.slice(19)).toEqual(['  generated/18.ts', '  generated/19.ts', '  and 3 more in generated', ''])
})
