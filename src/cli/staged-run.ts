// Knows how a command works on what is staged, and which files a person has to stage after it.

import { join } from 'node:path'
import type { Options } from '../config/options.js'
import { visible } from '../diagnostics/frame.js'
import type { Report } from '../pipeline/report.js'
import { compareText } from '../text/compare.js'
import { labelOf } from '../text/paths.js'
import { reasonOf } from '../text/reason.js'
import { manifestName } from '../write/places.js'
import type { Session } from './context.js'
import { askGit, repositoryOf } from './git.js'
import { openStagedHost } from './staged-host.js'
import { formatCount } from './table.js'

/** How many files are named to a person. */
const NAMED = 20

/** Does some work with the session, or with one that sees what is staged; refuses where nothing can be. */
export async function withStaged(
  session: Session,
  staged: { readonly isAsked: boolean; readonly asOnDisk?: string },
  work: (session: Session) => Promise<number>,
): Promise<number> {
  if (!staged.isAsked) return work(session)
  const opened = await openStagedHost(session.host, { ...staged, folder: session.cwd }).catch(reasonOf)
  if (opened === undefined) return session.refuse('`--staged` looks into a git repository, and this folder is in none.')
  if (typeof opened === 'string') return session.refuse(`\`--staged\` cannot look into the repository: ${opened}`)
  try {
    return await work({ ...session, host: opened.host })
  } finally {
    opened.close()
  }
}

/** The files that a run left for a person to review, as seen from the working folder: those it touched, or those that are not staged as they are. */
export async function filesToReview(
  { plan }: Report,
  { out, cwd, isStaged }: Pick<Options, 'out'> & { readonly cwd: string; readonly isStaged: boolean },
): Promise<readonly string[]> {
  const entries = plan?.entries ?? []
  const shown = (path: string): string => labelOf(cwd, path)
  if (!isStaged) {
    const touched = entries.filter(({ action }) => action !== 'unchanged' && action !== 'blocked')
    const paths = touched.length === 0 ? [] : [...touched.map(({ path }) => path), manifestName].sort(compareText)
    return paths.map((path) => shown(join(out, path)))
  }
  const own = new Set([...entries.map(({ path }) => path), manifestName].map((path) => join(out, path)))
  const root = (await repositoryOf({ folder: cwd })) ?? cwd
  const args = ['ls-files', '--modified', '--deleted', '--others', '--exclude-standard', '-t', '-z', '--', out]
  const lines = (await askGit(args, { folder: root, isHook: true })).toString().split('\0')
  const found = lines.flatMap((line) => {
    const path = join(root, line.slice(2))
    // What is gone is no longer in the plan; git tells it by this letter.
    return line.startsWith('R ') || own.has(path) ? [shown(path)] : []
  })
  return [...new Set(found)]
}

/** What to do with the files, in words. */
export function reviewLines(files: readonly string[], out: string): string {
  const more = files.length > NAMED ? [`  and ${formatCount(files.length - NAMED)} more in ${visible(out)}`] : []
  const named = files.slice(0, NAMED).map((file) => `  ${visible(file)}`)
  return ['Review and `git add` these files:', ...named, ...more, ''].join('\n')
}
