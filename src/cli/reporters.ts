// Knows which results of a command go to standard output and which into files.

import { resolve } from 'node:path'
import type { DocumentFormat } from '../drift/formats.js'
import { suggest } from '../text/suggest.js'

/** The name of a result's form; `text` is what people read at a terminal. */
export type Format = 'text' | DocumentFormat

/** The forms, as `--format` takes them. */
export const formats = [
  'text',
  'markdown',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'html',
] as const satisfies readonly Format[]

/** One `--reporter`: a form, and the file for it; without one it goes to standard output. */
export interface Reporter {
  readonly format: Format
  readonly file?: string
}

/** The flags that choose results. */
export interface ReporterFlags {
  readonly format?: Format
  readonly reporter?: readonly Reporter[]
  readonly json?: boolean
}

/** Where the results go. */
export interface Outputs {
  readonly stdout: Format
  readonly files: readonly { readonly format: Format; readonly file: string }[]
}

/** The flags `--format` and `--reporter` for a command. */
export const reporterFlags = {
  format: {
    kind: 'enum',
    values: formats,
    brief: 'Form of the result on standard output (text by default)',
    optional: true,
  },
  reporter: {
    kind: 'parsed',
    parse: parseReporter,
    variadic: true,
    brief: `Result in another form, into a file or, without one, instead of --format; may be repeated (${formats.join(', ')})`,
    placeholder: 'name[:file]',
    optional: true,
  },
} as const

/** What the help says of results. */
export const reporterHelp = [
  'Forms: text for people; markdown for a comment of a pull request (at most 65,000 characters); json for programs; sarif for',
  'code scanning; github for annotations of a workflow; gitlab for Code Quality; junit for test reports; html for a page to look at. Standard output has the',
  'text unless `--format`, `--json` or a `--reporter` without a file takes its place. Files are replaced whole.',
].join('\n')

/** Reads `name` or `name:file`. Throws, with a suggestion, where the name is unknown or the file is empty. */
export function parseReporter(input: string): Reporter {
  const [name = ''] = input.split(':', 1)
  const format = formats.find((one) => one === name)
  if (format === undefined) {
    const hint = suggest(name, formats)
    throw new Error(`"${name}" is none of ${formats.join(', ')}${hint === undefined ? '' : `; did you mean ${hint}?`}`)
  }
  if (name === input) return { format }
  const file = input.slice(name.length + 1)
  if (file === '') throw new Error(`the file after "${input}" is missing`)
  return { format, file }
}

/** Settles where the results go; a text that says what is wrong where the flags contradict each other. */
export function settleOutputs({ format, reporter = [], json }: ReporterFlags, cwd: string): Outputs | string {
  const asked: readonly Format[] = json === true ? ['json'] : format === undefined ? [] : [format]
  const onStdout = [...asked, ...reporter.flatMap((one) => (one.file === undefined ? [one.format] : []))]
  if (onStdout.length > 1) {
    const last = onStdout.at(-1) ?? ''
    return (
      `Standard output takes one result, and ${onStdout.length} were asked for: ${onStdout.join(', ')}. ` +
      `Give all but one a file, as in \`--reporter ${last}:<file>\`.`
    )
  }
  const files = reporter.flatMap((one) => (one.file === undefined ? [] : [{ format: one.format, file: one.file }]))
  const paths = files.map(({ file }) => resolve(cwd, file))
  const twice = files.find((_, index) => paths.indexOf(paths[index] ?? '') !== index)
  if (twice !== undefined) return `Two reporters would write the same file, ${twice.file}. Give each a file of its own.`
  return { stdout: onStdout[0] ?? 'text', files }
}
