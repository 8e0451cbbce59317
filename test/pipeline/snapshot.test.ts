// Knows which files are snapshots, what is said of those that are none, and where their docs are seen.

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it, test } from 'vitest'
import {
  packSnapshot,
  printSnapshot,
  readSnapshot,
  snapshotSchema,
  unpackSnapshot,
} from '../../src/pipeline/snapshot.js'
import { takeSnapshot } from '../../src/pipeline/take-snapshot.js'
import { recoverPages } from '../support/recovered.js'
import { memoryHost } from '../support/memory-host.js'
import { optionsWith } from '../support/options.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const page = (name: string, type: string): string =>
  `# ${name}\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`name\` | ${type} | :heavy_check_mark: | N/A |\n`
const content = {
  format: 'codegen-snapshot/1',
  folder: 'docs',
  name: 'docs',
  files: { 'models/pet.md': page('Pet', '*str*') },
}
const python = JSON.stringify(content)
const ruby = JSON.stringify({ ...content, files: { 'models/pet.md': page('Pet', '*::Integer*') } })
const validate = new Ajv2020().compile(snapshotSchema)

describe('a snapshot', () => {
  const snapshot = {
    folder: '../sdk/docs',
    name: 'docs',
    files: new Map([
      ['b.md', '\uFEFFtwo\r\n'],
      ['a.md', 'one'],
    ]),
    beside: new Map([['.speakeasy/gen.lock', 'x: 1\n']]),
  }

  it('is a text of one form, which is read back', () => {
    const text = printSnapshot(snapshot)
    expect(text).toBe(
      [
        '{',
        '  "$schema": "https://unpkg.com/sdk-docs-codegen/dist/schema/snapshot.json",',
        '  "format": "codegen-snapshot/1",',
        '  "folder": "../sdk/docs",',
        '  "name": "docs",',
        '  "beside": {',
        '    ".speakeasy/gen.lock": "x: 1\\n"',
        '  },',
        '  "files": {',
        '    "a.md": "one",',
        '    "b.md": "\uFEFFtwo\\r\\n"',
        '  }',
        '}',
        '',
      ].join('\n'),
    )
    expect(validate(JSON.parse(text))).toBe(true)
    expect(readSnapshot(bytes(text))).toEqual(snapshot)
  })

  it('is packed where its name says so, the same on every system', () => {
    const packed = packSnapshot(python, 'a.json.gz')
    expect(Array.from(packed.subarray(0, 10))).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
    expect(unpackSnapshot(packed)).toBe(python)
    expect(packSnapshot(python, 'a.json')).toEqual(bytes(python))
  })
})

describe('no snapshot is', () => {
  const changed = (changes: object): Uint8Array => bytes(JSON.stringify({ ...content, ...changes }))
  test.each<[string, Uint8Array, RegExp]>([
    [
      'what was cut off',
      packSnapshot(python, 'a.gz').slice(0, 40),
      /^it is damaged or no JSON \(unexpected end of file\)/,
    ],
    ['a damaged package', packSnapshot(python, 'a.gz').fill(7, 20, 30), /^it is damaged or no JSON/],
    ['text that is no UTF-8', new Uint8Array([0x7b, 0xff]), /^it is damaged or no JSON/],
    ['no JSON', bytes('{'), /^it is damaged or no JSON/],
    ['another document', bytes('{"models": []}'), /^its `format` is not "codegen-snapshot\/1"$/],
    ['a list', bytes('[]'), /`format`/],
    [
      'one of another version',
      changed({ format: 'codegen-snapshot/2' }),
      /^it has version 2, and this codegen reads 1$/,
    ],
    ['one without files', changed({ files: undefined }), /^`files` is no object$/],
    ['one with a list of files', changed({ files: ['a'] }), /^`files` is no object$/],
    ['one with a number for a text', changed({ files: { 'a.md': 1 } }), /^`files` has no text at "a.md"$/],
    ...['../a.md', '/a.md', 'a/../../b.md', 'a\\b.md', 'a//b.md', './a.md', ''].map(
      (path): [string, Uint8Array, RegExp] => [
        `one with the path ${path}`,
        changed({ files: { [path]: '' } }),
        /leads out/,
      ],
    ),
    ['one with a path outside beside it', changed({ beside: { '../x': '' } }), /^`beside` has the path/],
    ...['/etc', 'a/../b', 'docs/', './docs', 'C:\\docs', ''].map((folder): [string, Uint8Array, RegExp] => [
      `one of the folder ${folder}`,
      changed({ folder }),
      /^`folder` is no path$/,
    ]),
    ['one of a folder with two names', changed({ name: 'a/b' }), /^`name` is no name of a folder$/],
  ])('%s', (_, given, expected) => {
    expect(readSnapshot(given)).toEqual({ fault: expect.stringMatching(expected) })
  })
})

describe('snapshots as sources', () => {
  it('of the same folder of two repositories are told apart by their files', async () => {
    const { model, findings, diagnostics, patch } = await recoverPages(
      { 's/python.json': python, 's/ruby.json': ruby },
      { sources: ['s/python.json', 's/ruby.json'] },
    )
    expect(diagnostics).toEqual([])
    expect(model.variants.map(({ id, root }) => [id, root])).toEqual([
      ['python', 's/python.json:docs'],
      ['ruby', 's/ruby.json:docs'],
    ])
    expect(findings.map(({ span }) => span?.file)).toEqual(['s/python.json:docs/models/pet.md'])
    // A patch is for the repository that the docs come from.
    expect(await patch(findings)).toContain('--- a/docs/models/pet.md\n')
  })

  it('give way to a folder that is read', async () => {
    const { model } = await recoverPages(
      { 'ruby.json': ruby, 'docs/models/pet.md': page('Pet', '*str*') },
      { sources: ['docs', 'ruby.json'] },
    )
    expect(model.variants.map(({ root }) => root)).toEqual(['docs', 'ruby.json:docs'])
  })

  it('that cannot be read are told of, and the others are read', async () => {
    const { model, diagnostics } = await recoverPages(
      { 'a.json': '{', 'b.json': ruby },
      { sources: ['a.json', 'b.json'] },
    )
    expect(diagnostics.map(({ code, span }) => `${code} ${span?.file}`)).toEqual(['CG111 a.json'])
    expect(model.variants.map(({ id }) => id)).toEqual(['ruby'])
  })
})

describe('no snapshot is taken', () => {
  const good = page('Pet', '*str*')
  test.each<[string, { readonly [path: string]: string | Uint8Array }, string]>([
    ['of nothing', { '/w/other/a.md': good }, 'CG105'],
    ['where there are no model pages', { '/w/docs/a.md': 'text' }, 'CG104'],
    ['of a page that is no text', { '/w/docs/a.md': good, '/w/docs/b.md': new Uint8Array([0xff, 0x41]) }, 'CG102'],
    [
      'of a lock file that is no text',
      { '/w/docs/a.md': good, '/w/.speakeasy/gen.lock': new Uint8Array([0xff]) },
      'CG102',
    ],
  ])('%s', async (_, files, code) => {
    const options = optionsWith({ sources: [{ path: '/w/docs' }] })
    const taken = await takeSnapshot(options, memoryHost({ files }))
    expect(taken.snapshot).toBeUndefined()
    expect(taken.diagnostics.map((one) => one.code)).toEqual([code])
  })
})
