// Knows what the commands do with findings that the configuration sets aside.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { fixturePages } from '../support/recovered.js'

let folder: string
beforeAll(ensureBuilt)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-ignore-'))
  for (const [path, text] of Object.entries(fixturePages('quickstart/docs'))) await put(`docs/${path}`, text)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const cli = (args: string): Promise<CliResult> => callCli(args.split(' '), { cwd: folder })
const configure = (ignore: unknown): Promise<void> =>
  put('codegen.config.json', `${JSON.stringify({ sources: ['docs'], ignore }, undefined, 2)}\n`)

const errors = [
  { rule: 'nullable-conflict', reason: 'the beta' },
  { model: 'Par*', rule: 'required-conflict', reason: 'the beta' },
  { rule: 'type-conflict', variant: 'python', reason: 'old release' },
]

describe('ignored findings', () => {
  it('are counted by run, are in no diff, and fail nothing', async () => {
    await configure(errors)
    const run = await cli('run --fail-on error')
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/^Known {2}3 ignored$/m)
    expect(run.stdout).not.toMatch(/conflict/)
    expect(await readFile(join(folder, 'generated/drift/ruby.md'), 'utf8')).toContain('No findings')
    const check = await cli('check')
    expect(check.code).toBe(0)
    expect(check.stderr).toContain('with `--fail-on error` no finding fails (5 findings, 3 ignored).')
  })

  it('are counted in JSON', async () => {
    await configure(errors)
    for (const command of ['run', 'check', 'diff']) {
      const { stdout, stderr } = await cli(`${command} --json`)
      expect(stderr).toBe('')
      expect(JSON.parse(stdout)).toMatchObject({ ignored: 3 })
      expect(stdout).not.toContain('"rule": "type-conflict"')
    }
  })

  it('are not shown by diff, which says so', async () => {
    await configure(errors)
    const result = await cli('diff --language ruby')
    expect(result).toMatchObject({ code: 0, stdout: 'no findings\n', stderr: 'Not shown: 2 ignored.\n' })
  })

  it('all of them: nothing new', async () => {
    await configure([{ model: '*', reason: 'all' }])
    expect((await cli('run')).stdout).toMatch(/^Nothing new\.\n\nKnown {2}8 ignored$/m)
  })
})

describe('an entry without effect', () => {
  it('is a warning with its place in the list, and fails nothing', async () => {
    await configure([...errors, { model: 'Lokcer', reason: 'r' }])
    const result = await cli('diff --quiet')
    expect(result).toMatchObject({ code: 0, stderr: '' })
    expect((await cli('diff')).stderr).toMatch(
      /^CG707 {2}ignore\[3\] \{ model: "Lokcer" \} of the configuration matches/,
    )
  })

  it('is not reported where a page could not be read', async () => {
    await configure([{ model: 'Lokcer', reason: 'r' }])
    await put('docs/ruby/models/shared/locker.md', '# Locker\n\n<<<<<<< a\n=======\n>>>>>>> b\n')
    const { stderr } = await cli('diff')
    expect(stderr).toContain('CG106')
    expect(stderr).not.toContain('CG707')
  })
})

describe('a faulty entry', () => {
  it.each([
    { ignore: [{ rule: 'dead-link' }], stderr: /^codegen\.config\.json:6:5 {2}CG703 .*"ignore\[0\]\.reason" is wrong/ },
    { ignore: [errors[0], { reason: 'r' }], stderr: /^codegen\.config\.json:10:5 {2}CG703 .*"ignore\[1\]" is wrong/ },
    {
      ignore: [{ rulle: 'dead-link', reason: 'r' }],
      stderr: /^codegen\.config\.json:7:8 {2}CG702 .*did you mean "rule"/,
    },
    {
      ignore: [{ rule: 'dead-lnk', reason: 'r' }],
      stderr: /^codegen\.config\.json:7:8 {2}CG703 .*did you mean "dead-link"/,
    },
  ])('$ignore has a place', async ({ ignore, stderr }) => {
    await configure(ignore)
    const result = await cli('diff')
    expect(result.stderr).toMatch(stderr)
    expect(result.code).toBe(2)
  })
})
