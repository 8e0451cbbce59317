// Knows what ends up on disk, in good times and when a run is cut short, blocked, raced or the disk fails.

import { describe, expect, it } from 'vitest'
import { planOutput, writeOutput, type WriteRequest } from '../../src/write/write-output.js'
import type { Formatter } from '../../src/write/format.js'
import { printManifest } from '../../src/write/manifest.js'
import { memoryHost, systemError, type MemoryHost } from '../support/memory-host.js'

/** A formatter that trims line ends and counts what it is asked for; it refuses texts with `!`. */
function fakeFormatter(asked: string[] = [], key = 'k'): Formatter {
  return {
    key,
    layout: {},
    format: async (path, text) => {
      asked.push(path)
      if (text.includes('!')) throw new Error('unexpected token\nat line 1')
      return path.endsWith('.ts') ? `${text.replace(/\s+/g, ' ').trim()}\n` : text
    },
  }
}

function request(
  host: MemoryHost,
  files: { readonly [path: string]: string },
  more: Partial<WriteRequest> = {},
): WriteRequest {
  return {
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    host,
    formatter: fakeFormatter(),
    out: '/w/generated',
    label: 'generated',
    force: false,
    keepsObsolete: false,
    allowPartial: false,
    models: new Map(),
    patience: 0,
    ...more,
  }
}

const two = { 'index.ts': 'export  *', 'models/a.ts': 'a   b' }
const codes = (diagnostics: readonly { readonly code: string }[]): string[] => diagnostics.map(({ code }) => code)
const actions = (plan: { readonly entries: readonly { readonly path: string; readonly action: string }[] }): string[] =>
  plan.entries.map(({ path, action }) => `${action} ${path}`)
const outputs = (host: MemoryHost): string[] =>
  [...host.files.keys()].filter((path) => path.startsWith('/w/generated/')).sort()

describe('a first run', () => {
  it('writes the laid-out files and the manifest, and leaves nothing else', async () => {
    const host = memoryHost()
    const result = await writeOutput(request(host, two))
    expect(result.diagnostics).toEqual([])
    expect(outputs(host)).toEqual([
      '/w/generated/.codegen-manifest.json',
      '/w/generated/index.ts',
      '/w/generated/models/a.ts',
    ])
    expect(host.text('/w/generated/models/a.ts')).toBe('a b\n')
  })

  it('notes what it is about to write before, and what it wrote after, all under the lock', async () => {
    const host = memoryHost()
    await writeOutput(request(host, { 'index.ts': 'x' }))
    expect(host.log).toEqual([
      'create /w/generated/.codegen-lock',
      'write /w/generated/.codegen-manifest.json',
      'write /w/generated/index.ts',
      'write /w/generated/.codegen-manifest.json',
      'remove /w/generated/.codegen-lock',
    ])
  })
})

