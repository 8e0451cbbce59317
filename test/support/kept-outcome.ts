// Knows the smallest docs on which an outcome is kept, and how runs over them are compared.

import { expect } from 'vitest'
import type { Config } from '../../src/config/config.js'
import { resolveOptions } from '../../src/config/resolve.js'
import { runCached, type CacheSettings } from '../../src/pipeline/cache.js'
import type { Report, RunSettings } from '../../src/pipeline/report.js'
import { memoryHost, type MemoryHost } from './memory-host.js'

/** A page of a model with one field. */
export function page(name: string, type: string): string {
  return `# ${name}\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| ----- | ----- | ----- | ----- |\n| \`name\` | ${type} | :heavy_check_mark: | Its name. |`
}

/** Two languages with two models. */
export const docs = {
  '/w/docs/one/models/pet.md': page('Pet', '*str*'),
  '/w/docs/one/models/owner.md': page('Owner', '*Optional[str]*'),
  '/w/docs/two/models/pet.md': page('Pet', '*::String*'),
  '/w/docs/two/models/owner.md': page('Owner', '*T.nilable(::String)*'),
}
/** Where the outcome is kept. */
export const file = '/cache/kept'
/** How it is kept. */
export const usual: CacheSettings = { file, tool: 'this build', readsOutputs: false, needsModels: false }
/** The options with a configuration. */
export const optionsOf = (config: Config) =>
  resolveOptions({ cwd: '/w', base: '/w', folders: ['docs/one', 'docs/two'], flags: {}, config })

/** A file system in which a run has just left an outcome. */
export async function afterRun(): Promise<MemoryHost> {
  const host = memoryHost({ files: docs })
  await start(host)
  expect(host.text(file)).toBeDefined()
  return host
}

/** A run; the first one writes. */
export function start(
  host: MemoryHost,
  { mode = 'check', cache = usual, config = {}, updateBaseline = false }: Partial<Call> = {},
): Promise<Report> {
  const settings: RunSettings = { mode: host.files.has(file) ? mode : 'write', patience: 0, updateBaseline }
  return runCached(optionsOf(config), host, { settings, cache })
}

/** How a run is called. */
export interface Call {
  readonly mode: RunSettings['mode']
  readonly cache: CacheSettings
  readonly config: Config
  readonly updateBaseline: boolean
}

/** Whether the last outcome was given again. */
export const isRecalled = ({ timings }: Report): boolean => timings.map(({ stage }) => stage).join() === 'look'

/** What a person sees of a report. */
export function told({ model, counts, findings, accepted, diagnostics, plan }: Report): unknown {
  const files = plan?.entries.map(({ path, action }) => `${action} ${path}`)
  return { variants: model.variants, counts, findings, accepted, diagnostics, files }
}

/** All files but those that are kept, with their texts. */
export function texts(host: MemoryHost): unknown {
  return [...host.files.keys()]
    .filter((path) => !path.startsWith('/cache/'))
    .sort()
    .map((path) => [path, host.text(path)])
}
