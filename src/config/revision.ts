// Knows which names of revisions, and which paths in them, are safe to ask git for.

import { resolve } from 'node:path'
import type { Options, SourceOption } from './options.js'

/** A source that is a git revision. */
export type RevisionSource = SourceOption & { readonly git: string }

/** Whether a source is a git revision, and no folder or file on disk. */
export function isRevision(source: SourceOption): source is RevisionSource {
  return source.git !== undefined
}

/** The folders and files on disk that are sources, absolute. */
export function sourcesOnDisk({ cwd, sources }: Pick<Options, 'cwd' | 'sources'>): string[] {
  return sources.filter((source) => !isRevision(source)).map(({ path }) => resolve(cwd, path))
}

/** The name of a branch, tag or commit, also as in `HEAD~1`: nothing that git takes for a flag, a path or a range. */
export const refPattern = /^(?![-/])(?!.*(?:\.\.|\/\/|\/\.|\/$))[^\p{Cc}\s\\:*?[\]]+$/u

/** The path of a folder in a revision, which it does not lead out of. */
export const innerPattern = /^(?!\/|[A-Za-z]:|(?:.*\/)?\.\.(?:\/|$))[^\p{Cc}\\]+$/u

/** What is wrong with the name of a revision; undefined where git may be asked for it. */
export function refFault(ref: string): string | undefined {
  if (ref.startsWith('-')) return 'expected the name of a revision, which does not begin with "-"'
  return refPattern.test(ref) ? undefined : 'expected a branch, tag or commit, as in "main", "v1.2.3" or "HEAD~1"'
}

/** What is wrong with the path of a folder in a revision; undefined where it stays inside. */
export function pathFault(path: string): string | undefined {
  return innerPattern.test(path) ? undefined : 'expected a path inside the repository, with "/" and without ".."'
}
