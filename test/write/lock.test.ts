// Knows who gets the lock of an output folder, also where several take over that of a run that was killed.

import { describe, expect, it } from 'vitest'
import { isLeftBehind, takeLock } from '../../src/write/lock.js'
import { memoryHost, systemError } from '../support/memory-host.js'

const out = '/w/generated'
const path = `${out}/.codegen-lock`
const lock = (pid: number, started = '2025-01-01T00:00:00.000Z', machine = 'memory'): string =>
  `${JSON.stringify({ pid, machine, started })}\n`

describe('a lock of nobody', () => {
  it.each([
    ['of a process that is gone', lock(8)],
    ['of another process that had the number of this one', lock(100)],
  ])('%s is taken over', async (_, text) => {
    const host = memoryHost({ files: { [path]: text } })
    const held = await takeLock(host, out, 0)
    expect(held.kind).toBe('held')
    if (held.kind === 'held') await held.release()
    expect([...host.files.keys()]).toEqual([])
  })

  it('that is not whole is one that is being written, for a moment', async () => {
    const host = memoryHost({ files: { [path]: '{"pid":' } })
    expect((await takeLock(host, out, 1_000)).kind).toBe('refused')
    expect((await takeLock(host, out, 10_000)).kind).toBe('held')
  })

  it('is taken over by one of many only', async () => {
    const host = memoryHost({ files: { [path]: lock(8) } })
    const locks = await Promise.all(Array.from({ length: 20 }, () => takeLock(host, out, 0)))
    expect(locks.filter(({ kind }) => kind === 'held')).toHaveLength(1)
  })

  it('is not removed by one who saw it before another took its place', async () => {
    const host = memoryHost({ files: { [path]: lock(8) } })
    const slow = {
      ...host,
      create: async (target: string, text: string) => {
        // Between its look and its grip the other one takes over.
        if (target !== path) host.put(path, lock(100, '2026-01-01T00:00:00.000Z'))
        return host.create(target, text)
      },
    }
    expect((await takeLock(slow, out, 0)).kind).toBe('refused')
    expect(host.text(path)).toBe(lock(100, '2026-01-01T00:00:00.000Z'))
  })

  it('is taken over also where one who was about to do so was killed, twice', async () => {
    const guards = [1, 2].map((depth) => [`${out}/.codegen-lock-${depth}.tmp`, lock(9)])
    const host = memoryHost({ files: { [path]: lock(8), ...Object.fromEntries(guards) } })
    expect((await takeLock(host, out, 0)).kind).toBe('held')
    expect([...host.files.keys()]).toEqual([path])
  })
})

it('a lock that changes hands while it is read is waited for', async () => {
  let reads = 0
  const host = memoryHost({
    files: { [path]: lock(7) },
    running: [7, 100],
    fault: (call) => (call === 'read' && (reads += 1) < 4 ? systemError('ENOENT', 'no such file') : undefined),
  })
  const held = await takeLock(host, out, 0)
  expect(held.kind === 'refused' && held.diagnostic.code).toBe('CG606')
})

it('a lock is released by its holder only', async () => {
  const host = memoryHost()
  const held = await takeLock(host, out, 0)
  host.put(path, lock(7))
  if (held.kind === 'held') await held.release()
  expect(host.text(path)).toBe(lock(7))
})

it.each([
  ['none', undefined, false],
  ['of a running process', lock(7), false],
  ['of a process that is gone', lock(8), true],
  ['of another machine', lock(8, undefined, 'elsewhere'), false],
  ['that is not whole', '{', false],
])('a lock %s is left behind: %s', async (_, text, expected) => {
  const host = memoryHost({ files: text === undefined ? {} : { [path]: text }, running: [7] })
  expect(await isLeftBehind(host, out)).toBe(expected)
})
