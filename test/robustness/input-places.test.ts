// Knows the bad input that takes a disk, a repository or a process: line ends of git, large files, links, caches, configurations.

import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { parseManifest } from '../../src/write/manifest.js'
import { readDocuments } from '../../src/pipeline/read-files.js'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { createRepository, gitEnvironment } from '../support/scratch-repository.js'
import { optionsWith } from '../support/options.js'
import { DOOR, door } from './inputs/case.js'

const MB = 1024 * 1024
let folder = ''

beforeAll(ensureBuilt)
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'codegen-places-')))
  write(DOOR, door)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function codegen(args: string, cwd = folder): Promise<CliResult> {
  return callCli(args.split(' '), { cwd, env: gitEnvironment })
}

it.each(['true', 'false', 'input'])(
  'a clone with core.autocrlf=%s is up to date, and nothing is written anew',
  async (how) => {
    const origin = createRepository({ [DOOR]: door })
    try {
      expect((await codegen('run docs --out out', origin.folder)).code).toBe(0)
      origin.git('add', '--all')
      origin.git('commit', '--quiet', '--message=output')
      origin.git('clone', '--quiet', '--config', `core.autocrlf=${how}`, origin.folder, join(folder, 'clone'))
      const clone = join(folder, 'clone')
      const text = readFileSync(join(clone, 'out/index.ts'), 'utf8')
      expect(text.includes('\r\n')).toBe(how === 'true')
      expect(await codegen('check docs --out out', clone)).toMatchObject({ code: 0 })
      expect(await codegen('run docs --out out', clone)).toMatchObject({ code: 0 })
      expect(readFileSync(join(clone, 'out/index.ts'), 'utf8')).toBe(text)
    } finally {
      origin.dispose()
    }
  },
)

it('a file of 50 MB is told of before it is read', async () => {
  const path = join(folder, DOOR)
  truncateSync(path, 50 * MB)
  const before = process.memoryUsage().arrayBuffers
  const start = performance.now()
  const reading = { options: optionsWith(), host: createNodeHost(), label: (own: string) => own, onFile: () => {} }
  const { diagnostics } = await readDocuments([path], reading)
  expect(performance.now() - start).toBeLessThan(100)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MB)
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the file has 52428800 bytes, more than the limit of 2097152',
  ])
})

it('links that lead in circles are not followed, nor is one to docs elsewhere', async () => {
  for (const [name, to] of [
    ['a', '.'],
    ['b', '..'],
    ['c', '../../docs'],
    ['d', folder],
  ] as const)
    symlinkSync(to, join(folder, 'docs/models', name))
  const start = performance.now()
  expect(await createNodeHost().list(join(folder, 'docs'))).toEqual(['models/shared/door.md'])
  expect(performance.now() - start).toBeLessThan(5_000)
})

it('an output that was cut off without a new time is noticed', async () => {
  const args = 'check docs --out out'
  expect((await codegen('run docs --out out')).code).toBe(0)
  const path = join(folder, 'out/models/shared/door.ts')
  const old = new Date('2026-01-01')
  utimesSync(path, old, old)
  for (let count = 0; count < 2; count += 1) expect((await codegen(args)).code).toBe(0)
  const { atime, mtime, size } = statSync(path)
  truncateSync(path, Math.floor(size / 2))
  utimesSync(path, atime, mtime)
  expect((await codegen(args)).code).not.toBe(0)
})

it('a manifest with a merge conflict is not believed, and is written anew', async () => {
  expect((await codegen('run docs --out out')).code).toBe(0)
  const manifest = join(folder, 'out/.codegen-manifest.json')
  const whole = readFileSync(manifest, 'utf8')
  const conflict = whole.replace(/^( {4}".*)$/m, '<<<<<<< ours\n$1\n=======\n$1\n>>>>>>> theirs')
  expect(parseManifest(conflict)).toBe(undefined)
  writeFileSync(manifest, conflict)
  expect(await codegen('run docs --out out')).toMatchObject({ code: 0 })
  expect(readFileSync(manifest, 'utf8')).toBe(whole)
})

describe('a configuration that', () => {
  const sources = '"sources": ["docs"]'
  it.each([
    [
      'has a wrong type',
      'codegen.config.json',
      `{ ${sources}, "limits": { "rows": "many" } }`,
      /config\.json:1:\d+.*CG703/,
    ],
    ['has an unknown key', 'codegen.config.json', `{ ${sources}, "outt": "x" }`, /config\.json:1:\d+.*CG702/],
    ['is no JSON', 'codegen.config.json', `{ ${sources}, }`, /CG701/],
    ['throws', 'codegen.config.mjs', 'throw new Error("out of order")', /CG701.*out of order/],
    ['never resolves', 'codegen.config.mjs', 'export default new Promise(() => {})', /CG701.*within 10 seconds/],
    ['throws what is no error', 'codegen.config.mjs', 'throw null', /CG701/],
    ['exports no object', 'codegen.config.mjs', 'export default 7', /CG701/],
    ['is another tool’s', 'codegen.config.json', '{ "schema": "a.graphql", "generates": {} }', /CG704/],
  ])('%s is told of, without a trace of our code', async (_, path, text, told) => {
    write(path, text)
    const { code, stdout, stderr } = await codegen('run')
    expect(code).toBe(2)
    expect(stderr + stdout).toMatch(told)
    expect(stderr + stdout).not.toMatch(/^\s+at /m)
  })
})
