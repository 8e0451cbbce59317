// Knows what a disk does to the output that fills up at any moment, or is full from the start.

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addFigure, held } from './figures.js'
import {
  codesOf,
  docsOf,
  isSameTree,
  litterOf,
  putTree,
  runHere,
  scratch,
  tornFiles,
  treeOf,
  type Tree,
} from './scene.js'

const CHANGING = 30
const folder = scratch()
const disk = join(folder, 'disk')

/** Why there is no disk to fill; undefined where there is one of a megabyte. */
function mount(): string | undefined {
  mkdirSync(disk)
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], {
    encoding: 'utf8',
  })
  return status === 0 ? undefined : (error?.message ?? stderr.trim())
}

const reason = process.platform === 'linux' ? mount() : 'no tmpfs here'
afterAll(() => void spawnSync('umount', [disk]))

const trees: { old: Tree; next: Tree } = { old: new Map(), next: new Map() }
beforeAll(async () => {
  for (const [name, state] of [
    ['old', 'old'],
    ['next', 'new'],
  ] as const) {
    const cwd = scratch(new Map([...docsOf(state, CHANGING)].map(([path, text]) => [`docs/${path}`, text])))
    await runHere(cwd)
    trees[name] = treeOf(join(cwd, 'out'))
  }
})

/** Fills the disk up to some bytes. */
function fill(free: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - free)))
}

it('a full disk leaves the old output as it was', async (context) => {
  if (reason !== undefined) return context.skip(`no disk is filled: ${reason}`)
  const faults: string[] = []
  let all = 0
  let refused = 0
  const bad = new Set<number>()
  putTree(folder, new Map([...docsOf('new', CHANGING)].map(([path, text]) => [`docs/${path}`, text])))
  for (let free = 0; free <= 400_000; free += 4_096) {
    for (const name of ['out', 'ballast']) rmSync(join(disk, name), { recursive: true, force: true })
    putTree(join(disk, 'out'), trees.old)
    fill(free)
    const report = await runHere(folder, { out: 'disk/out' })
    const found = treeOf(join(disk, 'out'))
    const codes = codesOf(report)
    if (codes.length > 0) refused += 1
    rmSync(join(disk, 'ballast'))
    const again = codesOf(await runHere(folder, { out: 'disk/out' }))
    const left = treeOf(join(disk, 'out'))
    const wrong = [
      ...codes.filter((code) => code !== 'CG605'),
      ...tornFiles(found, trees.old, trees.next).map((path) => `${path} is torn`),
      ...(codes.length > 0 && !isSameTree(found, trees.old) ? ['something has changed'] : []),
      ...(codes.length === 0 && !isSameTree(found, trees.next) ? ['the failure was passed over'] : []),
      ...[...litterOf(found), ...litterOf(left)].map((path) => `${path} stays`),
      ...again.map((code) => `${code} in the next run`),
      ...(isSameTree(left, trees.next) ? [] : ['the next run gives something else']),
    ]
    all += 1
    if (wrong.length > 0) bad.add(free)
    faults.push(...wrong.map((text) => `${free} bytes free: ${text}`))
  }
  addFigure(context, held('writing', `disks with too little room (${refused} times)`, { good: all - bad.size, all }))
  expect(faults).toEqual([])
  expect(refused).toBeGreaterThan(20)
  expect(refused).toBeLessThan(all)
})
