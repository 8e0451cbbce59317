// Knows what a Markdown page is made of, as far as model docs need it: a title, a description, and sections of blocks.

import type { Span } from '../text/span.js'

/** A piece of the page's source: its text without the white space around it, and where it stands. */
export interface Passage {
  readonly text: string
  readonly span: Span
}

/** One row of a table. */
export interface Row {
  readonly cells: readonly Passage[]
  readonly span: Span
}

/** A table: the header's cells and the rows below the delimiter row. */
export interface TableBlock {
  readonly kind: 'table'
  readonly header: Row
  readonly rows: readonly Row[]
  readonly span: Span
}

/** A code block; `text` is its content without the fence. */
export interface CodeBlock extends Passage {
  readonly kind: 'code'
  readonly language: string
}

/** A heading below level two; `text` is its content as written. */
export interface HeadingBlock extends Passage {
  readonly kind: 'heading'
}

/** A list, the source of each item. */
export interface ListBlock {
  readonly kind: 'list'
  readonly items: readonly Passage[]
  readonly span: Span
}

/** Anything else, as written. */
export interface TextBlock extends Passage {
  readonly kind: 'text'
}

/** A block of a section. */
export type Block = TableBlock | CodeBlock | HeadingBlock | ListBlock | TextBlock

/** A level-two heading and what follows it, up to the next one. */
export interface Section {
  readonly heading: Passage
  readonly blocks: readonly Block[]
}

/** A page. Spans refer to `text`; offsets into it are exact. */
export interface Page {
  /** Relative to the working folder, with `/` between its parts. */
  readonly file: string
  /** The source without a byte order mark. */
  readonly text: string
  /** Offsets at which its lines begin. */
  readonly starts: readonly number[]
  /** The level-one heading at the top, as written. */
  readonly title?: Passage
  /** Everything between the title and the first section, as written. */
  readonly description?: Passage
  readonly sections: readonly Section[]
}
