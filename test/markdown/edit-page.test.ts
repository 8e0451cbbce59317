// Knows that a page keeps its bytes but for what is edited, and how a touched table is laid out.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editPage, isLaidOut, printPage, tablesOf, type PageEdit } from '../../src/markdown/edit-page.js'
import type { Page } from '../../src/markdown/page.js'
import { parsePage } from '../../src/markdown/parse-page.js'

const limits = { rows: 1000, columns: 64 }
const fixtures = join(import.meta.dirname, '../../fixtures')

function read(text: string): Page {
  return parsePage('page.md', text, limits).page
}

function edited(text: string, ...edits: PageEdit[]): string {
  return printPage(editPage(read(text), edits))
}

function put(line: number, column: number, text: string): PageEdit {
  return { kind: 'cell', line, column, text }
}

function insert(line: number, ...cells: string[]): PageEdit {
  return { kind: 'insert', line, cells }
}

const TABLE = ['# Door', '', '## Fields', '', '| Field | Type  |', '| ----- | ----- |', '| `a`   | *int* |'].join('\n')

describe('editing a page', () => {
  const cases: readonly [string, string, PageEdit, string[]][] = [
    [
      'a cell of the same width',
      TABLE,
      { kind: 'cell', line: 7, column: 1, text: '*str*' },
      ['| Field | Type  |', '| ----- | ----- |', '| `a`   | *str* |'],
    ],
    [
      'a longer cell widens every column',
      TABLE,
      { kind: 'cell', line: 7, column: 1, text: '*float*' },
      ['| Field   | Type    |', '| ------- | ------- |', '| `a`     | *float* |'],
    ],
    [
      'bars and line ends count one',
      TABLE,
      { kind: 'cell', line: 7, column: 1, text: 'a\\|b<br/>c' },
      ['| Field | Type  |', '| ----- | ----- |', '| `a`   | a\\|b<br/>c |'],
    ],
    [
      'a character beyond the basic plane counts one',
      TABLE,
      { kind: 'cell', line: 7, column: 1, text: '📦📦📦📦📦' },
      ['| Field | Type  |', '| ----- | ----- |', '| `a`   | 📦📦📦📦📦 |'],
    ],
    [
      'a row behind the last, without a line end',
      TABLE,
      { kind: 'insert', line: 7, cells: ['`b`', '*str*'] },
      ['| Field | Type  |', '| ----- | ----- |', '| `a`   | *int* |', '| `b`   | *str* |'],
    ],
    [
      'a first row',
      TABLE,
      { kind: 'insert', line: 6, cells: ['`b`', '*str*'] },
      ['| Field | Type  |', '| ----- | ----- |', '| `b`   | *str* |', '| `a`   | *int* |'],
    ],
    ['the last row gone', TABLE, { kind: 'delete', line: 7 }, ['| Field | Type  |', '| ----- | ----- |']],
  ]
  test.each(cases)('%s', (_, text, edit, lines) => {
    expect(edited(text, edit).split('\n').slice(4)).toEqual(lines)
  })

  const loose: readonly [string, string[], PageEdit, string[]][] = [
    ['a cell alone changes', ['|`a`|x|', '| `b` | y |'], put(7, 1, 'z'), ['|`a`|z|', '| `b` | y |']],
    ['the bars stay where they stood', ['| a   | x    |'], put(7, 1, 'wide'), ['| a   | wide |']],
    ['a longer text moves the next bar', ['| a   | x  |'], put(7, 1, 'wide'), ['| a   | wide |']],
    ['a row that begins without a bar', ['a | x |'], put(7, 0, 'b'), ['b | x |']],
    ['a row that ends without a bar', ['| a | x'], put(7, 1, 'y'), ['| a | y']],
    ['an empty cell', ['|a||'], put(7, 1, 'y'), ['|a|y|']],
    ['cells that the header lacks stay', ['|a|x|more|'], put(7, 1, 'y'), ['|a|y|more|']],
    ['a cell that the row lacks stays away', ['|a|'], put(7, 1, 'y'), ['|a|']],
    ['the indentation stays', ['  |a|x|'], put(7, 1, 'y'), ['  |a|y|']],
    ['a row below', ['|a|x|'], insert(7, 'b', 'y'), ['|a|x|', '| b | y |']],
    ['a row of too many cells', ['|a|x|'], insert(7, 'b', 'y', 'z'), ['|a|x|', '| b | y |']],
    ['a row of too few cells', ['|a|x|'], insert(7, 'b'), ['|a|x|', '| b |  |']],
    ['a row gone', ['|a|x|', '|b|y|'], { kind: 'delete', line: 7 }, ['|b|y|']],
    ['a row at the top', ['|a|x|'], { kind: 'insert', line: 6, cells: ['b', 'y'] }, ['| b | y |', '|a|x|']],
  ]
  test.each(loose)('in a table that a person laid out, %s', (_, rows, edit, wanted) => {
    const head = '# A\n\n## Fields\n\n|Field|Type|\n|:-|-|\n'
    expect(edited(head + rows.join('\n'), edit)).toBe(head + wanted.join('\n'))
  })

  test('in a table without a delimiter row, every row is a row', () => {
    const head = '# A\n\n## Fields\n\n| Field | Type |\n'
    expect(edited(`${head}| a | x |\n| b | y |`, put(6, 1, 'z'))).toBe(`${head}| a | z |\n| b | y |`)
    const top: PageEdit = { kind: 'top', column: 'Field', cells: ['b', 'y'] }
    expect(edited(`${head}| a | x |\n| c | z |`, top)).toBe(`${head}| b | y |\n| a | x |\n| c | z |`)
  })

  test('the line ends of the page stay', () => {
    const text = `${TABLE}\n`.replaceAll('\n', '\r\n')
    const wanted = `${text}| \`b\`   |       |\r\n`
    expect(edited(text, { kind: 'insert', line: 7, cells: ['`b`', ''] })).toBe(wanted)
  })

  test('a line is replaced by several', () => {
    expect(edited('# A\n\nold\n', { kind: 'line', line: 3, texts: ['new', 'more'] })).toBe('# A\n\nnew\nmore\n')
  })
})

