// Knows what changes are shown on: a terminal of some width, or a pipe.

/** Where changes are shown. */
export interface Layout {
  /** `split`: two columns. `unified`: lines that begin with `-` and `+`. */
  readonly kind: 'split' | 'unified'
  /** The width of a line. */
  readonly columns: number
  /** Whether colours mark the part that differs; else carets do, where the sides stand beside each other. */
  readonly colored: boolean
  /** How many columns a text takes. */
  widthOf(text: string): number
}

/** From how many columns on the sides stand beside each other. */
export const WIDE = 100

/** The layout of what is read by no terminal: the same everywhere. */
export const PIPE: Layout = { kind: 'unified', columns: 200, colored: false, widthOf: (text) => [...text].length }
