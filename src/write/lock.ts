// Knows how two runs are kept from writing to one output folder at once.

import { dirname, join } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host, Runner } from '../pipeline/host.js'
import { reasonOf } from '../text/reason.js'
import { lockName, temporaryName } from './places.js'

/** A lock that is held, or why it is not. */
export type Lock =
  { readonly kind: 'held'; release(): Promise<void> } | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }

/** How long a lock that is not whole may be one that is just being written, in milliseconds. */
const MOMENT = 2_000

/**
 * Takes the lock of an output folder. A lock whose process is gone from this machine is taken over; for any other it waits,
 * then gives CG606; CG605 where the folder cannot be written to.
 * @param patience - how long to wait for another run, in milliseconds
 */
export async function takeLock(host: Host, out: string, patience: number): Promise<Lock> {
  const path = join(out, lockName)
  const own = `${JSON.stringify(host.runner)}\n`
  const release = async (): Promise<void> => {
    if ((await readLock(host, path)) === own) await host.remove(path)
  }
  try {
    for (let waited = 0, pause = 25; ;) {
      if (await host.create(path, own)) return { kind: 'held', release }
      const text = await readLock(host, path)
      if (text === undefined) continue
      const holder = parseHolder(text)
      const isFree = holder === undefined ? waited >= MOMENT : isGone(host, holder)
      if (isFree && (await clear(host, { path, text, own, depth: 1 }))) continue
      if (waited >= patience)
        return { kind: 'refused', diagnostic: problem('CG606', { path, holder: describe(holder) }) }
      await new Promise((resolve) => setTimeout(resolve, pause))
      waited += pause
      pause = Math.min(pause * 2, 500)
    }
  } catch (error) {
    return { kind: 'refused', diagnostic: problem('CG605', { path, reason: reasonOf(error) }) }
  }
}

/** Whether a run that is gone has left its lock, and perhaps more, in an output folder. */
export async function isLeftBehind(host: Host, out: string): Promise<boolean> {
  try {
    const text = await readLock(host, join(out, lockName))
    const holder = text === undefined ? undefined : parseHolder(text)
    return holder !== undefined && isGone(host, holder)
  } catch {
    return false
  }
}

/** A lock of nobody: its text, and what whoever removes it writes into the guard. */
interface Stale {
  readonly path: string
  readonly text: string
  readonly own: string
  readonly depth: number
}

/**
 * Removes a lock of nobody; false where another is at it. Of all who see it one may have removed it and taken its place
 * already, and would lose a lock of its own. So it is removed under a guard, and only if it is still the same. A guard that
 * was left behind is removed in the same way.
 */
async function clear(host: Host, { path, text, own, depth }: Stale): Promise<boolean> {
  const guard = join(dirname(path), temporaryName(`lock-${depth}`))
  if (!(await host.create(guard, own))) {
    const left = await readLock(host, guard)
    const holder = left === undefined ? undefined : parseHolder(left)
    if (left === undefined || holder === undefined || !isGone(host, holder)) return false
    return clear(host, { path: guard, text: left, own, depth: depth + 1 })
  }
  try {
    if ((await readLock(host, path)) === text) await host.remove(path)
    return true
  } finally {
    await host.remove(guard)
  }
}

/** How often a lock is looked for that comes and goes, as where many runs hand it on. */
const LOOKS = 10

/** The text of a lock; undefined where it was released in the meantime. */
async function readLock(host: Host, path: string): Promise<string | undefined> {
  for (let look = 1; ; look += 1) {
    try {
      return new TextDecoder().decode(await host.read(path))
    } catch (error) {
      if ((await host.stat(path)) === undefined) return undefined
      // The lock that is there now may be that of the next one.
      if (look === LOOKS) throw error
    }
  }
}

/** Who holds a lock; undefined for a lock that is not whole. */
function parseHolder(text: string): Runner | undefined {
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

/** Whether a holder has ended. In a container that was started again, another process may well have its number: this one, too. */
function isGone({ runner, runs }: Host, holder: Runner): boolean {
  if (holder.machine !== runner.machine) return false
  return !runs(holder.pid) || (holder.pid === runner.pid && holder.started !== runner.started)
}

function describe(holder: Runner | undefined): string {
  if (holder === undefined) return 'a run that cannot be identified'
  return `process ${holder.pid} on ${holder.machine}, started ${holder.started}`
}