describe('a second run', () => {
  it('touches nothing, takes no lock and lays nothing out', async () => {
    const host = memoryHost()
    await writeOutput(request(host, two))
    host.log.length = 0
    const asked: string[] = []
    const result = await writeOutput(request(host, two, { formatter: fakeFormatter(asked) }))
    expect(host.log).toEqual([])
    expect(asked).toEqual([])
    expect(result.written).toBe(false)
    expect(actions(result.plan)).toEqual(['unchanged index.ts', 'unchanged models/a.ts'])
  })

  it('lays out and writes only what changed', async () => {
    const host = memoryHost()
    await writeOutput(request(host, two))
    host.log.length = 0
    const asked: string[] = []
    await writeOutput(request(host, { ...two, 'models/a.ts': 'a  c' }, { formatter: fakeFormatter(asked) }))
    expect(asked).toEqual(['models/a.ts'])
    expect(host.log.filter((line) => line.endsWith('.ts'))).toEqual(['write /w/generated/models/a.ts'])
    expect(host.text('/w/generated/models/a.ts')).toBe('a c\n')
  })

  it('lays everything out again when the settings of the layout changed', async () => {
    const host = memoryHost()
    await writeOutput(request(host, two))
    const asked: string[] = []
    await writeOutput(request(host, two, { formatter: fakeFormatter(asked, 'other') }))
    expect(asked).toEqual(['index.ts', 'models/a.ts'])
  })

  it('deletes what is no longer wanted, and keeps the files of others', async () => {
    const host = memoryHost({ files: { '/w/generated/mine.ts': 'mine' } })
    await writeOutput(request(host, two))
    const result = await writeOutput(request(host, { 'index.ts': 'export  *' }))
    expect(actions(result.plan)).toEqual(['unchanged index.ts', 'delete models/a.ts'])
    expect(outputs(host)).toEqual([
      '/w/generated/.codegen-manifest.json',
      '/w/generated/index.ts',
      '/w/generated/mine.ts',
    ])
  })

  it('removes the old name first where only the case changed', async () => {
    const host = memoryHost()
    await writeOutput(request(host, { 'models/auth.ts': 'x' }))
    host.log.length = 0
    await writeOutput(request(host, { 'models/Auth.ts': 'x' }))
    expect(host.log.filter((line) => line.endsWith('uth.ts'))).toEqual([
      'remove /w/generated/models/auth.ts',
      'write /w/generated/models/Auth.ts',
    ])
  })

  it('takes a checkout with CRLF for the same text', async () => {
    const host = memoryHost()
    await writeOutput(request(host, two))
    host.put('/w/generated/index.ts', 'export *\r\n')
    host.log.length = 0
    await writeOutput(request(host, two))
    expect(host.log).toEqual([])
  })

  it('takes another layout for the same text, notes it, and then needs no second look', async () => {
    const host = memoryHost()
    await writeOutput(request(host, two))
    host.put('/w/generated/index.ts', 'export\n  *\n')
    const result = await writeOutput(request(host, two))
    expect(result.diagnostics).toEqual([])
    expect(host.text('/w/generated/index.ts')).toBe('export\n  *\n')
    host.log.length = 0
    await writeOutput(request(host, two))
    expect(host.log).toEqual([])
  })
})

describe('files that are not ours to touch', () => {
  it.each([
    { what: 'edited by hand', text: 'export * edited', manifest: true, code: 'CG601' },
    { what: 'of someone else', text: 'foreign', manifest: false, code: 'CG604' },
  ])('a file $what stops everything ($code), and force overwrites it', async ({ text, manifest, code }) => {
    const host = memoryHost()
    if (manifest) await writeOutput(request(host, { 'index.ts': 'export *' }))
    host.put('/w/generated/index.ts', text)
    host.log.length = 0
    const refused = await writeOutput(request(host, two))
    expect(codes(refused.diagnostics)).toEqual([code])
    expect(host.log).toEqual([])
    const forced = await writeOutput(request(host, two, { force: true }))
    expect(forced.diagnostics).toEqual([])
    expect(host.text('/w/generated/index.ts')).toBe('export *\n')
    host.log.length = 0
    await writeOutput(request(host, two))
    expect(host.log).toEqual([])
  })

  it('writes the others where partial output is allowed', async () => {
    const host = memoryHost({ files: { '/w/generated/index.ts': 'foreign' } })
    const result = await writeOutput(request(host, two, { allowPartial: true }))
    expect(codes(result.diagnostics)).toEqual(['CG604'])
    expect(host.text('/w/generated/index.ts')).toBe('foreign')
    expect(host.text('/w/generated/models/a.ts')).toBe('a b\n')
  })

  it.each([
    { what: 'a link in place of a file', links: ['/w/generated/index.ts'] },
    { what: 'a link in place of a folder', links: ['/w/generated/models'] },
    { what: 'a link in place of the output folder', links: ['/w/generated'] },
  ])('never writes through $what, not even by force', async ({ links }) => {
    const host = memoryHost({ links })
    const result = await writeOutput(request(host, two, { force: true }))
    expect(new Set(codes(result.diagnostics))).toEqual(new Set(['CG603']))
    expect(host.log).toEqual([])
  })

  it('says so where a file stands in place of a folder', async () => {
    const host = memoryHost({ files: { '/w/generated/models': 'a file' } })
    const result = await writeOutput(request(host, two))
    expect(result.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'CG605 generated/models/a.ts cannot be written: a file stands where a folder should be',
    ])
  })

  it.each(['../out.ts', '/abs.ts', 'C:/x.ts', 'a\\b.ts', '.codegen-manifest.json'])(
    'refuses the path %s',
    async (path) => {
      const host = memoryHost()
      const result = await writeOutput(request(host, { [path]: 'x', 'index.ts': 'y' }))
      expect(codes(result.diagnostics)).toEqual(['CG603'])
      expect(host.log).toEqual([])
    },
  )

  it('refuses two files that some file system takes for one', async () => {
    const host = memoryHost()
    const result = await writeOutput(request(host, { 'a.ts': 'x', 'A.ts': 'y' }))
    expect(codes(result.diagnostics)).toEqual(['CG602'])
  })

  it('refuses a text that cannot be laid out', async () => {
    const host = memoryHost()
    const result = await writeOutput(request(host, { 'a.ts': 'x !' }))
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'generated/a.ts was not written: it cannot be laid out: unexpected token',
    ])
  })
})

