// Knows where the results of `diff` and `check` go: at most one to standard output, any number into files.

import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseReporter, settleOutputs, type ReporterFlags } from '../../src/cli/reporters.js'
import { callCli, ensureBuilt, type CliResult } from '../support/built-cli.js'
import { parseXml } from '../support/xml.js'

describe('a reporter', () => {
  it.each([
    ['sarif', { format: 'sarif' }],
    ['sarif:out.sarif', { format: 'sarif', file: 'out.sarif' }],
    ['junit:C:\\out\\a b.xml', { format: 'junit', file: 'C:\\out\\a b.xml' }],
    ['text:reports/a,b.txt', { format: 'text', file: 'reports/a,b.txt' }],
  ])('%s', (given, wanted) => expect(parseReporter(given)).toEqual(wanted))

  it.each([
    ['sarf:x', /"sarf" is none of text, .*html; did you mean sarif\?/],
    ['', /"" is none of text/],
    ['sarif:', /the file after "sarif:" is missing/],
  ])('%j is refused', (given, wanted) => expect(() => parseReporter(given)).toThrow(wanted))
})

describe('the outputs', () => {
  const reporters = (...given: readonly string[]): ReporterFlags => ({ reporter: given.map(parseReporter) })

  it.each<[string, ReporterFlags, string, number]>([
    ['no flag: text', {}, 'text', 0],
    ['a format', { format: 'sarif' }, 'sarif', 0],
    ['--json', { json: true }, 'json', 0],
    ['--json and a format: json', { json: true, format: 'text' }, 'json', 0],
    ['a reporter without a file', reporters('github'), 'github', 0],
    ['files leave the text where it is', reporters('sarif:a', 'junit:b'), 'text', 2],
    ['several at once', { ...reporters('sarif:a', 'json:b'), format: 'github' }, 'github', 2],
  ])('%s', (_, flags, stdout, files) => {
    const outputs = settleOutputs(flags, '/here')
    expect(outputs).toMatchObject({ stdout })
    expect(typeof outputs === 'string' ? outputs : outputs.files).toHaveLength(files)
  })

  it.each<[string, ReporterFlags, RegExp]>([
    [
      'two reporters',
      reporters('github', 'sarif'),
      /takes one result, and 2 were asked for: github, sarif\. .*sarif:<file>/,
    ],
    ['the same one twice', reporters('text', 'text'), /2 were asked for: text, text/],
    ['format and reporter', { ...reporters('sarif'), format: 'json' }, /2 were asked for: json, sarif/],
    ['--json and reporter', { ...reporters('sarif'), json: true }, /2 were asked for: json, sarif/],
    ['one file for two', reporters('sarif:out/a', 'json:./out/a'), /same file, \.\/out\/a/],
  ])('contradiction: %s', (_, flags, wanted) => expect(settleOutputs(flags, '/here')).toMatch(wanted))
})

const page = (type: string): string => `# Pet

A pet.


## Fields

| Field | Type | Required | Description |
| ----- | ---- | -------- | ----------- |
| \`name\` | *str* | :heavy_check_mark: | Its name. |
| \`age\` | ${type} | :heavy_check_mark: | Its age. |
`

const files = {
  'app/docs/one/models/pet.md': page('*int*'),
  'app/docs/two/models/pet.md': page('*int*'),
  'app/docs/three/models/pet.md': page('*str*'),
  'app/docs/three/models/broken.md': '<<<<<<< HEAD\n# Broken\n=======\n# Other\n>>>>>>> b\n',
  'app/codegen.config.json': '{ "sources": ["docs/one", "docs/two", "docs/three"] }',
}

