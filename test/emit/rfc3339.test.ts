import ts from 'typescript'
import { expect, test } from 'vitest'
import { datePattern, isLeapSecondCode, momentPattern } from '../../src/emit/rfc3339.js'

const date = new RegExp(datePattern.slice(1, -1))
const { outputText } = ts.transpileModule(isLeapSecondCode, {})
const isDateTime = new Function(
  'text',
  `const momentPattern = ${momentPattern}; ${outputText} return momentPattern.test(text) || isLeapSecond(text)`,
)

test.each([
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['0000-01-01', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2024-04-31', false],
  ['2024-13-01', false],
  ['2024-00-01', false],
  ['2024-1-1', false],
  ['2024-01-01\n', false],
  ['٢٠٢٤-01-01', false],
  ['2024-01-01T00:00:00Z', false],
])('date %j: %s', (text, want) => expect(date.test(text)).toBe(want))

test.each([
  ['2024-02-29T08:30:00Z', true],
  ['2024-02-29t08:30:00z', true],
  ['2024-02-29T23:59:59.123456789+14:00', true],
  ['1990-12-31T23:59:60Z', true],
  ['1990-12-31t23:59:60.5z', true],
  ['1960-12-31T23:59:60Z', true],
  ['1990-12-31T15:59:60-08:00', true],
  ['1991-01-01T05:29:60.123456789+05:30', true],
  ['1990-12-31T23:59:60-00:00', true],
  ['1990-12-31T23:58:60Z', false],
  ['1990-12-31T23:60:60Z', false],
  ['1990-12-31T23:59:61Z', false],
  ['1990-12-31T23:59:60', false],
  ['1990-12-31T22:59:60Z', false],
  ['1990-12-31T23:59:60+14:00', false],
  ['2024-02-29T08:30:00', false],
  ['2024-02-29T08:30Z', false],
  ['2024-02-29 08:30:00Z', false],
  ['2024-02-29T24:00:00Z', false],
  ['2023-02-29T08:30:00Z', false],
  ['2024-02-29T08:30:00.Z', false],
  ['2024-02-29T08:30:00+1:00', false],
  ['2024-02-29', false],
])('date-time %j: %s', (text, want) => expect(isDateTime(text)).toBe(want))

test('every day of four hundred years, and no other', () => {
  for (let year = 1900; year < 2300; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (const day of [28, 29, 30, 31, 32]) {
        const text = `${year}-${String(month).padStart(2, '0')}-${day}`
        const exists = day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
        if (date.test(text) !== exists) expect([text, !exists]).toEqual([text, exists])
      }
    }
  }
})
