// Knows that a run with the path functions of Windows tells and writes byte for byte what a run elsewhere does.

import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Config } from '../../src/config/config.js'
import type { Options } from '../../src/config/options.js'
import type { CacheMemory } from '../../src/pipeline/run-memory.js'
import type { Host, Revisions } from '../../src/pipeline/host.js'
import { docs } from '../support/kept-outcome.js'
import { memoryHost, type MemoryHost } from '../support/memory-host.js'
import { fixturePages, type Pages } from '../support/recovered.js'
import { asOnWindows, driveHost } from '../support/windows.js'

/** A system: how it writes a path of ours, absolute or not, and how it sees the files. */
interface System {
  path(path: string): string
  /** The same where the person writes it otherwise. */
  given?(path: string): string
  host(memory: MemoryHost): Host
}

const onDrive = (drive: string): System => ({
  path: (path) => `${path.startsWith('/') ? drive : ''}${path.replaceAll('/', '\\')}`,
  host: (memory) => driveHost(memory, drive),
})
const posix: System = { path: (path) => path, host: (memory) => memory }
const systems: { readonly [what: string]: System } = {
  'a drive': onDrive('C:'),
  'a drive, spelt otherwise': { ...onDrive('C:'), given: (path) => `c:/repo/${path}` },
  'a folder of the network': onDrive('\\\\server\\share'),
}

const go = fixturePages('quickstart/docs/go')
const lock =
  'management:\n  docChecksum: 4f2c\n  generationVersion: 2.700.0\nexamples:\n  a:\n    b: {"site_code": 1}\n'

function below(folder: string, pages: Pages, form = (text: string): string => text): Pages {
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [`${folder}/${path}`, form(text)]))
}

/** A folder beside the working folder with a lock file, one with the line ends of Windows and a fault, a repository, and what a snapshot is taken of. */
const files: Pages = {
  ...below('/sdks/python/docs', fixturePages('quickstart/docs/python')),
  '/sdks/python/.speakeasy/gen.lock': lock,
  ...below('/repo/docs/php', fixturePages('quickstart/docs/php'), (text) => text.replaceAll(/\r?\n/g, '\r\n')),
  '/repo/docs/php/Models/Torn.md':
    '# Torn\n\n## Fields\n\n| Field | Type | Required | Description |\n| `a` | *string* | |\n',
  '/repo/sdk/README.md': 'A repository.',
  ...below('/repo/old/ruby', fixturePages('quickstart/docs/ruby')),
}

/** The docs of Go in a revision, as git would give them. */
const revisions: Revisions = {
  prefix: async () => '',
  resolve: async (_, name) => (name.includes('gen.lock') ? undefined : name),
  list: async () => Object.keys(go).map((path) => ({ path, id: path })),
  read: async (_, ids) => ids.map((id) => new TextEncoder().encode(go[id] ?? '')),
}

const config = ({ path, given = path }: System): Config => ({
  sources: [
    given('../sdks/python/docs'),
    given('docs/php'),
    { git: given('sdk'), ref: 'v1', path: 'docs' },
    given('ruby.json'),
  ],
  out: given('src/gen'),
  baseline: given('accepted/known.json'),
  emitters: ['openapi'],
})

/** The stages as the system loads them. */
async function load() {
  // Prettier takes the path functions of the system that this runs on, so it would look for settings beside these tests.
  vi.doMock('../../src/write/format.js', async (original) => {
    const real = await original<typeof import('../../src/write/format.js')>()
    return { ...real, openFormatter: async () => ({ formatter: await real.ownFormatter(), diagnostics: [] }) }
  })
  return {
    ...(await import('../../src/config/resolve.js')),
    ...(await import('../../src/config/cache-lists.js')),
    ...(await import('../../src/pipeline/cache.js')),
    ...(await import('../../src/pipeline/run.js')),
    ...(await import('../../src/pipeline/find-docs.js')),
    ...(await import('../../src/pipeline/snapshot.js')),
    ...(await import('../../src/pipeline/take-snapshot.js')),
    ...(await import('../../src/drift/formats.js')),
    ...(await import('../../src/cli/places.js')),
  }
}

