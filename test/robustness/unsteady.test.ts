// Knows what a run makes of files that vanish, change and grow while it reads, of too few file handles, and of readers that go or dawdle.

import { spawn, spawnSync } from 'node:child_process'
import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { ensureBuilt, entry } from '../support/built-cli.js'
import { addFigure, held } from './figures.js'
import {
  codesOf,
  docsFolders,
  docsOf,
  isSameTree,
  litterOf,
  putTree,
  runHere,
  scratch,
  treeOf,
  type Tree,
} from './scene.js'

beforeAll(ensureBuilt)

const under = (docs: Tree): Tree => new Map([...docs].map(([path, text]) => [`docs/${path}`, text]))

/** Docs in which two languages disagree of every field. */
function quarrel(models: number, fields: number): Tree {
  const rows = (type: string): string =>
    Array.from(
      { length: fields },
      (_, field) => `| \`field_${field}\` | ${type} | :heavy_check_mark: | A thing. |\n`,
    ).join('')
  const page = (name: string, type: string): string =>
    `# ${name}\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n${rows(type)}`
  return new Map(
    Array.from({ length: models }, (_, index) => index).flatMap((index): [string, string][] => [
      [`docs/one/models/model${index}.md`, page(`Model${index}`, '*str*')],
      [`docs/two/models/model${index}.md`, page(`Model${index}`, '*::Integer*')],
    ]),
  )
}

describe('docs that are being written', () => {
  it('a page that vanishes after it was listed is named, and nothing is written', async (context) => {
    const cwd = scratch(under(docsOf('old')))
    await runHere(cwd)
    const before = treeOf(join(cwd, 'out'))
    const pages = [...docsOf('new').keys()].map((path) => join(cwd, 'docs', path))
    const faults: string[] = []
    for (const page of pages) {
      rmSync(join(cwd, 'docs'), { recursive: true })
      putTree(cwd, under(docsOf('new')))
      const host = createNodeHost()
      const read = async (path: string): Promise<Uint8Array> => {
        if (path === page) rmSync(page, { force: true })
        return host.read(path)
      }
      const codes = codesOf(await runHere(cwd, { host: { ...host, read } }))
      if (codes.join() !== 'CG105' || !isSameTree(treeOf(join(cwd, 'out')), before))
        faults.push(`${page}: ${codes.join()}`)
    }
    addFigure(
      context,
      held('writing', 'pages that vanish while read', { good: pages.length - faults.length, all: pages.length }),
    )
    expect(faults).toEqual([])
  })

  it('a page that grows and shrinks while it is read never fails a run for good', async (context) => {
    const cwd = scratch(under(docsOf('new')))
    const path = join(cwd, 'docs/one/models/pet0.md')
    const text = docsOf('new').get('one/models/pet0.md') ?? ''
    let isOver = false
    const scribble = async (): Promise<void> => {
      for (let end = 0; !isOver; end = (end + 7) % text.length) {
        if (end < 7) truncateSync(path)
        writeFileSync(path, text.slice(0, end))
        await new Promise(setImmediate)
      }
      writeFileSync(path, text)
    }
    const writing = scribble()
    const seen: string[] = []
    const rounds = 100
    for (let round = 0; round < rounds; round += 1) seen.push(...codesOf(await runHere(cwd, { allowLoss: true })))
    isOver = true
    await writing
    const fresh = scratch(under(docsOf('new')))
    await Promise.all([runHere(cwd), runHere(fresh)])
    expect(seen.filter((code) => !/^CG[12]\d\d$/.test(code))).toEqual([])
    expect(treeOf(join(cwd, 'out'))).toEqual(treeOf(join(fresh, 'out')))
    addFigure(context, held('writing', 'runs while a page is being written', { good: rounds, all: rounds }))
  })
})

const command = (...args: string[]): string[] => [process.execPath, entry, ...args]

it('needs no more than 40 file handles', () => {
  const cwd = scratch(quarrel(300, 2))
  const words = command('run', ...docsFolders, '--validators', 'none', '--out', 'out', '--quiet', '--no-cache')
  const { status, stderr } = spawnSync('bash', ['-c', 'ulimit -n 40; exec "$@"', 'codegen', ...words], {
    cwd,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(litterOf(treeOf(join(cwd, 'out')))).toEqual([])
})

describe('readers', () => {
  it.each(['diff', 'diff --json', 'diff --format html', 'check --json --no-cache'])(
    'one that has seen enough ends `%s` quietly',
    (words) => {
      const cwd = scratch(quarrel(60, 60))
      const script = '"$@" | head -1 > /dev/null; echo "${PIPESTATUS[0]}"'
      const [name = '', ...flags] = words.split(' ')
      const args = ['-c', script, 'codegen', ...command(name, ...docsFolders, ...flags)]
      const { stdout, stderr } = spawnSync('bash', args, { cwd, encoding: 'utf8' })
      expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' })
    },
  )

  it('a slow one gets all of 50 megabytes', async (context) => {
    const cwd = scratch(quarrel(420, 100))
    const child = spawn(process.execPath, [entry, 'diff', ...docsFolders, '--json'], {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const parts: Buffer[] = []
    for await (const part of child.stdout) {
      parts.push(part)
      if (parts.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const text = Buffer.concat(parts)
    expect(text.byteLength).toBeGreaterThan(50_000_000)
    expect(Object.keys(JSON.parse(text.toString()))).toContain('version')
    addFigure(context, held('writing', 'bytes to a slow reader', { good: text.byteLength, all: text.byteLength }))
  })
})
