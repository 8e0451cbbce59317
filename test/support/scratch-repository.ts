// Knows how to make a git repository that knows nothing of the person who runs the tests.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A repository in a folder of its own. */
export interface ScratchRepository {
  readonly folder: string
  /** The output of git; throws where it fails. */
  git(...args: string[]): string
  /** Writes a file, and its folder. */
  write(path: string, text: string): void
  remove(path: string): void
  /** Deletes the folder. */
  dispose(): void
}

/** The environment in which git has an author and no settings but the repository's. */
export const gitEnvironment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
} as const

/** A new repository with these files, all committed. */
export function createRepository(files: { readonly [path: string]: string } = {}): ScratchRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'codegen-git-')))
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...gitEnvironment }
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  git('init', '--quiet', '--initial-branch=main', '--template=')
  for (const [path, text] of Object.entries(files)) write(path, text)
  if (Object.keys(files).length > 0) {
    git('add', '--all')
    git('commit', '--quiet', '--message=first')
  }
  return {
    folder,
    git,
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
