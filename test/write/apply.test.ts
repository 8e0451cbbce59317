// Knows that nothing has changed where writing cannot be finished, and that what killed runs have left goes away.

import { describe, expect, it } from 'vitest'
import type { EmittedFile } from '../../src/text/file.js'
import { writeOutput, type WriteRequest, type WriteResult } from '../../src/write/write-output.js'
import { memoryHost, systemError, type HostCall, type MemoryHost } from '../support/memory-host.js'

const write = (host: MemoryHost, texts: object, more: Partial<WriteRequest> = {}): Promise<WriteResult> =>
  writeOutput({
    files: Object.entries(texts).map(([path, text]): EmittedFile => ({ path, text: String(text) })),
    host,
    formatter: { key: 'k', layout: {}, format: async (_, text) => text },
    out: '/w/out',
    label: 'out',
    force: false,
    keepsObsolete: false,
    allowPartial: false,
    models: new Map([['a', 3]]),
    patience: 0,
    ...more,
  })
const codes = ({ diagnostics }: WriteResult): string[] => diagnostics.map(({ code }) => code)
const manifest = '/w/out/.codegen-manifest.json'
const dead = '{"pid":8,"machine":"memory","started":"2025-01-01T00:00:00.000Z"}'

const old = { 'index.ts': 'old', 'models/a.ts': 'old a', 'gone/b.ts': 'old b' }
const next = { 'index.ts': 'new', 'models/a.ts': 'new a', 'models/c.ts': 'new c' }

type IsFailing = (call: HostCall, path: string) => boolean

/** A folder with the old files, and a host whose calls can be let fail from then on. */
async function scene(): Promise<{ host: MemoryHost; fail: (isFailing: IsFailing) => void }> {
  let isFailing: IsFailing = () => false
  const host = memoryHost({
    fault: (call, path) => (isFailing(call, path) ? systemError('ENOSPC', 'no space left') : undefined),
  })
  await write(host, old)
  host.log.length = 0
  return {
    host,
    fail: (next) => {
      isFailing = next
    },
  }
}

describe('where a file cannot be written beside its place', () => {
  it.each([
    ['the first', 'index.ts'],
    ['the last', 'models/c.ts'],
    ['the note', '.codegen-manifest.json'],
    ['one in a folder from which a file is deleted', 'gone/b.ts'],
  ])('nothing has changed: %s', async (_, path) => {
    const { host, fail } = await scene()
    const before = new Map(host.files)
    fail((call, at) => call === 'stage' && at === `/w/out/${path}`)
    expect(new Set(codes(await write(host, next)))).toEqual(new Set(['CG605']))
    expect(host.files).toEqual(before)
    fail(() => false)
    expect(codes(await write(host, next))).toEqual([])
  })
})

describe('an interrupted run', () => {
  const interrupted = async (at: HostCall): Promise<{ host: MemoryHost; before: Map<string, Uint8Array> }> => {
    const { host, fail } = await scene()
    const before = new Map(host.files)
    const controller = new AbortController()
    fail((call, path) => {
      if (call === at && path.endsWith('models/a.ts')) controller.abort(new Error('interrupted'))
      return false
    })
    await expect(write(host, next, { signal: controller.signal })).rejects.toThrow('interrupted')
    return { host, before }
  }

  it('undoes what it has not put in place', async () => {
    const { host, before } = await interrupted('stage')
    expect(host.files).toEqual(before)
  })

  it('finishes what it has begun to put in place', async () => {
    const { host } = await interrupted('write')
    const clean = memoryHost()
    await write(clean, next)
    expect(new Map([...host.files].sort())).toEqual(new Map([...clean.files].sort()))
  })
})

