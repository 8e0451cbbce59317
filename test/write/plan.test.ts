// Knows what the plan does with every combination of wanted, noted and found.

import { describe, expect, it } from 'vitest'
import { problem } from '../../src/diagnostics/diagnostic.js'
import type { Manifest } from '../../src/write/manifest.js'
import { isStale, planFiles, type DiskEntry, type PlanInput } from '../../src/write/plan.js'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const C = 'c'.repeat(64)

interface Row {
  readonly what: string
  /** Fingerprint of the wanted text; absent where the file is not wanted. */
  readonly wanted?: string
  readonly noted?: string
  readonly pending?: string
  readonly disk?: DiskEntry
  readonly force?: boolean
  readonly keeps?: boolean
  /** Action and, for a blocked file, its code; undefined where the plan has no entry. */
  readonly expected: string | undefined
}

const file = (hash: string, reformatted?: string): DiskEntry =>
  reformatted === undefined ? { kind: 'file', hash } : { kind: 'file', hash, reformatted }

const rows: readonly Row[] = [
  { what: 'a new file', wanted: A, expected: 'create' },
  { what: 'a noted file that was deleted by hand', wanted: A, noted: A, expected: 'create' },
  { what: 'a file that is as wanted', wanted: A, noted: A, disk: file(A), expected: 'unchanged' },
  { what: 'a file as wanted that the manifest does not know', wanted: A, disk: file(A), expected: 'unchanged' },
  { what: 'our file with an old text', wanted: B, noted: A, disk: file(A), expected: 'update' },
  {
    what: 'a file that a run cut short had written',
    wanted: B,
    noted: A,
    pending: C,
    disk: file(C),
    expected: 'update',
  },
  { what: 'a new file of a run cut short', wanted: B, pending: C, disk: file(C), expected: 'update' },
  { what: 'a file edited by hand', wanted: B, noted: A, disk: file(C), expected: 'blocked CG601' },
  { what: 'a file edited by hand, docs unchanged', wanted: A, noted: A, disk: file(C), expected: 'blocked CG601' },
  { what: 'a file edited by hand, forced', wanted: B, noted: A, disk: file(C), force: true, expected: 'update' },
  { what: 'a foreign file', wanted: A, disk: file(C), expected: 'blocked CG604' },
  { what: 'a foreign file, forced', wanted: A, disk: file(C), force: true, expected: 'update' },
  { what: 'a file laid out otherwise', wanted: A, noted: A, disk: file(C, A), expected: 'unchanged' },
  { what: 'a file laid out otherwise, docs changed', wanted: B, noted: A, disk: file(C, A), expected: 'update' },
  { what: 'a file edited and laid out otherwise', wanted: B, noted: A, disk: file(C, C), expected: 'blocked CG601' },
  { what: 'a link', wanted: A, noted: A, disk: { kind: 'link' }, expected: 'blocked CG603' },
  { what: 'a link, forced', wanted: A, disk: { kind: 'link' }, force: true, expected: 'blocked CG603' },
  { what: 'a folder in the way', wanted: A, disk: { kind: 'obstacle', reason: 'x' }, expected: 'blocked CG605' },
  { what: 'our file, not wanted any more', noted: A, disk: file(A), expected: 'delete' },
  { what: 'our file, not wanted, input partial', noted: A, disk: file(A), keeps: true, expected: 'unchanged' },
  { what: 'an edited file, not wanted any more', noted: A, disk: file(C), expected: 'blocked CG601' },
  { what: 'an edited file, not wanted, forced', noted: A, disk: file(C), force: true, expected: 'delete' },
  { what: 'a noted file that is gone already', noted: A, expected: undefined },
  { what: 'a noted file replaced by a link', noted: A, disk: { kind: 'link' }, expected: undefined },
]

function planOf(row: Row): PlanInput {
  const manifest: Manifest = {
    format: '',
    files: new Map(row.noted === undefined ? [] : [['f.ts', { text: row.noted, source: A }]]),
    pending: new Map(row.pending === undefined ? [] : [['f.ts', row.pending]]),
    models: new Map(),
  }
  return {
    wanted: row.wanted === undefined ? [] : [{ path: 'f.ts', hash: row.wanted, source: A }],
    manifest,
    disk: new Map(row.disk === undefined ? [] : [['f.ts', row.disk]]),
    failures: new Map(),
    force: row.force === true,
    keepsObsolete: row.keeps === true,
    label: (path) => `generated/${path}`,
  }
}

describe('planFiles', () => {
  it.each(rows)('$what: $expected', (row) => {
    const shown = planFiles(planOf(row)).entries.map(({ action, diagnostic }) =>
      diagnostic === undefined ? action : `${action} ${diagnostic.code}`,
    )
    expect(shown).toEqual(row.expected === undefined ? [] : [row.expected])
  })

  it('names a blocked file as seen from the working folder', () => {
    const plan = planFiles(planOf({ what: '', wanted: A, disk: file(C), expected: '' }))
    expect(plan.entries[0]?.reason).toBe('generated/f.ts exists and was not written by codegen, so it was left alone')
  })

  it('blocks a file with a failure, and does not take it for one that is not wanted', () => {
    const failure = problem('CG602', { path: 'generated/f.ts', reason: 'x' })
    const input = planOf({ what: '', noted: A, disk: file(A), expected: '' })
    const plan = planFiles({ ...input, failures: new Map([['f.ts', failure]]) })
    expect(plan.entries.map(({ action }) => action)).toEqual(['blocked'])
  })

  it('sorts its entries by path', () => {
    const wanted = ['b.ts', 'a/z.ts', 'B.ts'].map((path) => ({ path, hash: A, source: A }))
    const plan = planFiles({ ...planOf({ what: '', expected: '' }), wanted })
    expect(plan.entries.map(({ path }) => path)).toEqual(['B.ts', 'a/z.ts', 'b.ts'])
  })
})

describe('isStale', () => {
  it.each([
    { row: rows[2], expected: false },
    { row: rows[4], expected: true },
    { row: rows[7], expected: true },
  ])('$row.what: $expected', ({ row, expected }) => {
    expect(row && isStale(planFiles(planOf(row)))).toBe(expected)
  })
})
