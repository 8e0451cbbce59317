// Knows what has to happen to each file so that the disk holds what is wanted, and which files are not ours to touch.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Shown } from '../diagnostics/frame.js'
import { sortBy } from '../text/compare.js'
import { manifestPaths, ownsText, type Manifest } from './manifest.js'

/** A file as it shall be: fingerprints of its final text, and of its text before it was formatted. */
export interface WantedFile {
  readonly path: string
  readonly hash: string
  readonly source: string
}

/** What lies at a path; `unreadable` where nobody can say. For a text file `hash` is its fingerprint; `reformatted` that of the same text in our formatting, where it differs; `isBlank` says that it has none. */
export type DiskEntry =
  | { readonly kind: 'file'; readonly hash: string; readonly reformatted?: string; readonly isBlank?: boolean }
  | { readonly kind: 'link' }
  | { readonly kind: 'obstacle'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** What happens to a file. */
export type PlanAction = 'create' | 'update' | 'unchanged' | 'delete' | 'blocked'

/** One file of a plan: what happens to it, and why. */
export interface PlanEntry {
  /** Below the output folder. */
  readonly path: string
  readonly action: PlanAction
  readonly reason: string
  /** What keeps a blocked file from being written: CG601 to CG605. */
  readonly diagnostic?: Diagnostic
}

/** Every file that is wanted or ours, sorted by path. */
export interface Plan {
  readonly entries: readonly PlanEntry[]
}

/** What a plan is made from. */
export interface PlanInput {
  readonly wanted: readonly WantedFile[]
  readonly manifest: Manifest
  /** What lies at each path that is wanted or in the manifest; absent where there is nothing. */
  readonly disk: ReadonlyMap<string, DiskEntry>
  /** What is wrong with wanted files, by path; they are blocked. */
  readonly failures: ReadonlyMap<string, Diagnostic>
  /** Whether files edited by hand and files of others may be overwritten. */
  readonly force: boolean
  /** Whether files that are not wanted any more stay, because not everything that is wanted may be known. */
  readonly keepsObsolete: boolean
  /** The path of a file as messages name it. */
  readonly label: (path: string) => string
  /** Where a file that was edited differs from what would be written, as far as that is known. */
  readonly differenceOf?: (path: string) => Shown | undefined
}

/** The plan: pure, in stable order. Only files of the manifest whose text is still ours are updated or deleted, unless `force`. */
export function planFiles(input: PlanInput): Plan {
  const wanted = new Set([...input.wanted.map((file) => file.path), ...input.failures.keys()])
  const obsolete = manifestPaths(input.manifest).filter((path) => !wanted.has(path))
  const entries = [
    ...[...input.failures].map(([path, diagnostic]) => blocked(path, diagnostic)),
    ...input.wanted.filter((file) => !input.failures.has(file.path)).map((file) => planWanted(input, file)),
    ...obsolete.flatMap((path) => planObsolete(input, path)),
  ]
  return { entries: sortBy(entries, (entry) => [entry.path]) }
}

/** Whether a plan changes anything or is kept from it. */
export function isStale(plan: Plan): boolean {
  return plan.entries.some((entry) => entry.action !== 'unchanged')
}

function planWanted(input: PlanInput, file: WantedFile): PlanEntry {
  const { path, hash } = file
  const disk = input.disk.get(path)
  const noted = input.manifest.files.get(path)
  if (disk === undefined) return entry(path, 'create', noted === undefined ? 'new' : 'missing')
  if (disk.kind === 'link') return blocked(path, problem('CG603', { path: input.label(path) }))
  if (disk.kind !== 'file') return cannotWrite(input, path, disk.reason)
  if (disk.hash === hash) return entry(path, 'unchanged', 'up to date')
  if (disk.reformatted === hash) return entry(path, 'unchanged', 'up to date, formatted otherwise')
  if (isOurs(input.manifest, path, disk)) return entry(path, 'update', 'the docs or the options changed')
  if (noted !== undefined) return edited(input, path, 'update')
  if (input.force) return entry(path, 'update', 'not written by codegen, overwritten by force')
  return blocked(path, problem('CG604', { path: input.label(path) }))
}

/** A file of the manifest that is not wanted any more. Nothing at its place, or a link or folder there: not ours any more. */
function planObsolete(input: PlanInput, path: string): readonly PlanEntry[] {
  const disk = input.disk.get(path)
  if (disk?.kind === 'unreadable') return [cannotWrite(input, path, disk.reason)]
  if (disk?.kind !== 'file') return []
  if (input.keepsObsolete) return [entry(path, 'unchanged', 'kept, because not everything could be read')]
  if (isOurs(input.manifest, path, disk)) return [entry(path, 'delete', 'no longer generated')]
  return [edited(input, path, 'delete')]
}

function isOurs(manifest: Manifest, path: string, disk: Extract<DiskEntry, { kind: 'file' }>): boolean {
  if (ownsText(manifest, path, disk.hash)) return true
  // A power cut leaves such files of those written just before; they hold nobody's work.
  if (disk.isBlank === true && (manifest.files.has(path) || manifest.pending.has(path))) return true
  return disk.reformatted !== undefined && ownsText(manifest, path, disk.reformatted)
}

function edited(input: PlanInput, path: string, action: PlanAction): PlanEntry {
  if (input.force) return entry(path, action, 'edited by hand, overwritten by force')
  return blocked(path, problem('CG601', { path: input.label(path) }, input.differenceOf?.(path)))
}

function cannotWrite({ label }: PlanInput, path: string, reason: string): PlanEntry {
  return blocked(path, problem('CG605', { path: label(path), reason }))
}

function entry(path: string, action: PlanAction, reason: string): PlanEntry {
  return { path, action, reason }
}

function blocked(path: string, diagnostic: Diagnostic): PlanEntry {
  return { path, action: 'blocked', reason: diagnostic.message, diagnostic }
}
