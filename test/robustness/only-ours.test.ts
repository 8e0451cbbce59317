// Knows what no command touches: files of others, what lies behind links, the network, other programs, and, for those that only tell, anything.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, lstatSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { createRepository } from '../support/scratch-repository.js'
import { addFigure, held } from './figures.js'
import { docsFolders, docsOf, isSameTree, putTree, scratch, treeOf, type Tree } from './scene.js'

beforeAll(ensureBuilt)

const sources = docsFolders.join(' ')
const config = JSON.stringify({ sources: docsFolders, out: 'generated' })
const docs: Tree = new Map([...docsOf('old')].map(([path, text]) => [`docs/${path}`, text]))

/** Commands that only tell; `--no-cache` keeps even the cache as it is. */
const telling = [
  'check --no-cache',
  `check --no-cache --format sarif ${sources}`,
  'run --no-cache --dry-run',
  'run --no-cache --dry-run --force --allow-loss --allow-partial',
  'diff',
  'diff --json',
  'diff --format html',
  'diff --format patch',
  'explain Same',
  'explain Same.name --json',
  'config',
  'config --inputs',
  'config --outputs',
  'rules',
  'completions bash',
  '--help',
  '--version',
]

/** Commands that write what is theirs. */
const writing = [
  'run',
  'run --force',
  'check',
  'check --update-baseline',
  'diff --update-baseline',
  'snapshot docs/one',
  'init --yes --hook husky --ci github',
  'check --reporter html:report.html',
]

/** A folder with docs, with output of an earlier state of them, and with files of someone else in every folder. */
async function place(): Promise<string> {
  const cwd = scratch(new Map([...docs, ['codegen.config.json', config]]))
  mkdirSync(join(cwd, 'home'))
  mkdirSync(join(cwd, 'temporary'))
  expect((await cli(cwd, 'run')).code).toBe(0)
  rmSync(join(cwd, 'docs'), { recursive: true })
  putTree(cwd, new Map([...docsOf('new')].map(([path, text]) => [`docs/${path}`, text])))
  return cwd
}

function cli(
  cwd: string,
  words: string,
  more: { nodeFlags?: readonly string[]; env?: { [name: string]: string } } = {},
): Promise<CliResult> {
  const home = join(cwd, 'home')
  const own = { HOME: home, XDG_CACHE_HOME: join(home, 'cache'), TMPDIR: join(cwd, 'temporary') }
  return callCli(words.split(' '), { cwd, ...more, env: { ...own, NODE_DISABLE_COMPILE_CACHE: '1', ...more.env } })
}

/** All that can be seen of a folder: kinds, sizes, times, contents. */
function look(folder: string): Map<string, string> {
  const paths = ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].sort()
  return new Map(
    paths.map((path) => {
      const stat = lstatSync(join(folder, path))
      const content = stat.isFile() ? readFileSync(join(folder, path), 'latin1') : ''
      return [path, [stat.mode, stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino, content].join(' ')]
    }),
  )
}

describe('commands that only tell', () => {
  it('touch nothing', async (context) => {
    const faults: string[] = []
    for (const words of telling) {
      const cwd = await place()
      const before = look(cwd)
      const { code } = await cli(cwd, words)
      if (code !== 0 && code !== 1) faults.push(`${words}: exit code ${code}`)
      else if (!isSameTree(look(cwd), before)) faults.push(`${words}: something has changed`)
    }
    const count = { good: telling.length - faults.length, all: telling.length }
    addFigure(context, held('promises', 'commands that only tell, and touch nothing', count))
    expect(faults).toEqual([])
  })

  it('check with its cache touches nothing else', async () => {
    const cwd = await place()
    const own = (seen: Map<string, string>): Map<string, string> =>
      new Map([...seen].filter(([path]) => !/^$|^home/.test(path)))
    const before = own(look(cwd))
    await cli(cwd, 'check')
    expect(own(look(cwd))).toEqual(before)
  })
})

/** Files of someone else, some of them named nearly as ours. */
const names = ['mine.ts', '.hidden', 'mine.tmp', '.codegen-mine.txt']

