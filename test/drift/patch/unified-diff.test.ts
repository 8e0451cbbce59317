// Knows that git takes the diffs of edited pages, once.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../../src/drift/patch/unified-diff.js'
import { editPage, printPage, type PageEdit } from '../../../src/markdown/edit-page.js'
import { parsePage } from '../../../src/markdown/parse-page.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patch-'))
  git(['init', '-q'])
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function git(args: readonly string[], input = ''): number | null {
  return spawnSync('git', args, { cwd: folder, input }).status
}

const rows = Array.from({ length: 20 }, (_, index) => `| f${String(index).padStart(2, '0')} | t |`)
const TABLE = ['# A', '', '## Fields', '', '| Fld | T |', '| --- | - |', ...rows].join('\n')

test('the form', () => {
  const page = parsePage('a.md', '# A\n\nold', { rows: 9, columns: 9 }).page
  const lines = editPage(page, [{ kind: 'line', line: 3, texts: ['new', 'more'] }])
  expect(unifiedDiff({ file: 'docs/a b.md', lines })).toBe(
    [
      'diff --git a/docs/a b.md b/docs/a b.md',
      '--- a/docs/a b.md\t',
      '+++ b/docs/a b.md\t',
      '@@ -1,3 +1,4 @@',
      ' # A',
      ' ',
      '-old',
      '\\ No newline at end of file',
      '+new',
      '+more',
      '\\ No newline at end of file',
      '',
    ].join('\n'),
  )
})

test('no change, no diff', () => {
  const page = parsePage('a.md', TABLE, { rows: 99, columns: 9 }).page
  expect(unifiedDiff({ file: 'a.md', lines: editPage(page, []) })).toBe('')
})

describe('git apply', () => {
  const far: PageEdit[] = [
    { kind: 'cell', line: 8, column: 1, text: 'x' },
    { kind: 'insert', line: 16, cells: ['new', 'x'] },
    { kind: 'delete', line: 25 },
  ]
  const cases: readonly [string, string, string, PageEdit[]][] = [
    ['changes far apart', 'a.md', `${TABLE}\n`, far],
    ['no last line end', 'b.md', TABLE, [{ kind: 'insert', line: 26, cells: ['new', 'x'] }]],
    ['the last row gone', 'c.md', TABLE, [{ kind: 'delete', line: 26 }]],
    ['CRLF', 'd.md', TABLE.replaceAll('\n', '\r\n'), far],
    ['a path with blanks, quotes and letters beyond ASCII', 'ä "b" c.md', TABLE, far],
    ['a path with blanks', 'a b.md', TABLE, far],
    [
      'a table laid out anew',
      'f.md',
      TABLE.replaceAll('| T |', '| T   |').replaceAll('| - |', '| --- |').replaceAll('| t |', '| t   |'),
      [{ kind: 'cell', line: 9, column: 1, text: 'longer' }],
    ],
    ['the first line', 'g.md', '# A\n', [{ kind: 'line', line: 1, texts: ['# B'] }]],
  ]
  test.each(cases)('%s', (_, file, text, edits) => {
    writeFileSync(join(folder, file), text)
    const lines = editPage(parsePage(file, text, { rows: 99, columns: 9 }).page, edits)
    const patch = unifiedDiff({ file, lines })
    expect(git(['apply', '--check', '-'], patch)).toBe(0)
    expect(git(['apply', '-'], patch)).toBe(0)
    expect(readFileSync(join(folder, file), 'utf8')).toBe(printPage(lines))
    expect(git(['apply', '--check', '-'], patch)).toBe(1)
  })

  test('a file that is new', () => {
    const patch = unifiedDiff({ file: 'new/page.md', lines: [{ after: '# A\n' }, { after: 'end' }] })
    expect(git(['apply', '-'], patch)).toBe(0)
    expect(readFileSync(join(folder, 'new/page.md'), 'utf8')).toBe('# A\nend')
    expect(git(['apply', '--check', '-'], patch)).toBe(1)
  })
})
