// Knows what a run as a whole reports and writes, in memory.

import { describe, expect, it } from 'vitest'
import { resolveOptions } from '../../src/config/resolve.js'
import type { Report, RunSettings } from '../../src/pipeline/report.js'
import { run } from '../../src/pipeline/run.js'
import { memoryHost, type MemoryHost } from '../support/memory-host.js'

function page(name: string, type: string): string {
  return `# ${name}

A thing.


## Fields

| Field              | Type               | Required           | Description        |
| ------------------ | ------------------ | ------------------ | ------------------ |
| \`name\`             | ${type.padEnd(18)} | :heavy_check_mark: | Its name.          |
`
}

const docs = {
  '/w/docs/one/models/pet.md': page('Pet', '*str*'),
  '/w/docs/one/models/owner.md': page('Owner', '*Optional[str]*'),
  '/w/docs/two/models/pet.md': page('Pet', '*::String*'),
  '/w/docs/two/models/owner.md': page('Owner', '*T.nilable(::String)*'),
}

function start(host: MemoryHost, settings: Partial<RunSettings> = {}, out = 'generated'): Promise<Report> {
  const options = resolveOptions({
    cwd: '/w',
    base: '/w',
    folders: ['docs/one', 'docs/two'],
    flags: { out },
    config: {},
  })
  return run(options, host, { mode: 'write', patience: 0, ...settings })
}

const outputs = (host: MemoryHost): string[] => [...host.files.keys()].filter((path) => !path.startsWith('/w/docs/'))
const errors = (report: Report): string[] =>
  report.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)

describe('run', () => {
  it('writes the model, types, validators and diffs, and a second time nothing', async () => {
    const host = memoryHost({ files: docs })
    const first = await start(host)
    expect(errors(first)).toEqual([])
    expect(outputs(host)).toEqual(
      expect.arrayContaining(['/w/generated/index.ts', '/w/generated/ir.json', '/w/generated/drift/summary.md']),
    )
    host.log.length = 0
    const second = await start(host)
    expect(second.written).toBe(false)
    expect(host.log).toEqual([])
  })

  it('tells nothing more of the docs where they are to be forgotten, and otherwise the same', async () => {
    const [held, forgotten] = await Promise.all(
      [false, true].map((forgetsDocs) => start(memoryHost({ files: docs }), { forgetsDocs })),
    )
    const { recovered, timings: _, ...told } = held ?? {}
    const { timings: __, ...rest } = forgotten ?? {}
    expect(recovered?.explain('Pet')).toBeDefined()
    expect(rest).toEqual(told)
  })

  it('touches nothing in mode check', async () => {
    const host = memoryHost({ files: docs })
    const report = await start(host, { mode: 'check' })
    expect(host.log).toEqual([])
    expect(report.plan?.entries.every(({ action }) => action === 'create')).toBe(true)
  })

  it('gives the same bytes whatever the order of listings', async () => {
    const [forth, back] = [memoryHost({ files: docs }), memoryHost({ files: docs, reversed: true })]
    await start(forth)
    await start(back)
    const texts = (host: MemoryHost): readonly (readonly [string, string | undefined])[] =>
      outputs(host)
        .sort()
        .map((path) => [path, host.text(path)])
    expect(texts(back)).toEqual(texts(forth))
  })

  it('writes nothing where a document has an error, and with allowPartial what could be read, deleting nothing', async () => {
    const host = memoryHost({ files: docs })
    await start(host)
    const before = outputs(host)
    host.put('/w/docs/one/models/pet.md', 'a\0b')
    host.put('/w/docs/two/models/pet.md', 'a\0b')
    host.log.length = 0
    const refused = await start(host)
    expect(errors(refused)).toContain('CG101')
    expect(refused.plan).toBeUndefined()
    expect(host.log).toEqual([])
    const partial = await start(host, { allowPartial: true })
    expect(errors(partial)).toContain('CG101')
    expect(partial.written).toBe(true)
    expect(outputs(host).sort()).toEqual(before.sort())
  })

  it('asks before it takes a half-checked-out repository for a smaller API, also in check (CG611)', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`/w/docs/one/models/m${index}.md`, page(`Model${index}`, '*str*')]),
    )
    const host = memoryHost({ files: { ...docs, ...many } })
    await start(host)
    for (const path of [...Object.keys(many), '/w/docs/one/models/owner.md']) host.files.delete(path)
    const before = new Map(host.files)
    for (const mode of ['write', 'check'] as const) {
      const asked = await start(host, { mode })
      expect(errors(asked)).toEqual(['CG611'])
      expect(asked.plan).toBeUndefined()
    }
    expect(errors(await start(host, { allowPartial: true }))).toEqual(['CG611'])
    expect(host.files).toEqual(before)
    expect(errors(await start(host, { allowLoss: true }))).toEqual([])
    expect(errors(await start(host, { mode: 'check' }))).toEqual([])
    expect(host.files.size).toBeLessThan(before.size)
  })

  it.each([
    { out: '.', settings: {} },
    { out: 'docs', settings: {} },
    { out: 'docs/one', settings: { allowPartial: true, force: true } },
  ])('refuses the output folder $out (CG607)', async ({ out, settings }) => {
    const host = memoryHost({ files: docs })
    const report = await start(host, settings, out)
    expect(errors(report)).toEqual(['CG607'])
    expect(host.log).toEqual([])
  })

  it('rejects with the reason of the signal, and writes nothing', async () => {
    const controller = new AbortController()
    const host = memoryHost({ files: docs })
    const onProgress = (): void => controller.abort(new Error('enough'))
    await expect(start(host, { signal: controller.signal, onProgress })).rejects.toThrow('enough')
    expect(host.log).toEqual([])
  })

  it('tells how long each stage took', async () => {
    const report = await start(memoryHost({ files: docs }))
    expect(report.timings.map(({ stage }) => stage)).toEqual(['read', 'judge', 'emit', 'write'])
  })
})