describe('laws', () => {
  const pages = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))

  test('without edits every fixture keeps its bytes', () => {
    const changed = pages.filter((file) => {
      const text = readFileSync(join(fixtures, file), 'utf8')
      return printPage(editPage(read(text), [])) !== text
    })
    expect(pages.length).toBeGreaterThan(100)
    expect(changed).toEqual([])
  })

  test("the tables of the quickstart stand in the generator's layout", () => {
    const loose = pages
      .filter((file) => file.startsWith('quickstart/docs') && !file.includes('/utils/') && !file.includes('/sdks/'))
      .filter((file) => {
        const page = read(readFileSync(join(fixtures, file), 'utf8'))
        return tablesOf(page).some((table) => !isLaidOut(page, table))
      })
    expect(loose).toEqual([])
  })

  const piece = fc.constantFrom(
    '# A',
    '## Fields',
    '',
    '| a | b |',
    '| - | - |',
    '|:-|',
    'x | y',
    '> | q |',
    '\\|',
    '- i',
  )
  test('without edits any text keeps its bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.constantFrom('\n', '\r\n', '\r', ''))), (parts) => {
        const text = parts.flat().join('')
        expect(printPage(editPage(read(text), []))).toBe(text)
        expect(printPage(editPage(read(text), []), 'before')).toBe(text)
      }),
    )
  })

  test('text outside the touched table stays', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.string(), (above, cell) => {
        const text = `${above.join('\n')}\n\n${TABLE.replace('# Door', '## Door')}`
        const page = read(text)
        const table = tablesOf(page).at(-1)
        const line = table?.rows[0]?.span.start.line
        if (line === undefined) return
        const result = printPage(
          editPage(page, [{ kind: 'cell', line, column: 1, text: cell.replace(/[|\\\r\n]/g, '') }]),
        )
        const kept = text.slice(0, table?.header.span.start.offset)
        expect(result.startsWith(kept)).toBe(true)
      }),
    )
  })
})
