// Knows how findings meet a baseline file, in memory: what is told, what is written, and what is never touched.

import { beforeAll, describe, expect, it } from 'vitest'
import { resolveOptions } from '../../src/config/resolve.js'
import { judge, type Judged, type JudgeRequest } from '../../src/pipeline/judge.js'
import type { Recovered } from '../../src/pipeline/recover.js'
import { memoryHost, type MemoryHost } from '../support/memory-host.js'
import { fixturePages, recoverPages } from '../support/recovered.js'

const file = '/w/codegen.baseline.json'
const options = resolveOptions({ cwd: '/w', base: '/w', folders: ['docs'], flags: {}, config: {} })
let recovered: Recovered
beforeAll(async () => {
  recovered = await recoverPages(fixturePages('quickstart/docs'))
})

const start = (host: MemoryHost, given: Partial<JudgeRequest> = {}): Promise<Judged> =>
  judge({ recovered, options, host, update: false, ...given })
const codes = ({ diagnostics }: Judged): string[] => diagnostics.map(({ code }) => code)

describe('without a file', () => {
  it('everything is new', async () => {
    const host = memoryHost()
    expect(await start(host)).toEqual({ findings: recovered.findings, accepted: [], diagnostics: [] })
    expect(host.log).toEqual([])
  })
})

describe('an update', () => {
  it('leaves nothing new, and a second one writes nothing', async () => {
    const host = memoryHost()
    const first = await start(host, { update: true })
    expect(first).toMatchObject({ findings: [], accepted: recovered.findings, diagnostics: [] })
    expect(first.update).toEqual({ file: 'codegen.baseline.json', total: 8, added: 8, dropped: 0, written: true })
    const later = await start(host)
    expect(later).toEqual({ findings: [], accepted: recovered.findings, diagnostics: [] })
    const second = await start(host, { update: true })
    expect(second.update).toEqual({ file: 'codegen.baseline.json', total: 8, added: 0, dropped: 0, written: false })
    expect(host.log).toEqual([`write ${file}`])
  })

  it('writes the same bytes whatever the order of the findings', async () => {
    const [forth, back] = [memoryHost(), memoryHost()]
    await start(forth, { update: true })
    await start(back, { update: true, recovered: { ...recovered, findings: recovered.findings.toReversed() } })
    expect(back.text(file)).toBe(forth.text(file))
  })

  it('leaves a file that says the same but is laid out otherwise', async () => {
    const host = memoryHost()
    await start(host, { update: true })
    host.put(file, (host.text(file) ?? '').replaceAll('\n', '\r\n').replaceAll('{ ', '{\r\n'))
    await start(host, { update: true })
    expect(host.log).toEqual([`write ${file}`])
  })

  it('puts lines back in order that a merge moved or doubled', async () => {
    const host = memoryHost()
    await start(host, { update: true })
    const good = host.text(file) ?? ''
    const lines = good.split('\n')
    const [first = '', second = ''] = lines.slice(4, 6)
    host.put(file, good.replace(`${first}\n${second}`, `${second}\n${first}\n${second}`))
    const { update } = await start(host, { update: true })
    expect(update).toMatchObject({ added: 0, dropped: 0, written: true })
    expect(host.text(file)).toBe(good)
  })

  it('writes no file for nothing, but empties one', async () => {
    const host = memoryHost()
    const none = { ...recovered, findings: [] }
    expect((await start(host, { update: true, recovered: none })).update).toMatchObject({ total: 0, written: false })
    expect(host.log).toEqual([])
    await start(host, { update: true })
    const { update } = await start(host, { update: true, recovered: none })
    expect(update).toMatchObject({ total: 0, dropped: 8, written: true })
    expect(host.text(file)).toContain('"findings": []')
  })

  it('tells where it cannot write, and then accepts nothing', async () => {
    const host = memoryHost({ fault: (call) => (call === 'write' ? new Error('ENOSPC: no space') : undefined) })
    const judged = await start(host, { update: true })
    expect(judged.diagnostics.map(({ message }) => message)).toEqual([
      'codegen.baseline.json cannot be written: ENOSPC: no space',
    ])
    expect(judged.findings).toEqual(recovered.findings)
    expect(judged.update).toBeUndefined()
  })

  it('is refused where not everything could be read', async () => {
    const host = memoryHost()
    const judged = await start(host, { update: true, recovered: { ...recovered, isWhole: false } })
    expect(codes(judged)).toEqual(['CG711'])
    expect(judged.findings).toEqual(recovered.findings)
    expect(host.log).toEqual([])
  })
})

