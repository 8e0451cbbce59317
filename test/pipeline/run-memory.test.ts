import { expect, it } from 'vitest'
import { digestOf } from '../../src/pipeline/hash.js'
import type { Kept } from '../../src/pipeline/kept-outcome.js'
import { lookAtRecent, type CacheMemory } from '../../src/pipeline/run-memory.js'
import { seenMomentsAfter, seenPaths } from '../../src/pipeline/sights.js'
import { WIDTH } from '../../src/pipeline/stamps.js'
import { memoryHost } from '../support/memory-host.js'

const recent = (path: string, text: string): Parameters<typeof seenPaths>[0][number] => ({
  path,
  stamp: new Float64Array(WIDTH).fill(Number.NaN).fill(1, 0, 1),
  digest: digestOf(new TextEncoder().encode(text)),
})

/** What is remembered of two files that were written moments before they were seen. */
function memoryOf(): CacheMemory {
  const seen = seenPaths([recent('/w/a', 'one'), recent('/w/b', 'two')])
  const kept = { key: 'k', sights: { lists: [], revisions: [], seen }, report: {} } as unknown as Kept
  return { kept }
}

const unsettled = ({ kept }: CacheMemory): readonly string[] =>
  kept === undefined ? [] : seenMomentsAfter(kept.sights.seen).map(({ path }) => path)

it('files that are still the same need not be read again', async () => {
  const memory = memoryOf()
  expect(unsettled(memory)).toEqual(['/w/a', '/w/b'])
  await lookAtRecent(memory, memoryHost({ files: { '/w/a': 'one', '/w/b': 'two' } }))
  expect(unsettled(memory)).toEqual([])
})

it.each([
  ['edited', { '/w/a': 'one', '/w/b': 'edited' }],
  ['gone', { '/w/a': 'one' }],
])('where one is %s, the next run finds that out', async (_, files) => {
  const memory = memoryOf()
  await lookAtRecent(memory, memoryHost({ files }))
  expect(unsettled(memory)).toEqual(['/w/a', '/w/b'])
})
