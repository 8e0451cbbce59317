// Knows that time grows with the input and no faster, for every dimension of docs and for all that is known to make parsers slow.

import { describe, expect, test } from 'vitest'
import { decodeFile } from '../../src/markdown/decode.js'
import { parsePage } from '../../src/markdown/parse-page.js'
import { readPage } from '../../src/markdown/read-page.js'
import { recoverPages, type Pages } from '../support/recovered.js'
import { addFigure, growth, held, type Figure } from './figures.js'

const LIMIT = 2.6
const limits = { rows: 20_000, columns: 64 }

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const model = (name: string, rows: readonly string[], about = ''): string =>
  `# ${name}\n\n${about}\n\n## Fields\n\n${row('Field', 'Type', 'Required', 'Description')}${row('---', '---', '---', '---')}${rows.join('')}`
const field = (index: number, type = '*str*', about = 'N/A'): string =>
  row(`\`field_${index}\``, type, ':heavy_check_mark:', about)
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
const page = (name: string, rows: readonly string[], about = ''): Pages => ({
  [`one/models/shared/${name.toLowerCase()}.md`]: model(name, rows, about),
})

/** Docs of a size, through the recovery of the model, and the size at which it is measured first. */
const docs: readonly (readonly [what: string, size: number, docs: (size: number) => Pages])[] = [
  [
    'rows of a table',
    1500,
    (n) =>
      page(
        'Door',
        times(n).map((at) => field(at)),
      ),
  ],
  ['models', 400, (n) => Object.assign({}, ...times(n).map((at) => page(`Door${at}`, [field(1), field(2)])))],
  [
    'models that contradict each other',
    150,
    (n) =>
      Object.assign(
        {},
        ...times(n).flatMap((at) =>
          ['one', 'two'].map((root) => ({
            [`${root}/models/shared/door${at}.md`]: model(`Door${at}`, [
              field(1, root === 'one' ? '*str*' : '*int*', root),
            ]),
          })),
        ),
      ),
  ],
  [
    'languages',
    8,
    (n) =>
      Object.assign(
        {},
        ...times(n).flatMap((root) =>
          times(60).map((at) => ({
            [`v${root}/models/shared/door${at}.md`]: model(
              `Door${at}`,
              times(8).map((one) => field(one)),
            ),
          })),
        ),
      ),
  ],
  [
    'a chain of links',
    300,
    (n) =>
      Object.assign(
        {},
        ...times(n).map((at) =>
          page(`Door${at}`, [field(1, `[shared.Door${at + 1}](../../models/shared/door${at + 1}.md)`)]),
        ),
      ),
  ],
  [
    'models in a circle',
    300,
    (n) =>
      Object.assign(
        {},
        ...times(n).map((at) =>
          page(`Door${at}`, [field(1, `[shared.Door${(at + 1) % n}](../../models/shared/door${(at + 1) % n}.md)`)]),
        ),
      ),
  ],
  [
    'length of descriptions',
    100_000,
    (n) => page('Door', [field(1, '*str*', 'word and '.repeat(n))], 'word and '.repeat(n)),
  ],
  [
    'nesting of a type, in many cells',
    30,
    (n) =>
      page(
        'Door',
        times(300).map((at) => field(at, `${'List['.repeat(n)}*str*${']'.repeat(n)}`)),
      ),
  ],
  ['nesting beyond the limit', 20_000, (n) => page('Door', [field(1, `${'List['.repeat(n)}*str*${']'.repeat(n)}`)])],
  [
    'values',
    3000,
    (n) => ({
      'one/models/shared/size.md': `# Size\n\n\n## Values\n\n${row('Name', 'Value')}${row('---', '---')}${times(n)
        .map((at) => row(`\`A${at}\``, `a${at}`))
        .join('')}`,
    }),
  ],
  [
    'members of a union',
    200,
    (n) => ({
      'one/models/shared/size.md': `# Size\n\n\n## Supported Types\n\n${times(n)
        .map(
          (at) => `### \`shared.Door${at}\`\n\n\`\`\`python\nvalue: shared.Door${at} = /* values here */\n\`\`\`\n\n`,
        )
        .join('')}`,
      ...Object.assign({}, ...times(n).map((at) => page(`Door${at}`, [field(1)]))),
    }),
  ],
]

/** What stands below the title or in a cell, and is known to make parsers or patterns slow. */
const texts: readonly (readonly [what: string, size: number, text: (size: number) => string])[] = [
  ['declarations that do not end', 20_000, (n) => 'a <!A '.repeat(n)],
  [
    'runs of back-ticks, each longer',
    500,
    (n) =>
      times(Math.round(n * Math.SQRT1_2))
        .map((at) => '`'.repeat(at + 1))
        .join(' '),
  ],
  ['mixed emphasis', 10_000, (n) => '*a _b** __c '.repeat(n)],
  ['brackets', 30_000, (n) => '['.repeat(n)],
  ['links that do not end', 15_000, (n) => '[a](<b'.repeat(n)],
  ['definitions', 1000, (n) => '[a]: b\n'.repeat(n)],
  ['tiny paragraphs', 1500, (n) => 'a\n\n'.repeat(n)],
  ['one long paragraph', 800, (n) => 'word and word\n'.repeat(n)],
  ['one long line', 20_000, (n) => 'word '.repeat(n)],
  ['blanks', 200_000, (n) => `a${' '.repeat(n)}b`],
  ['line feeds', 10_000, (n) => `a${'\n'.repeat(n)}> b`],
  ['notices of deprecation', 2000, (n) => '> :warning: **DEPRECATED**: a\n\n'.repeat(n)],
  ['capitals in code', 50_000, (n) => `\`a${'A'.repeat(n)} `],
  ['words of a default', 10_000, (n) => `default ${'default to '.repeat(n)}`],
  ['blanks before a default', 100_000, (n) => `.${' '.repeat(n)}Defaults to x`],
  ['marks of samples', 20_000, (n) => '<!-- UsageSnippet path="'.repeat(n)],
  ['marks of a conflict', 20_000, (n) => '<<<<<<< a\n=======\n'.repeat(Math.round(n / 4))],
  ['rows cut by line separators', 20_000, (n) => '|\u2028'.repeat(n)],
  ['rows without a delimiter row', 2000, (n) => '| a | b |\n'.repeat(n)],
]

