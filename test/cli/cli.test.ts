// Knows what a person at a terminal, and a program at a pipe, get from the published command line.

import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callCli, ensureBuilt, type CliCall, type CliResult } from '../support/built-cli.js'

let folder: string
beforeAll(ensureBuilt)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const page = `# Pet

A pet.


## Fields

| Field              | Type               | Required           | Description        |
| ------------------ | ------------------ | ------------------ | ------------------ |
| \`name\`             | *str*              | :heavy_check_mark: | Its name.          |
| \`age\`              | *Optional[int]*    | :heavy_minus_sign: | Its age in years.  |
`

const other = `# Pet

A pet.


## Fields

| Field                           | Type                            | Required                        | Description                     |
| ------------------------------- | ------------------------------- | ------------------------------- | ------------------------------- |
| \`name\`                          | *::String*                      | :heavy_check_mark:              | Its name.                       |
| \`age\`                           | *T.nilable(::Integer)*          | :heavy_minus_sign:              | Its age in years.               |
`

async function put(files: { readonly [path: string]: string }): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

const cli = (args: string, call: Partial<CliCall> = {}): Promise<CliResult> =>
  callCli(args === '' ? [] : args.split(' '), { cwd: folder, ...call })

const docs = { 'docs/one/models/pet.md': page, 'docs/two/models/pet.md': other }

const misuses = [
  { args: 'rum', code: 2, stderr: /No command registered for `rum`, did you mean `run`\?/ },
  { args: 'run --forc', code: 2, stderr: /No flag registered for --forc, did you mean --force\?/ },
  { args: 'check --chekc', code: 2, stderr: /No flag registered for --chekc/ },
  { args: 'run --dry-ru', code: 2, stderr: /No flag registered for --dry-ru, did you mean --dry-run\?/ },
  { args: 'run -x', code: 2, stderr: /No alias registered for -x/ },
  { args: 'run --validators zodd', code: 2, stderr: /"zodd" is none of plain, zod; did you mean zod\?/ },
  { args: 'check --fail-on eror', code: 2, stderr: /did you mean "error"\?/ },
  { args: 'diff --format jsn', code: 2, stderr: /did you mean "json"\?/ },
  { args: 'diff --rule missing-fild', code: 2, stderr: /did you mean "missing-field"\?/ },
  { args: 'explain Pett docs/one', code: 2, stderr: /The docs have no Pett, did you mean Pet\?/ },
  { args: 'explain Pet.naem docs/one', code: 2, stderr: /The docs have no Pet\.naem, did you mean Pet\.name\?/ },
  { args: 'diff docs/one --format patch --reporter sarif', code: 2, stderr: /two were asked for: patch, sarif/ },
  { args: 'explain', code: 2, stderr: /Expected at least 1 argument/ },
  { args: 'rules missing-fild', code: 2, stderr: /There is no rule "missing-fild", did you mean "missing-field"\?/ },
  { args: 'run', code: 2, stderr: /^CG705 {2}no docs folder was given/ },
  { args: 'check', code: 2, stderr: /^CG705/ },
  { args: 'run nowhere', code: 2, stderr: /CG105.*nowhere|nowhere.*CG105/ },
  { args: 'run empty', code: 2, stderr: /CG104.*empty|empty.*CG104/ },
  { args: 'run --config none.json', code: 2, stderr: /CG701 .*none\.json cannot be loaded/ },
  { args: 'run --config typo.json', code: 2, stderr: /typo\.json:1:3 {2}CG702 .*"source"; did you mean "sources"\?/ },
  { args: 'run docs/one --out .', code: 2, stderr: /CG607/ },
  { args: 'run docs/one --out docs', code: 2, stderr: /CG607/ },
  { args: 'diff docs/one docs/two --language on', code: 2, stderr: /No docs of "on" were read/ },
] as const

describe('misuse', () => {
  it.each(misuses)('$args exits with $code and no stack trace', async ({ args, code, stderr }) => {
    await put({ ...docs, 'typo.json': '{"source": []}' })
    await mkdir(join(folder, 'empty'))
    const result = await cli(args)
    expect(result.stderr).toMatch(stderr)
    expect(result.stderr).not.toMatch(/^\s+at /m)
    expect(result.code).toBe(code)
    expect(await readdir(folder)).not.toContain('generated')
  })

  it.each(misuses)('$args --json prints one document and says why', async ({ args, code }) => {
    const { stdout, code: given } = await cli(`${args} --json`)
    expect(given).toBe(code)
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({ version: 1, exitCode: code })
    expect(document.error ?? document.diagnostics).not.toHaveLength(0)
  })

  it.skipIf(userInfo().uid === 0)('an unreadable file is named, and nothing is written', async () => {
    await put(docs)
    await chmod(join(folder, 'docs/one/models/pet.md'), 0)
    const result = await cli('run docs/one docs/two')
    expect(result.stderr).toMatch(/docs\/one\/models\/pet\.md.*CG105/)
    expect(result.code).toBe(2)
  })
})

