import { describe, expect, it, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { recover, type Recovered } from '../../src/pipeline/recover.js'
import { told } from '../support/invented.js'
import { memoryHost, systemError } from '../support/memory-host.js'
import { optionsWith } from '../support/options.js'
import { fixturePages, recoverPages, type Pages } from '../support/recovered.js'

function below(folder: string, pages: Pages): Pages {
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [`${folder}/${path}`, text]))
}

/** Diagnostics in a line each: code and place. */
function said(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, span }) => `${code} ${span?.file}:${span?.start.line}`)
}

function models({ model }: Recovered): string[] {
  return model.models.map(({ id, kind }) => `${id} ${kind}`)
}

const all = fixturePages('quickstart/docs')
const python = pick('python')
const ruby = pick('ruby')
const go = pick('go')

/** The pages of a language, by their paths below its folder. */
function pick(language: string): Pages {
  return Object.fromEntries(
    Object.entries(all).flatMap(([path, text]) =>
      path.startsWith(`${language}/`) ? [[path.slice(language.length + 1), text]] : [],
    ),
  )
}

function page(type: string, { name = 'Pet', required = true } = {}): string {
  const mark = required ? ':heavy_check_mark:' : ':heavy_minus_sign:'
  return `# ${name}\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`name\` | ${type} | ${mark} | N/A |`
}

