// Knows how a person accepts findings with a baseline, and what the commands say of them afterwards.

import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { fixturePages } from '../support/recovered.js'

const name = 'codegen.baseline.json'
const python = 'docs/python/models/shared/locker.md'
let folder: string
beforeAll(ensureBuilt)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-baseline-'))
  for (const [path, text] of Object.entries(fixturePages('quickstart/docs'))) await put(`docs/${path}`, text)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const cli = (args: string, cwd = ''): Promise<CliResult> => callCli(args.split(' '), { cwd: join(folder, cwd) })
const text = (path = name): Promise<string> => readFile(join(folder, path), 'utf8')
const edit = async (path: string, change: (before: string) => string): Promise<void> =>
  put(path, change(await text(path)))
/** Flips the first Required cell of a page. */
const flip = (page: string): string => page.replace(':heavy_check_mark:', ':heavy_minus_sign:')

describe('--update-baseline', () => {
  it.each(['diff', 'check'])('of %s accepts all findings; later only new ones fail', async (command) => {
    await cli('run docs')
    const before = await readdir(folder)
    const update = await cli(`${command} docs --update-baseline`)
    expect(update.code).toBe(0)
    expect(update.stderr).toContain(`${name}: 8 findings accepted (8 new, 0 dropped).\n`)
    expect(await readdir(folder)).toEqual([name, ...before].toSorted())
    expect((await text()).match(/"fingerprint"/g)).toHaveLength(8)

    expect(await cli('diff docs')).toEqual({ code: 0, stdout: 'no findings\n', stderr: 'Not shown: 8 accepted.\n' })
    const check = await cli('check docs')
    expect(check).toMatchObject({ code: 0, stdout: '' })
    expect(check.stderr).toBe('The output is up to date and nothing is new (findings: 8 accepted).\n')

    await edit(python, flip)
    const diff = await cli('diff docs')
    expect(diff.code).toBe(1)
    expect(diff.stdout).toMatch(/required-conflict/)
    expect(diff.stdout).toMatch(/^1 finding in 1 of 7 variants$/m)
    const failing = await cli('check docs')
    expect(failing.code).toBe(1)
    expect(failing.stdout).toMatch(/^1 finding in 1 of 7 variants$/m)
  })

  it('twice changes nothing, in any order of folders', async () => {
    await cli('diff docs --update-baseline')
    const first = await text()
    const second = await cli(
      'diff docs/ruby docs/python docs/php docs/java docs/go docs/csharp docs/typescript --update-baseline',
    )
    expect(second.stderr).toContain(`${name}: 8 findings accepted (as before).\n`)
    expect(await text()).toBe(first)
  })

  it('keeps reasons, drops what is gone, and names it before', async () => {
    await edit(python, flip)
    await cli('diff docs --update-baseline')
    await edit(name, (before) => before.replaceAll(' }', ', "reason": "next release" }'))
    await put(python, fixturePages('quickstart/docs')['python/models/shared/locker.md'] ?? '')
    const check = await cli('diff docs')
    expect(check.code).toBe(0)
    expect(check.stderr).toMatch(
      /^codegen\.baseline\.json:\d+:5 {2}CG709 {2}the accepted finding required-conflict of shared\/locker\.\w+ in python does not occur any more$/m,
    )
    expect(check.stderr).toContain('`codegen check --update-baseline` drops it.')
    const update = await cli('diff docs --update-baseline')
    expect(update.stderr).not.toContain('CG709')
    expect(update.stderr).toContain(`${name}: 8 findings accepted (0 new, 1 dropped).\n`)
    expect((await text()).match(/"reason": "next release"/g)).toHaveLength(8)
  })

  it('of diff with a language or rule leaves the other entries alone', async () => {
    await cli('diff docs --language ruby --update-baseline')
    expect((await text()).match(/"variant": "ruby"/g)).toHaveLength(2)
    expect((await text()).match(/"variant"/g)).toHaveLength(2)
    await cli('diff docs --rule type-conflict --update-baseline')
    expect((await text()).match(/"variant"/g)).toHaveLength(3)
    expect((await cli('diff docs --language ruby')).stderr).toBe('Not shown: 2 accepted.\n')
    expect((await cli('diff docs --fail-on error')).code).toBe(0)
  })

  it.each([
    { what: 'a document has an error', folders: 'docs', reason: 'not every document could be read' },
    { what: 'there is one variant', folders: 'docs/go', reason: 'docs of one variant alone have no findings' },
  ])('refuses where $what', async ({ folders, reason }) => {
    await cli('diff docs --update-baseline')
    const before = await text()
    await put(python, '# Locker\n\n<<<<<<< a\n=======\n>>>>>>> b\n')
    const result = await cli(`diff ${folders} --update-baseline`)
    expect(result.code).toBe(2)
    expect(result.stderr).toContain(`CG711  ${name} was not updated: ${reason}`)
    expect(result.stderr).not.toContain('CG709')
    expect(await text()).toBe(before)
  })

  it('keeps the entries of docs that were not read, and says so', async () => {
    await cli('diff docs --update-baseline')
    const result = await cli(
      'check docs/csharp docs/go docs/java docs/php docs/python docs/typescript --update-baseline',
    )
    expect(result.stderr).toMatch(
      /CG710 {2}2 accepted findings are of "ruby", whose docs were not read; updates keep them/,
    )
    expect((await text()).match(/"variant": "ruby"/g)).toHaveLength(2)
  })
})

