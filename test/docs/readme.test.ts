// Knows that the README shows what really happens: its outputs are run again, its table of options is made anew.

import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { optionKeys, optionTable } from '../../src/config/option-table.js'
import { rules } from '../../src/reconcile/rules.js'
import { ensureBuilt } from '../support/built-cli.js'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'codegen-readme-'))

beforeAll(() => {
  ensureBuilt()
  cpSync(join(root, 'fixtures/quickstart'), join(folder, 'fixtures/quickstart'), {
    recursive: true,
    filter: (path) => !path.endsWith('generated'),
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the outputs shown', () => {
  const shown = [...readme.matchAll(/<!-- output: codegen ([^\n]*) -->\n\n```text\n([\s\S]*?)\n```/g)]

  test('are there', () => expect(shown).toHaveLength(2))

  test.each(shown.map(([, command = '', output = '']) => [command, output]))('codegen %s', (command, output) => {
    const { stdout } = spawnSync('node', [join(root, 'dist/cli.js'), ...command.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(withoutTime(output)).toBe(withoutTime(stdout.trimEnd()))
  })
})

test('the program prints what is shown, and touches no file', () => {
  const [, program = '', output] =
    /<!-- program -->\n\n```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(readme) ?? []
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  symlinkSync(root, join(modules, 'sdk-docs-codegen'))
  writeFileSync(join(folder, 'program.mjs'), program)
  const readable = [folder, root, realpathSync(join(root, 'node_modules'))].map((path) => `--allow-fs-read=${path}/*`)
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  const { stdout, stderr } = spawnSync('node', [permission, ...readable, 'program.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout.trimEnd(), stderr).toBe(output?.trimEnd())
})

test('the plugin generates in a build', () => {
  const [, config = ''] = /<!-- vite\.config\.mjs -->\n\n```js\n([\s\S]*?)```/.exec(readme) ?? []
  const project = join(folder, 'project')
  mkdirSync(join(project, 'node_modules'), { recursive: true })
  for (const [name, target] of [
    ['sdk-docs-codegen', root],
    ['vite', join(root, 'node_modules/vite')],
  ] as const)
    symlinkSync(target, join(project, 'node_modules', name))
  cpSync(join(root, 'fixtures/quickstart/docs/ruby'), join(project, 'docs'), { recursive: true })
  writeFileSync(join(project, 'codegen.config.json'), '{ "sources": ["docs"] }')
  writeFileSync(join(project, 'vite.config.mjs'), config)
  writeFileSync(join(project, 'index.html'), '<script type="module" src="./main.js"></script>')
  writeFileSync(
    join(project, 'main.js'),
    "import { isParcel } from './generated/validators'\nconsole.log(isParcel({}))\n",
  )
  const { stderr, status } = spawnSync('node', ['node_modules/vite/bin/vite.js', 'build'], {
    cwd: project,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(readdirSync(join(project, 'generated'))).toContain('index.ts')
})

test('the table of options is that of the program', () => {
  const shown = /<!-- options -->\n\n([\s\S]*?)\n\n/.exec(readme)?.[1] ?? ''
  expect(shown.split('\n').slice(2).map(cellsOf)).toEqual(
    optionKeys.map((key) => {
      const { default: value, summary, expects } = optionTable[key]
      return [`\`${key}\``, `\`${JSON.stringify(value)}\``, `${summary}: ${expects}`]
    }),
  )
})

test('the table of rules is that of the program', () => {
  const shown = /<!-- rules -->\n\n([\s\S]*?)\n\n/.exec(readme)?.[1] ?? ''
  expect(shown.split('\n').slice(2).map(cellsOf)).toEqual(
    Object.entries(rules).map(([id, { severity, title }]) => [`\`${id}\``, severity, title]),
  )
})

test('the README never calls the command by its short name before the package is installed', () => {
  const before = readme.slice(0, readme.indexOf('npm install --save-dev sdk-docs-codegen'))
  const calls = [...before.matchAll(/npx codegen[^\n`]*/g)].map(([call]) => call)
  expect(calls).toEqual(['npx codegen run fixtures/quickstart'])
})

function withoutTime(text: string): string {
  return text.replace(/^(Time +).*$/m, '$1…')
}

function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
}