describe('what cannot be read is reported, and all else is read', () => {
  const docs = below('python', python)
  const file = 'python/models/shared/address.md'
  const cases: readonly {
    title: string
    pages: Pages
    sources?: readonly string[]
    diagnostics: readonly string[]
    variants: readonly string[]
  }[] = [
    {
      title: 'a missing folder',
      pages: docs,
      sources: ['python', 'nowhere'],
      diagnostics: ['CG105 nowhere:1'],
      variants: ['python'],
    },
    {
      title: 'a folder without documents',
      pages: { ...docs, 'empty/.keep': '' },
      sources: ['empty', 'python'],
      diagnostics: ['CG104 empty:1'],
      variants: ['python'],
    },
    {
      title: 'a folder without model pages',
      pages: { ...docs, 'notes/a.md': '# About us\n\nWe are here.\n' },
      sources: ['notes', 'python'],
      diagnostics: ['CG104 notes:1'],
      variants: ['python'],
    },
    {
      title: 'a binary file',
      pages: { ...docs, [file]: 'a\0b' },
      diagnostics: [`CG101 ${file}:1`],
      variants: ['python'],
    },
    {
      title: 'an LFS pointer',
      pages: { ...docs, [file]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0000\nsize 12\n' },
      diagnostics: [`CG107 ${file}:1`],
      variants: ['python'],
    },
    { title: 'nothing at all', pages: {}, sources: [], diagnostics: [], variants: [] },
  ]
  test.each(cases)('$title', async ({ pages, sources, diagnostics, variants }) => {
    const recovered = await recoverPages(pages, sources === undefined ? {} : { sources })
    expect([said(recovered.diagnostics), recovered.model.variants.map(({ id }) => id)]).toEqual([diagnostics, variants])
    expect(recovered.findings).toEqual([])
    if (variants.length > 0) expect(models(recovered)).toContain('shared/locker object')
  })

  it.each([
    ['EACCES', 'cannot be read: permission denied'],
    ['ENOENT', 'cannot be read: no such file or folder'],
    ['EIO', 'cannot be read: EIO: broken disk'],
  ])('a file with the fault %s', async (code, message) => {
    const host = {
      fault: (call: string, path: string) =>
        call === 'read' && path.endsWith(file) ? systemError(code, 'broken disk') : undefined,
    }
    const { diagnostics, findings, model } = await recoverPages({ ...docs, ...below('ruby', ruby) }, { host })
    expect(diagnostics.map((one) => [one.code, one.message, one.span?.file])).toEqual([['CG105', message, file]])
    expect(findings.filter(({ model: id }) => id === 'shared/address')).toEqual([])
    expect(model.models.find(({ id }) => id === 'shared/address')?.sources.map(({ variant }) => variant)).toEqual([
      'ruby',
    ])
  })

  it('a folder that cannot be listed', async () => {
    const host = {
      fault: (call: string, path: string) =>
        call === 'list' && path === '/w/ruby' ? systemError('EACCES', 'no') : undefined,
    }
    const { diagnostics, model } = await recoverPages({ ...docs, ...below('ruby', ruby) }, { host })
    expect(said(diagnostics)).toEqual(['CG105 ruby:1'])
    expect(model.variants.map(({ id }) => id)).toEqual(['python'])
  })

  it.each([
    [
      'broken-merge-conflict',
      ['CG106 python/models/shared/door.md:11'],
      ['shared/door unknown', 'shared/locker object'],
    ],
    [
      'broken-missing-heading',
      ['CG208 python/models/shared/door.md:1'],
      ['shared/door unknown', 'shared/locker object'],
    ],
    [
      'broken-no-delimiter-row',
      ['CG201 python/models/shared/door.md:9'],
      ['shared/door object', 'shared/locker object'],
    ],
    [
      'broken-ragged-rows',
      ['CG203 python/models/shared/door.md:10', 'CG202 python/models/shared/door.md:11'],
      ['shared/door object', 'shared/locker object'],
    ],
    [
      'broken-table-in-code-fence',
      ['CG210 python/models/shared/door.md:8', 'CG209 python/models/shared/door.md:6'],
      ['shared/door unknown', 'shared/locker object'],
    ],
    [
      'broken-unknown-section',
      ['CG206 python/models/shared/door.md:6'],
      ['shared/door object', 'shared/locker object'],
    ],
  ])('%s', async (fixture, diagnostics, want) => {
    const recovered = await recoverPages(fixturePages(`${fixture}/docs`))
    expect([said(recovered.diagnostics), models(recovered), recovered.findings]).toEqual([diagnostics, want, []])
  })

  it.each(['broken-merge-conflict', 'broken-missing-heading', 'broken-table-in-code-fence'])(
    '%s: what the fault hides is no finding',
    async (fixture) => {
      const broken = fixturePages(`${fixture}/docs`)
      const whole = below('other', fixturePages('crlf/docs/python'))
      const { findings, model } = await recoverPages({ ...broken, ...whole })
      expect(told(findings)).toEqual([])
      expect(model.models.find(({ id }) => id === 'shared/door')?.kind).toBe('object')
    },
  )
})

describe('documents are sorted into variants', () => {
  const cases: readonly {
    title: string
    pages: Pages
    sources?: readonly ({ path: string; variant?: string; dialect?: string } | string)[]
    variants: readonly string[]
    diagnostics?: readonly string[]
  }[] = [
    {
      title: 'by language, whatever the folders are called',
      pages: { ...below('one', python), ...below('two', ruby) },
      variants: ['python one python', 'ruby two ruby'],
    },
    {
      title: 'by language, in folders named after another',
      pages: { ...below('ruby', python), ...below('python', go) },
      variants: ['go python go', 'python ruby python'],
    },
    {
      title: 'two SDKs of one language, by folder',
      pages: { ...below('old/docs', python), ...below('new/docs', python) },
      variants: ['new new/docs python', 'old old/docs python'],
    },
    {
      title: 'two SDKs of one language in folders of one name, by path',
      pages: { ...below('a/sdk', python), ...below('b/sdk', python) },
      sources: ['a/sdk', 'b/sdk'],
      variants: ['a/sdk a/sdk python', 'b/sdk b/sdk python'],
    },
    {
      title: 'docs folders within one source',
      pages: { ...below('repo/py/docs', python), ...below('repo/rb/docs', ruby) },
      sources: ['repo'],
      variants: ['python repo/py/docs python', 'ruby repo/rb/docs ruby'],
    },
    {
      title: 'docs folders within docs folders',
      pages: { ...below('docs/py/docs', python), ...below('docs/rb/docs', ruby) },
      variants: ['python docs/py/docs python', 'ruby docs/rb/docs ruby'],
    },
    {
      title: 'languages mixed in one folder',
      pages: { ...below('mix/p', python), ...below('mix/r', ruby) },
      sources: ['mix'],
      variants: ['python mix python', 'ruby mix ruby'],
    },
    {
      title: 'as the configuration calls them',
      pages: below('x', python),
      sources: [{ path: 'x', variant: 'snake' }],
      variants: ['snake x python'],
    },
    {
      title: 'one name given twice',
      pages: { ...below('x', python), ...below('y', ruby) },
      sources: [
        { path: 'y', variant: 'v' },
        { path: 'x', variant: 'v' },
      ],
      variants: ['v x python'],
      diagnostics: ['CG502 y:1'],
    },
    {
      title: 'a name that the configuration gives, and a language of that name',
      pages: { ...below('x', python), ...below('y', ruby) },
      sources: [{ path: 'y', variant: 'python' }, 'x'],
      variants: ['python y ruby', 'x x python'],
    },
    { title: 'the working folder itself', pages: python, sources: ['.'], variants: ['python . python'] },
    {
      title: 'single files',
      pages: { 'a.md': page('*Optional[str]*', { required: false }), 'b.md': page('*::String*') },
      sources: ['a.md', 'b.md'],
      variants: ['python a.md python', 'ruby b.md ruby'],
    },
    {
      title: 'the language that the configuration forces',
      pages: { 'x/Pet.md': page('*string*') },
      sources: [{ path: 'x', dialect: 'php' }],
      variants: ['php x php'],
    },
    {
      title: 'pages that show no language, by the name of their folder',
      pages: { 'docs/php/Size.md': '# Size\n\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `S` | s |' },
      sources: ['docs/php'],
      variants: ['php docs/php php'],
    },
    {
      title: 'pages that show no language, in a folder that tells none',
      pages: { 'x/y/Size.md': '# Size\n\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `S` | s |' },
      variants: [],
      diagnostics: ['CG108 x/y/Size.md:1'],
    },
  ]
  test.each(cases)('$title', async ({ pages, sources, variants, diagnostics = [] }) => {
    const recovered = await recoverPages(pages, sources === undefined ? {} : { sources })
    expect(said(recovered.diagnostics)).toEqual(diagnostics)
    expect(recovered.model.variants.map(({ id, root, dialect }) => `${id} ${root} ${dialect}`)).toEqual(variants)
  })

  it('page by page, where two languages lie in one folder', async () => {
    const shared = (pages: Pages, prefix: string): Pages =>
      Object.fromEntries(
        Object.entries(pages).flatMap(([path, text]) =>
          path.startsWith('models/shared/') ? [[path.replace('models/shared/', `mix/${prefix}`), text]] : [],
        ),
      )
    const { model, diagnostics } = await recoverPages({ ...shared(python, 'p-'), ...shared(ruby, 'r-') })
    // Enumerations look alike in both languages, so they go with the folder; the second of a name is reported.
    expect(said(diagnostics)).toEqual(
      ['acknowledgement', 'parcelsize', 'parcelstatus'].map((name) => `CG401 mix/r-${name}.md:1`),
    )
    expect(model.variants.map(({ id, models: count }) => `${id} ${count}`)).toEqual(['python 19', 'ruby 9'])
  })

  it('reports a folder that is given twice, and reads it once', async () => {
    const { diagnostics, model } = await recoverPages(below('x', python), { sources: ['x', 'x'] })
    expect([said(diagnostics), model.variants.map(({ id }) => id)]).toEqual([['CG502 x:1'], ['x']])
  })

  it('skips what is no documentation of models', async () => {
    const { model, diagnostics } = await recoverPages(below('x', python))
    expect([model.variants[0]?.documents, model.variants[0]?.models, diagnostics]).toEqual([19, 17, []])
  })

  it('does not enter packages and repositories', async () => {
    const hidden = below('x/node_modules/other', ruby)
    const { model } = await recoverPages({ ...below('x', python), ...hidden, ...below('x/.git/y', ruby) })
    expect(model.variants.map(({ id, documents }) => `${id} ${documents}`)).toEqual(['python 19'])
  })

  it('takes no folder of a source for the role of its models', async () => {
    const a = { 'errors/Pet.md': page('*str*'), 'errors/Owner.md': page('[models.Pet](Pet.md)', { name: 'Owner' }) }
    const b = { 'shared/Pet.md': page('*str*'), 'shared/Owner.md': page('[models.Pet](Pet.md)', { name: 'Owner' }) }
    const recovered = await recoverPages(
      { ...a, ...b },
      {
        sources: [
          { path: 'errors', dialect: 'python' },
          { path: 'shared', dialect: 'python' },
        ],
      },
    )
    expect([models(recovered), said(recovered.diagnostics), told(recovered.findings)]).toEqual([
      ['shared/owner object', 'shared/pet object'],
      [],
      [],
    ])
  })
})

it('tells how far it is', async () => {
  const steps: string[] = []
  const files = Object.fromEntries(Object.entries(below('/w/x', python)))
  const options = optionsWith({ sources: [{ path: 'x' }] })
  await recover(options, memoryHost({ files }), ({ stage, done, total }) => steps.push(`${stage} ${done}/${total}`))
  expect(steps).toEqual(['reading 19/19', 'reconciling 0/1'])
})
