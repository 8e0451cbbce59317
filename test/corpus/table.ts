// Knows how the figures of the corpora are collected and printed.

/** One figure of a corpus. */
interface Figure {
  readonly corpus: string
  readonly what: string
  readonly value: string
}

/** Collects figures and lays them out: a row for each figure, a column for each corpus. */
export function createTable(): {
  readonly add: (corpus: string, what: string, value: number | string) => void
  readonly print: () => string
} {
  const figures: Figure[] = []
  return {
    add: (corpus, what, value) => {
      figures.push({ corpus, what, value: typeof value === 'number' ? value.toLocaleString('en') : value })
    },
    print: () => {
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
    },
  }
}
