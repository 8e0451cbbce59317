// Knows what a text is as a page: its parts and places, whatever its line ends are, and what is reported of broken ones.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dialectOf } from '../../src/dialects/index.js'
import { decodeFile } from '../../src/markdown/decode.js'
import { parsePage } from '../../src/markdown/parse-page.js'
import { sliceSpan } from '../../src/text/span.js'
import { showDiagnostic, showPage } from './pages.js'

const limits = { rows: 5, columns: 4 }
const fixtures = join(import.meta.dirname, '../../fixtures')

function parse(text: string): { page: unknown; found: string[] } {
  const { page, diagnostics } = parsePage('a.md', text, limits)
  return { page: showPage(page), found: diagnostics.map(showDiagnostic) }
}

const door =
  '# Door\n\nA *door*.\n\nOf one.\n\n\n## Example Usage\n\n```typescript\nlet a = 1;\n```\n\n## Fields\n\n| Field | Type |\n| ----- | ---- |\n| `a` | *str* |\n| `b` |  |\n\n### `X`\n\n* one\n* `two`\n'
const doorPage = {
  title: '1:3-1:7 Door',
  description: '3:1-5:8 A *door*.\n\nOf one.',
  sections: [
    { heading: '8:4-8:17 Example Usage', blocks: [['code', '10:1-12:4 let a = 1;']] },
    {
      heading: '14:4-14:10 Fields',
      blocks: [
        [
          ['16:3-16:8 Field', '16:11-16:15 Type'],
          ['18:3-18:6 `a`', '18:9-18:14 *str*'],
          ['19:3-19:6 `b`', '19:9-19:9 '],
        ],
        ['heading', '21:5-21:8 `X`'],
        ['23:1-23:6 * one', '24:1-24:8 * `two`'],
      ],
    },
  ],
}

describe('parts and places', () => {
  test.each([
    ['LF', door],
    ['CRLF', door.replaceAll('\n', '\r\n')],
    ['CR', door.replaceAll('\n', '\r')],
    ['mixed', door.split('\n').reduce((text, line, index) => text + (index % 2 === 0 ? '\n' : '\r\n') + line)],
    ['no line end at the end', door.trimEnd()],
  ])('%s', (_, text) => {
    expect(parse(text)).toEqual({ page: doorPage, found: [] })
  })

  test('a cell is the text between its bars, unparsed', () => {
    const cells = [
      '*ReadableStream<Uint8Array>*',
      'List\\\\<x>',
      '**string*',
      '[][a.B](../b.md)',
      '<br/>&amp;',
      'a \\| b',
    ]
    const text = `## Fields\n\n| A |\n| - |\n${cells.map((cell) => `| ${cell} |`).join('\n')}`
    const { page } = parsePage('a.md', text, { rows: 10, columns: 4 })
    const [table] = page.sections[0]?.blocks ?? []
    const read = table?.kind === 'table' ? table.rows.map((row) => row.cells[0]) : []
    expect(read.map((cell) => cell?.text)).toEqual(cells)
    expect(read.map((cell) => (cell === undefined ? '' : sliceSpan(text, cell.span)))).toEqual(cells)
  })

  test.each([
    ['nothing', '', { sections: [] }],
    ['prose', 'Text.\n', { description: '1:1-1:6 Text.', sections: [] }],
    ['a title only', '# Door\n\n', { title: '1:3-1:7 Door', sections: [] }],
    ['an empty heading', '## A\n\n### \n', { sections: [{ heading: '1:4-1:5 A', blocks: [['heading', '3:5-3:5 ']] }] }],
    [
      'a second title is text of the description',
      '# A\n\n# B\n\n## C',
      { title: '1:3-1:4 A', description: '3:1-3:4 # B', sections: [{ heading: '5:4-5:5 C', blocks: [] }] },
    ],
    [
      'a section inside a fence is none',
      '# A\n\n```\n## B\n```\n',
      { title: '1:3-1:4 A', description: '3:1-5:4 ```\n## B\n```', sections: [] },
    ],
    [
      'an underlined heading is none',
      'A\n=\n\nB\n-\n\n## C',
      { description: '1:1-5:2 A\n=\n\nB\n-', sections: [{ heading: '7:4-7:5 C', blocks: [] }] },
    ],
  ])('%s', (_, text, page) => {
    expect(parse(text)).toEqual({ page: { title: undefined, description: undefined, ...page }, found: [] })
  })
})

