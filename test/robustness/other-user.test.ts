// Knows what a run says and leaves where it may not read or write, as a user without rights: root may do everything.

import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { callCli, ensureBuilt } from '../support/built-cli.js'
import { addFigure, held } from './figures.js'
import { docsFolders, docsOf, isSameTree, putTree, runHere, scratch, treeOf } from './scene.js'

const nobody = 65_534
const isRoot = process.getuid?.() === 0
const reason = 'nothing is run as another user: only root can'

beforeAll(ensureBuilt)

/** Gives a folder and all in it to the user who runs. */
function giveAway(folder: string): void {
  chownSync(folder, nobody, nobody)
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, path), nobody, nobody)
}

/** Takes a file or folder back, and leaves the user these rights. */
function take(path: string, mode: number): void {
  chownSync(path, 0, 0)
  chmodSync(path, mode)
}

/** Places without the rights for them; `code` is what the run says, none where it succeeds. */
const places: readonly { readonly what: string; readonly spoil: (cwd: string) => void; readonly code?: string }[] = [
  { what: 'the output folder takes no file', spoil: (cwd) => take(join(cwd, 'out'), 0o755), code: 'CG605' },
  { what: 'a folder in it takes no file', spoil: (cwd) => take(join(cwd, 'out/models/shared'), 0o755), code: 'CG605' },
  { what: 'the output folder cannot be looked into', spoil: (cwd) => take(join(cwd, 'out'), 0o700), code: 'CG605' },
  { what: 'a generated file cannot be read', spoil: (cwd) => take(join(cwd, 'out/ir.json'), 0o600), code: 'CG605' },
  {
    what: 'the manifest cannot be read',
    spoil: (cwd) => take(join(cwd, 'out/.codegen-manifest.json'), 0o600),
    code: 'CG605',
  },
  {
    what: 'the parent of the output folder takes no folder',
    spoil: (cwd) => {
      rmSync(join(cwd, 'out'), { recursive: true })
      take(cwd, 0o755)
    },
    code: 'CG605',
  },
  {
    what: 'a file stands in place of the output folder',
    spoil: (cwd) => {
      rmSync(join(cwd, 'out'), { recursive: true })
      writeFileSync(join(cwd, 'out'), 'a file')
    },
    code: 'CG605',
  },
  { what: 'a page cannot be read', spoil: (cwd) => take(join(cwd, 'docs/one/models/same.md'), 0o600), code: 'CG105' },
  { what: 'a docs folder cannot be read', spoil: (cwd) => take(join(cwd, 'docs/one/models'), 0o700), code: 'CG105' },
  {
    what: 'the baseline cannot be read',
    spoil: (cwd) => {
      writeFileSync(join(cwd, 'codegen.baseline.json'), '{}')
      take(join(cwd, 'codegen.baseline.json'), 0o600)
    },
    code: 'CG708',
  },
  {
    what: 'a configuration cannot be read',
    spoil: (cwd) => {
      writeFileSync(join(cwd, 'codegen.config.json'), '{}')
      take(join(cwd, 'codegen.config.json'), 0o600)
    },
    code: 'CG701',
  },
  { what: 'the cache folder takes no file', spoil: (cwd) => take(join(cwd, 'cache'), 0o755) },
  { what: 'the cache cannot be read', spoil: (cwd) => take(join(cwd, 'cache'), 0o700) },
]

it('a run without rights says so, and changes nothing', async (context) => {
  if (!isRoot) return context.skip(reason)
  const faults: string[] = []
  const bad = new Set<string>()
  for (const { what, spoil, code } of places) {
    const cwd = scratch(new Map([...docsOf('old')].map(([path, text]) => [`docs/${path}`, text])))
    await runHere(cwd)
    mkdirSync(join(cwd, 'cache'))
    rmSync(join(cwd, 'docs'), { recursive: true })
    putTree(join(cwd, 'docs'), docsOf('new'))
    giveAway(cwd)
    spoil(cwd)
    const before = treeOf(join(cwd, 'out'))
    const args = ['run', ...docsFolders, '--validators', 'none', '--out', 'out']
    const result = await callCli(args, { cwd, user: nobody, env: { XDG_CACHE_HOME: join(cwd, 'cache') } })
    const codes = new Set(result.stderr.match(/CG\d{3}/g))
    const wrong = [
      ...(result.code === (code === undefined ? 0 : 2) ? [] : [`exit code ${result.code}`]),
      ...(codes.size === (code === undefined ? 0 : 1) && (code === undefined || codes.has(code))
        ? []
        : [result.stderr]),
      ...(code === undefined || isSameTree(treeOf(join(cwd, 'out')), before) ? [] : ['something has changed']),
      ...(/\n\s+at /.test(result.stderr) ? ['a stack trace'] : []),
    ]
    if (wrong.length > 0) bad.add(what)
    faults.push(...wrong.map((text) => `${what}: ${text}`))
  }
  addFigure(context, held('writing', 'places without rights', { good: places.length - bad.size, all: places.length }))
  expect(faults).toEqual([])
})

it('where nothing is to be done, no right to write is needed', async (context) => {
  if (!isRoot) return context.skip(reason)
  const cwd = scratch(new Map([...docsOf('old')].map(([path, text]) => [`docs/${path}`, text])))
  await runHere(cwd)
  for (const command of ['run', 'check']) {
    const args = [command, ...docsFolders, '--validators', 'none', '--out', 'out', '--quiet']
    const { code, stderr } = await callCli(args, { cwd, user: nobody, env: { XDG_CACHE_HOME: join(cwd, 'cache') } })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }
})
