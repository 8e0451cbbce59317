// Knows that a shell completes commands, flags and values with the script that the program prints.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callCli, ensureBuilt } from '../support/built-cli.js'

const entry = join(import.meta.dirname, '../../dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'codegen-complete-'))

beforeAll(() => {
  ensureBuilt()
  writeFileSync(join(folder, 'codegen'), `#!/bin/sh\nexec "${process.execPath}" "${entry}" "$@"\n`)
  chmodSync(join(folder, 'codegen'), 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What bash proposes for some words, the last of them begun. */
function proposals(...words: readonly string[]): readonly string[] {
  const script = [
    'source <(codegen completions bash)',
    'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))',
    '_codegen codegen; printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n')
  const env = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder }
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', ...words], { encoding: 'utf8', env })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((line) => line !== '')
}

describe('bash', () => {
  it.each([
    [['codegen', 'ch'], ['check']],
    [['codegen', 'check', '--sta'], ['--staged']],
    [['codegen', 'check', '--format', 'sa'], ['sarif']],
    [['codegen', 'check', '$(touch x)', '--fail-on', 'n'], ['never']],
    [['codegen', 'diff', '--rule', 'dead'], ['dead-link']],
    [['codegen', 'init', '--hook', 'le'], ['lefthook']],
    [['codegen', 'nothing'], []],
  ])('%j: %j', (words, expected) => expect(proposals(...words)).toEqual(expected))
})

it.each(['zsh', 'fish'])('%s gets a script that asks the program', async (shell) => {
  const { code, stdout } = await callCli(['completions', shell], { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toContain('complete-words -- ')
  const { error, status } = spawnSync(shell, ['-n'], { input: stdout })
  // Where the shell is there, it must be able to read it.
  if (error === undefined) expect(status).toBe(0)
})

it('a shell that is not known is refused', async () => {
  const { code, stderr } = await callCli(['completions', 'bsh'], { cwd: folder })
  expect(code).toBe(2)
  expect(stderr).toContain('bash')
})
