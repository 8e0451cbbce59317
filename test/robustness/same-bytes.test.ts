// Knows that what is written depends on docs, options and version alone: not on machine, place, locale, time, order or Node.

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/built-cli.js'
import { addFigure, held } from './figures.js'

const root = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'codegen-bytes-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Everything that can be written, in the shape that writes most. */
const config = {
  sources: ['docs'],
  shape: 'sdk',
  validators: ['plain', 'zod'],
  emitters: ['json-schema', 'openapi'],
  responses: true,
}
const node = process.execPath
const forms = ['json', 'markdown', 'sarif', 'patch', 'html', 'junit', 'gitlab', 'text']

/** How the circumstances of a run may be. */
interface Circumstances {
  readonly env?: { readonly [name: string]: string }
  readonly node?: string
  /** The folder that everything lies in, below the scratch folder. */
  readonly place?: string
  readonly reversed?: boolean
  readonly runs?: number
}

let count = 0

/** The bytes of all that two commands give: the files written, and the differences in every form. */
function bytesOf({ env = {}, node: program = node, place = '', reversed = false, runs = 1 }: Circumstances): string {
  count += 1
  const folder = join(scratch, String(count), place)
  mkdirSync(folder, { recursive: true })
  copyDocs(join(root, 'fixtures/quickstart/docs'), join(folder, 'docs'), reversed)
  writeFileSync(join(folder, 'codegen.config.json'), JSON.stringify(config))
  const call = (...args: string[]): string => {
    const variables = { PATH: process.env['PATH'] ?? '', HOME: scratch, ...env }
    const told = spawnSync(program, [join(root, 'dist/cli.js'), ...args], {
      cwd: folder,
      env: variables,
      encoding: 'utf8',
    })
    if (told.status === null || told.status > 1) throw new Error(told.stderr)
    return told.stdout
  }
  for (let run = 0; run < runs; run += 1) call('run', '--cache-dir', '.cache')
  const files = filesBelow(join(folder, 'generated')).map((path) => [
    path,
    readFileSync(join(folder, 'generated', path), 'utf8'),
  ])
  return JSON.stringify([files, forms.map((form) => [form, call('diff', '--format', form)])], undefined, 1)
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Copies file by file, since the order in which files are made is the one in which many file systems list them. */
function copyDocs(from: string, to: string, reversed: boolean): void {
  const files = filesBelow(from)
  for (const file of reversed ? files.reverse() : files) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(from, file), join(to, file))
  }
}

let usual: string
beforeAll(() => {
  ensureBuilt()
  usual = bytesOf({})
})

it('something is written at all', () => {
  expect(usual.length).toBeGreaterThan(100_000)
})

const circumstances: { readonly [what: string]: Circumstances } = {
  'another time zone': { env: { TZ: 'Pacific/Chatham' } },
  'a Turkish locale': { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  'no locale': { env: { LC_ALL: 'C' } },
  'one thread for files': { env: { UV_THREADPOOL_SIZE: '1' } },
  CI: { env: { CI: 'true' } },
  'a narrow terminal': { env: { COLUMNS: '40', TERM: 'dumb' } },
  'another place, with blanks and signs': { place: 'a place/häßlich $(x)' },
  'files made in the reverse order': { reversed: true },
  'a second run': { runs: 2 },
}

it('are the same whatever the circumstances', (context) => {
  const different = Object.entries(circumstances).filter(([, given]) => bytesOf(given) !== usual)
  const all = Object.keys(circumstances).length
  addFigure(context, held('promises', 'same bytes in other circumstances', { good: all - different.length, all }))
  expect(different.map(([what]) => what)).toEqual([])
}, 300_000)

describe('with other versions of Node', () => {
  const versions = ['20', '22', '24', '26']
  const binaries = new Map(
    versions.flatMap((version) => {
      const path = binaryOf(version)
      return path === undefined ? [] : [[version, path] as const]
    }),
  )

  it.skipIf(binaries.size < versions.length && process.env['CI'] === undefined)(
    'are the same',
    (context) => {
      const different = versions.filter((version) => bytesOf({ node: binaries.get(version) ?? '' }) !== usual)
      const all = versions.length
      addFigure(
        context,
        held('promises', `same bytes with Node ${versions.join(', ')}`, { good: all - different.length, all }),
      )
      expect(different).toEqual([])
    },
    300_000,
  )
})

/** The program of a version: the one that runs this, or that of a package in the registry; undefined where it cannot be had. */
function binaryOf(version: string): string | undefined {
  if (process.version.startsWith(`v${version}.`)) return node
  const folder = join(scratch, `node-${version}`)
  mkdirSync(folder)
  try {
    const name = `node-${process.platform}-${process.arch}@${version}`
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', name], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
    )
    execFileSync('tar', ['-xzf', packed.filename], { cwd: folder })
    return join(folder, 'package/bin/node')
  } catch (error) {
    process.stdout.write(
      `Node ${version} cannot be had: ${error instanceof Error ? error.message.split('\n')[0] : ''}\n`,
    )
    return undefined
  }
}
