// Knows when a kept outcome may stand for a run: only when a run would come to the same.

import { describe, expect, it } from 'vitest'
import { runCached } from '../../src/pipeline/cache.js'
import type { Report } from '../../src/pipeline/report.js'
import { run } from '../../src/pipeline/run.js'
import {
  afterRun,
  docs,
  file,
  isRecalled,
  optionsOf,
  page,
  start,
  texts,
  told,
  usual,
  type Call,
} from '../support/kept-outcome.js'
import { memoryHost, type MemoryHost } from '../support/memory-host.js'

describe('nothing has changed', () => {
  it.each(['check', 'write'] as const)('gives the outcome again, in mode %s, without reading a page', async (mode) => {
    const host = await afterRun()
    const read: string[] = []
    const watched = { ...host, read: (path: string) => (read.push(path), host.read(path)) }
    host.log.length = 0
    const report = await start(watched, { mode })
    expect(isRecalled(report)).toBe(true)
    expect(read).toEqual([file])
    expect(host.log).toEqual([])
    expect(told(report)).toEqual(told(await run(optionsOf({}), host, { mode: 'check' })))
  })

  it('reads pages whose stamp is another, and believes their bytes', async () => {
    const host = await afterRun()
    const later = {
      ...host,
      stamps: async (paths: readonly string[]) =>
        (await host.stamps(paths)).map((stamp) => (stamp.startsWith('file') ? `${stamp} later` : stamp)),
    }
    const read: string[] = []
    const watched = { ...later, read: (path: string) => (read.push(path), host.read(path)) }
    expect(isRecalled(await start(watched))).toBe(true)
    expect(read.length).toBeGreaterThan(4)
  })

  it('reads a page with another stamp once, and keeps the new one', async () => {
    const host = await afterRun()
    const read: string[] = []
    const later = {
      ...host,
      stamps: async (paths: readonly string[]) =>
        (await host.stamps(paths)).map((stamp) => (stamp.startsWith('file') ? `${stamp} later` : stamp)),
      read: (path: string) => (read.push(path), host.read(path)),
    }
    await start(later)
    read.length = 0
    expect(isRecalled(await start(later))).toBe(true)
    expect(read).toEqual([file])
  })

  it('reads the generated files all the same where stamps are not to be trusted', async () => {
    const host = await afterRun()
    const fixed = await host.stamps([...host.files.keys()])
    const paths = [...host.files.keys()]
    host.put('/w/generated/index.ts', 'edited')
    const frozen = {
      ...host,
      stamps: async (asked: readonly string[]) => asked.map((path) => fixed[paths.indexOf(path)] ?? ''),
    }
    expect(isRecalled(await start(frozen, { cache: { ...usual, readsOutputs: true } }))).toBe(false)
  })
})

describe('something has changed', () => {
  it.each<{ what: string; change: (host: MemoryHost) => void; call?: Partial<Call> }>([
    { what: 'a page', change: (host) => host.put('/w/docs/one/models/pet.md', page('Pet', '*int*')) },
    {
      what: 'a page, its length the same',
      change: (host) => host.put('/w/docs/one/models/pet.md', page('Pat', '*str*')),
    },
    { what: 'a page is new', change: (host) => host.put('/w/docs/two/models/toy.md', page('Toy', '*::String*')) },
    { what: 'a page is gone', change: (host) => void host.files.delete('/w/docs/two/models/pet.md') },
    { what: 'a lock file of the generator is new', change: (host) => host.put('/w/docs/two/.speakeasy/gen.lock', 'x') },
    { what: 'a generated file was edited', change: (host) => host.put('/w/generated/index.ts', 'mine') },
    { what: 'a generated file is gone', change: (host) => void host.files.delete('/w/generated/index.ts') },
    { what: 'the manifest is gone', change: (host) => void host.files.delete('/w/generated/.codegen-manifest.json') },
    { what: 'a baseline is new', change: (host) => host.put('/w/codegen.baseline.json', '{}') },
    { what: 'settings of layout are new', change: (host) => host.put('/w/.prettierrc', 'semi: false') },
    { what: 'an option', change: () => {}, call: { config: { responses: true } } },
    { what: 'the build', change: () => {}, call: { cache: { ...usual, tool: 'another build' } } },
    { what: 'the models are asked for', change: () => {}, call: { cache: { ...usual, needsModels: true } } },
    { what: 'the baseline is to be written', change: () => {}, call: { updateBaseline: true } },
  ])('$what: runs, and comes to what a run comes to', async ({ change, call = {} }) => {
    const host = await afterRun()
    change(host)
    const expected = await run(optionsOf(call.config ?? {}), memoryHost({ files: Object.fromEntries(host.files) }), {
      mode: 'check',
      updateBaseline: call.updateBaseline ?? false,
    })
    const report = await start(host, call)
    expect(isRecalled(report)).toBe(false)
    expect(told(report)).toEqual(told(expected))
  })
})

