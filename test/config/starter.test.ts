// Knows that the files which start a repository, and the action, are what their readers take: YAML of the right shape, safe where inputs meet a shell.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import ts from 'typescript'
import { parse } from 'yaml'
import { ciIds, hookIds } from '../../src/config/starter-ids.js'
import { starterConfig, starterFiles } from '../../src/config/starter.js'
import { nastyTexts } from '../support/nasty.js'

const root = join(import.meta.dirname, '../..')

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly env?: { readonly [name: string]: string }
}

/** A text with what is commented out for choice taken in. */
function uncommented(text: string): string {
  return text.replace(/^( +)# ((?: *)(?:- |[\w-]+:( |$)))/gm, '$1$2')
}

describe.each([...hookIds, ...ciIds])('%s', (id) => {
  const { path, text } = starterFiles[id]

  it('calls the codegen of the repository', () => expect(text).toMatch(/\bnpx --no codegen check\b/))

  it.runIf(/\.ya?ml$/.test(path))('is YAML that says the same each time a key is read', () => {
    expect(typeof parse(text, { uniqueKeys: true })).toBe('object')
    expect(text).not.toMatch(/[\t ]$/m)
  })
})

it('the workflow has permission to read only, and each step that may be taken in is a step', () => {
  const { text } = starterFiles.github
  expect(parse(text).permissions).toEqual({ contents: 'read' })
  const whole = parse(uncommented(text))
  expect(whole.permissions).toEqual({ contents: 'read', 'security-events': 'write', 'pull-requests': 'write' })
  const steps: readonly Step[] = whole.jobs.check.steps
  expect(steps.map(({ uses, run }) => uses ?? run?.split(' ').slice(0, 3).join(' '))).toEqual([
    'actions/checkout@v4',
    'actions/setup-node@v4',
    'npm ci',
    'npx --no codegen',
    'github/codeql-action/upload-sarif@v3',
    'gh pr comment',
  ])
  for (const { run = '' } of steps) expect(run).not.toContain('${{')
})

it('the job of GitLab keeps its reports where GitLab looks for them', () => {
  const job = parse(starterFiles.gitlab.text)['sdk-docs']
  const files = [...job.script.join(' ').matchAll(/--reporter \w+:(\S+)/g)].map(([, file]) => file)
  expect(Object.values(job.artifacts.reports)).toEqual(files)
})

describe('the hooks that pre-commit takes from this repository', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))

  it('are two, which see every commit and get no file names', () => {
    expect(hooks.map(({ id, entry }: { id: string; entry: string }) => [id, entry])).toEqual([
      ['codegen-check', 'npx --no codegen check --staged'],
      ['codegen', 'npx --no codegen run --staged --exit-code'],
    ])
    for (const hook of hooks)
      expect(hook).toMatchObject({ always_run: true, pass_filenames: false, require_serial: true, language: 'system' })
  })

  it('check as the configuration that `init` writes', () => {
    const [own] = parse(starterFiles['pre-commit'].text).repos[0].hooks
    const { description: _, require_serial: __, ...offered } = hooks[0]
    expect(own).toEqual(offered)
  })
})

describe('the action', () => {
  const text = readFileSync(join(root, 'action.yml'), 'utf8')
  const action = parse(text)
  const steps: readonly Step[] = action.runs.steps

  it('hands inputs to the shell as variables only, every one of them', () => {
    const scripts = steps.filter(({ run }) => run !== undefined)
    expect(scripts).toHaveLength(1)
    for (const { run = '' } of scripts) expect(run).not.toContain('${{')
    const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name))
    expect([...used].sort()).toEqual(Object.keys(action.inputs).sort())
  })

  it('gives as outputs what its step gives', () => {
    const given = [...(steps.find(({ run }) => run !== undefined)?.run ?? '').matchAll(/"([\w-]+)=\$/g)].map(
      ([, name]) => name,
    )
    expect(given.sort()).toEqual(Object.keys(action.outputs).sort())
    for (const [name, { value }] of Object.entries<{ value: string }>(action.outputs))
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`)
  })
})

describe('the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/<!-- file: (\S+) -->\n\n```\w+\n([\s\S]*?)\n```/g)]

  it('shows every hook and job', () => {
    expect(blocks.map(([, path]) => path).sort()).toEqual(
      Object.values(starterFiles)
        .map(({ path }) => path)
        .sort(),
    )
  })

  it.each(blocks.map(([, path = '', block = '']) => [path, block]))('shows %s as `init` writes it', (path, block) => {
    const { text = '' } = Object.values(starterFiles).find((file) => file.path === path) ?? {}
    const lines = text.split('\n').filter((line) => !/^ *(?:#|\/\/) /.test(line))
    const isWhole = block.includes('\n')
    expect(isWhole ? lines.join('\n').trim() : lines.map((line) => line.trim())).toContain(block)
  })
})

it('the configuration holds every name of a folder as it is, and no code of it', () => {
  const { text } = starterConfig(nastyTexts.map((path) => ({ path, remark: 'A, 1 model' })))
  const tree = ts.createSourceFile('codegen.config.ts', text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node))
      found.push(...node.elements.map((one) => (ts.isStringLiteral(one) ? one.text : `code: ${one.getText()}`)))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  expect(found).toEqual([...nastyTexts, 'plain'])
})