describe('the command line', () => {
  let folder: string
  beforeAll(ensureBuilt)
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codegen-reporters-'))
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const cli = (args: string): Promise<CliResult> => callCli(args.split(' '), { cwd: folder })
  const textOf = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')

  it.each(['diff', 'check'])('%s writes several reports at once, with paths as seen from here', async (command) => {
    const reports = '--reporter sarif:out/a.sarif --reporter gitlab:out/q.json --reporter junit:out/j.xml'
    const result = await cli(`${command} app ${reports} --reporter github`)
    expect(result.code).toBe(2)
    expect(result.stdout).toMatch(/^::error file=app\/docs\/three\/models\/broken\.md,line=1,col=1,title=CG106::/m)
    expect(result.stdout).toMatch(
      /^::error file=app\/docs\/three\/models\/pet\.md,line=11,col=\d+,title=type-conflict /m,
    )
    expect(result.stderr).toContain('CG106')
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['a.sarif', 'j.xml', 'q.json'])
    const sarif = JSON.parse(await textOf('out/a.sarif'))
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['CG106', 'type-conflict'])
    expect(JSON.parse(await textOf('out/q.json'))).toHaveLength(2)
    expect(parseXml(await textOf('out/j.xml')).attributes).toMatchObject({ tests: '4', failures: '1', errors: '1' })
  })

  it.each(['diff', 'check'])(
    '%s writes the page for people, with the docs side by side and the patch',
    async (command) => {
      await rm(join(folder, 'app/docs/three/models/broken.md'))
      const result = await cli(`${command} app --reporter html:out/drift.html`)
      expect(result.code).toBe(1)
      const html = await textOf('out/drift.html')
      const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
      expect(data.variants.map(({ id }: { id: string }) => id)).toEqual(['one', 'three', 'two'])
      expect(data.models).toHaveLength(1)
      expect(data.models[0]).toMatchObject({
        name: 'Pet',
        findings: [{ rule: 'type-conflict', row: 1, fixable: true }],
      })
      expect(data.models[0].rows.map((row: readonly unknown[]) => row.length)).toEqual([4, 4])
      expect(data.texts).toEqual(
        expect.arrayContaining(['app/docs/three/models/', '*str*', '+++ b/docs/three/models/pet.md']),
      )
    },
  )

  it('diff keeps its text on standard output beside files, and replaces them', async () => {
    const plain = await cli('diff app')
    await writeFile(join(folder, 'a.sarif'), 'old')
    const result = await cli('diff app --reporter sarif:a.sarif --reporter text:drift.txt')
    expect(result).toEqual(plain)
    expect(await textOf('drift.txt')).toBe(plain.stdout)
    expect(JSON.parse(await textOf('a.sarif')).version).toBe('2.1.0')
  })

  it('check tells files on the error stream where a document has standard output', async () => {
    await rm(join(folder, 'app/docs/three/models/broken.md'))
    const result = await cli('check app --format gitlab')
    expect(result.code).toBe(1)
    const names = JSON.parse(result.stdout).map(({ check_name: name }: { check_name: string }) => name)
    expect(names.sort()).toEqual(['CG610', expect.any(String)])
    expect(result.stderr).toMatch(/^app\/generated\/index\.ts +missing/m)
    const text = await cli('check app --reporter json:check.json')
    expect(text.stdout).toMatch(/^app\/generated\/index\.ts +missing[^]*1 finding in 1 of 3 variants\n$/m)
    expect(JSON.parse(await textOf('check.json'))).toMatchObject({ command: 'check', exitCode: 1 })
    expect((await cli('check app --json')).stdout).toBe(await textOf('check.json'))
  })

  it.each([
    ['diff app --reporter sarif --reporter github', /^Standard output takes one result, and 2 were asked for/],
    ['diff app --reporter sarf', /did you mean sarif\?/],
    ['check app --format sarf', /did you mean "sarif"\?/],
    ['diff app --reporter sarif:app', /CG605 {2}app cannot be written/],
    ['check app --reporter sarif:app/docs/one/models/pet.md/x', /CG605/],
  ])('%s exits with 2 and says why', async (args, stderr) => {
    await rm(join(folder, 'app/docs/three/models/broken.md'))
    const result = await cli(args)
    expect(result.stderr).toMatch(stderr)
    expect(result.stderr).not.toMatch(/^\s+at /m)
    expect(result.code).toBe(2)
  })

  it('says so in the one document that was asked for', async () => {
    const { code, stdout, stderr } = await cli('check app --json --reporter junit')
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      exitCode: 2,
      error: expect.stringMatching(/^Standard output takes one result/),
    })
  })
})
