// Knows that whatever stands in a kept file, a run comes to what it comes to without.

import { describe, expect, it } from 'vitest'
import { digestOf, hashBytes } from '../../src/pipeline/hash.js'
import type { Host } from '../../src/pipeline/host.js'
import { readKept, writeKept, type Parts } from '../../src/pipeline/kept-file.js'
import { run } from '../../src/pipeline/run.js'
import { afterRun, file, isRecalled, optionsOf, page, start, texts, told } from '../support/kept-outcome.js'
import { memoryHost, type MemoryHost } from '../support/memory-host.js'

const whole = `${file}.whole`
type Damage = readonly [what: string, bytes: Uint8Array]

/** How many places of a file are damaged, besides its ends and those of its lines. */
const PLACES = 32

const flipped = (bytes: Uint8Array, at: number, mask: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ mask : byte))

/** A file with one byte that is another: at its ends, at those of its lines, and all over it. */
function flips(bytes: Uint8Array): readonly Damage[] {
  const first = bytes.indexOf(0x0a)
  const second = bytes.indexOf(0x0a, first + 1)
  const step = bytes.length / PLACES
  const all = Array.from({ length: PLACES }, (_, number) => Math.floor(number * step))
  const ends = [first, second].flatMap((end) => [end - 1, end, end + 1])
  const places = [...new Set([...all, ...ends, bytes.length - 1])]
  return places.flatMap((at) => [1, 0x80].map((mask): Damage => [`byte ${at} ^ ${mask}`, flipped(bytes, at, mask)]))
}

/** A file that is cut, grown, emptied, or another altogether. */
function others(bytes: Uint8Array, other: Uint8Array): readonly Damage[] {
  const text = (given: string): Uint8Array => new TextEncoder().encode(given)
  const older = JSON.stringify({ key: 'a', sights: { lists: [], paths: [], revisions: [] }, report: {}, clusters: [] })
  const cuts = [0, 1, bytes.indexOf(0x0a), bytes.indexOf(0x0a) + 1, bytes.length >> 1, bytes.length - 1]
  return [
    ...cuts.map((length): Damage => [`cut to ${length}`, bytes.slice(0, length)]),
    ['a byte too many', Uint8Array.from([...bytes, 0])],
    ['twice', Uint8Array.from([...bytes, ...bytes])],
    ['nothing but zeros', new Uint8Array(bytes.length)],
    ['the other kept file', other],
    ['the form of an older version', text(`${hashBytes(older)}\n${older}`)],
    ...[
      '\n',
      '\n\n',
      'x\n{}',
      '{}',
      'null\nnull',
      `${hashBytes('null')}\nnull\n`,
      `${hashBytes('[[1]]')}\n[[1]]\n`,
    ].map((given): Damage => [JSON.stringify(given), text(given)]),
  ]
}

/** What has happened since the outcome was kept. */
const scenes: readonly (readonly [what: string, change: (host: MemoryHost) => void])[] = [
  ['nothing has changed', () => {}],
  [
    'a page has changed',
    (host) => host.put('/w/docs/one/models/pet.md', page('Pet', '*str*').replace('Its name.', 'The name of it.')),
  ],
]

/** Copies of a file system, and what a run without anything kept makes of it. */
async function after(change: (host: MemoryHost) => void) {
  const kept = await afterRun()
  change(kept)
  const copy = (without = false): MemoryHost =>
    memoryHost({
      files: Object.fromEntries([...kept.files].filter(([path]) => !without || !path.startsWith('/cache/'))),
    })
  const anew = copy(true)
  const report = told(await run(optionsOf({}), anew, { mode: 'write', patience: 0 }))
  const expectSame = async (host: MemoryHost, what: string, seenAs: Host = host): Promise<void> => {
    const own = await start(Object.assign(host, seenAs), { mode: 'write' })
    expect(told(own), what).toEqual(report)
    expect(texts(host), what).toEqual(texts(anew))
  }
  return { kept, copy, expectSame, bytesOf: (path: string) => kept.files.get(path) ?? new Uint8Array() }
}

describe.each(scenes)('%s', (_, change) => {
  it.each([
    ['the outcome', file, whole],
    ['the whole', whole, file],
  ])('%s is damaged', async (name, path, other) => {
    const { copy, expectSame, bytesOf } = await after(change)
    const damages = [...flips(bytesOf(path)), ...others(bytesOf(path), bytesOf(other))]
    expect(damages.length).toBeGreaterThan(80)
    for (const [what, bytes] of damages) {
      const host = copy()
      host.files.set(path, bytes)
      await expectSame(host, `${name}: ${what}`)
      // What is damaged is mended, not carried on.
      expect(isRecalled(await start(host)), what).toBe(true)
    }
  })

  it('one of the two is missing, or they have changed places', async () => {
    const { copy, expectSame, bytesOf } = await after(change)
    for (const gone of [file, whole]) {
      const host = copy()
      host.files.delete(gone)
      await expectSame(host, gone)
    }
    const swapped = copy()
    swapped.files.set(file, bytesOf(whole)).set(whole, bytesOf(file))
    await expectSame(swapped, 'swapped')
  })

  it('a part of the outcome is missing or of another form, and the hashes are right', async () => {
    const { kept, copy, expectSame } = await after(change)
    const before = await readKept(file, kept)
    const names = ['about', 'report', 'folders', 'folderStamps', 'paths', 'stamps', 'digests', 'found']
    const parts = Object.fromEntries(names.map((name) => [name, before?.bytes(name) ?? new Uint8Array()]))
    for (const name of names) {
      const { [name]: part = new Uint8Array(), ...rest } = parts
      const forms: readonly Parts[] = [rest, {}, [], part.slice(1), part.slice(0, part.length >> 1)].map((form) =>
        form === rest ? rest : { ...parts, [name]: form },
      )
      for (const [index, form] of forms.entries()) {
        const host = copy()
        await writeKept(file, form, host)
        await expectSame(host, `${name} ${index}`)
      }
    }
  })

  it('both come from a machine with other stamps, or another order of bytes', async () => {
    const { kept, copy, expectSame } = await after(change)
    const elsewhere = copy()
    const stamps = async (paths: readonly string[]): Promise<readonly string[]> =>
      (await kept.stamps(paths)).map((stamp) => (stamp.startsWith('file') ? hashBytes(digestOf(stamp)) : stamp))
    await expectSame(elsewhere, 'other stamps', { ...elsewhere, stamps })
    const before = await readKept(file, kept)
    const names = ['about', 'report', 'folders', 'folderStamps', 'paths', 'stamps', 'digests', 'found']
    const parts = Object.fromEntries(names.map((name) => [name, before?.bytes(name) ?? new Uint8Array()]))
    const host = copy()
    const turned = Buffer.from(parts['stamps'] ?? []).swap64()
    await writeKept(file, { ...parts, stamps: turned }, host)
    await expectSame(host, 'another order of bytes')
  })
})
