// Knows that no text of a document leaves its place in anything that is written or printed: all hostile texts, everywhere, through the whole program.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Options } from '../../src/config/options.js'
import { defineEmitter } from '../../src/emit/custom-emitter.js'
import { renderHtml } from '../../src/drift/html/html.js'
import { run } from '../../src/pipeline/run.js'
import type { Report } from '../../src/pipeline/report.js'
import { isSafePath } from '../../src/write/places.js'
import { compile, load, writeFiles } from '../emit/emitted.js'
import { memoryHost } from '../support/memory-host.js'
import { nastyMixtures, nastyTexts } from '../support/nasty.js'
import { optionsWith } from '../support/options.js'
import type { Pages } from '../support/recovered.js'
import { parseXml } from '../support/xml.js'
import { modelOf } from '../drift/sample.js'
import { foreignMarkup } from './foreign-markup.js'
import { addFigure, held } from './figures.js'
import { hostileDocs, places } from './hostile-docs.js'
import { printedDocuments, type Printed } from './printed.js'

const MIXTURES = 40
const texts = [...nastyTexts, ...fc.sample(nastyMixtures, MIXTURES)]
const all = texts.length * places.length
const pages: Pages = hostileDocs(texts)

/** What an emitter of a configuration may do with texts that it does not escape: data alone. */
const own = defineEmitter({ id: 'own', emit: ({ model }) => [{ path: 'own.json', text: JSON.stringify(model) }] })

const shapes: readonly Partial<Options>[] = [
  { shape: 'wire', layout: 'per-model' },
  { shape: 'sdk', layout: 'single-file', header: texts.join('\n'), unknownKeys: 'strip', enums: 'strict' },
]

