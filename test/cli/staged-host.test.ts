// Knows that a staged host shows the commit that is about to be made, and beside it the disk.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { openStagedHost, type StagedHost } from '../../src/cli/staged-host.js'
import { createRepository, type ScratchRepository } from '../support/scratch-repository.js'

let repository: ScratchRepository
const opened: StagedHost[] = []
beforeEach(() => {
  repository = createRepository({
    'docs/same.md': 'same',
    'docs/changed.md': 'before',
    'docs/partly.md': 'before',
    'docs/gone.md': 'gone',
    'docs/kept.md': 'kept',
    '.gitignore': 'clone/\nbuild/\n',
  })
  repository.write('docs/changed.md', 'unstaged')
  repository.write('docs/partly.md', 'staged')
  repository.write('docs/new.md', 'new')
  repository.git('add', 'docs/partly.md', 'docs/new.md')
  repository.git('rm', '--quiet', '--cached', 'docs/kept.md')
  repository.write('docs/partly.md', 'unstaged')
  repository.remove('docs/gone.md')
  repository.write('docs/untracked.md', 'untracked')
  repository.write('clone/ignored.md', 'ignored')
})
afterEach(() => {
  for (const { close } of opened.splice(0)) close()
  repository.dispose()
})

async function open(asOnDisk?: string): Promise<StagedHost['host']> {
  const request = { folder: join(repository.folder, 'docs'), asOnDisk: asOnDisk && join(repository.folder, asOnDisk) }
  const staged = await openStagedHost(createNodeHost(), request)
  if (staged === undefined) throw new Error('there is no repository')
  opened.push(staged)
  return staged.host
}
const at = (path: string): string => join(repository.folder, path)

describe('a staged host', () => {
  it('lists and reads the files of the index, whatever the disk has', async () => {
    const host = await open()
    const names = [...(await host.list(at('docs')))].sort()
    const texts = await Promise.all(names.map(async (name) => [name, await text(host.read(at(`docs/${name}`)))]))
    expect(Object.fromEntries(texts)).toEqual({
      'changed.md': 'before',
      'gone.md': 'gone',
      'new.md': 'new',
      'partly.md': 'staged',
      'same.md': 'same',
    })
  })

  it.each([
    ['docs', { kind: 'folder', size: 0 }],
    ['', { kind: 'folder', size: 0 }],
    ['docs/gone.md', { kind: 'file', size: 4 }],
    ['docs/changed.md', { kind: 'file', size: 6 }],
    ['docs/untracked.md', undefined],
    ['docs/kept.md', undefined],
    ['docs/absent.md', undefined],
    ['clone/ignored.md', { kind: 'file', size: 7 }],
  ])('stat of %j', async (path, stat) => {
    expect(await (await open()).stat(at(path))).toEqual(stat)
  })

  it('refuses to read what is not staged', async () => {
    const host = await open()
    await expect(host.read(at('docs/untracked.md'))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(host.read(at('docs'))).rejects.toMatchObject({ code: 'EISDIR' })
  })

  it('sees a folder whose files are all deleted on disk, and one whose files are all untracked', async () => {
    repository.write('fresh/a.md', 'a')
    repository.remove('docs')
    mkdirSync(at('docs'))
    expect(await (await open()).list(at('docs'))).toHaveLength(5)
    repository.remove('docs')
    mkdirSync(at('docs'))
    const host = await open()
    repository.remove('docs')
    expect(await host.list(at('docs'))).toHaveLength(5)
    expect(await host.list(at('fresh'))).toEqual([])
  })

  it('sees other repositories, ignored files and what lies outside as on disk', async () => {
    const host = await open()
    const other = createRepository({ 'a.md': 'committed' })
    other.write('a.md', 'on disk')
    expect(await text(host.read(join(other.folder, 'a.md')))).toBe('on disk')
    other.dispose()
    mkdirSync(at('nested/.git'), { recursive: true })
    repository.write('nested/a.md', 'nested')
    expect(await host.list(at('clone'))).toEqual(['ignored.md'])
    expect(await text(host.read(at('nested/a.md')))).toBe('nested')
  })

  it('sees a folder as on disk where that is asked for', async () => {
    const host = await open('docs')
    expect(await text(host.read(at('docs/changed.md')))).toBe('unstaged')
    expect(await host.list(at('docs'))).toContain('untracked.md')
  })

  it('has stamps that change with what is staged, and with nothing else', async () => {
    const paths = ['docs/changed.md', 'docs/same.md', 'docs/untracked.md', 'docs', '.git/HEAD'].map(at)
    const before = await (await open()).stamps(paths)
    repository.write('docs/changed.md', 'again')
    repository.write('docs/same.md', 'other')
    repository.git('add', 'docs/same.md')
    const after = await (await open()).stamps(paths)
    expect(after.map((stamp, index) => stamp === before[index]).slice(0, 4)).toEqual([true, false, true, true])
    expect(before.slice(2, 4)).toEqual(['', 'folder'])
  })

  it('there is none outside of repositories', async () => {
    expect(await openStagedHost(createNodeHost(), { folder: '/' })).toBeUndefined()
  })
})

async function text(bytes: Promise<Uint8Array>): Promise<string> {
  return new TextDecoder().decode(await bytes)
}
