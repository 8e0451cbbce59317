// Knows what a person gets from `snapshot`, and that a run takes its file for the folder.

import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'

let folder: string
beforeAll(ensureBuilt)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-snapshot-'))
  await cp(join(import.meta.dirname, '../../fixtures/quickstart/docs'), join(folder, 'docs'), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const cli = (args: string): Promise<CliResult> => callCli(args.split(' '), { cwd: folder })

it('is written once, packed where asked for, and read in place of the folder', async () => {
  expect(await cli('snapshot docs/ruby')).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^docs\.snapshot\.json {2}Ruby, 19 pages, 19 models \(\d+ kB\)\n$/),
    stderr: '',
  })
  expect((await cli('snapshot docs/ruby')).stdout).toBe('docs.snapshot.json  Ruby, 19 pages, 19 models (unchanged)\n')
  expect((await cli('snapshot docs/go --out s/go.json.gz')).code).toBe(0)
  expect((await stat(join(folder, 's/go.json.gz'))).size).toBeLessThan(6_000)
  await cli('run docs/ruby docs/go docs/php --out a')
  expect(await cli('check docs.snapshot.json s/go.json.gz docs/php --out a --fail-on never')).toMatchObject({
    code: 0,
    stderr: 'The output is up to date, and with `--fail-on never` no finding fails (4 findings).\n',
  })
})

it('never takes the place of another file, nor of a good one where the docs are broken', async () => {
  await writeFile(join(folder, 'mine.json'), '{}')
  const refused = await cli('snapshot docs/ruby --out mine.json --json')
  expect(JSON.parse(refused.stdout)).toMatchObject({
    command: 'snapshot',
    exitCode: 2,
    written: false,
    diagnostics: [{ code: 'CG604' }],
  })
  expect(await readFile(join(folder, 'mine.json'), 'utf8')).toBe('{}')
  await cli('snapshot docs/ruby --out s.json')
  const before = await readFile(join(folder, 's.json'), 'utf8')
  await writeFile(join(folder, 'docs/ruby/models/shared/locker.md'), new Uint8Array([0xff, 0x00]))
  const broken = await cli('snapshot docs/ruby --out s.json')
  expect([broken.code, broken.stdout]).toEqual([2, ''])
  expect(broken.stderr).toContain('CG101')
  expect(await readFile(join(folder, 's.json'), 'utf8')).toBe(before)
})

it('that is damaged is told of with its cause and fix', async () => {
  await writeFile(join(folder, 'bad.json'), '{"format": "codegen-snapshot/9"}')
  const { code, stderr } = await cli('run bad.json docs/ruby')
  expect(code).toBe(2)
  expect(stderr).toContain(
    'bad.json:1:1  CG111  the file is no snapshot that can be read: it has version 9, and this codegen reads 1\n  Cause:',
  )
})
