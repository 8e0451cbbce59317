// Knows what the real file system does to files that are replaced, listed and created.

import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'

const host = createNodeHost()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-host-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('write', () => {
  it('makes the folders, replaces the file, and leaves nothing beside it', async () => {
    await host.write(join(folder, 'a/b/c.ts'), bytes('one'))
    await host.write(join(folder, 'a/b/c.ts'), bytes('two'))
    expect(await readFile(join(folder, 'a/b/c.ts'), 'utf8')).toBe('two')
    expect(await readdir(join(folder, 'a/b'))).toEqual(['c.ts'])
  })

  it('leaves nothing behind where the file cannot be put in place', async () => {
    await mkdir(join(folder, 'taken/full'), { recursive: true })
    await expect(host.write(join(folder, 'taken'), bytes('x'))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(await readdir(folder)).toEqual(['taken'])
  })

  it('says so where a file stands in place of the folder', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(host.write(join(folder, 'file/x.ts'), bytes('x'))).rejects.toThrow(/ENOTDIR|EEXIST/)
  })

  it('takes many writes to one file at once for one of them', async () => {
    const texts = Array.from({ length: 200 }, (_, index) => `${index}`.repeat(1000))
    await Promise.all(texts.map((text) => host.write(join(folder, 'same'), bytes(text))))
    expect(texts).toContain(await readFile(join(folder, 'same'), 'utf8'))
    expect(await readdir(folder)).toEqual(['same'])
  })
})

describe('list', () => {
  it('gives all files with / between parts, and follows no link', async () => {
    await host.write(join(folder, 'in/deep/a.md'), bytes(''))
    await host.write(join(folder, 'in/b.md'), bytes(''))
    await host.write(join(folder, 'out/secret.md'), bytes(''))
    await symlink(join(folder, 'out'), join(folder, 'in/link'))
    await symlink(join(folder, 'out/secret.md'), join(folder, 'in/link.md'))
    await symlink(join(folder, 'in'), join(folder, 'in/deep/loop'))
    expect([...(await host.list(join(folder, 'in')))].sort()).toEqual(['b.md', 'deep/a.md'])
  })

  it('rejects where there is no folder', async () => {
    await expect(host.list(join(folder, 'none'))).rejects.toThrow('ENOENT')
  })
})

describe('stat', () => {
  it('tells files, folders and links apart, and has nothing to say of what is not there', async () => {
    await writeFile(join(folder, 'file'), 'abc')
    await symlink(join(folder, 'nowhere'), join(folder, 'link'))
    expect(await host.stat(join(folder, 'file'))).toEqual({ kind: 'file', size: 3 })
    expect((await host.stat(folder))?.kind).toBe('folder')
    expect((await host.stat(join(folder, 'link')))?.kind).toBe('link')
    expect(await host.stat(join(folder, 'none'))).toBeUndefined()
    expect(await host.stat(join(folder, 'file/below'))).toBeUndefined()
  })
})

describe('create', () => {
  it('lets only one of many have the file', async () => {
    const path = join(folder, 'new/lock')
    const got = await Promise.all(Array.from({ length: 50 }, (_, index) => host.create(path, `${index}`)))
    expect(got.filter(Boolean)).toHaveLength(1)
    expect(await readFile(path, 'utf8')).toBe(`${got.indexOf(true)}`)
  })
})

describe('remove', () => {
  it('takes no notice of what is not there', async () => {
    await writeFile(join(folder, 'file'), '')
    await host.remove(join(folder, 'file'))
    await host.remove(join(folder, 'file'))
    expect(await readdir(folder)).toEqual([])
  })
})

describe('runs', () => {
  it.each([
    { what: 'this process', pid: process.pid, expected: true },
    { what: 'a process that cannot be', pid: 2 ** 30, expected: false },
  ])('$what: $expected', ({ pid, expected }) => expect(host.runs(pid)).toBe(expected))
})
