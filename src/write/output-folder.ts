// Knows which folders must never become an output folder.

import { dirname, join } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import { staysInside, wayTo } from '../text/paths.js'
import { reasonOf } from '../text/reason.js'
import { foldPath } from './places.js'

/** What an output folder is checked against. All folders are absolute. */
export interface OutputPlace {
  readonly out: string
  /** Folders of the docs that are read. */
  readonly sources: readonly string[]
  /** Folders that are somebody's whole work, each with what it is: the working folder, the home folder. */
  readonly owned: readonly { readonly path: string; readonly what: string }[]
}

/** Checks an output folder: CG607 where generated files would lie among files of others, CG605 where it cannot be a folder. */
export async function checkOutputFolder(place: OutputPlace, host: Host): Promise<readonly Diagnostic[]> {
  const { out } = place
  const unsafe = (reason: string): readonly Diagnostic[] => [problem('CG607', { out, reason })]
  if (dirname(out) === out) return unsafe('it is the root of the file system')
  for (const { path, what } of place.owned) if (holds(out, path)) return unsafe(`it is or holds ${what}`)
  for (const source of place.sources) if (holds(out, source)) return unsafe(`it is or holds the docs folder ${source}`)
  try {
    const stat = await host.stat(out)
    if (stat?.kind === 'link') return unsafe('it is a symbolic link')
    if (stat !== undefined && stat.kind !== 'folder') return [problem('CG605', { path: out, reason: 'it is a file' })]
    if ((await host.stat(join(out, '.git'))) !== undefined) return unsafe('it is the root of a repository')
  } catch (error) {
    return [problem('CG605', { path: out, reason: reasonOf(error) })]
  }
  return []
}

/** Whether a folder is another one or holds it, also on file systems that ignore case. */
export function holds(outer: string, inner: string): boolean {
  return staysInside(wayTo(foldPath(outer), foldPath(inner)))
}