describe('entries without findings', () => {
  const gone = ({ findings }: Recovered): Recovered => ({ ...recovered, findings: findings.slice(1) })

  it('are named, with the place of their line', async () => {
    const host = memoryHost()
    await start(host, { update: true })
    const judged = await start(host, { recovered: gone(recovered) })
    expect(judged.diagnostics).toMatchObject([
      {
        code: 'CG709',
        severity: 'warning',
        message: 'the accepted finding missing-model of shared/site-summary in csharp does not occur any more',
        span: { file: 'codegen.baseline.json', start: { line: 5, column: 5 } },
      },
    ])
  })

  it('are not named where not everything could be read, nor where nobody asked for them', async () => {
    const host = memoryHost()
    await start(host, { update: true })
    const partial = await start(host, { recovered: { ...gone(recovered), isWhole: false } })
    expect(codes(partial)).toEqual([])
    const asked = await start(host, { recovered: gone(recovered), isAsked: ({ variant }) => variant === 'ruby' })
    expect(codes(asked)).toEqual([])
    expect(asked.accepted).toHaveLength(2)
  })

  it('of docs that were not read are told once, and stay', async () => {
    const host = memoryHost()
    await start(host, { update: true })
    const before = host.text(file)
    const variants = recovered.model.variants.filter(({ id }) => id !== 'ruby')
    const findings = recovered.findings.filter(({ variant }) => variant !== 'ruby')
    const less = { ...recovered, model: { ...recovered.model, variants }, findings }
    for (const update of [false, true]) {
      const { diagnostics } = await start(host, { recovered: less, update })
      expect(diagnostics).toMatchObject(
        [{ code: 'CG710', severity: 'info', message: /^2 accepted .* "ruby"/ }].map(said),
      )
    }
    expect(host.text(file)).toBe(before)
  })
})

describe('a file that is no baseline', () => {
  it.each([
    { what: 'an unresolved merge', content: '{\n<<<<<<< ours\n', place: '2:1' },
    { what: 'cut off', content: '{ "version": 1,\n "findings": [', place: '2:15' },
    { what: 'of another tool', content: '{ "version": 3, "findings": [] }', place: '1:14' },
    { what: 'no text', content: new Uint8Array([0xff, 0xfe, 0]), place: undefined },
  ])('($what) is an error, accepts nothing, and is never overwritten', async ({ content, place }) => {
    for (const update of [false, true]) {
      const host = memoryHost({ files: { [file]: content } })
      const { findings, accepted, diagnostics } = await start(host, { update })
      expect({ findings, accepted }).toEqual({ findings: recovered.findings, accepted: [] })
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error CG708'])
      const at = diagnostics[0]?.span?.start
      expect(at && `${at.line}:${at.column}`).toBe(place)
      expect(host.log).toEqual([])
    }
  })

  it.each([
    { what: 'a link', host: { links: [file] }, reason: 'it is no plain file' },
    { what: 'a folder', host: { files: { [`${file}/x`]: '' } }, reason: 'it is no plain file' },
    {
      what: 'huge',
      host: { files: { [file]: new Uint8Array((32 << 20) + 1) } },
      reason: 'it is larger than 33554432 bytes',
    },
    {
      what: 'unreadable',
      host: { files: { [file]: '' }, fault: (call: string) => (call === 'read' ? new Error('EACCES') : undefined) },
      reason: 'EACCES',
    },
  ])('($what) says so', async ({ host, reason }) => {
    const { diagnostics } = await start(memoryHost(host), { update: true })
    expect(diagnostics.map(({ message }) => message)).toEqual([`codegen.baseline.json is no baseline: ${reason}`])
  })
})

function said<T extends { readonly message: RegExp }>(given: T): object {
  return { ...given, message: expect.stringMatching(given.message) }
}
