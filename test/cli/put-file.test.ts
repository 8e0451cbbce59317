// Knows what becomes of a file that is written while the file system fails, and of what others have left.

import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHostOn, createNodeHost } from '../../src/cli/node-host.js'
import { createFile, stageFile, sweep } from '../../src/cli/put-file.js'
import { faults, faultyCalls, nth, type FaultPlan } from '../support/faults.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const none: FaultPlan = () => undefined

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-put-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('writing', () => {
  const calls = ['lstat', 'mkdir', 'open', 'write', 'chmod', 'sync', 'close', 'rename']

  it.each(calls)('leaves the old file, and nothing else, where %s fails', async (failing) => {
    const path = join(folder, 'a.ts')
    await writeFile(path, 'old')
    const plan: FaultPlan = (call) => (call === failing ? 'EIO' : undefined)
    const write = async (): Promise<void> => {
      const staged = await stageFile({ path, bytes: bytes('new'), isLasting: true }, faultyCalls(plan).calls)
      await staged.place()
    }
    await expect(write()).rejects.toThrow(`EIO: ${failing} failed`)
    expect(await readdir(folder)).toEqual(['a.ts'])
    expect(await readFile(path, 'utf8')).toBe('old')
  })

  it('goes on where the disk takes only a part', async () => {
    const path = join(folder, 'a.ts')
    const text = 'text '.repeat(1000)
    await createHostOn(faultyCalls((call) => (call === 'write' ? 'short' : undefined)).calls).write(path, bytes(text))
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('gives up where the disk takes nothing', async () => {
    const real = faultyCalls(none).calls
    const open = async (...values: Parameters<typeof real.open>): ReturnType<typeof real.open> => {
      const file = await real.open(...values)
      return Object.assign(file, { write: async () => ({ bytesWritten: 0, buffer: bytes('') }) })
    }
    const path = join(folder, 'a.ts')
    await expect(stageFile({ path, bytes: bytes('new') }, { ...real, open })).rejects.toThrow('only 0 of 3 bytes')
    expect(await readdir(folder)).toEqual([])
  })

  it('gives up where the disk has less than it took', async () => {
    const real = faultyCalls(none).calls
    const lstat = async (path: string): Promise<object> => Object.assign(await real.lstat(path), { size: 1 })
    const path = join(folder, 'a.ts')
    await expect(
      stageFile({ path, bytes: bytes('new') }, { ...real, lstat: lstat as typeof real.lstat }),
    ).rejects.toThrow('only 1 of 3 bytes')
    expect(await readdir(folder)).toEqual([])
  })

  it.each([0o600, 0o644, 0o755, 0o444])('keeps the permissions %o', async (mode) => {
    const path = join(folder, 'a.ts')
    await writeFile(path, 'old')
    await chmod(path, mode)
    await createNodeHost().write(path, bytes('new'))
    expect((await stat(path)).mode & 0o777).toBe(mode)
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  it('waits for a file handle', async () => {
    const { calls, count } = faultyCalls((call, before) => (call === 'open' && before < 8 ? 'EMFILE' : undefined))
    await createHostOn(calls).write(join(folder, 'a.ts'), bytes('new'))
    expect(count()).toBeGreaterThan(8)
    expect(await readdir(folder)).toEqual(['a.ts'])
  })
})

describe('creating', () => {
  it.each(['EPERM', 'ENOTSUP'])('needs no second name for a file, where there is none (%s)', async (code) => {
    const { calls } = faultyCalls(none)
    const link = async (): Promise<void> => Promise.reject(Object.assign(new Error(code), { code }))
    const path = join(folder, 'lock')
    expect(await createFile({ path, bytes: bytes('one') }, { ...calls, link })).toBe(true)
    expect(await createFile({ path, bytes: bytes('two') }, { ...calls, link })).toBe(false)
    expect(await readFile(path, 'utf8')).toBe('one')
    expect(await readdir(folder)).toEqual(['lock'])
  })

  it('begins anew where someone clears its temporary file away', async () => {
    const { calls } = faultyCalls(none)
    let cleared = 0
    const link: typeof calls.link = async (from, to) => {
      cleared += 1
      if (cleared < 3) await rm(from)
      return calls.link(from, to)
    }
    expect(await createFile({ path: join(folder, 'lock'), bytes: bytes('one') }, { ...calls, link })).toBe(true)
    expect(await readdir(folder)).toEqual(['lock'])
  })

  it.each(faults)('never leaves a part of a file, whichever call fails (%s)', async (fault) => {
    const path = join(folder, 'lock')
    for (let n = 0; ; n += 1) {
      const { calls, count } = faultyCalls(nth(n, fault))
      const created = await createFile({ path, bytes: bytes('whole') }, calls).catch(() => undefined)
      if (created !== undefined) expect(await readFile(path, 'utf8')).toBe('whole')
      const left = await readdir(folder)
      for (const name of left) expect(await readFile(join(folder, name), 'utf8')).toMatch(/^(?:whole)?$/)
      await Promise.all(left.map((name) => rm(join(folder, name))))
      if (count() <= n) break
    }
  })
})

describe('sweeping', () => {
  it('removes what processes of this machine left that are gone, and nothing else', async () => {
    const staged = await stageFile({ path: join(folder, 'a.ts'), bytes: bytes('half') }, faultyCalls(none).calls)
    const [own = ''] = await readdir(folder)
    await staged.drop()
    const gone = own.replace(`-${process.pid}-`, '-99-')
    const kept = [own, own.replace(/^\.codegen-./, '.codegen-x'), 'a.tmp', '.codegen-99-ab.tmp']
    for (const name of [gone, ...kept]) await writeFile(join(folder, name), 'half')
    await sweep(folder, (pid) => pid !== 99, faultyCalls(none).calls)
    expect((await readdir(folder)).sort()).toEqual(kept.sort())
  })

  it('is done where a single file is written', async () => {
    const staged = await stageFile({ path: join(folder, 'a.ts'), bytes: bytes('half') }, faultyCalls(none).calls)
    const [own = ''] = await readdir(folder)
    await staged.drop()
    await writeFile(join(folder, own.replace(`-${process.pid}-`, `-${2 ** 30}-`)), 'half')
    await createNodeHost().write(join(folder, 'a.ts'), bytes('new'))
    expect(await readdir(folder)).toEqual(['a.ts'])
  })
})
