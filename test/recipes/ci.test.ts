// Knows that the jobs which `init` writes and the action do in a shell what they say, and that no input becomes a command.

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { starterFiles } from '../../src/config/starter.js'
import { createWorkplace, install, type Installed, type Outcome, type Workplace } from './installed.js'

const root = join(import.meta.dirname, '../..')
const locker = 'docs/java/models/shared/Locker.md'
const steps: readonly { readonly run?: string }[] = parse(readFileSync(join(root, 'action.yml'), 'utf8')).runs.steps
const action = steps.find(({ run }) => run !== undefined)?.run ?? ''

let installed: Installed
let place: Workplace
beforeAll(() => {
  installed = install()
})
beforeEach(() => {
  place = createWorkplace(installed)
})
afterEach(() => place.dispose())
afterAll(() => installed.dispose())

const at = (path: string): string => join(place.folder, path)
const read = (path: string): string => readFileSync(at(path), 'utf8')

/** Makes the docs disagree and the output stale. */
function drift(): void {
  const text = read(locker)
  expect(text).toContain('*String*')
  place.write(locker, text.replace('*String*', '*Integer*'))
}

/** Runs a script as a runner of GitHub does, with a folder for what it gives. */
function bash(script: string, variables: { readonly [name: string]: string } = {}): Outcome {
  mkdirSync(at('.git/runner'), { recursive: true })
  const runner = {
    RUNNER_TEMP: at('.git/runner'),
    GITHUB_OUTPUT: at('.git/runner/output'),
    GITHUB_STEP_SUMMARY: at('.git/runner/summary.md'),
    GITHUB_ACTIONS: 'true',
    CI: 'true',
  }
  const all = Object.entries({ ...runner, ...variables }).map(([name, value]) => `${name}=${value}`)
  return place.call('env', ...all, 'bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', script)
}

const inputs = { VERSION: '', FOLDER: '.', ARGS: '', FAIL_ON: '', ACTION: root }

/** Runs the action with some inputs, and gives what it says of itself. */
function act(given: Partial<typeof inputs> = {}): Outcome & { readonly outputs: { readonly [name: string]: string } } {
  const outcome = bash(action, { ...inputs, ...given })
  const output = existsSync(at('.git/runner/output')) ? read('.git/runner/output') : ''
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.split('='))
  return { ...outcome, outputs: Object.fromEntries(lines.map(([name = '', value = '']) => [name, value])) }
}

describe('the action', () => {
  it('is content with docs that agree', () => {
    const { code, outputs } = act()
    expect([code, outputs['exit-code']]).toEqual([0, '0'])
    expect(read('.git/runner/summary.md')).toContain('# Drift of the docs')
  })

  it('annotates, sums up and reports what is wrong', () => {
    drift()
    const { code, output, outputs } = act()
    expect([code, outputs['exit-code']]).toEqual([1, '1'])
    expect(output).toMatch(
      /^::error file=docs\/java\/models\/shared\/Locker\.md,line=\d+,col=\d+,title=type-conflict \(java\)::/m,
    )
    expect(output).toMatch(/^::error file=generated\/[^,]*,line=1,col=1,title=CG610::/m)
    const summary = read('.git/runner/summary.md')
    expect(summary).toContain('generated files are not up to date')
    expect(readFileSync(outputs['markdown'] ?? '', 'utf8')).toBe(summary)
    expect(JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8')).runs[0].results.length).toBeGreaterThan(1)
  })

  it('takes a folder, a severity and further arguments', () => {
    drift()
    place.call('npx', '--no', 'codegen', 'run')
    expect(act({ FAIL_ON: 'never' })).toMatchObject({ code: 0 })
    expect(act({ ARGS: '  --fail-on\nnever ' })).toMatchObject({ code: 0 })
    mkdirSync(at('a folder'))
    place.call('mv', 'codegen.config.ts', 'docs', 'generated', 'a folder')
    const { code, output } = act({ FOLDER: 'a folder' })
    expect(code).toBe(1)
    expect(output).toContain('::error file=a folder/docs/java/models/shared/Locker.md,')
  })

  it('runs the version asked for, and without any installed that of its own', () => {
    mkdirSync(at('.git/bin'))
    writeFileSync(at('.git/bin/npx'), '#!/bin/sh\nprintf "<%s>" "$@"\n')
    chmodSync(at('.git/bin/npx'), 0o755)
    const PATH = `${at('.git/bin')}:${process.env['PATH']}`
    const called = (VERSION: string): string => bash(action, { ...inputs, VERSION, PATH }).output
    expect(called('1.2.3-beta.1')).toContain(
      '<--yes><--package><sdk-docs-codegen@1.2.3-beta.1><--><codegen><check><--format>',
    )
    place.call('rm', 'node_modules')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(called('')).toContain(`<sdk-docs-codegen@${version}>`)
  })

  it.each(['VERSION', 'FOLDER', 'ARGS', 'FAIL_ON'] as const)('makes no command of a hostile %s', (name) => {
    const hostile = `"; touch broken; " $(touch broken) \`touch broken\` && touch broken\n'; touch broken; ' *`
    for (const value of [hostile, '$(touch broken)', '`touch broken`', '"; touch broken; "', '../../x; touch broken'])
      expect(act({ [name]: value }).code, value).toBe(2)
    expect(existsSync(at('broken'))).toBe(false)
    expect(place.git('status', '--porcelain')).toBe('')
  })
})

it('the workflow that `init` writes annotates and sums up', () => {
  drift()
  const script = parse(starterFiles.github.text).jobs.check.steps.at(-1).run
  const { code, output } = bash(script)
  expect(code).toBe(1)
  expect(output).toContain('title=type-conflict (java)::')
  expect(read('.git/runner/summary.md')).toBe(read('drift.md'))
  expect(JSON.parse(read('drift.sarif')).version).toBe('2.1.0')
})

it('the job of GitLab that `init` writes gives Code Quality and test reports', () => {
  drift()
  expect(bash(parse(starterFiles.gitlab.text)['sdk-docs'].script.at(-1)).code).toBe(1)
  const entries: readonly { readonly check_name: string }[] = JSON.parse(read('gl-code-quality-report.json'))
  expect(entries.map(({ check_name }) => check_name)).toEqual(expect.arrayContaining(['type-conflict', 'CG610']))
  expect(read('drift.xml')).toContain('<testsuite ')
})
