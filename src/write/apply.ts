// Knows in which order a plan is carried out, so that whenever it is cut short every file is old or new and still known as ours.

import { join, posix } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host, StagedFile } from '../pipeline/host.js'
import { sortBy } from '../text/compare.js'
import { reasonOf } from './disk.js'
import { foldPath, isTemporary, manifestName } from './places.js'
import type { PlanEntry } from './plan.js'
import type { PreparedPlan } from './prepare.js'

/** Where a plan is carried out. The caller holds the lock of the folder. */
export interface ApplyPlace {
  readonly host: Host
  readonly out: string
  readonly signal?: AbortSignal | undefined
}

/** A file as it shall be. What must outlive a power cut is waited for. */
interface NewFile {
  readonly path: string
  readonly text: string | Uint8Array
  readonly isLasting?: boolean
}

/**
 * Carries out a plan in two steps. First all is written beside its place; where that fails (CG605), or after an abort, it is
 * removed again and nothing has changed. Then it is noted what is about to change, the files are moved into place, those that
 * are no longer wanted are deleted, and the result is noted. Only a failing disk stops this second step; the first note stays
 * then, so that the next run knows each file as ours, old or new. Blocked files are left alone. Rejects with the signal's
 * reason when aborted, even after the second step.
 */
export async function applyPlan(prepared: PreparedPlan, place: ApplyPlace): Promise<readonly Diagnostic[]> {
  const { written, deletedFirst, deletedLast, isEmpty } = stepsOf(prepared)
  const { notes } = prepared
  const result = note(notes.after())
  if (isEmpty && result.text === notes.before) return []
  const intentions = isEmpty ? [] : [note(notes.during())]
  const staged = new Map<NewFile, StagedFile>()
  const move = async (file: NewFile): Promise<void> => {
    await staged.get(file)?.place()
    staged.delete(file)
  }
  const take = (file: NewFile): Promise<void> => place.host.remove(join(place.out, file.path))
  try {
    const all = [...written, ...probesOf([...deletedFirst, ...deletedLast], written), ...intentions, result]
    const unstaged = await each(all, place, async (file) => {
      place.signal?.throwIfAborted()
      staged.set(file, await stage(file, place))
    })
    place.signal?.throwIfAborted()
    if (unstaged.length > 0) return unstaged
    const failures = await inOrder([
      () => each(intentions, place, move),
      // A file renamed only in case must go first: on a file system that ignores case it would take the new one with it.
      () => each(deletedFirst, place, take),
      () => each(written, place, move),
      () => each(deletedLast, place, take),
      () => each([result], place, move),
    ])
    place.signal?.throwIfAborted()
    return failures
  } finally {
    await Promise.all([...staged.values()].map((file) => file.drop().catch(() => undefined)))
  }
}

interface Steps {
  readonly written: readonly NewFile[]
  readonly deletedFirst: readonly NewFile[]
  readonly deletedLast: readonly NewFile[]
  readonly isEmpty: boolean
}

function stepsOf({ plan, texts }: PreparedPlan): Steps {
  const changes = plan.entries.filter(({ action }) => action !== 'unchanged' && action !== 'blocked')
  const fileOf = ({ path }: PlanEntry): NewFile => ({ path, text: texts.get(path) ?? '' })
  const written = changes.filter(({ action }) => action !== 'delete').map(fileOf)
  const deleted = changes.filter(({ action }) => action === 'delete').map(fileOf)
  const folded = new Set(written.map(({ path }) => foldPath(path)))
  return {
    written,
    deletedFirst: deleted.filter(({ path }) => folded.has(foldPath(path))),
    deletedLast: deleted.filter(({ path }) => !folded.has(foldPath(path))),
    isEmpty: changes.length === 0,
  }
}

/** One file of each folder that only loses files: a folder that takes no new file gives none away, which is better known before. */
function probesOf(deleted: readonly NewFile[], written: readonly NewFile[]): readonly NewFile[] {
  const folders = new Set(written.map(({ path }) => posix.dirname(path)))
  return deleted.filter(({ path }) => {
    const isNew = !folders.has(posix.dirname(path))
    folders.add(posix.dirname(path))
    return isNew
  })
}

function note(text: string): NewFile {
  return { path: manifestName, text, isLasting: true }
}

async function stage({ path, text, isLasting }: NewFile, { host, out }: ApplyPlace): Promise<StagedFile> {
  const absolute = join(out, path)
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  if (host.stage !== undefined) return host.stage(absolute, bytes, isLasting)
  return { place: () => host.write(absolute, bytes), drop: async () => {} }
}

/** Takes one step after the other, up to the first that fails. */
async function inOrder(steps: readonly (() => Promise<readonly Diagnostic[]>)[]): Promise<readonly Diagnostic[]> {
  for (const step of steps) {
    const failures = await step()
    if (failures.length > 0) return failures
  }
  return []
}

/** How many files are dealt with at once: more would only wait in memory. */
const AT_ONCE = 64

/** Does the same with many files; gives the failures of the first that fail. */
async function each(
  files: readonly NewFile[],
  { out }: ApplyPlace,
  act: (file: NewFile) => Promise<void>,
): Promise<readonly Diagnostic[]> {
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const results = await Promise.all(
      files.slice(start, start + AT_ONCE).map(async (file): Promise<readonly Diagnostic[]> => {
        try {
          await act(file)
          return []
        } catch (error) {
          return [problem('CG605', { path: join(out, file.path), reason: reasonOf(error) })]
        }
      }),
    )
    const failures = results.flat()
    if (failures.length > 0) return sortBy(failures, ({ message }) => [message])
  }
  return []
}

/** Removes what runs that were ended left half-way. The caller holds the lock, so none of it belongs to a run that goes on. */
export async function removeTemporaries(place: Pick<ApplyPlace, 'host' | 'out'>): Promise<void> {
  try {
    const left = (await place.host.list(place.out)).filter(isTemporary)
    await Promise.all(left.map((path) => place.host.remove(join(place.out, path))))
  } catch {
    // Litter does no harm: what cannot be listed or removed stays.
  }
}
