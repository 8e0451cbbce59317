// Knows the law of the two ways to read a page: what the scanner reads, the parser reads alike and has nothing to report of.

import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsePage } from '../../src/markdown/parse-page.js'
import { openPage, readPage } from '../../src/markdown/read-page.js'
import { scanPage } from '../../src/markdown/scan-page.js'
import { createPool } from '../../src/text/pool.js'

const limits = { rows: 12, columns: 6 }
const fixtures = join(import.meta.dirname, '../../fixtures')

const pages = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !/README|why/.test(file))
  .map((file) => readFileSync(join(fixtures, file), 'utf8').replace(/^\uFEFF/, ''))

/** What an editor, another generator or a hostile specification may put at any place of a page. */
const pieces = [
  ['\n', '\n\n', ' ', '  ', '    ', '\t', '\r', '\r\n', '\u00a0', '\u2028', '\f', ''],
  ['|', '\\', '\\|', '\\\\|', '| |', '||', ' | ', '| a |', '| - |', '|-|\n', '\n| a | b |\n| - | - |\n'],
  [
    '`',
    '```',
    '\n```\n',
    '\n```go\n',
    '~~~',
    '\n~~~\n',
    '\n````\n',
    '#',
    '##',
    '\n## Fields\n',
    '\n\n## Values\n\n',
    '\n### `X`\n\n',
    '### ',
  ],
  [
    '<',
    '<!--',
    '\n<!--\n',
    '-->',
    '\n<div>\n',
    '\n<pre>\n',
    '</pre>',
    '\n> ',
    '\n- ',
    '\n* a\n',
    '\n1. ',
    '\n---\n',
    '\n===\n',
    '- `"a"`\n',
  ],
  [
    '[a]: b\n',
    '\n[a]: <\n',
    '[a](b)',
    '![',
    '*',
    '**',
    '_',
    '~~',
    '&nbsp;',
    '&#124;',
    '<br/>',
    '{',
    '}',
    '\u200d',
    '👍',
  ],
].flat()

const edit = fc.record({
  at: fc.nat(100_000),
  length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(30) }),
  piece: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
  ),
})

function edited(text: string, { at, length, piece }: { at: number; length: number; piece: string }): string {
  const place = at % (text.length + 1)
  return text.slice(0, place) + piece + text.slice(place + length)
}

/** Whether the scanner reads a text; what it reads must be what the parser reads. */
function scans(text: string): boolean {
  const page = scanPage('a.md', text, limits)
  if (page !== undefined) expect({ page, diagnostics: [] }).toEqual(parsePage('a.md', text, limits))
  return page !== undefined
}

describe('the scanner reads as the parser does', () => {
  test('every page of the fixtures; most need no parser', () => {
    const read = pages.filter(scans)
    expect(pages.length).toBeGreaterThan(150)
    expect(read.length / pages.length).toBeGreaterThan(0.7)
  })

  test('whatever is put into a page', () => {
    let scanned = 0
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.array(edit, { minLength: 1, maxLength: 3 }), (page, edits) => {
        if (scans(edits.reduce(edited, page))) scanned += 1
      }),
      { numRuns: 4000 },
    )
    expect(scanned).toBeGreaterThan(400)
  })
})

test('a page that is read anew whenever it is asked for is the page, however its texts are kept', async () => {
  const own = createPool()
  for (const text of pages) {
    const opened = await openPage('a.md', text, { ...limits, own })
    const read = await readPage('a.md', text, limits)
    expect({ page: opened.page, diagnostics: opened.diagnostics }).toEqual(read)
    expect(opened.page).toEqual(opened.page)
  }
})