describe('help and version', () => {
  it.each(['', '--help', 'run --help', 'check --help', 'diff --help', 'explain --help', 'rules --help'])(
    '%s goes to standard output and tells the exit codes',
    async (args) => {
      const result = await cli(args)
      expect(result).toMatchObject({ code: 0, stderr: '' })
      expect(result.stdout).toContain('  3    a fault of codegen itself')
    },
  )

  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await cli('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('run', () => {
  it('writes, then finds nothing to do, and check agrees', async () => {
    await put(docs)
    const first = await cli('run docs/one docs/two')
    expect(first.code).toBe(0)
    expect(first.stdout).toMatch(/^Files {2}\d+ created in generated$/m)
    const second = await cli('run docs/one docs/two')
    expect(second.stdout).toMatch(/^Files {2}\d+ unchanged in generated$/m)
    const check = await cli('check docs/one docs/two')
    expect(check).toMatchObject({ code: 0, stdout: '' })
  })

  it('--dry-run tells what would happen and touches nothing', async () => {
    await put(docs)
    const result = await cli('run docs/one docs/two --dry-run')
    expect(result.stdout).toMatch(/to create in generated \(dry run, nothing was touched\)/)
    expect(await readdir(folder)).toEqual(['docs'])
  })

  it('keeps a file edited by hand, names it, and overwrites it by force', async () => {
    await put(docs)
    await cli('run docs/one docs/two')
    const path = join(folder, 'generated/index.ts')
    const generated = await readFile(path, 'utf8')
    await writeFile(path, `${generated}export const mine = 1\n`)
    const refused = await cli('run docs/one docs/two')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(
      /^generated\/index\.ts:\d+:1 {2}CG601 {2}generated\/index\.ts was changed since it was generated.*\n {2}\d+ \| \+ export const mine = 1\n/,
    )
    expect(await readFile(path, 'utf8')).toContain('mine')
    expect((await cli('check docs/one docs/two')).code).toBe(1)
    expect((await cli('run docs/one docs/two --force')).code).toBe(0)
    expect(await readFile(path, 'utf8')).toBe(generated)
  })

  it('--quiet prints nothing where all is well', async () => {
    await put(docs)
    expect(await cli('run docs/one docs/two -q')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('--json prints one document and nothing else, the same for the same input', async () => {
    await put(docs)
    const result = await cli('run docs/one docs/two --json')
    expect(result.stderr).toBe('')
    expect(JSON.parse(result.stdout)).toMatchObject({ version: 1, command: 'run', exitCode: 0, written: true })
    const [second, third] = [await cli('run docs/one docs/two --json'), await cli('run docs/two docs/one --json')]
    expect(third.stdout).toBe(second.stdout)
  })

  it('--json stays one document where there is nothing to run', async () => {
    const result = await cli('run --json')
    expect(result).toMatchObject({ code: 2, stderr: '' })
    expect(JSON.parse(result.stdout)).toMatchObject({ diagnostics: [{ code: 'CG705' }] })
  })

  it('reads the configuration of the one folder given, and writes beside it', async () => {
    await put({ 'demo/docs/one/models/pet.md': page, 'demo/codegen.config.json': '{ "sources": ["docs/one"] }' })
    expect((await cli('run demo')).code).toBe(0)
    expect(await readdir(join(folder, 'demo'))).toContain('generated')
  })

  it('reads a configuration in TypeScript where the package is not installed', async () => {
    await put({
      'docs/one/models/pet.md': page,
      'codegen.config.ts': `import { defineConfig } from 'sdk-docs-codegen'
const out: string = 'api'
export default defineConfig({ sources: ['docs/one'], out })
`,
    })
    const result = await cli('run')
    expect(result.stderr).toBe('')
    expect(await readdir(folder)).toContain('api')
  })

  it('--verbose tells how long each stage took', async () => {
    await put(docs)
    expect((await cli('run docs/one docs/two --verbose')).stdout).toMatch(/\(read \d.*, emit \d.*, write \d.*\)/)
  })
})

describe('check', () => {
  it('names what is missing, stale and orphaned, and exits with 1', async () => {
    await put(docs)
    await cli('run docs/one docs/two')
    await put({ 'docs/one/models/owner.md': page.replaceAll('Pet', 'Owner').replaceAll('pet', 'owner') })
    await put({ 'docs/two/models/owner.md': other.replaceAll('Pet', 'Owner').replaceAll('pet', 'owner') })
    const before = await readdir(join(folder, 'generated'), { recursive: true })
    const result = await cli('check docs/one docs/two')
    expect(result.code).toBe(1)
    expect(result.stdout).toMatch(/^generated\/index\.ts +stale /m)
    expect(result.stdout).toMatch(/^generated\/\S*owner\S* +missing +new$/m)
    expect(await readdir(join(folder, 'generated'), { recursive: true })).toEqual(before)
  })
})

describe('--verbose', () => {
  it.each(['check', 'diff', 'explain Pet', 'run'])('%s tells how long each stage took', async (command) => {
    await put(docs)
    const { stdout, stderr } = await cli(`${command} docs/one docs/two --verbose`)
    expect(`${stderr}${stdout}`).toMatch(/^Time +\d[\d.]* m?s \((?:read|look) \d/m)
  })
})

describe('rules', () => {
  it('lists every rule and code', async () => {
    const { stdout } = await cli('rules')
    expect(stdout).toMatch(/^ {2}type-conflict +error +Variants give a field types/m)
    expect(stdout).toMatch(/^ {2}CG301 +error +unknown type notation$/m)
  })

  it('tells of one what it means, its cause and fix, and how to silence it', async () => {
    expect((await cli('rules CG106')).stdout).toBe(`CG106  error  merge conflict
  Cause    A merge or rebase was not finished.
  Fix      Resolve the conflict, then run again.
  Silence  It cannot be silenced; where a document is at fault, \`--allow-partial\` goes on without it.
`)
    expect((await cli('rules dead-link')).stdout).toBe(`dead-link  warning  A link of a type leads to no page
  Example  The type of \`Parcel.courier\` links to \`courier.md\`, and there is no such page.
  Cause    The page was deleted, renamed or not generated.
  Fix      Restore the page or correct the link.
  Silence  Everywhere: \`severity: { 'dead-link': 'off' }\` in the configuration.
           In one place: \`ignore: [{ rule: 'dead-link', model: 'shared/Locker', reason: '…' }]\` there.
           What is known today: \`codegen check --update-baseline\`.
`)
  })

  it('--json has all of it', async () => {
    const { rules } = JSON.parse((await cli('rules --json')).stdout)
    expect(rules).toContainEqual(expect.objectContaining({ id: 'dead-link', kind: 'finding', severity: 'warning' }))
  })
})

describe('colours', () => {
  it.each([
    { env: {}, args: 'rules', colored: false },
    { env: { CI: '1' }, args: 'rules', colored: false },
    { env: { FORCE_COLOR: '1' }, args: 'rules', colored: true },
    { env: { FORCE_COLOR: '0' }, args: 'rules', colored: false },
    { env: { FORCE_COLOR: '1', NO_COLOR: '1' }, args: 'rules', colored: false },
    { env: { FORCE_COLOR: '1', TERM: 'dumb' }, args: 'rules', colored: true },
    { env: { NO_COLOR: '1' }, args: 'rules --color', colored: true },
    { env: { FORCE_COLOR: '1' }, args: 'rules --no-color', colored: false },
    { env: { FORCE_COLOR: '1' }, args: 'rules --json', colored: false },
  ])('$env $args: $colored', async ({ env, args, colored }) => {
    const { stdout } = await cli(args, { env })
    expect(stdout.includes('\u001B[')).toBe(colored)
  })
})

describe('the process', () => {
  it('is quiet when nobody reads its output any more', async () => {
    const result = await cli('rules --json', { closesOutput: true })
    expect(result.stderr).toBe('')
    expect(result.code).toBe(0)
  })

  it.each([
    { signal: 'SIGHUP', code: 129 },
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ] as const)('exits with $code as soon as $signal asks for it', { timeout: 4000 }, async ({ signal, code }) => {
    await put({ 'slow.config.mjs': 'await new Promise((done) => setTimeout(done, 5000))\nexport default {}\n' })
    const result = await cli('run --config slow.config.mjs --json', { interrupt: { signal, after: 700 } })
    expect(result.code).toBe(code)
    expect(JSON.parse(result.stdout)).toMatchObject({ exitCode: code, diagnostics: [] })
  })
})
