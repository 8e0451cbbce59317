// Knows how long each stage of a run takes, and how a stage is given up.

import type { Host } from './host.js'

/** Runs the stages of a run one by one. */
export interface Stopwatch {
  /** The stages so far, with their durations in milliseconds. */
  readonly timings: readonly { readonly stage: string; readonly ms: number }[]
  /** Runs a stage. Rejects with the signal's reason where that is given before. */
  stage<T>(name: string, work: () => Promise<T>): Promise<T>
  /** The same for a stage that changes nothing: it is given up at once when the signal comes. */
  readOnly<T>(name: string, work: () => Promise<T>): Promise<T>
}

/** A stopwatch with the clock of a host. */
export function createStopwatch(host: Host, signal: AbortSignal | undefined): Stopwatch {
  const timings: { stage: string; ms: number }[] = []
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  // Nobody waits for it between two stages.
  aborted.catch(() => undefined)
  const stage = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted()
    const start = host.now()
    const result = await work()
    timings.push({ stage: name, ms: host.now() - start })
    return result
  }
  return { timings, stage, readOnly: (name, work) => stage(name, () => Promise.race([work(), aborted])) }
}
