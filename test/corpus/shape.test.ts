// Knows that the shape `sdk` holds on real docs: all code compiles, and every model converts both ways without loss.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emitters } from '../../src/emit/index.js'
import type { ApiModel } from '../../src/ir/model.js'
import { outlineModels } from '../../src/emit/outline.js'
import { pairsOf } from '../emit/pairs.js'
import { compilers } from './compilers.js'
import { describeCorpora } from './corpora.js'
import { recoverCorpus } from './read-corpus.js'
import { createTable } from './table.js'

const SAMPLES = 10
const root = join(import.meta.dirname, '../..')
const table = createTable()

describeCorpora((corpus, folder) => {
  const out = mkdtempSync(join(tmpdir(), 'codegen-shape-'))
  let model: ApiModel = { variants: [], models: [], wireCase: { style: 'snake', reason: '' } }

  beforeAll(async () => {
    model = await recoverCorpus(folder)
  })
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  it('emits code that compiles all at once', async () => {
    const input = {
      model,
      findings: [],
      header: ['Generated.'],
      shape: 'sdk',
      layout: 'per-model',
      responses: false,
      unknownKeys: 'allow',
    } as const
    const chosen = emitters.filter(({ id }) => id !== 'ir')
    const emitted = await Promise.all(chosen.map((emitter) => emitter.emit(input)))
    expect(emitted.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
    const files = emitted.flatMap((each) => each.files)
    for (const { path, text } of files) {
      mkdirSync(dirname(join(out, 'src', path)), { recursive: true })
      writeFileSync(join(out, 'src', path), text)
    }
    table.add(corpus.name, 'files of shape sdk', files.length)
    prepare(out)
    for (const [version, tsc] of compilers) {
      const errors = compile(out, tsc)
      table.add(corpus.name, `  errors of TypeScript ${version}`, errors.length)
      expect([version, errors]).toEqual([version, []])
    }
  })

  it('converts every model both ways without loss', async () => {
    const converters: Readonly<Record<string, unknown>> = await import(
      pathToFileURL(join(out, 'js/convert/index.js')).href
    )
    const pairs = pairsOf(model, 2)
    const { entries } = outlineModels(model.models, false)
    const lossy: unknown[] = []
    let values = 0
    for (const { id, name } of entries) {
      const parse = callable(converters[`parse${name}`])
      const serialize = callable(converters[`serialize${name}`])
      for (const { wire, own } of fc.sample(pairs.of(id), { numRuns: SAMPLES, seed: 20_261_121 })) {
        values += 1
        const parsed = parse(wire)
        const again = parse(serialize(own))
        const want = { ok: true, value: own }
        if (!isDeepStrictEqual(parsed, want) || !isDeepStrictEqual(again, want)) lossy.push({ id, wire, own })
        else if (!isDeepStrictEqual(serialize(own), wire)) lossy.push({ id, wire, own })
      }
    }
    table.add(corpus.name, 'models with parse and serialize', entries.length)
    table.add(corpus.name, '  random values converted', values)
    table.add(corpus.name, '  not converted without loss', lossy.length)
    expect(lossy.slice(0, 3)).toEqual([])
  })
})

/** Makes a package of the folder, in which code is compiled for Node. */
function prepare(out: string): void {
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'))
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }')
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom'],
    rootDir: 'src',
    outDir: 'js',
    skipLibCheck: true,
    types: [],
  }
  writeFileSync(join(out, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }))
}

/** The errors of a compiler, whose JavaScript replaces that of the one before. */
function compile(out: string, tsc: string): readonly string[] {
  const { status, stdout } = spawnSync('node', [tsc, '-p', out], { encoding: 'utf8', maxBuffer: 1 << 30 })
  const errors = stdout.split('\n').filter((line) => /error TS\d+/.test(line))
  return status === 0 || errors.length > 0 ? errors : [`it ended with ${status}: ${stdout}`]
}

function callable(value: unknown): (argument: unknown) => unknown {
  if (typeof value !== 'function') throw new Error(`${String(value)} is no function`)
  return (argument) => value(argument)
}
