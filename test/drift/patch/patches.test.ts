// Knows the patches of texts, and of values in every form of enumeration.

import { expect, test } from 'vitest'
import { recoverPages, type Pages } from '../../support/recovered.js'

const COLUMNS = '| Field    | Type     | Required | Description |'
const table = (type: string): string =>
  `## Fields\n\n${COLUMNS}\n| -------- | -------- | -------- | -------- |\n| \`name\` | ${type} | :heavy_check_mark: | N/A |`

function changed(patch: string): string[] {
  return patch.split('\n').filter((line) => /^[-+](?!\+\+ |-- )/.test(line))
}

async function patchFor(variant: string, pages: Pages): Promise<string[]> {
  const { findings, patch } = await recoverPages(pages)
  return changed(await patch(findings.filter((finding) => finding.variant === variant)))
}

const door = (head: string, type: string): string => `# Door${head}\n\n\n${table(type)}`

test('a description that is missing', async () => {
  const pages = {
    'python/models/door.md': door('', '*str*'),
    'ruby/models/door.md': door('\n\nA way in.', '*::String*'),
  }
  expect(await patchFor('python', pages)).toEqual(['+', '+A way in.'])
})

test('a description of several lines that differs', async () => {
  const pages = {
    'go/models/door.md': door('\n\nA way in.', '`string`'),
    'python/models/door.md': door('\n\nA way\nout.\n\nAt last.', '*str*'),
    'ruby/models/door.md': door('\n\nA way in.', '*::String*'),
  }
  expect(await patchFor('python', pages)).toEqual(['-A way', '-out.', '-', '-At last.', '+A way in.'])
})

const list = '# Size\n\n\n## Values\n\n- `"SMALL"`\n- `"LARGE"`\n'
const code = '# Size\n\n## Values\n\n```typescript\n"SMALL" | "LARGE"\n```'
const values = (names: readonly (readonly [string, string])[]): string =>
  [
    '# Size\n\n\n## Values\n',
    '| Name | Value |',
    '| ---- | ----- |',
    ...names.map(([name, value]) => `| \`${name}\` | ${value} |`),
  ].join('\n')

test.each([
  ['python', list, ['+- `"MIDDLE"`']],
  ['typescript', code, ['-"SMALL" | "LARGE"', '+"SMALL" | "MIDDLE" | "LARGE"']],
  [
    'ruby',
    values([
      ['SMALL', 'SMALL'],
      ['LARGE', 'LARGE'],
    ]),
    ['+| `MIDDLE` | MIDDLE |'],
  ],
])('a value in %s', async (variant, page, lines) => {
  const pages = {
    [`${variant}/models/size.md`]: page,
    [`${variant}/models/door.md`]: door(
      '',
      variant === 'python' ? '*str*' : variant === 'ruby' ? '*::String*' : '*string*',
    ),
    'go/models/size.md': values([
      ['SizeSmall', 'SMALL'],
      ['SizeMiddle', 'MIDDLE'],
      ['SizeLarge', 'LARGE'],
    ]),
    'go/models/door.md': door('', '`string`'),
  }
  expect(await patchFor(variant, pages)).toEqual(lines)
})

test('a byte order mark stays', async () => {
  const pages = {
    'python/models/door.md': `\uFEFF${door('', '*str*')}`,
    'ruby/models/door.md': door('\n\nA way in.', '*::String*'),
  }
  const { findings, patch } = await recoverPages(pages)
  expect(await patch(findings)).toContain('\n \uFEFF# Door\n')
})

test('a text that cannot stand in a cell is left out', async () => {
  const pages = {
    'python/models/door.md': door('', '*str*'),
    'ruby/models/door.md': door('\n\nA way in.', '*::String*'),
  }
  const { findings, patch } = await recoverPages(pages, {
    options: { overrides: { 'Door.name': { description: 'ends in \\|' } } },
  })
  const own = findings.filter(({ field }) => field === 'name')
  expect(own.map(({ rule, fixable }) => [rule, fixable])).toEqual([
    ['missing-description', undefined],
    ['missing-description', undefined],
  ])
  expect(await patch(own)).toBe('')
})

test('rows with a type to set and a type to get are not written', async () => {
  const columns = '| Field | Setter Type | Getter Type | Required | Description |\n| - | - | - | - | - |'
  const row = '| `name` | @Nullable *String* | Optional\\<*String*> | :heavy_minus_sign: | N/A |'
  const pages = {
    'java/models/Door.md': `# Door\n\n\n## Fields\n\n${columns}\n${row}`,
    'python/models/door.md': door('', '*str*').replace('N/A', 'Its name.'),
    'ruby/models/door.md': door('', '*::String*').replace('N/A', 'Its name.'),
  }
  const { findings } = await recoverPages(pages)
  expect(findings.map(({ variant, rule }) => `${variant} ${rule}`)).toEqual([
    'java missing-description',
    'java required-conflict',
  ])
  expect(await patchFor('java', pages)).toEqual([])
})