describe('the place of the file', () => {
  it('is beside the configuration, wherever the command is called', async () => {
    await put('api/codegen.config.json', '{ "sources": ["../docs"] }')
    await cli('diff api --update-baseline')
    expect(await readdir(join(folder, 'api'))).toContain(name)
    expect(await readdir(folder)).not.toContain(name)
    expect((await cli('diff', 'api')).code).toBe(0)
  })

  it('is set by the configuration, and by the flag above it', async () => {
    await put('codegen.config.json', '{ "sources": ["docs"], "baseline": "known/docs.json" }')
    await cli('check --update-baseline')
    expect(await readdir(join(folder, 'known'))).toEqual(['docs.json'])
    expect((await cli('diff')).code).toBe(0)
    expect((await cli('diff --baseline none.json')).code).toBe(1)
    expect((await cli('diff --baseline ../known/docs.json', 'docs')).code).toBe(0)
  })
})

describe('run', () => {
  it('counts what is accepted, fails on new findings only, and writes the same drift with and without a baseline', async () => {
    await cli('run docs')
    const drift = await text('generated/drift/ruby.md')
    await cli('diff docs --update-baseline')
    const result = await cli('run docs --fail-on info')
    expect(result.code).toBe(0)
    expect(result.stdout).toMatch(/^Nothing new\.\n\nKnown {2}8 accepted\n\nFiles {2}58 unchanged in generated$/m)
    expect(await text('generated/drift/ruby.md')).toBe(drift)
  })
})

describe('--json', () => {
  it.each(['run', 'check', 'diff'])(
    'of %s counts what is accepted and ignored, and lists what is new',
    async (command) => {
      await put(
        'codegen.config.json',
        '{ "sources": ["docs"], "ignore": [{ "rule": "missing-model", "reason": "r" }] }',
      )
      await cli('diff --language ruby --update-baseline')
      const { stdout } = await cli(`${command} --json`)
      const document = JSON.parse(stdout)
      expect(document).toMatchObject({ accepted: 2, ignored: 1 })
      const listed = (document.drift ?? document.variants).flatMap(({ findings }: { findings: unknown[] }) => findings)
      expect(listed).toHaveLength(5)
    },
  )

  it('of check tells what an update did', async () => {
    const { stdout, stderr } = await cli('check docs --update-baseline --json')
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      accepted: 8,
      baseline: { file: name, total: 8, added: 8, dropped: 0, written: true },
    })
  })
})

describe('a file that is no baseline', () => {
  it('is an error with its place for every command, accepts nothing, and is never overwritten', async () => {
    const content = '{\n<<<<<<< ours\n'
    await put(name, content)
    for (const args of ['diff docs', 'check docs', 'run docs', 'diff docs --update-baseline']) {
      const result = await cli(args)
      expect(result.stderr).toMatch(/^codegen\.baseline\.json:2:1 {2}CG708 .* unresolved merge$/m)
      expect(result.stderr).not.toMatch(/^\s+at /m)
      expect(result.code).toBe(2)
    }
    expect(await text()).toBe(content)
    expect(await readdir(folder)).toEqual([name, 'docs'])
  })

  it('is an error where it is a link', async () => {
    await put('real.json', '{ "version": 1, "findings": [] }')
    await symlink(join(folder, 'real.json'), join(folder, 'link.json'))
    const result = await cli('diff docs --baseline link.json --update-baseline')
    expect(result.stderr).toContain('CG708  link.json is no baseline: it is no plain file')
    expect(result.code).toBe(2)
  })

  it('is an error where it cannot be written', async () => {
    const result = await cli('diff docs --baseline docs/ruby/models/shared/locker.md/x.json --update-baseline')
    expect(result.stderr).toMatch(/CG605 {2}docs\/ruby\/models\/shared\/locker\.md\/x\.json cannot be written/)
    expect(result.code).toBe(2)
  })
})
