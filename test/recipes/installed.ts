// Knows how a repository of SDK docs looks that has the packed package installed, with tools of others beside it.

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../support/built-cli.js'
import { createRepository, gitEnvironment, type ScratchRepository } from '../support/scratch-repository.js'

const root = join(import.meta.dirname, '../..')

/** Packages installed in a folder of their own. */
export interface Installed {
  readonly folder: string
  /** The package as it would be published. */
  readonly tarball: string
  dispose(): void
}

/** Packs the package and installs it, and others from the registry, without running what they bring along. */
export function install(...packages: readonly string[]): Installed {
  ensureBuilt()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'codegen-recipes-')))
  const npm = (cwd: string, ...args: string[]): string => execFileSync('npm', args, { cwd, encoding: 'utf8' })
  const [packed] = JSON.parse(npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder))
  const tarball = join(folder, packed.filename)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-dev', tarball, ...packages)
  return { folder, tarball, dispose: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What this machine needs to reach a registry. */
export const network: { readonly [name: string]: string } = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value = '']) =>
    /^(?:npm_config_|node_extra_ca_certs$|https?_proxy$|no_proxy$)/i.test(name) ? [[name, value]] : [],
  ),
)

/** What came of a command. */
export interface Outcome {
  readonly code: number | null
  /** Both streams. */
  readonly output: string
}

/** A repository in which commands can be called. */
export interface Workplace extends ScratchRepository {
  call(command: string, ...args: string[]): Outcome
  /** Stages everything. */
  stage(): void
  /** Tries to commit what is staged, as a person would: with all hooks. */
  commit(): Outcome
}

/** A repository with docs that agree, generated files and everything committed; the packages are installed in it. */
export function createWorkplace(
  { folder: installed }: Installed,
  variables: { readonly [name: string]: string } = {},
): Workplace {
  const repository = createRepository()
  const { folder, git, write } = repository
  for (const language of ['go', 'java', 'csharp'])
    cpSync(join(root, 'fixtures/quickstart/docs', language), join(folder, 'docs', language), { recursive: true })
  cpSync(join(installed, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'))
  write('.gitignore', 'node_modules\n')
  const env = {
    ...gitEnvironment,
    PATH: process.env['PATH'] ?? '',
    HOME: join(installed, 'home'),
    CI: '',
    NO_COLOR: '1',
    ...variables,
  }
  const call = (command: string, ...args: string[]): Outcome => {
    const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
    if (error !== undefined) throw error
    return { code: status, output: `${stdout}${stderr}` }
  }
  const stage = (): void => void git('add', '--all')
  const commit = (): Outcome => call('git', 'commit', '--message=a change')
  const must = (outcome: Outcome): void => {
    if (outcome.code !== 0) throw new Error(outcome.output)
  }
  must(call('npx', '--no', 'codegen', 'init', '--yes'))
  must(call('npx', '--no', 'codegen', 'run'))
  stage()
  must(commit())
  return { ...repository, call, stage, commit }
}

/** Whether a program is on this machine. In CI it must be. */
export function isThere(program: string): boolean {
  if (spawnSync(program, ['--version']).error === undefined) return true
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error(`CI has no ${program}`)
  process.stderr.write(`skipped: there is no ${program} on this machine\n`)
  return false
}
