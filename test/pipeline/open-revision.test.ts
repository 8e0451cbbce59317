// Knows that docs are read from a commit as they are from a folder, and that nothing in a repository can lead elsewhere.

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import type { SourceOption } from '../../src/config/options.js'
import { recover, type Recovered } from '../../src/pipeline/recover.js'
import { createRecordingHost } from '../../src/pipeline/recording-host.js'
import { lookAgain } from '../../src/pipeline/sights.js'
import { memoryHost } from '../support/memory-host.js'
import { optionsWith } from '../support/options.js'
import { fixturePages, type Pages } from '../support/recovered.js'
import { createRepository, gitEnvironment, type ScratchRepository } from '../support/scratch-repository.js'

const lock = 'management:\n  docChecksum: 4f2c\n  generationVersion: 2.700.0\n'
const ruby = fixturePages('quickstart/docs/ruby')
const python = fixturePages('quickstart/docs/python')

function below(folder: string, pages: Pages): Pages {
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [`${folder}/${path}`, text]))
}

let repository: ScratchRepository
beforeEach(() => {
  repository = createRepository({ ...below('docs', ruby), '.speakeasy/gen.lock': lock })
  repository.git('tag', 'v1.2.3')
})
afterEach(() => repository.dispose())

/** Reads sources from a folder beside the repository. */
function read(...sources: readonly SourceOption[]): Promise<Recovered> {
  const cwd = join(repository.folder, '../central')
  return recover(optionsWith({ cwd, sources }), createNodeHost())
}

const revision = (changes: Partial<SourceOption> = {}): SourceOption => ({
  git: repository.folder,
  ref: 'v1.2.3',
  path: 'docs',
  ...changes,
})

const told = ({ diagnostics }: Recovered): string[] => diagnostics.map(({ code, message }) => `${code} ${message}`)
const shown = (path: string): string =>
  `${relative(join(repository.folder, '../central'), repository.folder)}@v1.2.3:${path}`

/** Commits a tree of `git mktree` lines below `docs`, and gives the commit. */
function commitTree(entries: readonly (readonly [mode: string, id: string, name: Buffer | string])[]): string {
  const run = (args: readonly string[], input: Buffer): string =>
    execFileSync('git', args, { cwd: repository.folder, input, env: { PATH: process.env['PATH'], ...gitEnvironment } })
      .toString()
      .trim()
  const kinds: { readonly [mode: string]: string } = { '040000': 'tree', '160000': 'commit' }
  const lines = entries.map(([mode, id, name]) =>
    Buffer.concat([Buffer.from(`${mode} ${kinds[mode] ?? 'blob'} ${id}\t`), Buffer.from(name), Buffer.from([0])]),
  )
  const docs = run(['mktree', '-z', '--missing'], Buffer.concat(lines))
  const tree = run(['mktree', '-z'], Buffer.from(`040000 tree ${docs}\tdocs\0`))
  return run(['commit-tree', tree, '-m', 'made by hand'], Buffer.alloc(0))
}

const blob = (path: string): string => repository.git('rev-parse', `HEAD:${path}`).trim()

