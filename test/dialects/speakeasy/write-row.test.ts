// Knows that what is written of rows and heads is read back.

import { expect, test } from 'vitest'
import { readCellText, readExamples, readPageText } from '../../../src/dialects/speakeasy/texts.js'
import { writeHead, writeRow, writeValue } from '../../../src/dialects/speakeasy/write-row.js'

const row = { name: 'door', type: '*str*', required: true, examples: [] }

test('a plain row', () => {
  expect(writeRow(row)).toEqual(['`door`', '*str*', ':heavy_check_mark:', 'N/A', ''])
})

test.each([
  [{ description: 'One | two\n\nthree' }],
  [{ deprecated: {} }],
  [{ deprecated: { message: 'Use `gate`.' }, description: 'A door.' }],
])('the text of a row %j', (texts) => {
  expect(readCellText(writeRow({ ...row, ...texts })[3] ?? '')).toEqual(texts)
  expect(readPageText(writeHead({ name: 'Door', ...texts }).text)).toEqual(texts)
})

test('a deprecated row and page are struck', () => {
  expect(writeRow({ ...row, deprecated: {}, required: false }).slice(0, 3)).toEqual([
    '~~`door`~~',
    '*str*',
    ':heavy_minus_sign:',
  ])
  expect(writeHead({ name: 'Door', deprecated: {} }).title).toBe('~~Door~~')
})

test.each([[['a | b']], [['1', '{\n"a": 1\n}']], [['null']]])('examples %j', (examples) => {
  expect(readExamples(writeRow({ ...row, examples })[4] ?? '')).toEqual(examples)
})

test('a value', () => {
  expect(writeValue('OPEN|SHUT', 'open | shut')).toEqual(['`OPEN\\|SHUT`', 'open \\| shut'])
})