describe('files of others', () => {
  it('survive every command', async (context) => {
    const lost: string[] = []
    let all = 0
    for (const words of writing) {
      const cwd = await place()
      const folders = readdirSync(cwd, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1))
      const mine = ['', ...folders].flatMap((folder) => names.map((name) => join(folder, name)))
      putTree(cwd, new Map(mine.map((path) => [path, path])))
      await cli(cwd, words)
      const found = treeOf(cwd)
      all += mine.length
      lost.push(...mine.filter((path) => found.get(path) !== path).map((path) => `${words}: ${path}`))
    }
    addFigure(context, held('promises', 'files of others that survive', { good: all - lost.length, all }))
    expect(lost).toEqual([])
  })
})

describe('links', () => {
  it('loops in the docs are not walked', { timeout: 5_000 }, async () => {
    const cwd = scratch(new Map([...docs, ['codegen.config.json', config]]))
    symlinkSync('..', join(cwd, 'docs/one/up'))
    symlinkSync(join(cwd, 'docs'), join(cwd, 'docs/one/models/down'))
    symlinkSync('itself', join(cwd, 'docs/two/itself'))
    const { code, stderr } = await cli(cwd, 'run --quiet')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it.each([
    { what: 'the output folder', from: 'generated', code: 'CG607' },
    { what: 'a folder in it', from: 'generated/models', code: 'CG603' },
    { what: 'a file', from: 'generated/index.ts', code: 'CG603' },
    { what: 'the manifest', from: 'generated/.codegen-manifest.json', code: 'CG604' },
    { what: 'the lock', from: 'generated/.codegen-lock', code: 'CG605' },
  ])('$what as a link to elsewhere is refused ($code)', async ({ from, code }) => {
    const cwd = await place()
    const path = join(cwd, from)
    putTree(
      cwd,
      new Map([
        ['elsewhere/index.ts', 'theirs'],
        ['elsewhere/shared/same.ts', 'theirs'],
      ]),
    )
    rmSync(path, { recursive: true, force: true })
    symlinkSync(join(cwd, /\.\w+$/.test(from) ? 'elsewhere/index.ts' : 'elsewhere'), path)
    const before = look(join(cwd, 'elsewhere'))
    for (const words of ['run --no-cache', 'run --no-cache --force']) {
      const { code: exit, stderr } = await cli(cwd, words)
      if (code !== 'CG604')
        expect({ exit, codes: [...new Set(stderr.match(/CG\d{3}/g))] }).toEqual({ exit: 2, codes: [code] })
      expect(look(join(cwd, 'elsewhere'))).toEqual(before)
    }
  })
})

const preload = pathToFileURL(join(import.meta.dirname, 'no-network.mjs')).href

it.each([
  "fetch('http://[::1]:1')",
  "http.get('http://[::1]:1')",
  "child_process.spawn('ls')",
  "dns.lookup('localhost', () => {})",
])('an attempt like %s is noticed', (program) => {
  const attempts = join(scratch(), 'attempts')
  spawnSync(process.execPath, ['--import', preload, '-e', program], { env: { ATTEMPTS: attempts } })
  expect(readFileSync(attempts, 'utf8')).not.toBe('')
})

it('no command uses the network, or a program other than git', async (context) => {
  const repository = createRepository(Object.fromEntries([...docs, ['codegen.config.json', config]]))
  const cwd = repository.folder
  mkdirSync(join(cwd, 'home'))
  mkdirSync(join(cwd, 'temporary'))
  const attempts = join(cwd, 'home', 'attempts')
  const commands = [...writing, ...telling, 'run --staged', 'check --staged']
  for (const words of commands) {
    const { stderr } = await cli(cwd, words, { nodeFlags: ['--import', preload], env: { ATTEMPTS: attempts } })
    expect(stderr).not.toContain('CG901')
  }
  const tried = existsSync(attempts) ? readFileSync(attempts, 'utf8') : ''
  repository.dispose()
  addFigure(
    context,
    held('promises', 'commands without network or programs', {
      good: tried === '' ? commands.length : 0,
      all: commands.length,
    }),
  )
  expect(tried).toBe('')
})