describe('a revision', () => {
  it('is read as a folder is, whatever is checked out, and its places name it', async () => {
    const before = await read({ path: join(repository.folder, 'docs') }, revision({ variant: 'tagged' }))
    expect(told(before)).toEqual([])
    const [folder, tagged] = before.model.variants
    expect(before.findings).toEqual([])
    expect(tagged).toEqual({ ...folder, id: 'tagged', root: shown('docs') })
    repository.git('rm', '-r', '--quiet', 'docs', '.speakeasy')
    repository.git('commit', '--quiet', '--message=gone')
    const after = await read(revision())
    expect(after.model.variants).toEqual([{ ...folder, id: 'ruby', root: shown('docs') }])
    expect(after.model.models[0]?.sources[0]?.file.slice(0, shown('docs/models/').length)).toBe(shown('docs/models/'))
    expect(after.model.variants[0]?.provenance?.checksum).toBe('4f2c')
  })

  it.each([
    { git: '', path: '.', root: './docs' },
    { git: '', path: './docs/', root: 'docs' },
    { git: 'docs', path: 'models', root: 'models' },
    { git: '.git', path: 'docs', root: 'docs' },
  ])('is of a repository, a folder in it or a bare one: $git $path', async ({ git, path, root }) => {
    const { model, diagnostics } = await read(revision({ git: join(repository.folder, git), path }))
    expect(diagnostics).toEqual([])
    expect(model.variants[0]?.root).toMatch(new RegExp(`@v1\\.2\\.3:${root}$`))
  })

  it.each(['main', 'v1.2.3', 'HEAD', 'main~0', 'refs/tags/v1.2.3', 'v1.2.3^{commit}', 'topic/a'])(
    'may be called %s',
    async (ref) => {
      repository.git('branch', 'topic/a')
      expect(told(await read(revision({ ref })))).toEqual([])
    },
  )

  it('has patches for the repository itself', async () => {
    const { findings, patch } = await read(revision(), { path: join(repository.folder, '../central/none') })
    expect(findings).toEqual([])
    const cwd = join(repository.folder, 'central')
    for (const [path, text] of Object.entries(python)) {
      mkdirSync(join(cwd, 'python', path, '..'), { recursive: true })
      writeFileSync(join(cwd, 'python', path), text)
    }
    const both = await recover(
      optionsWith({ cwd, sources: [revision(), { path: join(cwd, 'python') }] }),
      createNodeHost(),
    )
    const own = both.findings.filter(({ variant, fixable }) => variant === 'ruby' && fixable === true)
    expect(own.length).toBeGreaterThan(0)
    const text = await both.patch(own)
    expect(text).toMatch(/^--- a\/docs\/models\//m)
    writeFileSync(join(repository.folder, 'p.patch'), text)
    repository.git('apply', '--check', 'p.patch')
    expect(await patch([])).toBe('')
  })

  it('of a repository outside gets the pages that it lacks too, where a folder outside gets none', async () => {
    const page = 'docs/models/shared/courier.md'
    const cwd = join(repository.folder, 'central')
    for (const [path, text] of Object.entries(python)) {
      mkdirSync(join(cwd, 'python', path, '..'), { recursive: true })
      writeFileSync(join(cwd, 'python', path), text)
    }
    repository.remove(page)
    repository.git('commit', '--quiet', '--all', '--message=less')
    const added = async (source: SourceOption): Promise<string> => {
      const sources = [source, { path: join(cwd, 'python') }]
      const { findings, patch } = await recover(optionsWith({ cwd, sources }), createNodeHost())
      return patch(findings.filter(({ rule }) => rule === 'missing-model'))
    }
    expect(await added(revision({ ref: 'main' }))).toContain(`+++ b/${page}\n`)
    expect(await added({ path: join(repository.folder, 'docs') })).toBe('')
  })

  it('with CRLF is read as one without', async () => {
    const crlf = Object.fromEntries(Object.entries(ruby).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]))
    for (const [path, text] of Object.entries(below('docs', crlf))) repository.write(path, text)
    repository.git('-c', 'core.autocrlf=false', 'commit', '--quiet', '--all', '--message=crlf')
    const { findings, model, diagnostics } = await read(
      revision({ variant: 'lf' }),
      revision({ ref: 'main', variant: 'crlf' }),
    )
    expect([findings, diagnostics, model.variants.map(({ models }) => models)]).toEqual([[], [], [19, 19]])
  })

  it('gives its documents alone: no links, no submodules', async () => {
    const page = blob('docs/models/shared/locker.md')
    const ref = commitTree([
      ['100644', page, 'locker.md'],
      ['120000', blob('.speakeasy/gen.lock'), 'linked.md'],
      ['160000', '1'.repeat(40), 'module.md'],
      ['100755', page, '-rf; $(touch x).md'],
    ])
    const { model, diagnostics } = await read(revision({ ref }))
    expect(model.variants.map(({ documents }) => documents)).toEqual([2])
    expect(diagnostics.map(({ code }) => code)).toEqual(
      ['CG401', ...model.models.filter(({ kind }) => kind === 'unknown').map(() => 'CG501')].sort(),
    )
  })

  it('does not show a file whose name cannot be told (CG105)', async () => {
    const page = blob('docs/models/shared/locker.md')
    const ref = commitTree([
      ['100644', page, 'locker.md'],
      ['100644', page, Buffer.from([0x62, 0xff, 0x2e, 0x6d, 0x64])],
    ])
    const { diagnostics } = await read(revision({ ref }))
    expect(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ code, span }) => [code, span?.file]),
    ).toEqual([['CG105', expect.stringMatching(/:docs\/b\uFFFD\.md$/)]])
  })
})

