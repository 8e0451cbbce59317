// Knows that git is asked for just what was meant, whatever files are called and whoever calls.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askGit, listIndex, listTree, openObjects, repositoryOf, resolveRevision } from '../../src/cli/git.js'
import { createRepository, type ScratchRepository } from '../support/scratch-repository.js'

const hostile = '-o; $(touch x) "ü`\ty\n.md'
let repository: ScratchRepository
beforeEach(() => {
  repository = createRepository({ 'docs/a.md': 'one\n', [hostile]: 'odd', 'empty.md': '' })
})
afterEach(() => repository.dispose())

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const here = (): { folder: string } => ({ folder: repository.folder })

describe('entries', () => {
  it('of the index and of a commit have their paths as they are', async () => {
    const paths = [hostile, 'docs/a.md', 'empty.md']
    expect((await listIndex(here())).map(({ path }) => path)).toEqual(paths)
    const head = (await resolveRevision('HEAD', here())) ?? ''
    expect((await listTree(head, here())).map(({ path }) => path)).toEqual(paths)
  })

  it('tell links and modules from files', async () => {
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`)
    const link = repository.git('hash-object', '-w', 'docs/a.md').trim()
    repository.git('update-index', '--add', '--cacheinfo', `120000,${link},link`)
    const kinds = new Map((await listIndex(here())).map(({ path, kind }) => [path, kind]))
    expect([kinds.get('module'), kinds.get('link'), kinds.get('docs/a.md')]).toEqual(['module', 'link', 'file'])
  })
})

describe('contents', () => {
  it('come in the order asked for, each as it was, however large', async () => {
    const large = 'äö'.repeat(200_000)
    repository.write('large.md', large)
    repository.git('add', 'large.md')
    const objects = openObjects(here())
    const names = ['HEAD:docs/a.md', ':large.md', 'HEAD:empty.md', 'HEAD:docs/a.md']
    expect((await Promise.all(names.map(objects.read))).map(text)).toEqual(['one\n', large, '', 'one\n'])
    objects.close()
    expect(text(await objects.read('HEAD:docs/a.md'))).toBe('one\n')
    objects.close()
  })

  it('that are not there are refused, and the next ones given', async () => {
    const objects = openObjects(here())
    const results = await Promise.allSettled(['0000', 'HEAD:docs/a.md', 'a\nb'].map(objects.read))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
    expect(results[0]).toMatchObject({ reason: new Error('git has no 0000') })
    objects.close()
  })

  it('are refused where git cannot start or finds no repository', async () => {
    const objects = openObjects({ folder: '/' })
    await expect(objects.read('HEAD')).rejects.toThrow('not a git repository')
    await expect(openObjects({ folder: `${repository.folder}/absent` }).read('HEAD')).rejects.toThrow()
  })
})

describe('revisions', () => {
  it.each(['nothing', '--all', '-h', 'HEAD:absent', ''])('%j is none', async (revision) => {
    expect(await resolveRevision(revision, here())).toBeUndefined()
  })

  it('give the id of a commit, or of what lies in it', async () => {
    expect(await resolveRevision('main', here())).toBe(repository.git('rev-parse', 'HEAD').trim())
    expect(await resolveRevision('main:docs', here())).toBe(repository.git('rev-parse', 'HEAD:docs').trim())
  })
})

describe('the repository', () => {
  it('is that of the folder, and there may be none', async () => {
    expect(await repositoryOf({ folder: `${repository.folder}/docs` })).toBe(repository.folder)
    expect(await repositoryOf({ folder: '/' })).toBeUndefined()
  })

  it('of a hook is the one git names, only where that is asked for', async () => {
    const other = createRepository({ 'b.md': 'two' })
    vi.stubEnv('GIT_INDEX_FILE', `${other.folder}/.git/index`)
    const paths = async (isHook: boolean): Promise<string[]> =>
      (await listIndex({ ...here(), isHook })).map(({ path }) => path)
    expect(await paths(false)).toContain('docs/a.md')
    expect(await paths(true)).toEqual(['b.md'])
    vi.unstubAllEnvs()
    other.dispose()
  })

  it('cannot make git run a program', async () => {
    repository.git('config', 'core.fsmonitor', 'touch ran; false')
    repository.git('config', 'core.pager', 'touch ran')
    await listIndex(here())
    await askGit(['status', '--porcelain'], here())
    expect((await askGit(['status', '--porcelain'], here())).toString()).toBe('')
  })
})

it('a failure is told in the words of git', async () => {
  await expect(askGit(['cat-file', '-p', 'nothing'], here())).rejects.toThrow(/^Not a valid object name nothing$/)
})
