// Knows what a generated file is while it is still in memory.

/** A file to be generated. */
export interface EmittedFile {
  /** Below the output folder, with `/` between its parts. */
  readonly path: string
  readonly text: string
}