it('a run whose revisions have moved on is no run that can be told again', async () => {
  const { host, sights } = createRecordingHost(createNodeHost())
  const cwd = join(repository.folder, '../central')
  await recover(optionsWith({ cwd, sources: [revision({ ref: 'main' })] }), host)
  const seen = async (): Promise<boolean> =>
    (await lookAgain(sights(), createNodeHost(), () => false))?.changed.length === 0
  expect(await seen()).toBe(true)
  repository.git('rm', '-r', '--quiet', 'docs/models')
  expect(await seen()).toBe(true)
  repository.git('commit', '--quiet', '--message=gone')
  expect(await seen()).toBe(false)
})

describe('no revision is', () => {
  test.each<[string, Partial<SourceOption>, RegExp]>([
    ['a flag', { ref: '--upload-pack=touch x' }, /does not begin with "-"$/],
    ['a flag without a value', { ref: '-h' }, /does not begin with "-"$/],
    ['nothing', { ref: '' }, /expected a branch, tag or commit/],
    ['a range', { ref: 'main..v1.2.3' }, /expected a branch, tag or commit/],
    ['a path', { ref: 'main:docs' }, /expected a branch, tag or commit/],
    ['a search', { ref: ':/first' }, /expected a branch, tag or commit/],
    ['two lines', { ref: 'main\nv1.2.3' }, /expected a branch, tag or commit/],
    ['another name', { ref: 'v9' }, /: the repository has no commit "v9"$/],
    ['outside', { path: '../docs' }, /expected a path inside the repository/],
    ['outside by a detour', { path: 'docs/../../x' }, /expected a path inside the repository/],
    ['from the root of the disk', { path: '/etc' }, /expected a path inside the repository/],
    ['a folder that is not there', { path: 'dcos' }, /: there is no folder dcos in "v1\.2\.3"$/],
    ['a file', { path: 'docs/models/shared/locker.md' }, /: not a tree object$/],
    ['in no folder', { git: '/absent/folder' }, /: there is no folder .*absent\/folder$/],
    ['in no repository', { git: '/' }, /: not a git repository/],
  ])('%s (CG110)', async (_, changes, expected) => {
    expect(told(await read(revision(changes)))).toEqual([expect.stringMatching(expected)])
    expect((await read(revision(changes))).diagnostics[0]?.code).toBe('CG110')
  })

  it('empty (CG104)', async () => {
    expect((await read(revision({ ref: commitTree([]) }))).diagnostics.map(({ code }) => code)).toEqual(['CG104'])
  })

  it('fetched, where a partial clone lacks its contents (CG110)', async () => {
    repository.git('config', 'uploadpack.allowFilter', 'true')
    const clone = join(repository.folder, 'partial')
    repository.git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${repository.folder}`, clone)
    const { model, diagnostics } = await read(revision({ git: clone }))
    expect(diagnostics.map(({ code }) => code)).toEqual(['CG110'])
    expect(model.models).toEqual([])
  })

  it('had without git (CG110)', async () => {
    const options = optionsWith({ sources: [{ git: '/r', ref: 'main', path: 'docs' }] })
    const { diagnostics } = await recover(options, memoryHost())
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '../r@main:docs cannot be read: git is not to be had here',
    ])
  })
})

it('a path that leads out of the tree is not followed, wherever it comes from (CG105)', async () => {
  const page = new TextEncoder().encode(ruby['models/shared/locker.md'] ?? '')
  const revisions = {
    prefix: async () => '',
    resolve: async (_: string, name: string) => (name.endsWith('gen.lock') ? undefined : 'id'),
    list: async () => ['models/a.md', '../../etc/b.md', 'c/../../d.md', '/e.md'].map((path) => ({ path, id: path })),
    read: async (_: string, ids: readonly string[]) => ids.map(() => page),
  }
  const host = { ...memoryHost({ files: { '/r/x': '' } }), revisions }
  const options = optionsWith({ sources: [{ git: '/r', ref: 'main', path: 'docs' }] })
  const { model, diagnostics } = await recover(options, host)
  expect(model.variants.map(({ documents }) => documents)).toEqual([1])
  expect(diagnostics.filter(({ code }) => code === 'CG105')).toHaveLength(3)
})
