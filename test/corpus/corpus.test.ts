// Knows what must hold on real docs: all pages classified, all cells understood, one model whatever the order, output that compiles.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { beforeAll, expect, it } from 'vitest'
import type { ApiModel, Model } from '../../src/ir/model.js'
import { reconcile } from '../../src/reconcile/reconcile.js'
import type { VariantDocs } from '../../src/reconcile/variant-docs.js'
import { compilers } from './compilers.js'
import { corpora, describeCorpora, options } from './corpora.js'
import { readCorpus, typeCells, type ReadCorpus } from './read-corpus.js'
import { createTable } from './table.js'

const root = join(import.meta.dirname, '../..')
const table = createTable()

describeCorpora((corpus, folder) => {
  let read: ReadCorpus
  beforeAll(async () => {
    read = await readCorpus(folder)
  })

  it('has every page read and classified, without a diagnostic', () => {
    const files = read.sources.flatMap((source) => source.read.files)
    const models = read.variants.flatMap((variant) => variant.projections)
    const others = files.length - models.length
    table.add(corpus.name, 'pages', files.length)
    table.add(corpus.name, '  outside docs/sdks', files.filter((file) => !file.includes('/docs/sdks/')).length)
    for (const kind of ['object', 'enum', 'union', 'blank'] as const) {
      table.add(corpus.name, `  ${kind}`, models.filter((page) => page.kind === kind).length)
    }
    table.add(corpus.name, '  no model page', others)
    table.add(corpus.name, 'diagnostics', read.diagnostics.length)
    expect(files).toHaveLength(corpus.pages)
    expect(files.filter((file) => !file.includes('/docs/sdks/'))).toHaveLength(corpus.outside)
    expect(read.diagnostics).toEqual([])
  })

  it('is told by language from its pages', () => {
    expect(read.variants.map(({ id, dialect }) => [id, dialect.id])).toEqual(
      read.sources.map(({ label }) => [label, label]),
    )
  })

  it('has every type cell understood and written back byte for byte', () => {
    const cells = typeCells(read)
    const wrong = cells.filter(({ dialect, text, required, file }) => {
      const parsed = dialect.parse(text, { required, file })
      return parsed.problems.length > 0 || dialect.render(parsed.type, { required, file }) !== text
    })
    table.add(corpus.name, 'type cells', cells.length)
    table.add(corpus.name, '  written back byte for byte', cells.length - wrong.length)
    expect(wrong.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
    expect(cells).toHaveLength(corpus.cells)
  })

  it('gives one model, whatever the order of variants and pages', () => {
    const { model, findings, diagnostics } = reconcile(read.variants, options)
    const shuffled = shuffle(
      read.variants.map((variant): VariantDocs => ({ ...variant, projections: shuffle(variant.projections) })),
    )
    const again = reconcile(shuffled, options)
    describeModel(corpus.name, model)
    table.add(corpus.name, 'findings', findings.length)
    const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
    const counts = Object.fromEntries(
      rules.map((rule) => [rule, findings.filter((finding) => finding.rule === rule).length]),
    )
    for (const [rule, count] of Object.entries(counts)) table.add(corpus.name, `  ${rule}`, count)
    table.add(corpus.name, 'models described nowhere', diagnostics.length)
    expect(JSON.stringify(again.model)).toBe(JSON.stringify(model))
    expect(JSON.stringify(again.findings)).toBe(JSON.stringify(findings))
    if (corpus.findings !== undefined) expect(counts).toEqual(corpus.findings)
  })

  it('gives the same model without any one variant, where the others can say it', () => {
    if (corpus.findings === undefined) return
    const whole = factsOf(reconcile(read.variants, options).model)
    const withoutOne = read.variants.map(({ id }) => {
      const others = read.variants.filter((variant) => variant.id !== id)
      const facts = factsOf(reconcile(others, options).model)
      const differing = [...facts].filter(
        ([key, fact]) => whole.get(key) !== fact && !isVaguer(fact, whole.get(key) ?? ''),
      )
      const lost = [...whole.keys()].filter((key) => !facts.has(key))
      table.add(corpus.name, `facts without ${id}: lost, other`, `${lost.length}, ${differing.length}`)
      return { id, lost, differing }
    })
    expect(withoutOne.map(({ id, lost, differing }) => ({ id, lost, differing }))).toEqual(
      read.variants.map(({ id }) => ({ id, lost: [], differing: [] })),
    )
  })

  it('emits code that compiles all at once, and nothing new in a second run', () => {
    const out = mkdtempSync(join(tmpdir(), 'codegen-corpus-'))
    try {
      const codegen = (command: string) =>
        spawnSync(
          'node',
          [join(root, 'dist/cli.js'), command, folder, '--out', out, '--validators', 'plain,zod', '--json'],
          {
            encoding: 'utf8',
            maxBuffer: 1 << 30,
          },
        )
      const first = codegen('run')
      expect(first.stderr).not.toMatch(/\n\s+at /)
      expect(first.status).toBe(0)
      const manifest = readFileSync(join(out, '.codegen-manifest.json'), 'utf8')
      const second = codegen('run')
      expect(second.status).toBe(0)
      expect(readFileSync(join(out, '.codegen-manifest.json'), 'utf8')).toBe(manifest)
      const changed = changedFiles(second.stdout)
      table.add(corpus.name, 'files written by a second run', changed.length)
      expect(changed).toEqual([])
      for (const [version, tsc] of compilers) {
        const { files, errors } = compile(out, tsc)
        table.add(corpus.name, `files for TypeScript ${version}`, files)
        table.add(corpus.name, `  errors of TypeScript ${version}`, errors)
        expect([version, errors]).toEqual([version, 0])
      }
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
})

function describeModel(name: string, model: ApiModel): void {
  const count = (accepts: (model: Model) => boolean): number => model.models.filter(accepts).length
  table.add(name, 'models', model.models.length)
  for (const kind of ['object', 'enum', 'union', 'unknown'] as const) {
    table.add(
      name,
      `  ${kind} `,
      count((one) => one.kind === kind && one.role === 'data'),
    )
  }
  table.add(
    name,
    '  response wrapper',
    count((one) => one.role === 'response'),
  )
  table.add(
    name,
    '  described nowhere',
    count((one) => one.role === 'missing'),
  )
  const fields = model.models.flatMap((one) => (one.kind === 'object' && one.role === 'data' ? one.fields : []))
  table.add(name, 'fields', fields.length)
  for (const wire of ['example', 'path', 'value', 'text', 'convention'] as const) {
    table.add(name, `  wire name by ${wire}`, fields.filter((field) => field.wire === wire).length)
  }
}

/** Every fact of the data models, as texts by place; wrappers are a setting of each SDK. */
function factsOf(model: ApiModel): ReadonlyMap<string, string> {
  const facts = new Map<string, string>()
  for (const one of model.models) {
    if (one.role !== 'data') continue
    facts.set(`${one.id} kind`, one.kind)
    facts.set(`${one.id} description`, one.description ?? '')
    if (one.kind === 'enum') {
      facts.set(`${one.id} values`, JSON.stringify(one.values.map(({ value }) => value)))
      facts.set(`${one.id} open`, String(one.open))
    }
    if (one.kind === 'union') facts.set(`${one.id} members`, JSON.stringify(one.members))
    if (one.kind !== 'object') continue
    for (const field of one.fields) {
      const { type, required, description, deprecated, examples } = field
      facts.set(`${one.id}.${field.name}`, JSON.stringify({ required, description, deprecated, examples }))
      facts.set(`${one.id}.${field.name} type`, JSON.stringify(type))
    }
  }
  return facts
}

/** Whether a fact says less than another: what only the language left out could say is unknown now. */
function isVaguer(fact: string, whole: string): boolean {
  if (fact === whole || fact === 'unknown') return true
  const loosened = (text: string): string => text.replace(/"(nullable|integer|time)":(true|false|"unknown")/g, '"$1":?')
  return fact.includes('"unknown"') && loosened(fact) === loosened(whole)
}

function changedFiles(stdout: string): string[] {
  const { files } = z
    .object({ files: z.array(z.object({ path: z.string(), action: z.string() })) })
    .parse(JSON.parse(stdout))
  return files.filter(({ action }) => action !== 'unchanged').map(({ path }) => path)
}

function compile(out: string, tsc: string): { files: number; errors: number } {
  rmSync(join(out, 'node_modules'), { force: true })
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'))
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    module: 'preserve',
    target: 'es2023',
    noEmit: true,
    skipLibCheck: true,
    types: [],
    listFiles: true,
  }
  writeFileSync(join(out, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }))
  const { stdout } = spawnSync('node', [tsc, '-p', out], { encoding: 'utf8', maxBuffer: 1 << 30 })
  const lines = stdout.split('\n')
  const files = lines.filter((line) => line.startsWith(out) && !line.includes('/node_modules/')).length
  expect(files).toBeGreaterThan(0)
  return { files, errors: lines.filter((line) => /error TS\d+/.test(line)).length }
}

/** A shuffled copy; the same one every time. */
function shuffle<T>(items: readonly T[]): T[] {
  let state = 20_261_121
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

beforeAll(() => {
  if (corpora !== '') execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
})
