// Knows that the tarball works in an empty project: both commands, the types, the plugin.

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { ensureBuilt } from '../support/built-cli.js'

const root = join(import.meta.dirname, '../..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'codegen-package-')))

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8' })
}

function call(command: string, ...args: string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

beforeAll(() => {
  ensureBuilt()
  const [packed] = JSON.parse(npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-dev', join(folder, packed.filename))
  cpSync(join(root, 'fixtures/quickstart/docs'), join(folder, 'docs'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('few packages are installed with it', () => {
  const all = npm(folder, 'ls', '--all', '--parseable').trim().split('\n')
  expect(all.length).toBeLessThanOrEqual(16)
})

describe('the commands', () => {
  it('`codegen` runs, and then has nothing to do', () => {
    const run = call('npx', '--no', 'codegen', 'run', 'docs')
    expect(run.code, run.said).toBe(0)
    expect(readdirSync(join(folder, 'generated'))).toContain('index.ts')
    const again = call('npx', '--no', 'codegen', 'run', 'docs')
    expect(again.said).toMatch(/Files +\d+ unchanged/)
    expect(call('npx', '--no', 'codegen', 'check', 'docs', '--fail-on', 'never').code).toBe(0)
  })

  it('`sdk-docs-codegen` is the same', () => {
    const { said } = call('npx', '--no', '--', 'sdk-docs-codegen', '--version')
    expect(said).toContain(JSON.parse(npm(root, 'pkg', 'get', 'version')))
  })

  it('a configuration in TypeScript finds the package', () => {
    const config =
      "import { defineConfig } from 'sdk-docs-codegen'\nexport default defineConfig({ sources: ['docs'] })\n"
    writeFileSync(join(folder, 'codegen.config.ts'), config)
    const { code, said } = call('npx', '--no', 'codegen', 'check', '--fail-on', 'never')
    expect(code, said).toBe(0)
    rmSync(join(folder, 'codegen.config.ts'))
  })
})

const program = `
import { diff, emit, parseDocument, reconcile, run, defineConfig, type Config, type Report } from 'sdk-docs-codegen'
import { codegen } from 'sdk-docs-codegen/unplugin'
import manifest from 'sdk-docs-codegen/package.json' with { type: 'json' }

const config: Config = defineConfig({ sources: ['docs'], presence: { authority: 'go' } })
const report: Report = await run({ config, mode: 'check', signal: new AbortController().signal })
const api = reconcile([await parseDocument({ path: 'a.md', text: '# A' })], config)
const texts: string[] = (await emit(api)).files.map(({ text }) => text)
const name: string = codegen.vite({ config }).name + manifest.version + report.counts.models
const wrong: number = await diff(api, 'patch')
export { texts, name, wrong }
`

test.each([
  ['nodenext', 'nodenext'],
  ['preserve', 'bundler'],
])('the types are found with module %s and resolution %s', (module, moduleResolution) => {
  writeFileSync(join(folder, 'program.ts'), program)
  const compilerOptions = { module, moduleResolution, target: 'es2023', strict: true, noEmit: true, types: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }))
  const tsc = (name: string): string => call('node', join(root, 'node_modules', name, 'bin/tsc'), '-p', '.').said
  for (const name of ['typescript', 'typescript-7'])
    expect(tsc(name)).toMatch(
      /^program\.ts\(11,7\): error TS2322: Type 'string' is not assignable to type 'number'\.\n$/,
    )
})
