// Knows how lines are cut into rows and cells.

import { describe, expect, test } from 'vitest'
import { isDelimiterRow, scanRows } from '../../src/markdown/rows.js'
import { lineStarts } from '../../src/text/span.js'

function rows(text: string): string[][] {
  return scanRows({ text, starts: lineStarts(text), start: 0, end: text.length }).map((row) =>
    row.cells.map(({ text: cell, span }) => `${span.start.line}:${span.start.column} ${cell}`),
  )
}

describe('rows', () => {
  test.each([
    ['one row', '| a | b |', [['1:3 a', '1:7 b']]],
    ['no blanks', '|a|b|', [['1:2 a', '1:4 b']]],
    ['no last bar', '| a | b', [['1:3 a', '1:7 b']]],
    ['an empty cell', '| a |   |', [['1:3 a', '1:6 ']]],
    ['a bar that is escaped', '| a \\| b |', [['1:3 a \\| b']]],
    ['a backslash that is escaped', '| a \\\\| b |', [['1:3 a \\\\', '1:9 b']]],
    ['lines that are no rows', 'text\n| a |\n\n| b |', [['2:3 a'], ['4:3 b']]],
    ['every line end', '| a |\r\n| b |\r| c |\n| d |', [['1:3 a'], ['2:3 b'], ['3:3 c'], ['4:3 d']]],
    ['indented', '  | a |', [['1:5 a']]],
    ['a bar alone', '|', [[]]],
  ])('%s', (_, text, cells) => {
    expect(rows(text)).toEqual(cells)
  })

  test('only between the ends given', () => {
    const text = '| a |\n| b |\n| c |'
    expect(
      scanRows({ text, starts: lineStarts(text), start: 6, end: 11 }).map((row) => row.cells.map((cell) => cell.text)),
    ).toEqual([['b']])
  })
})

describe('delimiter rows', () => {
  test.each([
    ['| --- | - |', true],
    ['| :-- | --: |', true],
    ['| --- | x |', false],
    ['| --- |   |', false],
    ['|', false],
  ])('%s', (text, expected) => {
    const [row] = scanRows({ text, starts: lineStarts(text), start: 0, end: text.length })
    expect(row === undefined ? undefined : isDelimiterRow(row)).toBe(expected)
  })
})