describe('a manifest that cannot be believed', () => {
  it('is rebuilt where every file is as wanted', async () => {
    const host = memoryHost()
    await writeOutput(request(host, two))
    const good = host.text('/w/generated/.codegen-manifest.json')
    host.put('/w/generated/.codegen-manifest.json', '<<<<<<< ours\n')
    const result = await writeOutput(request(host, two))
    expect(result.diagnostics).toEqual([])
    expect(host.text('/w/generated/.codegen-manifest.json')).toBe(good)
  })

  it('never makes a file ours', async () => {
    const host = memoryHost()
    await writeOutput(request(host, two))
    host.put('/w/generated/.codegen-manifest.json', '{')
    const result = await writeOutput(request(host, { ...two, 'index.ts': 'changed' }))
    expect(codes(result.diagnostics)).toEqual(['CG604'])
  })
})

describe('a run that is cut short', () => {
  /** Runs once, then a second time with new texts until the n-th change of the disk fails for good. */
  async function crashAt(n: number): Promise<MemoryHost> {
    let changes = Number.NEGATIVE_INFINITY
    const host = memoryHost({
      running: [],
      fault: (call) => {
        if (call !== 'write' && call !== 'remove' && call !== 'create') return undefined
        changes += 1
        return changes > n ? systemError('EIO', 'i/o error') : undefined
      },
    })
    await writeOutput(request(host, two))
    changes = 0
    await writeOutput(request(host, { 'index.ts': 'new  index', 'models/b.ts': 'new b' }))
    changes = Number.NEGATIVE_INFINITY
    return host
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'after %i changes leaves every file old or new, and the next run completes',
    async (n) => {
      const host = await crashAt(n)
      expect(['export *\n', 'new index\n']).toContain(host.text('/w/generated/index.ts'))
      expect([undefined, 'new b\n']).toContain(host.text('/w/generated/models/b.ts'))
      // The docs change once more, so that no text on disk is a wanted one.
      const result = await writeOutput(request(host, { 'index.ts': 'third', 'models/b.ts': 'third b' }))
      expect(result.diagnostics).toEqual([])
      expect(outputs(host)).toEqual([
        '/w/generated/.codegen-manifest.json',
        '/w/generated/index.ts',
        '/w/generated/models/b.ts',
      ])
    },
  )

  it('removes temporary files that were left over', async () => {
    const host = memoryHost({
      files: { '/w/generated/models/.codegen-9-ab.tmp': 'half', '/w/generated/x.tmp': 'mine' },
    })
    await writeOutput(request(host, two))
    expect(outputs(host).filter((path) => path.endsWith('.tmp'))).toEqual(['/w/generated/x.tmp'])
  })

  it('reports every file that cannot be written, and keeps what is no longer wanted', async () => {
    let failing = false
    const host = memoryHost({
      fault: (call, path) =>
        failing && call === 'write' && path.endsWith('.ts')
          ? systemError('ENOSPC', 'no space left on device')
          : undefined,
    })
    await writeOutput(request(host, { ...two, 'old.ts': 'old' }))
    failing = true
    const result = await writeOutput(request(host, { 'index.ts': '1', 'models/a.ts': '2' }))
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      '/w/generated/index.ts cannot be written: ENOSPC: no space left on device',
      '/w/generated/models/a.ts cannot be written: ENOSPC: no space left on device',
    ])
    expect(host.text('/w/generated/old.ts')).toBe('old\n')
  })

  it('gives up when it is interrupted, releases the lock, and the next run completes', async () => {
    const controller = new AbortController()
    const host = memoryHost({
      fault: (call, path) => {
        if (call === 'write' && path.endsWith('index.ts')) controller.abort(new Error('interrupted'))
        return undefined
      },
    })
    await expect(writeOutput(request(host, two, { signal: controller.signal }))).rejects.toThrow('interrupted')
    expect(outputs(host)).not.toContain('/w/generated/.codegen-lock')
    const result = await writeOutput(request(host, two))
    expect(result.diagnostics).toEqual([])
  })
})