/** Milliseconds of processor time: the least of three, since nothing makes work faster than it is. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const seen: number[] = []
  for (let round = 0; round < 3; round += 1) seen.push(await timeOnce(work))
  return Math.min(...seen)
}

async function timeOnce(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** By how much the time grows from a size to its double; made larger until it can be told from what any docs take. */
async function ratioOf(
  first: number,
  work: (size: number) => () => Promise<unknown>,
  most = first * 8,
): Promise<number> {
  await work(Math.max(1, Math.round(first / 10)))()
  const floor = await timeOf(work(Math.max(1, Math.round(first / 100))))
  for (let count = first; ; count *= 2) {
    const [once, twice] = [await timeOf(work(count)), await timeOf(work(count * 2))]
    const ratio = (twice - floor) / Math.max(once - floor, 1)
    // Noise is no growth: where the ratio is not met, it is asked for again with more.
    if (ratio < LIMIT || count * 2 > most) return ratio
  }
}

const figures: Figure[] = []

describe('time(2n) / time(n)', () => {
  test.each(docs)('%s', async (what, first, docsOf) => {
    const ratio = await ratioOf(first, (count) => {
      const pages = docsOf(count)
      return () => recoverPages(pages)
    })
    figures.push(growth(what, ratio, LIMIT))
    expect(ratio).toBeLessThan(LIMIT)
  })

  test.each(texts)('%s, below a title and in a cell', async (what, first, textOf) => {
    const ratio = await ratioOf(first, (count) => {
      const text = textOf(count)
      const pages = { ...page('Door', [field(1)], text), ...page('Gate', [field(1, '*str*', text)]) }
      return () => recoverPages(pages)
    })
    figures.push(growth(what, ratio, LIMIT))
    expect(ratio).toBeLessThan(LIMIT)
  })
})

test('each ratio is in the table', (context) => {
  for (const figure of figures) addFigure(context, figure)
  expect(figures).toHaveLength(docs.length + texts.length)
})

describe('a page that is too large', () => {
  const large: readonly (readonly [what: string, text: string])[] = [
    [
      '100,000 rows',
      model(
        'Door',
        times(100_000).map((at) => field(at)),
      ),
    ],
    [
      '16,000 columns',
      `# Door\n\n## Fields\n\n${row(...times(16_000).map(String))}${row(...times(16_000).map(() => '-'))}`,
    ],
    ['2 MB of tiny paragraphs', `# Door\n\n${'a\n\n'.repeat(690_000)}`],
    ['quotations in quotations', `# Door\n\n${'>'.repeat(1_000_000)}`],
    ['lists in lists', `# Door\n\n${'- '.repeat(500_000)}a`],
    [
      'ever deeper lists',
      `# Door\n\n${times(1000)
        .map((at) => `${' '.repeat(at * 2)}- a\n`)
        .join('')}`,
    ],
    ['400,000 cells', `# Door\n\n## Fields\n\n${`${'|a'.repeat(40)}|\n`.repeat(10_000)}`],
  ]

  test.each(large)('%s: told at once', async (_, text) => {
    const time = await timeOf(async () => {
      const { diagnostics } = parsePage('door.md', text, limits)
      expect(diagnostics.map(({ code }) => code)).toEqual(['CG211'])
    })
    expect(time).toBeLessThan(1500)
    // Prose needs no parser, however much of it there is.
    expect(await timeOf(() => readPage('door.md', text, limits))).toBeLessThan(1500)
  })

  test('one of 4 MB or 50 MB is not even decoded', () => {
    for (const size of [4, 50])
      expect(decodeFile('door.md', new Uint8Array(size * 1024 * 1024), 2_097_152)).toMatchObject({
        problem: { code: 'CG103' },
      })
  })

  test('are told, each of them', (context) =>
    addFigure(
      context,
      held('growth', 'pages too large, told at once', { good: large.length + 2, all: large.length + 2 }),
    ))
})

describe('a megabyte', () => {
  const signs = [...' \t\n\r!"#$&\'()*+,-./0:;<=>?@A[\\]^_`a{|}~\u0000\u00a0\u2028😀']
  const slow: string[] = []

  test.each([
    ['of one character', signs],
    [
      'of a pair of characters',
      signs.flatMap((one) => [...'<`*_[|>#-&\\"\n '].map((other) => one + other)).filter((_, at) => at % 29 === 0),
    ],
  ])('%s is read in time or told of', async (_, parts) => {
    for (const part of parts) {
      const text = `# Door\n\n${part.repeat(1_000_000 / part.length)}\n\n## Fields\n\n`
      const time = await timeOnce(() => readPage('door.md', text, limits))
      if (time > 4000) slow.push(`${JSON.stringify(part)} ${Math.round(time)} ms`)
    }
    expect(slow).toEqual([])
  })
})
