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
  const stage = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted()
    const start = host.now()
    const result = await work()
    timings.push({ stage: name, ms: host.now() - start })
    return result
  }
  return { timings, stage, readOnly: (name, work) => stage(name, () => unlessInterrupted(work(), signal)) }
}

/** The result of something that changes nothing; rejects as soon as the signal comes. What it gives is not held by the signal. */
export async function unlessInterrupted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  signal.throwIfAborted()
  let stop = (): void => {}
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  return Promise.race([work, interrupted]).finally(() => signal.removeEventListener('abort', stop))
}
