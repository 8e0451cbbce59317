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

  test('a table that a person laid out keeps its other rows', () => {
    const text = '# A\n\n## Fields\n\n|Field|Type|\n|:-|-|\n|`a`|x|\n| `b` | y |\n'
    expect(edited(text, { kind: 'cell', line: 7, column: 1, text: 'z' })).toBe(text.replace('|`a`|x|', '| `a` | z |'))
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