describe('a page has changed, and nothing but its own model by it', () => {
  const changed = '/w/docs/one/models/pet.md'
  const edit = (host: MemoryHost): void =>
    host.put(changed, page('Pet', '*str*').replace('Its name.', 'The name of it.'))
  const isRedone = ({ timings }: Report): boolean => timings.map(({ stage }) => stage).join() === 'look,redo'
  /** The same files without anything kept. */
  const anew = async (host: MemoryHost): Promise<{ report: Report; files: unknown }> => {
    const files = [...host.files].filter(([path]) => !path.startsWith('/cache/'))
    const other = memoryHost({ files: Object.fromEntries(files) })
    const report = await run(optionsOf({}), other, { mode: 'write', patience: 0 })
    return { report, files: texts(other) }
  }

  it('reads the pages of that model, and comes to what a run comes to', async () => {
    const host = await afterRun()
    edit(host)
    const expected = await anew(host)
    const read: string[] = []
    const watched = { ...host, read: (path: string) => (read.push(path), host.read(path)) }
    const report = await start(watched, { mode: 'write' })
    expect(isRedone(report)).toBe(true)
    expect(read.filter((path) => path.endsWith('.md') && path.startsWith('/w/docs')).sort()).toEqual([
      changed,
      changed,
      '/w/docs/two/models/pet.md',
    ])
    expect(told(report)).toEqual(told(expected.report))
    expect(texts(host)).toEqual(expected.files)
    expect(isRecalled(await start(host))).toBe(true)
  })

  it('writes nothing where it only checks, and keeps what it kept', async () => {
    const host = await afterRun()
    edit(host)
    host.log.length = 0
    const report = await start(host)
    expect(isRedone(report)).toBe(true)
    expect(report.plan?.entries.some(({ action }) => action === 'update')).toBe(true)
    expect(host.log).toEqual([])
    expect(isRedone(await start(host))).toBe(true)
  })

  it('does not believe the whole of another run', async () => {
    const host = await afterRun()
    const old = host.text(`${file}.whole`) ?? ''
    host.put('/w/docs/one/models/toy.md', page('Toy', '*str*'))
    await start(host, { mode: 'write' })
    host.put(`${file}.whole`, old)
    edit(host)
    expect(isRedone(await start(host, { mode: 'write' }))).toBe(false)
  })

  it('does not overwrite what was edited by hand while nobody looked', async () => {
    const host = await afterRun()
    const memory = {}
    const cache = { ...usual, memory }
    await start(host, { cache })
    const mine = `${host.text('/w/generated/ir.json')} `
    host.put('/w/generated/ir.json', mine)
    edit(host)
    const report = await start(host, { mode: 'write', cache: { ...cache, only: [changed] } })
    expect(host.text('/w/generated/ir.json')).toBe(mine)
    expect(report.plan?.entries.find(({ path }) => path === 'ir.json')?.action).toBe('blocked')
  })
})

describe('what cannot be told again', () => {
  it('keeps nothing where there is something to do or an error', async () => {
    const stale = memoryHost({ files: docs })
    await runCached(optionsOf({}), stale, { settings: { mode: 'check' }, cache: usual })
    expect(stale.text(file)).toBeUndefined()
    const broken = memoryHost({ files: { ...docs, '/w/docs/one/models/bad.md': '\u0000' } })
    await runCached(optionsOf({}), broken, {
      settings: { mode: 'write', allowPartial: true, patience: 0 },
      cache: usual,
    })
    expect(broken.text(file)).toBeUndefined()
  })
})

describe('an emitter of the configuration', () => {
  class Inherited {
    readonly id = 'mine'
    emit(): [] {
      return []
    }
  }

  it.each([
    ['with a function of its own', { id: 'mine', emit: () => [] }],
    ['with an inherited one', new Inherited()],
  ])('%s keeps the outcome from being kept: what it does may be another each time', async (_, emitter) => {
    const host = memoryHost({ files: docs })
    await start(host, { config: { emitters: [emitter] } })
    expect(host.files.has(file)).toBe(false)
  })
})
