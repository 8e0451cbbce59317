// Knows how the figures of the corpora are collected and printed.

import { afterAll } from 'vitest'

/** One figure of a corpus. */
interface Figure {
  readonly corpus: string
  readonly what: string
  readonly value: string
}

/** Where the tests of a file put their figures. */
export interface Table {
  readonly add: (corpus: string, what: string, value: number | string) => void
}

/** Collects figures, and prints them after the tests of the file. */
export function createTable(): Table {
  const figures: Figure[] = []
  afterAll(() => process.stdout.write(`\n${print(figures)}\n`))
  return {
    add: (corpus, what, value) => {
      figures.push({ corpus, what, value: typeof value === 'number' ? value.toLocaleString('en') : value })
    },
  }
}

/** A row for each figure, a column for each corpus. */
function print(figures: readonly Figure[]): string {
  const columns = [...new Set(figures.map(({ corpus }) => corpus))]
  const rows = [...new Set(figures.map(({ what }) => what))]
  const cell = (corpus: string, what: string): string =>
    figures.find((figure) => figure.corpus === corpus && figure.what === what)?.value ?? '·'
  const lines = rows.map((what) => [what, ...columns.map((corpus) => cell(corpus, what))])
  const widths = ['', ...columns].map((head, index) =>
    Math.max(head.length, ...lines.map((line) => line[index]?.length ?? 0)),
  )
  const show = (line: readonly string[]): string =>
    line
      .map((text, index) => (index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0)))
      .join('  ')
  return [show(['', ...columns]), ...lines.map(show)].join('\n')
}
