// Knows what the record that a generator leaves beside the docs makes of a run: provenance, edited pages, likely causes.

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { recoverPages, type Pages } from '../support/recovered.js'

const head = '# Visit\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n'
const generated = `${head}| \`gate\` | *str* | :heavy_check_mark: | N/A |\n`
const edited = `${head}| \`gate\` | *int* | :heavy_check_mark: | N/A |\n`
const PAGE = 'docs/models/shared/visit.md'

function blobOf(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
}

/** A lock file of an SDK that was generated with these pages. */
function lockOf(pages: Pages, { checksum = 'aaaa', language = 'python' } = {}): string {
  const files = Object.entries(pages).map(
    ([path, text]) =>
      `  ${path}:\n    id: 0123\n    last_write_checksum: sha1:00\n    pristine_git_object: ${blobOf(text)}\n`,
  )
  const management = `management:\n  docChecksum: ${checksum}\n  speakeasyVersion: 1.2.3\n`
  return `lockVersion: 2.0.0\n${management}features:\n  ${language}:\n    core: 1.0.0\ntrackedFiles:\n${files.join('')}`
}

async function provenanceOf(pages: Pages, sources = ['sdk']): Promise<unknown> {
  const { model, diagnostics } = await recoverPages(pages, { sources })
  expect(diagnostics).toEqual([])
  return model.variants[0]?.provenance
}

const built = { checksum: 'aaaa', generator: '1.2.3' }

describe('pages and their record', () => {
  const lock = lockOf({ [PAGE]: generated })
  const told = { ...built, edited: [`sdk/${PAGE}`] }
  test.each<[string, Pages, unknown]>([
    ['as generated', { [`sdk/${PAGE}`]: generated, 'sdk/.speakeasy/gen.lock': lock }, built],
    [
      'checked out with CRLF',
      { [`sdk/${PAGE}`]: generated.replaceAll('\n', '\r\n'), 'sdk/.speakeasy/gen.lock': lock },
      built,
    ],
    ['edited', { [`sdk/${PAGE}`]: edited, 'sdk/.speakeasy/gen.lock': lock }, told],
    ['not recorded', { [`sdk/${PAGE}`]: edited, 'sdk/.speakeasy/gen.lock': lockOf({}) }, built],
    [
      'recorded under another path',
      { [`sdk/${PAGE}`]: edited, 'sdk/.speakeasy/gen.lock': lockOf({ 'models/shared/visit.md': generated }) },
      built,
    ],
    ['no lock file', { [`sdk/${PAGE}`]: generated }, undefined],
    ['a lock file of another shape', { [`sdk/${PAGE}`]: generated, 'sdk/.speakeasy/gen.lock': '- {' }, undefined],
  ])('%s', async (_, pages, wanted) => expect(await provenanceOf(pages)).toEqual(wanted))

  test('where the docs folder itself is given', async () => {
    expect(await provenanceOf({ [`sdk/${PAGE}`]: edited, 'sdk/.speakeasy/gen.lock': lock }, ['sdk/docs'])).toEqual(told)
  })

  test('a record that most pages contradict is that of another state', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `docs/models/shared/visit${index}.md`)
    const named = (text: string, index: number): string => text.replace('Visit', `Visit${index}`)
    const pagesWith = (count: number): Pages =>
      Object.fromEntries(names.map((name, index) => [`sdk/${name}`, named(index < count ? edited : generated, index)]))
    const record = {
      'sdk/.speakeasy/gen.lock': lockOf(
        Object.fromEntries(names.map((name, index) => [name, named(generated, index)])),
      ),
    }
    expect(await provenanceOf({ ...pagesWith(5), ...record })).toHaveProperty('edited.length', 5)
    expect(await provenanceOf({ ...pagesWith(6), ...record })).toEqual(built)
  })
})

describe('a lock file of another language', () => {
  const pages = { [`sdk/${PAGE}`]: generated }
  test('is told and not used', async () => {
    const { model, diagnostics } = await recoverPages(
      { ...pages, 'sdk/.speakeasy/gen.lock': lockOf({}, { language: 'ruby' }) },
      { sources: [{ path: 'sdk', dialect: 'python' }] },
    )
    expect(model.variants[0]).not.toHaveProperty('provenance')
    expect(diagnostics.map(({ code, severity, message, span }) => [code, severity, message, span?.file])).toEqual([
      [
        'CG109',
        'info',
        'the pages in sdk/docs are read as Python, and the generator recorded Ruby docs beside them',
        'sdk/.speakeasy/gen.lock',
      ],
    ])
  })

  test('that is none of ours says nothing', async () => {
    const lock = lockOf({}, { language: 'terraform' })
    expect(await provenanceOf({ ...pages, 'sdk/.speakeasy/gen.lock': lock })).toEqual(built)
  })
})

test('the likely cause is told with the finding, and the order of sources changes nothing', async () => {
  const sdks = ['one', 'two', 'odd']
  const pages = Object.fromEntries(
    sdks.flatMap((sdk) => [
      [`${sdk}/${PAGE}`, sdk === 'odd' ? edited : generated],
      [
        `${sdk}/.speakeasy/gen.lock`,
        lockOf({ [PAGE]: sdk === 'odd' ? edited : generated }, { checksum: sdk === 'odd' ? 'bbbb' : 'aaaa' }),
      ],
    ]),
  )
  const recovered = await recoverPages(pages, { sources: sdks })
  expect(recovered.findings.map(({ rule, variant, likelyCause }) => [rule, variant, likelyCause])).toEqual([
    [
      'type-conflict',
      'odd',
      { kind: 'specification', words: 'odd is built from another specification than one and two' },
    ],
  ])
  const turned = await recoverPages(pages, { sources: sdks.toReversed() })
  expect(turned.findings).toEqual(recovered.findings)
  expect(turned.model).toEqual(recovered.model)
})
