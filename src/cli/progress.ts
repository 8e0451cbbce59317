// Knows the one line that shows how far a run is, on a terminal only.

import type { Terminal } from './terminal.js'

/** Shows how far a run is. */
export interface ProgressLine {
  show(progress: { readonly stage: string; readonly done: number; readonly total: number }): void
  /** Takes the line away; anything may be printed after it. */
  clear(): void
}

/** Least time between two drawings, in milliseconds. */
const pause = 80

/** A progress line on the error stream; one that does nothing where the terminal does not move. */
export function createProgressLine(terminal: Terminal, now: () => number): ProgressLine {
  if (!terminal.animated) return { show: () => undefined, clear: () => undefined }
  let last = Number.NEGATIVE_INFINITY
  let drawn = false
  return {
    show: ({ stage, done, total }) => {
      if (now() - last < pause) return
      last = now()
      drawn = true
      const count = total > 0 ? ` ${done}/${total}` : ''
      terminal.err(`\r\u001B[2K${terminal.errStyle('faint', `${stage}${count}`)}`)
    },
    clear: () => {
      if (drawn) terminal.err('\r\u001B[2K')
      drawn = false
    },
  }
}
