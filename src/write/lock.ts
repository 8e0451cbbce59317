// Knows how two runs are kept from writing to one output folder at once.

import { join } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import { reasonOf } from './disk.js'
import { lockName } from './places.js'

/** A lock that is held, or why it is not. */
export type Lock =
  { readonly kind: 'held'; release(): Promise<void> } | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }

/**
 * Takes the lock of an output folder. A lock whose process is gone from this machine is taken over; for any other it waits,
 * then gives CG606; CG605 where the folder cannot be written to.
 * @param patience - how long to wait for another run, in milliseconds
 */
export async function takeLock(host: Host, out: string, patience: number): Promise<Lock> {
  const path = join(out, lockName)
  const own = `${JSON.stringify(host.runner)}\n`
  const release = (): Promise<void> => host.remove(path)
  try {
    for (let waited = 0, pause = 25; ; waited += pause, pause = Math.min(pause * 2, 500)) {
      if (await host.create(path, own)) return { kind: 'held', release }
      const text = await readLock(host, path)
      if (text === undefined) continue
      const holder = parseHolder(text)
      if (isGone(host, holder)) {
        await host.remove(path)
        continue
      }
      if (waited >= patience)
        return { kind: 'refused', diagnostic: problem('CG606', { path, holder: describe(holder) }) }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  } catch (error) {
    return { kind: 'refused', diagnostic: problem('CG605', { path, reason: reasonOf(error) }) }
  }
}

interface Holder {
  readonly pid: number
  readonly machine: string
  readonly started: string
}

/** The text of a lock; undefined where it was released in the meantime. */
async function readLock(host: Host, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await host.read(path))
  } catch (error) {
    if ((await host.stat(path)) === undefined) return undefined
    throw error
  }
}

/** Who holds a lock; undefined for a lock that is not whole, because its run is just writing it, or was ended while doing so. */
function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    if (!('pid' in value) || !('machine' in value) || !('started' in value)) return undefined
    const { pid, machine, started } = value
    if (typeof pid !== 'number' || typeof machine !== 'string' || typeof started !== 'string') return undefined
    return { pid, machine, started }
  } catch {
    return undefined
  }
}

function isGone(host: Host, holder: Holder | undefined): boolean {
  return holder !== undefined && holder.machine === host.runner.machine && !host.runs(holder.pid)
}

function describe(holder: Holder | undefined): string {
  if (holder === undefined) return 'a run that cannot be identified'
  return `process ${holder.pid} on ${holder.machine}, started ${holder.started}`
}
