// Knows that what the scaffold writes compiles, keeps the rules of the repository, and says what to write next.

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRepository } from '../support/scratch-repository.js'

const root = join(import.meta.dirname, '../..')
const copy = createRepository()

function call(command: string, ...args: string[]): { readonly code: number | null; readonly said: string } {
  const env = { ...process.env, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy.folder, encoding: 'utf8', env })
  return { code: status, said: stdout + stderr }
}

function scaffold(...args: string[]): { readonly code: number | null; readonly said: string } {
  return call('npm', 'run', '--silent', 'scaffold', '--', ...args)
}

beforeAll(() => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const path of tracked) {
    mkdirSync(dirname(join(copy.folder, path)), { recursive: true })
    cpSync(join(root, path), join(copy.folder, path))
  }
  symlinkSync(join(root, 'node_modules'), join(copy.folder, 'node_modules'))
  copy.git('add', '--all')
})
afterAll(() => copy.dispose())

it('writes nothing where kind or name are not as they must be', () => {
  for (const args of [[], ['dialect'], ['dialect', 'Kotlin'], ['constructor', 'x'], ['rule', '../x']])
    expect(scaffold(...args)).toMatchObject({ code: 2, said: expect.stringContaining('npm run scaffold -- rule') })
  expect(scaffold('emitter', 'openapi')).toMatchObject({ code: 2, said: expect.stringContaining('is there already') })
  expect(copy.git('status', '--porcelain', '--untracked-files').replace(/^A .*\n/gm, '')).toBe('')
})

describe('a dialect, an emitter and a rule', () => {
  const kinds = [
    ['dialect', 'kotlin', 'Next steps for Kotlin:'],
    ['emitter', 'plain-list', 'Next steps for the emitter plain-list:'],
    ['rule', 'alias-differs', 'next: pages that break it'],
  ] as const
  const said: string[] = []

  beforeAll(() => {
    for (const [kind, id] of kinds) said.push(scaffold(kind, id).said)
  })

  it('compile, are laid out, and keep the rules', () => {
    expect(call('npx', 'tsc', '--noEmit').said).not.toContain('error')
    expect(call('npx', 'prettier', '--check', '.').code).toBe(0)
    expect(call('npx', 'oxlint', '--deny-warnings').code).toBe(0)
    const { code, said } = call(
      'npx',
      'vitest',
      'run',
      'test/structure',
      'test/config',
      'test/pipeline/recover.test.ts',
      'test/emit/index.test.ts',
    )
    expect(code, said).toBe(0)
  })

  it.each(kinds)('%s: the test fails, and tells the next steps', (kind, _, steps) => {
    const command = /`npx (vitest run [^`]*)`/.exec(said[kinds.findIndex(([one]) => one === kind)] ?? '')?.[1] ?? ''
    const result = call('npx', ...command.split(' '))
    expect(result.code).toBe(1)
    expect(result.said).toContain(steps)
  })

  it('are in the registries', () => {
    expect(readFileSync(join(copy.folder, 'src/dialects/index.ts'), 'utf8')).toContain('typescript, kotlin]')
    expect(readFileSync(join(copy.folder, 'src/emit/index.ts'), 'utf8')).toMatch(/plainList,\s+ir,?\s*\]/)
    expect(readFileSync(join(copy.folder, 'README.md'), 'utf8')).toContain('"openapi", "plain-list" and emitters')
  })
})
