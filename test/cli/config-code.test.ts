// Knows that `--no-config-code` keeps every command from running what a repository brings along.

import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'

const evil = (value: string): string =>
  `import { writeFileSync } from 'node:fs'\nwriteFileSync('canary', '')\nexport default ${value}\n`

let folder: string
beforeAll(ensureBuilt)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-code-'))
  await cp(join(import.meta.dirname, '../../fixtures/quickstart/docs'), join(folder, 'docs'), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const cli = (args: string): Promise<CliResult> => callCli(args.split(' '), { cwd: folder })
const isRun = async (): Promise<boolean> => (await readdir(folder)).includes('canary')

const commands = ['run', 'check', 'diff', 'explain User', 'config', 'snapshot .']

it.each(commands)('%s refuses a configuration that is a program', async (command) => {
  await writeFile(join(folder, 'codegen.config.mjs'), evil("{ sources: ['docs/python'] }"))
  const { code, stderr } = await cli(`${command} --no-config-code`)
  expect(code).toBe(2)
  expect(stderr).toContain('CG714')
  expect(await isRun()).toBe(false)
})

it('init does not look into one', async () => {
  await writeFile(join(folder, 'codegen.config.mjs'), evil('{ generates: {} }'))
  const { code, stdout } = await cli('init --yes --no-config-code')
  expect(code).toBe(0)
  expect(stdout).toContain('codegen.config.mjs is there already and stays as it is.')
  expect(await isRun()).toBe(false)
})

it('run takes a configuration that is data, and no settings of layout that are a program', async () => {
  await writeFile(join(folder, 'codegen.config.json'), JSON.stringify({ sources: ['docs/python'] }))
  await writeFile(join(folder, 'prettier.config.mjs'), evil('{ semi: false }'))
  const first = await cli('run --no-config-code')
  expect([first.code, await isRun()]).toEqual([0, false])
  expect(first.stderr).toContain('CG715')
  expect((await cli('check --no-config-code')).stderr).toContain('CG715')
  expect(await isRun()).toBe(false)
})

it('without the flag they are run', async () => {
  await writeFile(join(folder, 'codegen.config.mjs'), evil("{ sources: ['docs/python'] }"))
  expect((await cli('config')).code).toBe(0)
  expect(await isRun()).toBe(true)
})
