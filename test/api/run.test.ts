// Knows what a program that asks for a run is given, and that a file system of one's own is easy to write.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { run, type Config, type Host, type Report } from '../../src/index.js'
import { fixturePages } from '../support/recovered.js'

/** A whole file system: nothing more is needed. */
function hostOf(files: Map<string, Uint8Array>): Host {
  const below = (folder: string): string[] => [...files.keys()].filter((path) => path.startsWith(`${folder}/`))
  return {
    list: async (folder) => below(folder).map((path) => path.slice(folder.length + 1)),
    stat: async (path) => {
      const size = files.get(path)?.length
      if (size !== undefined) return { kind: 'file', size }
      return below(path).length > 0 ? { kind: 'folder', size: 0 } : undefined
    },
    read: async (path) => files.get(path) ?? Promise.reject(new Error('no such file')),
    stamps: async (paths) => paths.map((path) => String(files.get(path) ?? '')),
    write: async (path, bytes) => void files.set(path, bytes),
    create: async (path, text) => !files.has(path) && files.set(path, new TextEncoder().encode(text)) === files,
    remove: async (path) => void files.delete(path),
    now: () => 0,
    runner: { pid: 1, machine: 'memory', started: '2026-01-01T00:00:00Z' },
    runs: () => true,
  }
}

function filesOf(texts: { readonly [path: string]: string }): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [`/w/${path}`, new TextEncoder().encode(text)]))
}

const docs = fixturePages('quickstart/docs')
const sources = ['python', 'ruby']
const codes = ({ diagnostics }: Report): string[] => diagnostics.map(({ code }) => code)

describe('run', () => {
  it('works on a file system in memory, with a configuration that is no file', async () => {
    const files = filesOf(docs)
    const given = files.size
    const request = { cwd: '/w', config: { sources, out: 'api' }, host: hostOf(files) }
    const planned = await run({ ...request, mode: 'check' })
    expect(files.size).toBe(given)
    expect(planned.plan?.entries.map(({ path }) => path)).toContain('models/shared/parcel.ts')
    const report = await run(request)
    expect(report.written).toBe(true)
    expect(report.findings.length).toBeGreaterThan(0)
    expect(new TextDecoder().decode(files.get('/w/api/models/shared/parcel.ts'))).toMatch(
      /^export interface Parcel \{/m,
    )
    expect((await run(request)).written).toBe(false)
  })

  it('finds a configuration by itself, or by its path', async () => {
    const files = filesOf({
      ...docs,
      'codegen.config.json': JSON.stringify({ sources }),
      'other.json': JSON.stringify({ sources: ['go'] }),
    })
    const variants = async (config?: string): Promise<string[]> => {
      const { model } = await run({ cwd: '/w', config, host: hostOf(files), mode: 'check' })
      return model.variants.map(({ id }) => id)
    }
    expect(await variants()).toEqual(['python', 'ruby'])
    expect(await variants('other.json')).toEqual(['go'])
  })

  it('reports a configuration that is missing or wrong, and then has an empty model', async () => {
    const host = hostOf(filesOf(docs))
    const none = await run({ cwd: '/w', host })
    expect(codes(none)).toEqual(['CG705'])
    expect(none.model.models).toEqual([])
    const misspelt: Config = JSON.parse('{ "source": ["python"] }')
    const wrong = await run({ cwd: '/w', config: misspelt, host })
    expect(codes(wrong)).toEqual(['CG702'])
    expect(wrong.diagnostics[0]?.message).toContain('sources')
  })

  it('works on one project of several', async () => {
    const config = {
      projects: [
        { name: 'a', sources },
        { name: 'b', sources: ['go', 'php'] },
      ],
    }
    const host = hostOf(filesOf(docs))
    expect(codes(await run({ cwd: '/w', config, host }))).toEqual(['CG712'])
    const { model } = await run({ cwd: '/w', config, project: 'b', host, mode: 'check' })
    expect(model.variants.map(({ id }) => id)).toEqual(['go', 'php'])
  })

  it('rejects with the reason of the signal', async () => {
    const stop = new AbortController()
    const host = hostOf(filesOf(docs))
    const running = run({
      cwd: '/w',
      config: { sources },
      host,
      signal: stop.signal,
      onProgress: () => stop.abort('enough'),
    })
    await expect(running).rejects.toBe('enough')
    await expect(run({ cwd: '/w', config: { sources }, host, signal: stop.signal })).rejects.toBe('enough')
  })

  it('works on the disk by default', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'codegen-api-'))
    try {
      await writeFile(join(folder, 'pet.md'), docs['python/models/shared/parcel.md'] ?? '')
      const report = await run({ cwd: folder, config: { sources: ['pet.md'], out: 'out' } })
      expect(report.written).toBe(true)
      expect(await readdir(join(folder, 'out'))).toContain('index.ts')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

it('has types that say what is optional', () => {
  expectTypeOf(run).toBeCallableWith()
  expectTypeOf(run).toBeCallableWith({ config: { sources: ['docs'] } })
  expectTypeOf(run).returns.resolves.toEqualTypeOf<Report>()
})
