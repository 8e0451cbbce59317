// Knows how the docs of a git revision are had: from the repository itself, without a checkout.

import { posix, resolve } from 'node:path'
import { pathFault, refFault, type RevisionSource } from '../config/revision.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { lockFile } from '../dialects/index.js'
import { labelOf } from '../text/paths.js'
import { topOf } from '../text/span.js'
import { reasonOf } from '../text/reason.js'
import type { Host, RevisionFile, Revisions } from './host.js'
import type { Mount } from './mount.js'
import { documentsAmong } from './read-files.js'
import { isInside } from './snapshot.js'

/** Docs that were opened, and what is wrong with files among them. */
export interface Opened {
  readonly mount: Mount
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The documents and the generator's lock files of a folder in a revision, shown as in `../ruby-sdk@v1.2.3:docs/models/x.md`; CG110 where
 * there is none. Links and submodules are passed over. A file whose name cannot be shown is CG105.
 */
export async function openRevision(
  source: RevisionSource,
  { cwd, host }: { readonly cwd: string; readonly host: Host },
): Promise<Opened | Diagnostic> {
  const { ref = '' } = source
  const path = posix.normalize(source.path).replace(/(?<=.)\/$/, '')
  const folder = resolve(cwd, source.git)
  const repository = labelOf(cwd, folder)
  const label = `${repository}@${ref}:${path}`
  const fail = (reason: string): Diagnostic => problem('CG110', { source: label, reason }, { span: topOf(repository) })
  const fault = refFault(ref) ?? pathFault(source.path)
  if (fault !== undefined) return fail(fault)
  if (host.revisions === undefined) return fail('git is not to be had here')
  try {
    if ((await host.stat(folder)) === undefined) return fail(`there is no folder ${repository}`)
    const tree = await findTree({ ref, path }, folder, host.revisions)
    if (typeof tree === 'string') return fail(tree)
    const root = resolve(cwd, label)
    const read = await readTree(tree, folder, host.revisions)
    const [above, name] = [posix.dirname(path), posix.basename(path)]
    const held =
      path === '.'
        ? { folder: `${root}/..`, name: '.' }
        : { folder: resolve(cwd, `${repository}@${ref}:${above}`), name }
    return {
      mount: { root, above: held, files: read.files, beside: read.beside, home: path },
      diagnostics: read.unnamed.map((file) =>
        problem('CG105', { reason: 'its name is no UTF-8, or no path' }, { span: topOf(`${label}/${file}`) }),
      ),
    }
  } catch (error) {
    return fail(reasonOf(error))
  }
}

/** A folder of a commit, as it is asked for. */
interface Revision {
  readonly ref: string
  readonly path: string
}

/** A folder of a commit. */
interface Tree {
  readonly id: string
  /** The id of the lock file in the folder above. */
  readonly lock: string | undefined
}

async function findTree({ ref, path }: Revision, folder: string, revisions: Revisions): Promise<Tree | string> {
  const inside = posix.join(await revisions.prefix(folder), path)
  const commit = await revisions.resolve(folder, `${ref}^{commit}`)
  if (commit === undefined) return `the repository has no commit "${ref}"`
  const find = (at: string): Promise<string | undefined> => revisions.resolve(folder, `${commit}:${at}`)
  const id = await find(inside === '.' || inside === './' ? '' : inside.replace(/\/$/, ''))
  if (id === undefined) return `there is no folder ${path} in "${ref}"`
  return { id, lock: path === '.' ? undefined : await find(posix.join(inside, '..', lockFile.path)) }
}

async function readTree(
  { id, lock }: Tree,
  folder: string,
  revisions: Revisions,
): Promise<Pick<Mount, 'files' | 'beside'> & { readonly unnamed: readonly string[] }> {
  const all = await revisions.list(folder, id)
  const isLock = (path: string): boolean => `/${path}`.endsWith(`/${lockFile.path}`)
  const documents = new Set(documentsAmong(all.map(({ path }) => path)))
  const wanted = all.filter(({ path }) => documents.has(path) || isLock(path))
  const isNamed = ({ path }: RevisionFile): boolean => isInside(path) && !path.includes('\uFFFD')
  const named = wanted.filter(isNamed)
  const ids = [...named.map((file) => file.id), ...(lock === undefined ? [] : [lock])]
  const contents = await revisions.read(folder, ids)
  const locked = lock === undefined ? undefined : contents.at(-1)
  return {
    files: new Map(named.map(({ path }, index) => [path, contents[index] ?? new Uint8Array()])),
    beside: new Map(locked === undefined ? [] : [[lockFile.path, locked]]),
    unnamed: wanted.filter((file) => !isNamed(file)).map(({ path }) => path),
  }
}