describe('what a killed run has left', () => {
  it.each([
    ['nothing else to do', old],
    ['more to do', next],
  ])('goes away with %s', async (_, texts) => {
    const { host } = await scene()
    host.put('/w/out/.codegen-lock', dead)
    host.put('/w/out/models/.codegen-12345678-8-ab.tmp', 'half')
    expect(codes(await write(host, texts))).toEqual([])
    expect([...host.files.keys()].filter((path) => /lock|tmp/.test(path))).toEqual([])
  })

  it('goes away where only the last note was missing', async () => {
    const { host } = await scene()
    const text = host.text(manifest) ?? ''
    host.put(manifest, text.replace('\n}\n', `,\n  "pending": { "x.ts": "${'0'.repeat(64)}" }\n}\n`))
    host.put('/w/out/.codegen-12345678-8-ab.tmp', 'half')
    await write(host, old)
    expect(host.text(manifest)).toBe(text)
    expect([...host.files.keys()].filter((path) => path.endsWith('.tmp'))).toEqual([])
  })

  it.each(['', '\0\0\0'])('after a power cut, an empty file (%o), is written anew', async (text) => {
    const { host } = await scene()
    host.put('/w/out/index.ts', text)
    expect(codes(await write(host, old))).toEqual([])
    expect(host.text('/w/out/index.ts')).toBe('old')
  })

  it('an empty file of someone else is left alone', async () => {
    const host = memoryHost({ files: { '/w/out/index.ts': '' } })
    expect(codes(await write(host, old))).toEqual(['CG604'])
  })
})

describe('the number of models', () => {
  it('is noted once by a version that counts, and then nothing is written', async () => {
    const { host } = await scene()
    const text = host.text(manifest) ?? ''
    host.put(manifest, text.replace(/ {2}"models": \{[^}]*\},\n/, ''))
    await write(host, old)
    expect(host.text(manifest)).toBe(text)
    host.log.length = 0
    await write(host, old)
    expect(host.log).toEqual([])
  })

  it('stays where not everything could be read', async () => {
    const { host } = await scene()
    const text = host.text(manifest)
    await write(host, old, { models: new Map([['a', 1]]), keepsObsolete: true })
    expect(host.text(manifest)).toBe(text)
  })
})

it('an edited file is told with the place and both texts', async () => {
  const { host } = await scene()
  host.put('/w/out/models/a.ts', 'mine')
  const [told] = (await write(host, next)).diagnostics
  expect(told?.code).toBe('CG601')
  expect(told?.span?.file).toBe('out/models/a.ts')
  expect(told?.excerpt).toBe('1 | - new a\n  | + mine')
})

describe('what cannot be looked at', () => {
  it.each([
    ['a file that is no longer wanted', 'gone/b.ts', 'stat'],
    ['a file that is no longer wanted', 'gone/b.ts', 'read'],
    ['the manifest', '.codegen-manifest.json', 'stat'],
    ['the manifest', '.codegen-manifest.json', 'read'],
  ])('is not forgotten, not even in part: %s (%s, %s)', async (_, path, failing) => {
    const { host, fail } = await scene()
    const before = new Map(host.files)
    fail((call, at) => call === failing && at === `/w/out/${path}`)
    const wanted = { 'index.ts': 'old', 'models/a.ts': 'old a' }
    expect(codes(await write(host, wanted))).toEqual(['CG605'])
    expect(host.files).toEqual(before)
    fail(() => false)
    await write(host, wanted)
    expect(host.text('/w/out/gone/b.ts')).toBeUndefined()
  })
})

describe('another run that writes while this one looks', () => {
  const third = { 'index.ts': 'third', 'models/a.ts': 'third a' }

  it('is not taken for someone who edits files', async () => {
    const { host, fail } = await scene()
    const other = memoryHost()
    await write(other, next)
    fail((call, path) => {
      if (call === 'read' && path === '/w/out/index.ts' && host.text(path) === 'old')
        for (const [at, bytes] of other.files) host.files.set(at, bytes)
      return false
    })
    expect(codes(await write(host, third))).toEqual([])
  })

  it('may delete a file that was there a moment ago', async () => {
    const { host, fail } = await scene()
    fail((call, path) => {
      if (call === 'read' && path === '/w/out/gone/b.ts') host.files.delete(path)
      return false
    })
    expect(codes(await write(host, third))).toEqual([])
  })
})