interface Output {
  readonly report: Report
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

async function write(changes: Partial<Options>): Promise<Output> {
  const host = memoryHost({
    files: Object.fromEntries(Object.entries(pages).map(([path, text]) => [`/w/${path}`, text])),
  })
  const sources = [
    { path: 'one', variant: texts[0] ?? '' },
    { path: 'two', variant: `${texts.join(' ').slice(0, 200)}` },
    { path: 'code' },
  ]
  const options = optionsWith({
    sources: sources.map((source) => ({ ...source, path: `/w/${source.path}` })),
    validators: ['plain', 'zod'],
    emitters: ['json-schema', 'openapi', own],
    ...changes,
  })
  const report = await run(options, host, { mode: 'write', allowPartial: true })
  const written = [...host.files].filter(([path]) => path.startsWith('/w/generated/'))
  return {
    report,
    files: written.map(([path, bytes]) => ({
      path: path.slice('/w/generated/'.length),
      text: new TextDecoder().decode(bytes),
    })),
  }
}

const outputs: Output[] = []
let printed: readonly Printed[] = []
beforeAll(async () => {
  for (const shape of shapes) outputs.push(await write(shape))
  const [first] = outputs
  if (first !== undefined) printed = await printedDocuments(first.report)
})

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('everything is written, and nothing elsewhere', (context) => {
  for (const { report, files } of outputs) {
    expect(report.written).toBe(true)
    expect(report.model.models.length).toBeGreaterThan(texts.length * 3)
    expect(report.findings.length).toBeGreaterThan(texts.length * 3)
    expect(report.diagnostics.filter(({ code }) => /^CG(?:602|608|609|901)$/.test(code))).toEqual([])
    expect(report.plan?.entries.filter(({ action }) => action === 'blocked')).toEqual([])
    expect(files.filter(({ path }) => !isSafePath(path) && path !== '.codegen-manifest.json')).toEqual([])
  }
  addFigure(context, held('sinks', 'paths below the output folder', { good: all, all }))
})

describe('what is emitted', () => {
  test('compiles', (context) => {
    for (const { files } of outputs) {
      const folder = writeFiles(files)
      folders.push(folder)
      expect(compile(folder, files)).toEqual([])
    }
    addFigure(
      context,
      held('sinks', 'TypeScript that compiles, texts × places', {
        good: all * shapes.length,
        all: all * shapes.length,
      }),
    )
  })

  test('does nothing while it is loaded', async (context) => {
    for (const [index, folder] of folders.entries()) {
      const files = outputs[index]?.files ?? []
      for (const { path } of files.filter(({ path: own }) =>
        /(?:^|\/)(?:index|validators|zod|convert|models)\.ts$/.test(own),
      ))
        await load(folder, path.replace(/ts$/, 'js'))
    }
    expect(globalThis).not.toHaveProperty('canary')
    addFigure(
      context,
      held('sinks', 'modules loaded, canary untouched', { good: all * shapes.length, all: all * shapes.length }),
    )
  })

  test('is JSON where it is called so', (context) => {
    const documents = outputs.flatMap(({ files }) => files.filter(({ path }) => path.endsWith('.json')))
    expect(documents.length).toBeGreaterThan(shapes.length * 4)
    for (const { text } of documents) JSON.parse(text)
    addFigure(context, held('sinks', 'JSON, JSON Schema, OpenAPI', { good: all, all }))
  })

  test('holds no character that cannot be seen', (context) => {
    const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
    const raw = outputs.flatMap(({ files }) =>
      files.filter(({ path, text }) => path !== 'own.json' && unseen.test(text)),
    )
    expect(
      raw.map(({ path, text }) => [path, text.slice(Math.max(0, text.search(unseen) - 60), text.search(unseen) + 20)]),
    ).toEqual([])
    addFigure(context, held('sinks', 'no unseen character in any file', { good: all, all }))
  })

  test('keeps every text as it is', (context) => {
    const report = outputs[0]?.report
    const said = new Set<unknown>(
      report?.model.models.flatMap((model) => [
        model.description,
        ...(model.kind === 'object' ? model.fields.flatMap(({ name, description }) => [name, description]) : []),
        ...(model.kind === 'enum' ? model.values.map(({ value }) => value) : []),
      ]),
    )
    const kept = texts.filter((text) => said.has(text))
    const lost = texts.filter((text) => !said.has(text))
    expect(lost).toEqual([])
    addFigure(context, held('sinks', 'texts kept as they are', { good: kept.length, all: texts.length }))
  })
})

/** What is printed under a name. */
function textsOf(name: string): readonly string[] {
  const found = printed.filter((one) => one.name === name).map(({ text }) => text)
  expect(found.length).toBeGreaterThan(0)
  return found
}

describe('what is printed', () => {
  const count = (name: string): { good: number; all: number } => ({
    good: all * textsOf(name).length,
    all: all * textsOf(name).length,
  })

  test('terminals get no control characters but line feeds and our own colours', (context) => {
    for (const name of ['text', 'summary', 'diagnostics', 'explanations']) {
      for (const text of textsOf(name)) {
        const bare = text.replaceAll(/\u001b\[(?:0|1|2|22|31|32|33|36|39|4[0-9]|7|27)m/g, '')
        expect(excerpt(bare, /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)).toBe('')
        expect(excerpt(bare, /^::/m)).toBe('')
      }
      addFigure(context, held('sinks', `terminal: ${name}`, count(name)))
    }
  })

  test('a workflow gets no commands but ours', (context) => {
    for (const text of textsOf('github')) {
      expect(excerpt(text, /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)).toBe('')
      for (const line of text.trimEnd().split('\n'))
        expect(line).toMatch(/^::(?:error|warning|notice) (?:file=[^:,]*,(?:line=\d+,col=\d+,)?)?title=[^:,]*::/)
    }
    addFigure(context, held('sinks', 'workflow commands', count('github')))
  })

  test('JSON, SARIF and GitLab are JSON without unseen characters', (context) => {
    for (const name of ['json', 'sarif', 'gitlab'])
      for (const text of textsOf(name)) {
        JSON.parse(text)
        expect(excerpt(text, /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)).toBe('')
        addFigure(context, held('sinks', name, count(name)))
      }
  })

  test('JUnit is XML', (context) => {
    for (const text of textsOf('junit')) expect(parseXml(text).name).toBe('testsuites')
    addFigure(context, held('sinks', 'JUnit XML', count('junit')))
  })

  test('HTML has our scripts alone, and its data whole', (context) => {
    const tags = (html: string): readonly string[] =>
      html.replace(/(<(script|style)\b[^>]*>).*?(<\/\2>)/gs, '$1$3').match(/<[^>]*>/g) ?? []
    const bare = renderHtml({ model: modelOf(), findings: [], diagnostics: [] })
    for (const text of textsOf('html')) {
      expect(tags(text)).toEqual(tags(bare))
      const [, data = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text) ?? []
      const told = JSON.stringify(JSON.parse(data))
      expect(told).toContain(JSON.stringify('</script>'))
    }
    addFigure(context, held('sinks', 'HTML report', count('html')))
  })

  test('Markdown has no markup, link, picture or mention but ours', (context) => {
    const written = outputs.flatMap(({ files }) =>
      files.filter(({ path }) => path.endsWith('.md')).map(({ text }) => text),
    )
    expect(written.length).toBeGreaterThan(4)
    for (const text of [...textsOf('markdown'), ...written]) expect(foreignMarkup(text)).toEqual([])
    addFigure(context, held('sinks', 'Markdown, comment and files', count('markdown')))
  })

  test('the patch applies', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
    folders.push(folder)
    for (const [path, text] of Object.entries(pages)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    spawnSync('git', ['init', '-q'], { cwd: folder })
    for (const input of textsOf('patch')) {
      expect(input.length).toBeGreaterThan(1000)
      const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input,
        encoding: 'utf8',
      })
      expect({ status, stderr: stderr.slice(0, 2000) }).toEqual({ status: 0, stderr: '' })
    }
    addFigure(context, held('sinks', 'patch that git applies', count('patch')))
  })
})

/** What stands around the first match, with its escapes visible; empty where there is none. */
function excerpt(text: string, pattern: RegExp): string {
  const at = text.search(pattern)
  return at === -1 ? '' : JSON.stringify(text.slice(Math.max(0, at - 80), at + 20))
}
