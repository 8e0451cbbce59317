// Knows the streams we print to: where results and remarks go, whether in colour, and how text is styled.

import { styleText } from 'node:util'
import stringWidth from 'fast-string-width'
import { PIPE, WIDE, type Layout } from '../drift/surface.js'

/** Lines are not cut shorter than this, however narrow the terminal. */
const NARROWEST = 40

/** A stream of the process, as far as we use it. */
export interface OutputStream {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** What a piece of text is; the terminal chooses how it looks. */
export type Style = 'strong' | 'faint' | 'good' | 'warning' | 'bad' | 'place' | 'name'

/** Styles text, or leaves it as it is. The text must be harmless already. */
export type Styler = (style: Style, text: string) => string

/** Where a command prints. */
export interface Terminal {
  /** Results for people. No line of them is a command to the runner of a workflow. */
  out(text: string): void
  /** A result for programs, byte for byte. */
  document(text: string): void
  /** Everything else, for people. */
  err(text: string): void
  readonly outStyle: Styler
  readonly errStyle: Styler
  /** How results are laid out: for a terminal by its width, else as in a pipe. */
  readonly outLayout: Layout
  /** Whether a line on the error stream may be drawn over and over. */
  readonly animated: boolean
  /** Whether a person can be asked. */
  readonly interactive: boolean
}

/** What decides how a terminal behaves. */
export interface TerminalSettings {
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** What `--color` and `--no-color` said; they win over the environment. */
  readonly color: boolean | undefined
  readonly quiet: boolean
  readonly stdinIsTerminal?: boolean | undefined
}

/** The terminal for these streams. */
export function createTerminal({ stdout, stderr, env, color, quiet, stdinIsTerminal }: TerminalSettings): Terminal {
  return {
    out: (text) => void stdout.write(withoutCommands(text)),
    document: (text) => void stdout.write(text),
    err: (text) => void stderr.write(withoutCommands(text)),
    outStyle: createStyler(usesColor(stdout, env, color)),
    errStyle: createStyler(usesColor(stderr, env, color)),
    outLayout: layoutOf(stdout, usesColor(stdout, env, color)),
    interactive: stdinIsTerminal === true && stderr.isTTY === true && !isSet(env['CI']),
    animated: stderr.isTTY === true && !quiet && !isSet(env['CI']) && env['TERM'] !== 'dumb',
  }
}

/** The text with the first of two colons written as an escape where they begin a line: runners take such lines for commands, whatever blanks stand before. */
function withoutCommands(text: string): string {
  return text.replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1\\u{3a}')
}

/** The layout for a stream: two columns where it is a wide terminal. */
export function layoutOf(stream: OutputStream, colored: boolean): Layout {
  const { isTTY, columns } = stream
  if (isTTY !== true || columns === undefined || columns <= 0) return { ...PIPE, colored, widthOf: stringWidth }
  return {
    kind: columns >= WIDE ? 'split' : 'unified',
    columns: Math.max(columns, NARROWEST),
    colored,
    widthOf: stringWidth,
  }
}

/** Whether a stream gets colours: flags first, then `NO_COLOR`, `FORCE_COLOR`, `TERM=dumb`, `CI`, then whether it is a terminal. */
export function usesColor(
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  flag: boolean | undefined,
): boolean {
  if (flag !== undefined) return flag
  if (isSet(env['NO_COLOR'])) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['TERM'] === 'dumb' || isSet(env['CI'])) return false
  return stream.isTTY === true
}

const formats = {
  strong: 'bold',
  faint: 'dim',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  place: 'cyan',
  name: 'bold',
} as const satisfies Record<Style, Parameters<typeof styleText>[0]>

function createStyler(colored: boolean): Styler {
  if (!colored) return (_, text) => text
  return (style, text) => (text === '' ? '' : styleText(formats[style], text, { validateStream: false }))
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false'
}
