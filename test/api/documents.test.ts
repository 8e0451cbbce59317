// Knows that the stages without a file system give what a run gives.

import { describe, expect, it, test } from 'vitest'
import { diff, emit, parseDocument, reconcile, type ParsedDocument } from '../../src/api/documents.js'
import { run } from '../../src/api/run.js'
import type { Config } from '../../src/config/config.js'
import type { Recovered } from '../../src/pipeline/recover.js'
import { memoryHost } from '../support/memory-host.js'
import { fixturePages, recoverPages, type Pages } from '../support/recovered.js'

function parse(pages: Pages, config?: Config): Promise<ParsedDocument[]> {
  return Promise.all(Object.entries(pages).map(([path, text]) => parseDocument({ path, text }, config)))
}

function page(type: string, mark = ':heavy_check_mark:'): string {
  return `# Pet\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`name\` | ${type} | ${mark} | Its name. |\n`
}

/** What was recovered, without the functions; a folder that is not there or empty is told of by the disk alone. */
function valuesOf(recovered: Recovered): object {
  const values = Object.entries(recovered).filter(([, value]) => typeof value !== 'function')
  const diagnostics = recovered.diagnostics.filter(({ code }) => code !== 'CG104' && code !== 'CG105')
  return { ...Object.fromEntries(values), diagnostics }
}

const two = { 'one/docs/models/pet.md': page('*str*'), 'two/docs/models/pet.md': page('*T.nilable(::String)*') }
const quickstart = fixturePages('quickstart/docs')

describe('what the stages give is what a run gives', () => {
  const cases: readonly [string, Pages, Omit<Config, 'limits'>][] = [
    ['all languages in one folder', quickstart, {}],
    ['a source for each language', quickstart, { sources: ['python', { path: './ruby/', variant: 'gem' }] }],
    ['a forced language', quickstart, { sources: [{ path: 'go', dialect: 'java' }, 'php'] }],
    ['with a policy', quickstart, { presence: 'all', severity: { 'missing-field': 'error' } }],
    ['old notations', fixturePages('old-notations/docs'), {}],
    ['a damaged page', { ...two, 'two/docs/models/cat.md': 'a\0b' }, {}],
    ['no documents', {}, {}],
  ]

  test.each(cases)('%s', async (_, pages, config) => {
    const { sources = ['.'], ...options } = config
    const long = await recoverPages(pages, { sources, options })
    const short = reconcile(await parse(pages, config), config)
    expect(valuesOf(short)).toEqual(valuesOf(long))
    expect(await diff(short, 'patch')).toBe(await long.patch(long.findings))
  })

  test('the order of documents changes nothing', async () => {
    const documents = await parse(quickstart)
    const [forth, back] = [reconcile(documents), reconcile(documents.toReversed())]
    expect(back.model).toEqual(forth.model)
    expect(back.findings).toEqual(forth.findings)
  })

  test('the files, but for those of codegen itself', async () => {
    const host = memoryHost({
      files: Object.fromEntries(Object.entries(two).map(([path, text]) => [`/w/${path}`, text])),
    })
    const config: Config = { sources: ['.'], shape: 'sdk', validators: ['plain', 'zod'] }
    const { files, diagnostics } = await emit(reconcile(await parse(two)), config)
    expect(diagnostics).toEqual([])
    await run({ cwd: '/w', config, host })
    const written = [...host.files.keys()].filter((path) => path.startsWith('/w/generated/') && !path.includes('/.'))
    expect(files.map(({ path }) => `/w/generated/${path}`).sort()).toEqual(written.sort())
    for (const { path, text } of files) expect(text).toBe(host.text(`/w/generated/${path}`))
  })
})

describe('parseDocument', () => {
  it('tells language, model and fields', async () => {
    const { dialect, projection, diagnostics } = await parseDocument({ path: 'docs/pet.md', text: page('*str*') })
    expect(diagnostics).toEqual([])
    expect(dialect).toBe('python')
    expect(projection).toMatchObject({
      kind: 'object',
      name: 'Pet',
      fields: [{ name: 'name', required: { value: true } }],
    })
  })

  it('reads a page without a sign of its language where its source names one', async () => {
    const given = { path: 'docs/pet.md', text: '# Pet\n' }
    expect(await parseDocument(given)).not.toHaveProperty('projection')
    const told = await parseDocument(given, { sources: [{ path: 'docs', dialect: 'ruby' }] })
    expect(told).toMatchObject({ dialect: 'ruby', projection: { kind: 'blank', name: 'Pet' } })
  })

  test.each([
    ['a page of no model', '# Read me\n\nHello.\n', []],
    ['bytes that are no text', 'a\0b', ['CG101']],
    ['a row without cells', page('*str*').replace(' | *str* |', ' |'), ['CG203']],
    ['a type that is none', `${page('*str*')}| \`size\` | *Strang[e* | :heavy_check_mark: | Its size. |\n`, ['CG302']],
  ])('says what is wrong with %s', async (_, text, codes) => {
    const { diagnostics } = await parseDocument({ path: 'docs/pet.md', text })
    expect(diagnostics.map(({ code }) => code)).toEqual(codes)
  })

  it('takes limits', async () => {
    const { diagnostics } = await parseDocument({ path: 'a.md', text: page('*str*') }, { limits: { bytes: 10 } })
    expect(diagnostics.map(({ code }) => code)).toEqual(['CG103'])
  })
})

describe('reconcile', () => {
  it('leaves out what lies in no source, and does not take a folder for another that begins like it', async () => {
    const pages = { ...two, 'one-more/docs/models/cat.md': page('*str*') }
    const { model } = reconcile(await parse(pages), { sources: ['one'] })
    expect(model.variants.map(({ root, documents }) => [root, documents])).toEqual([['one/docs', 1]])
  })

  it('explains', async () => {
    expect(
      reconcile(await parse(two))
        .explain('Pet.name')
        ?.facts.map(({ fact }) => fact),
    ).toContain('required')
    expect(reconcile([]).explain('Pet')).toBeUndefined()
  })
})

describe('emit', () => {
  it('tells of a file of an own emitter that cannot be laid out', async () => {
    const emitter = { id: 'mine', emit: () => [{ path: 'mine.ts', text: 'const = 1' }] }
    const { files, diagnostics } = await emit(reconcile(await parse(two)), { emitters: [emitter] })
    expect(files.map(({ path }) => path)).not.toContain('mine.ts')
    expect(diagnostics.map(({ code, message }) => [code, message.split(':')[0]])).toEqual([
      ['CG602', 'mine.ts was not written'],
    ])
  })
})

describe('diff', () => {
  test.each([
    ['text', /^one {2}1 error\n|^python {2}1 error\n/],
    ['markdown', /^# Drift of the docs\n/],
    ['json', /^\{\n {2}"version": 1,\n/],
    ['sarif', /"version": "2\.1\.0"/],
    ['github', /^::error /],
    ['gitlab', /^\[\n/],
    ['junit', /^<\?xml /],
    ['html', /^<!doctype html>/i],
    ['patch', /^diff --git a\/one\/docs\/models\/pet\.md /],
  ] as const)('as %s', async (format, form) => {
    const wrong = { ...two, 'two/docs/models/pet.md': page('*T.nilable(::String)*', ':heavy_minus_sign:') }
    const api = reconcile(await parse(wrong))
    expect(await diff(api, format)).toMatch(form)
    expect(await diff(api, format, [])).not.toMatch(/required here, optional in two|@@ -/)
  })
})