describe('broken tables', () => {
  const rowsOf = (text: string): { rows: number; found: string[] } => {
    const { page, diagnostics } = parsePage('a.md', text, limits)
    const tables = page.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table')
    return { rows: tables.reduce((sum, table) => sum + table.rows.length, 0), found: diagnostics.map(showDiagnostic) }
  }

  test.each([
    ['no delimiter row', '## F\n\n| A | B |\n| 1 | 2 |\n| 3 | 4 |', 2, ['CG201 4:1']],
    ['a delimiter row of another width', '## F\n\n| A | B |\n| --- |\n| 1 | 2 |', 1, ['CG201 4:1']],
    ['too many cells', '## F\n\n| A | B |\n| - | - |\n| 1 | 2 | 3 |', 1, ['CG202 5:1']],
    ['too few cells', '## F\n\n| A | B |\n| - | - |\n| 1 |', 1, ['CG203 5:1']],
    ['prose below', '## F\n\n| A | B |\n| - | - |\n| 1 | 2 |\nand more', 2, ['CG203 6:1']],
    ['a blank line', '## F\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n| 3 | 4 |', 2, ['CG205 7:1']],
    ['a line of prose', '## F\n\n| A | B |\n| - | - |\n\nText.\n\n| 3 | 4 |\n| 5 | 6 |', 2, ['CG205 8:1']],
    ['inside a fence', '## F\n\n```\n| A | B |\n| - | - |\n```', 0, ['CG210 3:1']],
    ['indented', '## F\n\n    | A | B |\n    | - | - |', 0, ['CG210 3:1']],
    ['below a fence that is not closed', '# A\n\n```\n\n## F\n\n| A | B |\n| - | - |', 0, ['CG210 3:1']],
    ['below HTML that is not closed', '# A\n\n<pre>\n\n## F\n\n| A | B |\n| - | - |', 0, ['CG210 3:1']],
    ['too many rows', `## F\n\n| A |\n| - |\n${'| 1 |\n'.repeat(6)}`, 0, ['CG211 10:1']],
    ['too many columns', '## F\n\n|a|b|c|d|e|\n|-|-|-|-|-|', 0, ['CG211 3:1']],
    ['too many columns in a row', '## F\n\n| A |\n| - |\n1 | 2 | 3 | 4 | 5', 0, ['CG211 5:1']],
    ['too many cells', `## F\n\n${'|a|b|c|d|\n|-|-|-|-|\n|1|2|3|4|\n\n'.repeat(3)}`, 0, ['CG211 11:1']],
    ['too many lines', '\n'.repeat(20_010), 0, ['CG211 20006:1']],
    ['lists in lists', `# A\n\n${'- '.repeat(200)}`, 0, ['CG211 3:1']],
    ['many lists in lists', `# A\n\n${`${'- '.repeat(40)}\n`.repeat(20)}`, 0, ['CG211 15:1']],
    ['quotations in quotations', `# A\n\n${'>'.repeat(200)}`, 0, ['CG211 3:1']],
    [
      'lists that lead ever deeper',
      Array.from(Array(60), (_, at) => `${' '.repeat(at * 2)}1. a`).join('\n'),
      0,
      ['CG211 39:1'],
    ],
    ['as many lists as there may be', `# A\n\n${'- a\n\n'.repeat(4000)}`, 0, []],
    ['escaped bars are no cells', `## F\n\n| A |\n| - |\n| ${'\\|'.repeat(20)} |`, 1, []],
  ])('%s', (_, text, rows, found) => {
    expect(rowsOf(text)).toEqual({ rows, found })
  })

  test('a table as text in a description is none of ours', () => {
    expect(rowsOf('# A\n\n```\n| A |\n| - |\n```\n\n## F\n\nText.').found).toEqual([])
  })
})

describe('fixtures', () => {
  test.each([
    ['broken-merge-conflict', ['CG106 11:1'], 0],
    ['broken-missing-heading', ['CG208 1:1'], 0],
    ['broken-no-delimiter-row', ['CG201 9:1'], 3],
    ['broken-prose-in-table', ['CG205 14:1'], 3],
    ['broken-ragged-rows', ['CG203 10:1', 'CG202 11:1'], 3],
    ['broken-table-in-code-fence', ['CG210 8:1', 'CG209 6:4'], 0],
    ['broken-unknown-section', ['CG206 6:4'], 3],
    ['broken-unknown-type', ['CG302 11:61', 'CG301 12:73', 'CG302 13:61'], 5],
    ['crlf', [], 3],
    ['bom', [], 3],
  ])('%s', (name, found, fields) => {
    const bytes = readFileSync(join(fixtures, name, 'docs/python/models/shared/door.md'))
    const decoded = decodeFile('door.md', bytes, 1 << 20)
    if ('problem' in decoded) return expect([showDiagnostic(decoded.problem)]).toEqual(found)
    const { page, diagnostics } = parsePage('door.md', decoded.text, { rows: 100, columns: 64 })
    const read = dialectOf('python')?.project(page)
    expect([...diagnostics, ...(read?.diagnostics ?? [])].map(showDiagnostic)).toEqual(found)
    expect(read?.projection?.fields.length ?? 0).toBe(fields)
  })
})
