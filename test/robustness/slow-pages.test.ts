// Knows the pages on which parsers of Markdown take quadratic time, and that ours takes none.

import { describe, expect, test } from 'vitest'
import { parsePage } from '../../src/markdown/parse-page.js'
import { addFigure, growth } from './figures.js'

const limits = { rows: 20_000, columns: 64 }
const many = (count: number, line: (index: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, index) => line(index)).join(between)
const inCell = (cell: string): string => `# Door\n\n## Fields\n\n| Field | Type |\n| -- | -- |\n| \`a\` | ${cell} |\n`
const inText = (text: string): string =>
  `# Door\n\n${text}\n\n## Fields\n\n| Field | Type |\n| -- | -- |\n| \`a\` | b |\n`

/** By a number, which is chosen so that time is taken by the work and not by its beginning. */
const pages: { readonly [what: string]: { readonly from: number; readonly text: (count: number) => string } } = {
  'rows of a table': { from: 1_000, text: (count) => inCell(many(count, (row) => `a |\n| \`f${row}\` | b`)) },
  'brackets in a cell': { from: 100_000, text: (count) => inCell('List['.repeat(count)) },
  'declarations not closed': { from: 10_000, text: (count) => inText('a <!A '.repeat(count)) },
  'longer and longer backticks': { from: 500_000, text: (count) => inText(runsOf('`', count)) },
  'emphasis of both kinds': { from: 10_000, text: (count) => inText('**x*a_ __y_ '.repeat(count)) },
  'links not closed': { from: 100_000, text: (count) => inText('[a]('.repeat(count)) },
  'definitions not closed': { from: 2_000, text: (count) => inText(many(count, () => '[a]: <')) },
  'underlined lines': { from: 2_000, text: (count) => inText(many(count, () => 'a\n---')) },
  'quotations in quotations': { from: 200_000, text: (count) => inText(`${'> '.repeat(count)}a`) },
  'lists in lists': { from: 100_000, text: (count) => inText(stairs('  ', '- a', count)) },
  'one long line': { from: 100_000, text: (count) => inText('a '.repeat(count)) },
  'small paragraphs': { from: 4_000, text: (count) => inText('a\n\n'.repeat(count)) },
  'fences not closed': { from: 2_000, text: (count) => inText(many(count, () => '```\n~~~')) },
  'elements not closed': { from: 2_000, text: (count) => inText('<div>\n'.repeat(count)) },
}

describe('time grows with the page, not with its square', () => {
  test.for(Object.entries(pages))('%s', ([what, { from, text }], context) => {
    const [small, large] = [text(from), text(2 * from)]
    const ratios = [1, 2, 3, 4, 5].map(() => timeOf(large) / timeOf(small)).sort((a, b) => a - b)
    const perDoubling = (ratios[2] ?? 0) ** (1 / Math.log2(large.length / small.length))
    addFigure(context, growth(`time for a page of twice as many ${what}`, perDoubling, 2.6))
    expect(perDoubling).toBeLessThan(2.6)
  })
})

/** Runs of the sign, each longer by one than the one before, of so many signs altogether. */
function runsOf(sign: string, total: number): string {
  const count = Math.floor(Math.sqrt(2 * total))
  return many(count, (index) => sign.repeat(index + 1), ' ')
}

/** Lines that are each indented once more than the one before, of so many characters altogether. */
function stairs(indent: string, line: string, total: number): string {
  const count = Math.floor(Math.sqrt((2 * total) / indent.length))
  return many(count, (index) => indent.repeat(index) + line)
}

/** The time that the processor takes, in milliseconds: others may use it too, so that the clock says little. */
function timeOf(text: string): number {
  const start = process.cpuUsage()
  parsePage('a.md', text, limits)
  return process.cpuUsage(start).user / 1000
}
