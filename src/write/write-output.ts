// Knows how emitted files get to disk: planned first without a lock, written under the lock, and only if nothing is in the way.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import type { EmittedFile } from '../text/file.js'
import { applyPlan, removeTemporaries } from './apply.js'
import { isLeftBehind, takeLock } from './lock.js'
import { manifestName } from './places.js'
import type { Plan } from './plan.js'
import { preparePlan, type FormatMemory, type PreparedPlan, type Target } from './prepare.js'

/** How files are written. */
export interface WriteRequest extends Target {
  readonly files: readonly EmittedFile[]
  readonly host: Host
  /** Whether the files that can be written are, where others are blocked. */
  readonly allowPartial: boolean
  /** How long to wait for another run, in milliseconds. */
  readonly patience: number
  readonly signal?: AbortSignal | undefined
}

/** What was planned, whether it was carried out, and what went wrong (CG601 to CG606). */
export interface WriteResult {
  readonly plan: Plan
  readonly written: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Plans and writes nothing. What blocks a file is in its plan entry only. */
export async function planOutput(request: WriteRequest): Promise<Plan> {
  const { plan } = await preparePlan(request.files, request, { ...request, memory: new Map() })
  return plan
}

/**
 * Plans, and carries the plan out unless a file is blocked. Where nothing changes, nothing is touched and no lock is taken, but
 * to clear away what a run that is gone has left.
 */
export async function writeOutput(request: WriteRequest): Promise<WriteResult> {
  const { host, out } = request
  const memory: FormatMemory = new Map()
  const first = await preparePlan(request.files, request, { host, memory, signal: request.signal })
  if (isRefused(first, request)) return refused(first)
  if (isDone(first) && !(await isLeftBehind(host, out)))
    return { plan: first.plan, written: false, diagnostics: blockers(first.plan) }
  const lock = await takeLock(host, out, request.patience)
  if (lock.kind === 'refused') return { plan: first.plan, written: false, diagnostics: [lock.diagnostic] }
  try {
    const prepared = await preparePlan(request.files, request, { host, memory, signal: request.signal })
    if (isRefused(prepared, request)) return refused(prepared)
    await removeTemporaries({ host, out })
    const failures = await applyPlan(prepared, { host, out, signal: request.signal })
    return { plan: prepared.plan, written: !isDone(prepared), diagnostics: [...blockers(prepared.plan), ...failures] }
  } finally {
    await lock.release().catch(() => undefined)
  }
}

/** Whether nothing may be written: where a file is blocked, or it cannot be known which files are ours. */
function isRefused({ plan }: PreparedPlan, request: WriteRequest): boolean {
  return plan.entries.some(
    ({ path, action }) => action === 'blocked' && !(request.allowPartial && path !== manifestName),
  )
}

function refused({ plan }: PreparedPlan): WriteResult {
  return { plan, written: false, diagnostics: blockers(plan) }
}

/** Whether neither a file nor the manifest would change. */
function isDone({ plan, notes }: PreparedPlan): boolean {
  const changes = plan.entries.some(({ action }) => action !== 'unchanged' && action !== 'blocked')
  return !changes && notes.after() === notes.before
}

function blockers(plan: Plan): readonly Diagnostic[] {
  return plan.entries.flatMap((entry) => (entry.diagnostic === undefined ? [] : [entry.diagnostic]))
}
