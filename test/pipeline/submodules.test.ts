// Knows what is said of docs that lie in a submodule of git that was not fetched: that, and that nothing is gone.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { openStagedHost } from '../../src/cli/staged-host.js'
import { resolveOptions } from '../../src/config/resolve.js'
import type { Host } from '../../src/pipeline/host.js'
import { run } from '../../src/pipeline/run.js'
import { memoryHost } from '../support/memory-host.js'
import { fixturePages } from '../support/recovered.js'
import { createRepository, type ScratchRepository } from '../support/scratch-repository.js'

const go = Object.entries(fixturePages('quickstart/docs/go'))
const modules = '[submodule "go"]\n\tpath = sdks/go\n\turl = ../go\n'

function check(cwd: string, host: Host, folders: readonly string[], mode: 'check' | 'write' = 'check') {
  const options = resolveOptions({ cwd, base: cwd, folders, flags: {}, config: {} })
  return run(options, host, { mode, patience: 0 })
}

describe('in a repository', () => {
  let repository: ScratchRepository
  beforeEach(() => {
    repository = createRepository(Object.fromEntries(go.map(([path, text]) => [`sdks/go/docs/${path}`, text])))
  })
  afterEach(() => repository.dispose())

  /** Makes a submodule of the folder, as a clone leaves it: an entry in the index, and an empty folder. */
  function unfetch(): void {
    const { git, write, remove, folder } = repository
    const id = git('rev-parse', 'HEAD').trim()
    git('rm', '-r', '--quiet', '--cached', 'sdks')
    remove('sdks')
    mkdirSync(join(folder, 'sdks/go'), { recursive: true })
    write('.gitmodules', modules)
    git('add', '.gitmodules')
    git('update-index', '--add', '--cacheinfo', `160000,${id},sdks/go`)
  }

  it.each([
    { source: 'sdks/go', staged: false },
    { source: 'sdks/go/docs', staged: false },
    { source: 'sdks/go', staged: true },
    { source: 'sdks/go/docs', staged: true },
  ])('tells of $source, staged $staged, and leaves all as it is', async ({ source, staged }) => {
    const { folder, git } = repository
    const disk = createNodeHost()
    expect((await check(folder, disk, ['sdks/go'], 'write')).written).toBe(true)
    git('add', 'generated')
    unfetch()
    const opened = staged ? await openStagedHost(disk, { folder }) : undefined
    const { diagnostics, written, plan } = await check(folder, opened?.host ?? disk, [source])
    opened?.close()
    expect(diagnostics.map(({ code, message, span }) => `${code} ${span?.file} ${message}`)).toEqual([
      `CG114 ${source} nothing is here: the submodule sdks/go was not fetched`,
    ])
    expect({ written, plan }).toEqual({ written: false, plan: undefined })
  })
})

describe('elsewhere', () => {
  it.each<{ what: string; files: { readonly [path: string]: string }; source: string; code: string }>([
    { what: 'a module in quotes', files: { '/w/.gitmodules': 'path = "a b"' }, source: 'a b/docs', code: 'CG114' },
    { what: 'CRLF', files: { '/w/.gitmodules': modules.replaceAll('\n', '\r\n') }, source: 'sdks/go', code: 'CG114' },
    { what: 'one further up', files: { '/.gitmodules': 'path = w/x' }, source: 'x/docs', code: 'CG114' },
    { what: 'another folder', files: { '/w/.gitmodules': modules }, source: 'sdks/gone', code: 'CG105' },
    { what: 'no submodule', files: {}, source: 'sdks/go', code: 'CG105' },
    {
      what: 'a fetched one that lacks the folder',
      files: { '/w/.gitmodules': modules, '/w/sdks/go/README.md': 'A' },
      source: 'sdks/go/docs',
      code: 'CG105',
    },
    {
      what: 'a fetched one without documents',
      files: { '/w/.gitmodules': modules, '/w/sdks/go/a.go': 'package a' },
      source: 'sdks/go',
      code: 'CG104',
    },
  ])('$what: $code', async ({ files, source, code }) => {
    const { diagnostics } = await check('/w', memoryHost({ files: { '/w/a': '', ...files } }), [source])
    expect(diagnostics.map((one) => one.code)).toEqual([code])
  })
})
