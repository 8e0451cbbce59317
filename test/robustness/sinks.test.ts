// Knows that no text of a document or setting leaves its place in anything that is written or printed: all hostile texts, everywhere, through the whole program.

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
import { hostileSettings, settingPlaces } from './hostile-settings.js'
import { printedDocuments, type Printed } from './printed.js'

const MIXTURES = 40
const texts = [...nastyTexts, ...fc.sample(nastyMixtures, MIXTURES)]

/** What an emitter of a configuration may do with texts that it does not escape: data alone. */
const own = defineEmitter({ id: 'own', emit: ({ model }) => [{ path: 'own.json', text: JSON.stringify(model) }] })

const docs = hostileDocs(texts)
const sources = [
  { path: '/w/one', variant: texts[0] ?? '' },
  { path: '/w/two', variant: `${texts.join(' ').slice(0, 200)}` },
  { path: '/w/code' },
]

/** What is run, with how many texts in how many places: hostile docs in both shapes, and docs that say little in hostile settings. */
const inputs: readonly { readonly pages: Pages; readonly options: Partial<Options>; readonly tried: number }[] = [
  {
    pages: docs,
    options: { sources, shape: 'sdk', layout: 'single-file', unknownKeys: 'strip', enums: 'strict' },
    tried: texts.length * places.length,
  },
  {
    pages: docs,
    options: { sources, shape: 'wire', layout: 'per-model' },
    tried: texts.length * places.length,
  },
  { ...hostileSettings(nastyTexts), tried: nastyTexts.length * settingPlaces.length },
]
/** Those of which what is printed is looked at, too: it does not depend on the shape. */
const printedInputs = inputs.slice(1)

const all = sum(inputs)

function sum(some: typeof inputs): number {
  return some.reduce((total, { tried }) => total + tried, 0)
}

interface Output {
  readonly report: Report
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

async function write({ pages, options: given }: (typeof inputs)[number]): Promise<Output> {
  const host = memoryHost({
    files: Object.fromEntries(Object.entries(pages).map(([path, text]) => [`/w/${path}`, text])),
  })
  const options = optionsWith({
    validators: ['plain', 'zod'],
    emitters: ['json-schema', 'openapi', own],
    ...given,
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
const printed: (readonly Printed[])[] = []
beforeAll(async () => {
  for (const input of inputs) outputs.push(await write(input))
  for (const { report } of outputs.slice(-printedInputs.length)) printed.push(await printedDocuments(report))
})

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('everything is written, and nothing elsewhere', (context) => {
  for (const { report, files } of outputs) {
    expect(report.written).toBe(true)
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
        good: all,
        all,
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
    addFigure(context, held('sinks', 'modules loaded, canary untouched', { good: all, all }))
  })

  test('is JSON where it is called so', (context) => {
    const documents = outputs.flatMap(({ files }) => files.filter(({ path }) => path.endsWith('.json')))
    expect(documents.length).toBeGreaterThan(inputs.length * 4)
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

/** What runners of workflows take for a command: at the beginning of a line, or anywhere. */
const command = /^\s*::|##\w*\[/m

/** What is printed under a name. */
function textsOf(name: string): readonly string[] {
  const found = printed.flat().flatMap((one) => (one.name === name ? [one.text] : []))
  expect(found.length).toBeGreaterThan(0)
  return found
}

describe('what is printed', () => {
  const count = (name: string): { good: number; all: number } => {
    const tried = (sum(printedInputs) * textsOf(name).length) / printedInputs.length
    return { good: tried, all: tried }
  }

  test('terminals get no control characters but line feeds and our own colours', (context) => {
    for (const name of ['text', 'summary', 'diagnostics', 'explanations']) {
      for (const text of textsOf(name)) {
        const bare = text.replaceAll(/\u001b\[(?:0|1|2|22|31|32|33|36|39|4[0-9]|7|27)m/g, '')
        expect(excerpt(bare, /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)).toBe('')
        // Colours before it keep a line from being one.
        expect(excerpt(text, command)).toBe('')
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
        expect(excerpt(text, command)).toBe('')
      }
    for (const name of ['json', 'sarif', 'gitlab']) addFigure(context, held('sinks', name, count(name)))
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
    for (const [index, input] of textsOf('patch').entries()) {
      expect(input.length).toBeGreaterThan(1000)
      const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
      folders.push(folder)
      for (const [path, text] of Object.entries(printedInputs[index]?.pages ?? {})) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      spawnSync('git', ['init', '-q'], { cwd: folder })
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