describe('the lock', () => {
  const lock = (pid: number, machine = 'memory'): string =>
    JSON.stringify({ pid, machine, started: '2026-01-01T00:00:00.000Z' })

  it.each([
    { what: 'of a running process', text: lock(7), holder: 'process 7 on memory' },
    { what: 'of another machine', text: lock(8, 'elsewhere'), holder: 'process 8 on elsewhere' },
    { what: 'that cannot be read', text: '', holder: 'a run that cannot be identified' },
  ])('$what is respected', async ({ text, holder }) => {
    const host = memoryHost({ files: { '/w/generated/.codegen-lock': text }, running: [7] })
    const result = await writeOutput(request(host, two))
    expect(codes(result.diagnostics)).toEqual(['CG606'])
    expect(result.diagnostics[0]?.message).toContain(holder)
    expect(host.text('/w/generated/.codegen-lock')).toBe(text)
  })

  it('of a process that is gone is taken over', async () => {
    const host = memoryHost({ files: { '/w/generated/.codegen-lock': lock(8) }, running: [7] })
    const result = await writeOutput(request(host, two))
    expect(result.diagnostics).toEqual([])
    expect(outputs(host)).not.toContain('/w/generated/.codegen-lock')
  })

  it('makes two runs at once come out as one after the other', async () => {
    const host = memoryHost()
    const both = await Promise.all([
      writeOutput(request(host, two, { patience: 5000 })),
      writeOutput(request(host, two, { patience: 5000 })),
    ])
    expect(both.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
    expect(outputs(host)).toHaveLength(3)
  })
})

describe('planOutput', () => {
  it('touches nothing and names everything that is not as wanted', async () => {
    const host = memoryHost()
    await writeOutput(request(host, { ...two, 'old.ts': 'old', 'edited.ts': 'x' }))
    host.put('/w/generated/edited.ts', 'by hand')
    host.log.length = 0
    const plan = await planOutput(
      request(host, { 'index.ts': 'new', 'models/a.ts': 'a b', 'edited.ts': 'x', 'new.ts': 'n' }),
    )
    expect(actions(plan)).toEqual([
      'blocked edited.ts',
      'update index.ts',
      'unchanged models/a.ts',
      'create new.ts',
      'delete old.ts',
    ])
    expect(host.log).toEqual([])
  })

  it('is the same whatever the order of the files', async () => {
    const host = memoryHost()
    const forth = await planOutput(request(host, two))
    const back = await planOutput(request(host, Object.fromEntries(Object.entries(two).toReversed())))
    expect(back).toEqual(forth)
  })
})

it('notes in the manifest the settings of the layout even where there is no file', async () => {
  const host = memoryHost()
  await writeOutput(request(host, {}))
  const expected = printManifest({ format: 'k', files: new Map(), pending: new Map(), models: new Map() })
  expect(host.text('/w/generated/.codegen-manifest.json')).toBe(expected)
})
