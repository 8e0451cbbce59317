// Knows when a folder counts as it was seen: where names or stamps tell so, and never by a stamp that is not to be trusted.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import type { Host } from '../../src/pipeline/host.js'
import { createRecordingHost } from '../../src/pipeline/recording-host.js'
import { lookAgain, type NewLook, type Sights } from '../../src/pipeline/sights.js'

const host = createNodeHost()
let home: string
let sights: Sights

/** Puts a file there that is no news. */
function put(path: string, text = 'a'): void {
  mkdirSync(dirname(join(home, path)), { recursive: true })
  writeFileSync(join(home, path), text)
}

/** The host for which all that was written so far was written long ago. */
function later(): Host {
  const { glance } = host
  if (glance === undefined) throw new Error('no glance')
  const settled = (stamps: Float64Array): Float64Array => stamps.map((number) => (Number.isNaN(number) ? 0 : number))
  return {
    ...host,
    glance: {
      ...glance,
      stamps: (paths) => settled(glance.stamps(paths)),
      folderStamps: (folders) => settled(glance.folderStamps(folders)),
    },
  }
}

/** A look at what was seen, and what was listed for it. */
async function look(from: Host = later(), isDistrusted = false): Promise<{ now: NewLook | undefined; listed: number }> {
  let listed = 0
  const now = await lookAgain(
    sights,
    { ...from, list: (folder) => ((listed += 1), from.list(folder)) },
    () => isDistrusted,
  )
  return { now, listed }
}

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'codegen-sights-'))
  put('docs/a.md')
  put('docs/below/b.md')
  mkdirSync(join(home, 'docs/empty'))
  const recording = createRecordingHost(later())
  await recording.host.list(join(home, 'docs'))
  await recording.host.read(join(home, 'docs/a.md'))
  await recording.host.stat(join(home, 'docs/none.md'))
  sights = recording.sights()
  // Clocks are coarse: what changes from here on has another time.
  await new Promise((resolve) => setTimeout(resolve, 20))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

it('lists nothing where no name was added to a folder or taken away', async () => {
  const { now, listed } = await look()
  expect(now?.changed).toEqual([])
  expect(now?.isRestamped).toBe(false)
  expect(listed).toBe(0)
})

describe('sees that a name was added or taken away', () => {
  it.each<[what: string, change: () => void]>([
    ['a file is new', () => put('docs/c.md')],
    ['a file is new further below', () => put('docs/below/c.md')],
    ['a file is new in a folder that was empty', () => put('docs/empty/c.md')],
    ['a folder with a file is new', () => put('docs/other/c.md')],
    ['a file is gone', () => rmSync(join(home, 'docs/below/b.md'))],
    ['a file has another name', () => renameSync(join(home, 'docs/below/b.md'), join(home, 'docs/below/c.md'))],
    ['a folder is another of the same name', () => (rmSync(join(home, 'docs'), { recursive: true }), put('docs/a.md'))],
    [
      'the folder has been given its old time back',
      () => {
        put('docs/below/c.md')
        utimesSync(join(home, 'docs/below'), new Date(0), new Date(0))
      },
    ],
  ])('%s', async (_, change) => {
    change()
    expect((await look()).now).toBeUndefined()
  })

  it('behind a link', async () => {
    symlinkSync(join(home, 'docs'), join(home, 'link'))
    const recording = createRecordingHost(later())
    await recording.host.list(join(home, 'link'))
    sights = recording.sights()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await look()).listed).toBe(0)
    put('docs/below/c.md')
    expect((await look()).now).toBeUndefined()
  })
})

it('lists a folder once where names came and went, and keeps its new stamp', async () => {
  put('docs/c.md')
  rmSync(join(home, 'docs/c.md'))
  const { now, listed } = await look()
  expect([now?.isRestamped, listed]).toEqual([true, 1])
  sights = now?.sights ?? sights
  expect((await look()).listed).toBe(0)
})

it.each<[what: string, change: () => void, seen: number | undefined]>([
  ['a file with other bytes', () => put('docs/a.md', 'b'), 1],
  ['a file written anew with the same bytes', () => put('docs/a.md'), 0],
  ['a file that is gone', () => rmSync(join(home, 'docs/a.md')), undefined],
  ['a file where there was none', () => put('docs/none.md'), undefined],
])('sees %s', async (_, change, seen) => {
  change()
  sights = { ...sights, lists: [] }
  const { now } = await look()
  expect(now?.changed.length).toBe(seen)
})

it('lists and reads all the same where stamps are not to be trusted', async () => {
  expect((await look(later(), true)).listed).toBe(1)
})

it('believes no stamp of what was written moments ago', async () => {
  execFileSync('touch', [join(home, 'docs/below')])
  expect((await look(host)).listed).toBe(1)
})
