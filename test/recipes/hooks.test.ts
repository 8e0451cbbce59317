// Knows that the hooks which `init` writes and the README shows block and pass real commits, in each framework itself.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createRepository } from '../support/scratch-repository.js'
import { createWorkplace, install, isThere, network, type Installed, type Workplace } from './installed.js'

const check = 'npx --no codegen check --staged'
const run = 'npx --no codegen run --staged --exit-code'
const locker = 'docs/java/models/shared/Locker.md'
const label = [
  'docs/java/models/shared/LegacyLabel.md',
  'docs/csharp/Models/Components/LegacyLabel.md',
  'docs/go/pkg/models/shared/legacylabel.md',
]

/** How a framework is set up after `init` wrote its file. */
interface Framework {
  readonly id: 'pre-commit' | 'husky' | 'lefthook' | 'lint-staged'
  readonly file: string
  /** What the person does once in every clone. */
  start(place: Workplace): void
}

const frameworks: readonly Framework[] = [
  { id: 'husky', file: '.husky/pre-commit', start: (place) => succeed(place, 'npx', '--no', 'husky') },
  { id: 'lefthook', file: 'lefthook.yml', start: (place) => succeed(place, 'npx', '--no', 'lefthook', 'install') },
  {
    id: 'lint-staged',
    file: 'lint-staged.config.mjs',
    start: (place) => {
      place.write(
        '.husky/pre-commit',
        `${/npx --no -- lint-staged[^`]*/.exec(read(place, 'lint-staged.config.mjs'))?.[0]}\n`,
      )
      succeed(place, 'npx', '--no', 'husky')
    },
  },
  ...(isThere('pre-commit')
    ? [
        {
          id: 'pre-commit',
          file: '.pre-commit-config.yaml',
          start: (place: Workplace) => succeed(place, 'pre-commit', 'install'),
        } as const,
      ]
    : []),
]

let installed: Installed
let place: Workplace
beforeAll(() => {
  installed = install('husky', 'lefthook', 'lint-staged')
})
afterEach(() => place.dispose())
afterAll(() => installed.dispose())

describe.each(frameworks)('$id', (framework) => {
  it('blocks drift and stale output, and judges nothing that is not staged', () => {
    place = started(framework, check)
    edit('*String*', '*Integer*')
    place.write('docs/java/models/shared/Untracked.md', original(locker))
    place.write('README.md', 'Another file.\n')
    place.git('add', 'README.md')
    passes()

    place.git('add', locker)
    expect(blocked()).toContain('type-conflict')
    edit('A parcel locker', 'A wall')
    place.git('add', locker)
    expect(blocked()).toMatch(/generated\/drift\/java\.md +stale/)
    place.call('npx', '--no', 'codegen', 'run', '--staged')
    expect(blocked()).toMatch(/generated\/drift\/java\.md +stale/)
    place.git('add', 'generated')
    passes()
  })

  it('notices new documents, and commits that only delete some', () => {
    place = started(framework, check)
    for (const path of label)
      place.write(path.replace(/(egacy)(l)/i, '$1Door$2'), original(path).replaceAll('LegacyLabel', 'LegacyDoorLabel'))
    place.stage()
    expect(blocked()).toMatch(/generated\/models\/shared\/legacy-door-label\.ts +missing/)
    mend()
    passes()

    place.git('rm', '--quiet', ...label)
    expect(blocked()).toMatch(/generated\/models\/shared\/legacy-label\.ts +orphaned/)
    mend()
    passes()
  })

  it.runIf(framework.id === 'lint-staged')('can write and stage instead', () => {
    place = started(framework, `['npx --no codegen run --staged', 'git add generated']`)
    edit('A parcel locker', 'A wall')
    place.git('rm', '--quiet', ...label)
    place.git('add', locker)
    passes()
    expect(place.git('show', '--name-status', '--format=')).toContain('D\tgenerated/models/shared/legacy-label.ts')
    expect(place.git('status', '--porcelain')).toBe('')
    expect(place.call('npx', '--no', 'codegen', 'check')).toMatchObject({ code: 0 })
  })

  // lint-staged takes back what a command wrote that fails.
  it.runIf(framework.id !== 'lint-staged')(
    'can write instead: it stops at changed, new and removed files until they are staged',
    () => {
      place = started(framework, run)
      place.write('README.md', 'Another file.\n')
      place.git('add', 'README.md')
      passes()

      edit('A parcel locker', 'A wall')
      place.git('rm', '--quiet', ...label)
      place.git('add', locker)
      for (let time = 0; time < 2; time += 1) {
        const output = blocked()
        expect(output).toContain('Review and `git add` these files:')
        expect(output).toContain('  generated/models/shared/legacy-label.ts')
        expect(output).toContain('  generated/drift/java.md')
      }
      place.git('add', 'generated')
      passes()
      expect(place.git('status', '--porcelain')).toBe('')
    },
  )
})

describe.runIf(isThere('pre-commit'))('a repository without a package.json', () => {
  it('has codegen installed by pre-commit', () => {
    place = createWorkplace(installed, { ...network, PRE_COMMIT_HOME: join(installed.folder, 'pre-commit-node') })
    succeed(place, 'npx', '--no', 'codegen', 'init', '--hook', 'pre-commit')
    const text = read(place, '.pre-commit-config.yaml').replace('npx --no codegen', 'codegen')
    const own = `language: node\n        additional_dependencies: ['${installed.tarball}']`
    place.write('.pre-commit-config.yaml', text.replace('language: system', own))
    place.git('rm', '--quiet', 'package.json')
    place.call('rm', 'node_modules')
    succeed(place, 'pre-commit', 'install')
    place.stage()
    passes()
    edit('*String*', '*Integer*')
    place.stage()
    expect(blocked()).toContain('type-conflict')
  })
})

describe.runIf(isThere('pre-commit'))('.pre-commit-hooks.yaml', () => {
  it.each(['codegen-check', 'codegen'])('offers %s', (id) => {
    const hooks = createRepository({
      '.pre-commit-hooks.yaml': readFileSync(join(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8'),
    })
    place = createWorkplace(installed, { PRE_COMMIT_HOME: join(hooks.folder, 'cache') })
    const revision = hooks.git('rev-parse', 'HEAD').trim()
    place.write(
      '.pre-commit-config.yaml',
      `repos: [{ repo: ${hooks.folder}, rev: ${revision}, hooks: [{ id: ${id} }] }]\n`,
    )
    succeed(place, 'pre-commit', 'install')
    place.stage()
    passes()
    edit('A parcel locker', 'A wall')
    place.git('add', locker)
    expect(blocked()).toContain(id === 'codegen' ? 'Review and `git add`' : 'not up to date')
    mend()
    passes()
    hooks.dispose()
  })
})

/** A repository with the hook, whose command may be another than the one that `init` writes. */
function started({ id, file, start }: Framework, command: string): Workplace {
  const made = createWorkplace(installed, { PRE_COMMIT_HOME: join(installed.folder, 'pre-commit') })
  succeed(made, 'npx', '--no', 'codegen', 'init', '--hook', id)
  const text = read(made, file)
  expect(text).toContain(check)
  made.write(file, command.startsWith('[') ? text.replace(`'${check}'`, command) : text.replace(check, command))
  start(made)
  made.stage()
  passes(made)
  return made
}

function mend(): void {
  succeed(place, 'npx', '--no', 'codegen', 'run')
  place.git('add', 'generated')
}

function passes(where = place): void {
  const { code, output } = where.commit()
  expect(code, output).toBe(0)
}

/** What the person is told when the commit is refused; nothing was committed. */
function blocked(): string {
  const before = place.git('rev-parse', 'HEAD')
  const { code, output } = place.commit()
  expect([code, place.git('rev-parse', 'HEAD')]).toEqual([1, before])
  return output
}

function succeed(where: Workplace, command: string, ...args: string[]): void {
  const { code, output } = where.call(command, ...args)
  expect(code, output).toBe(0)
}

/** Changes the page of a model on disk. */
function edit(from: string, to: string): void {
  const text = original(locker)
  expect(text).toContain(from)
  place.write(locker, text.replace(from, to))
}

/** A file as it was committed last. */
function original(path: string): string {
  return place.git('show', `HEAD:${path}`)
}

function read({ folder }: Workplace, path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}
