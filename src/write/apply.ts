// Knows in which order a plan is carried out, so that whenever it is cut short every file is old or new and still known as ours.

import { join } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import { sortBy } from '../text/compare.js'
import { reasonOf } from './disk.js'
import { printManifest, type Manifest } from './manifest.js'
import { foldPath, isTemporary, manifestName } from './places.js'
import type { PlanEntry } from './plan.js'
import type { PreparedPlan } from './prepare.js'

/** Where a plan is carried out. The caller holds the lock of the folder. */
export interface ApplyPlace {
  readonly host: Host
  readonly out: string
  readonly signal?: AbortSignal | undefined
}

/**
 * Carries out a plan: notes what is about to be written, writes and deletes, and notes the result last. Blocked files are
 * left alone. Every failure is reported (CG605); after one, or after an abort, the first note stays, so that the next run
 * knows each file as ours, old or new. Rejects with the signal's reason when aborted.
 */
export async function applyPlan(prepared: PreparedPlan, place: ApplyPlace): Promise<readonly Diagnostic[]> {
  const changes = prepared.plan.entries.filter(({ action }) => action !== 'unchanged' && action !== 'blocked')
  const finalText = printManifest(prepared.after)
  if (changes.length === 0) return finalText === prepared.beforeText ? [] : await put(place, manifestName, finalText)
  await removeTemporaries(place)
  const noted = await put(place, manifestName, printManifest(intention(prepared)))
  if (noted.length > 0) return noted
  const failures = await carryOut(changes, prepared, place)
  place.signal?.throwIfAborted()
  return failures.length > 0 ? failures : await put(place, manifestName, finalText)
}

/** The manifest that stands while files are being written: the files as they were, and the texts that are to come. */
function intention({ plan, before, after }: PreparedPlan): Manifest {
  const pending = new Map(before.pending)
  for (const { path, action } of plan.entries) {
    const file = after.files.get(path)
    if (file !== undefined && (action === 'create' || action === 'update')) pending.set(path, file.text)
  }
  return { ...before, pending }
}

async function carryOut(
  changes: readonly PlanEntry[],
  { texts }: PreparedPlan,
  place: ApplyPlace,
): Promise<readonly Diagnostic[]> {
  const written = changes.filter(({ action }) => action !== 'delete')
  const folded = new Set(written.map(({ path }) => foldPath(path)))
  const deleted = changes.filter(({ action }) => action === 'delete')
  // A file renamed only in case must go first: on a file system that ignores case it would take the new one with it.
  const first = deleted.filter(({ path }) => folded.has(foldPath(path)))
  const last = deleted.filter(({ path }) => !folded.has(foldPath(path)))
  const failures = [
    ...(await each(first, ({ path }) => take(place, path))),
    ...(await each(written, ({ path }) => put(place, path, texts.get(path) ?? ''))),
  ]
  // Old files go only when the new ones stand, so that a full disk leaves the old state usable.
  if (failures.length === 0) failures.push(...(await each(last, ({ path }) => take(place, path))))
  return sortBy(failures, (failure) => [failure.message])
}

/** How many files are encoded and written at once: more would only wait in memory. */
const AT_ONCE = 64

async function each(
  entries: readonly PlanEntry[],
  act: (entry: PlanEntry) => Promise<readonly Diagnostic[]>,
): Promise<Diagnostic[]> {
  const failures: Diagnostic[] = []
  for (let start = 0; start < entries.length; start += AT_ONCE)
    failures.push(...(await Promise.all(entries.slice(start, start + AT_ONCE).map(act))).flat())
  return failures
}

async function put(place: ApplyPlace, path: string, text: string | Uint8Array): Promise<readonly Diagnostic[]> {
  if (place.signal?.aborted === true) return []
  const absolute = join(place.out, path)
  try {
    await place.host.write(absolute, typeof text === 'string' ? new TextEncoder().encode(text) : text)
    return []
  } catch (error) {
    return [problem('CG605', { path: absolute, reason: reasonOf(error) })]
  }
}

async function take(place: ApplyPlace, path: string): Promise<readonly Diagnostic[]> {
  if (place.signal?.aborted === true) return []
  const absolute = join(place.out, path)
  try {
    await place.host.remove(absolute)
    return []
  } catch (error) {
    return [problem('CG605', { path: absolute, reason: reasonOf(error) })]
  }
}

/** Removes what runs that were ended left half-way. The lock is ours, so none of it belongs to a run that goes on. */
async function removeTemporaries(place: ApplyPlace): Promise<void> {
  try {
    const left = (await place.host.list(place.out)).filter(isTemporary)
    await Promise.all(left.map((path) => place.host.remove(join(place.out, path))))
  } catch {
    // Litter does no harm: what cannot be listed or removed stays.
  }
}
