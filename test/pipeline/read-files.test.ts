import { describe, expect, it, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { findDocuments, readDocuments, type Reading } from '../../src/pipeline/read-files.js'
import { memoryHost, type MemoryHostOptions } from '../support/memory-host.js'
import { optionsWith } from '../support/options.js'

function reading(host: MemoryHostOptions, onFile = (): void => {}): Reading {
  return {
    options: { cwd: '/w', limits: { ...optionsWith().limits, documents: 120, bytes: 60 } },
    host: memoryHost(host),
    label: (path) => path.slice(3),
    onFile,
  }
}

function brief(found: readonly string[] | Diagnostic): readonly string[] {
  return 'code' in found ? [`${found.code} ${found.message}`] : found
}

describe('finds', () => {
  const cases: readonly { title: string; files: readonly string[]; path?: string; want: readonly string[] }[] = [
    {
      title: 'Markdown below a folder, in one order',
      files: ['/w/d/b.md', '/w/d/a/z.MD', '/w/d/B.markdown', '/w/d/c.txt'],
      want: ['/w/d/B.markdown', '/w/d/a/z.MD', '/w/d/b.md'],
    },
    {
      title: 'texts where there is no Markdown',
      files: ['/w/d/b.txt', '/w/d/a.TXT', '/w/d/c.json'],
      want: ['/w/d/a.TXT', '/w/d/b.txt'],
    },
    {
      title: 'a file by its path, whatever its ending',
      files: ['/w/d/x.rst'],
      path: '/w/d/x.rst',
      want: ['/w/d/x.rst'],
    },
    {
      title: 'nothing in packages and repositories',
      files: ['/w/d/node_modules/p/a.md', '/w/d/x/.git/b.md'],
      want: ['CG104 no model page below d (it is empty)'],
    },
    {
      title: 'texts beside what a run has generated from them',
      files: [
        '/w/d/a.txt',
        '/w/d/generated/.codegen-manifest.json',
        '/w/d/generated/drift/go.md',
        '/w/d/generated2/b.txt',
      ],
      want: ['/w/d/a.txt', '/w/d/generated2/b.txt'],
    },
    {
      title: 'nothing among other files',
      files: ['/w/d/a.json', '/w/d/b.ts'],
      want: ['CG104 no model page below d (2 files, none of them Markdown)'],
    },
    {
      title: 'nothing where there are more than a source may have',
      files: Array.from({ length: 121 }, (_, index) => `/w/d/${index}.md`),
      want: ['CG113 121 documents, more than the limit of 120'],
    },
    { title: 'nothing where there is nothing', files: [], want: ['CG105 cannot be read: no such file or folder'] },
    { title: 'a folder whose path ends in a slash', files: ['/w/d/a.md'], path: '/w/d/', want: ['/w/d/a.md'] },
  ]
  test.each(cases)('$title', async ({ files, path = '/w/d', want }) => {
    const given = Object.fromEntries(files.map((file) => [file, 'x']))
    for (const reversed of [true, false])
      expect(brief(await findDocuments(path, reading({ files: given, reversed })))).toEqual(want)
  })
})

describe('reads', () => {
  const sample = '<!-- UsageSnippet path="/pets/{pet_id}/{toy_id}" -->'
  const files = {
    '/w/pet.md': '# Pet\n\n\n## Fields\n',
    '/w/guide.md': `Use:\n${sample}`,
    '/w/big.md': 'x'.repeat(61),
    '/w/bad.md': new Uint8Array([35, 32, 255, 254, 66]),
  }

  it('pages, names of parameters, and the faults of the others', async () => {
    let count = 0
    const paths = [...Object.keys(files), '/w/gone.md']
    const read = await readDocuments(paths, { ...reading({ files }), onFile: (done) => (count += done) })
    expect(read.pages.map(({ page }) => page.file)).toEqual(['pet.md'])
    expect(
      read.pathNames.map(({ name, span }) => `${name} ${span.file}:${span.start.line}:${span.start.column}`),
    ).toEqual(['pet_id guide.md:2:32', 'toy_id guide.md:2:41'])
    expect(read.diagnostics.map(({ code, span }) => `${code} ${span?.file}`)).toEqual([
      'CG103 big.md',
      'CG102 bad.md',
      'CG105 gone.md',
    ])
    expect([read.files, count]).toEqual([['pet.md', 'guide.md', 'big.md', 'bad.md', 'gone.md'], 5])
  })

  it('more files than are open at once, in the order given', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`/w/${index}.md`, `# P${index}\n\n\n## Fields\n`]),
    )
    const read = await readDocuments(Object.keys(many), reading({ files: many }))
    expect(read.pages.map(({ page }) => page.file)).toEqual(Object.keys(many).map((path) => path.slice(3)))
  })
})