/** Everything that is told and left by a run, and by the runs after it. */
async function outcomeOn(system: System) {
  const { path } = system
  const stages = await load()
  const memory = memoryHost({ files })
  const host: Host = { ...system.host(memory), revisions }
  const cwd = path('/repo')
  const optionsOf = (given: Config): Options =>
    stages.resolveOptions({ cwd, base: cwd, folders: [], flags: {}, config: given })
  const taken = await stages.takeSnapshot(optionsOf({ sources: [path('old/ruby')] }), host)
  memory.put('/repo/ruby.json', taken.snapshot === undefined ? '' : stages.printSnapshot(taken.snapshot))
  const options = optionsOf(config(system))
  const settings = { mode: 'write', patience: 0, allowPartial: true } as const
  const { timings: _, recovered, ...told } = await stages.run(options, host, settings)
  const { findings = [], model, diagnostics = [] } = recovered ?? {}
  const locate = stages.createLocator(path('/repo/src'), cwd)
  return {
    snapshot: memory.text('/repo/ruby.json'),
    files: [...memory.files.keys()].filter((one) => !one.startsWith('/cache/')).map((one) => [one, memory.text(one)]),
    told,
    patch: await recovered?.patch(findings),
    documents: Object.entries(stages.renderers).map(([name, render]) => [
      name,
      model === undefined ? '' : render(model, findings, diagnostics),
    ]),
    explained: recovered?.explain('Parcel.status'),
    located: diagnostics.map((one) => stages.relocateDiagnostic(one, locate).span),
    lists: [stages.inputsOf([options], path('/repo/codegen.config.json')), stages.outputsOf([options])],
    found: await stages.findDocs(cwd, host, options.limits),
    later: await runsAfter(system, stages),
  }
}

/** The stages that the runs need after a first one: where nothing has changed, and where a page is known to have. */
async function runsAfter(system: System, { resolveOptions, runCached }: Awaited<ReturnType<typeof load>>) {
  const { path } = system
  const memory = memoryHost({ files: docs })
  const cwd = path('/w')
  const sources = ['docs/one', 'docs/two'].map(path)
  const options = resolveOptions({ cwd, base: cwd, folders: sources, flags: {}, config: {} })
  const page = '/w/docs/one/models/pet.md'
  const remembered: CacheMemory = {}
  const stages: string[] = []
  for (const only of [undefined, undefined, page]) {
    if (only !== undefined) memory.put(only, `${memory.text(only)}`.replace('Its name', 'Its own name'))
    const changed = { memory: remembered, only: only === undefined ? undefined : [path(only)] }
    const cache = { file: path('/cache/kept'), tool: 'this build', readsOutputs: false, needsModels: false, ...changed }
    const { timings } = await runCached(options, system.host(memory), {
      settings: { mode: 'write', patience: 0 },
      cache,
    })
    stages.push(timings.map(({ stage }) => stage).join())
  }
  return stages
}

type Outcome = Awaited<ReturnType<typeof outcomeOn>>

let here: Outcome
beforeAll(async () => {
  here = await outcomeOn(posix)
})

it('there is much to tell', () => {
  expect(here.told.written).toBe(true)
  expect(here.told.diagnostics.map(({ code, span }) => `${code} ${span?.file}`)).toContain(
    'CG201 docs/php/Models/Torn.md',
  )
  expect(here.files.length).toBeGreaterThan(100)
  expect(here.patch?.split('\n--- ').length).toBeGreaterThan(3)
  expect(here.later.slice(1)).toEqual(['look', 'look,redo'])
})

describe.each(Object.entries(systems))('on Windows, from %s', (_, system) => {
  let there: Outcome
  beforeAll(async () => {
    there = await asOnWindows(() => outcomeOn(system))
  })

  it.each([
    'snapshot',
    'files',
    'told',
    'patch',
    'documents',
    'explained',
    'located',
    'lists',
    'found',
    'later',
  ] as const)('gives the same %s', (what) => expect(there[what]).toEqual(here[what]))
})
