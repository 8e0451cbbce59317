// Knows how a run over a changed page is held to a run over all pages: page after page, byte for byte.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Config } from '../../src/config/config.js'
import { resolveOptions } from '../../src/config/resolve.js'
import { runCached } from '../../src/pipeline/cache.js'
import type { Report } from '../../src/pipeline/report.js'
import { run } from '../../src/pipeline/run.js'
import { memoryHost, type MemoryHost } from './memory-host.js'
import { pageEdits, type PageEditName } from './page-edits.js'
import type { Seeded } from './seeded.js'

/** The documents below a folder, and the lock files beside them, by their paths in memory. */
export function docsBelow(folder: string): { readonly [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const docs = files.filter((file) => /\.md$|gen\.lock$/.test(file) && file !== 'why.md')
  return Object.fromEntries(
    docs.map((file) => [`/w/docs/${file.replace(/^docs\//, '')}`, readFileSync(join(folder, file), 'utf8')]),
  )
}

const cache = { file: '/cache/kept', tool: 'this build', readsOutputs: false, needsModels: false }

function start(host: MemoryHost, config: Config): Promise<Report> {
  const options = resolveOptions({ cwd: '/w', base: '/w', folders: ['docs'], flags: {}, config })
  return runCached(options, host, { settings: { mode: 'write', patience: 0 }, cache })
}

/** The same files, in which a run knows nothing of earlier ones. */
async function startAnew(
  host: MemoryHost,
  config: Config,
): Promise<{ readonly host: MemoryHost; readonly report: Report }> {
  const other = memoryHost({
    files: Object.fromEntries([...host.files].filter(([path]) => !path.startsWith('/cache/'))),
  })
  const options = resolveOptions({ cwd: '/w', base: '/w', folders: ['docs'], flags: {}, config })
  return { host: other, report: await run(options, other, { mode: 'write', patience: 0 }) }
}

function generated(host: MemoryHost): { [path: string]: string | undefined } {
  const paths = [...host.files.keys()].filter((path) => path.startsWith('/w/generated/')).sort()
  return Object.fromEntries(paths.map((path) => [path, host.text(path)]))
}

/** What a person sees of a report. */
function told({ model, counts, findings, accepted, diagnostics, plan, written }: Report): unknown {
  const files = plan?.entries.map(({ path, action, reason }) => `${action} ${path}: ${reason}`)
  const { variants, wireCase } = model
  return JSON.parse(JSON.stringify({ variants, wireCase, counts, findings, accepted, diagnostics, files, written }))
}

/** What is followed. */
export interface Followed {
  readonly docs: { readonly [path: string]: string }
  readonly config: Config
  readonly chance: Seeded
}

/** Edits pages one after another; gives how often the models of the page alone were settled, by edit. */
export async function follow(
  edits: readonly PageEditName[],
  { docs, config, chance }: Followed,
): Promise<ReadonlyMap<string, number>> {
  const alone = new Map<string, number>()
  const host = memoryHost({ files: docs })
  await start(host, config)
  const paths = Object.keys(docs).filter((path) => path.endsWith('.md'))
  for (const [index, name] of edits.entries()) {
    const path = chance.pick(paths) ?? ''
    const before = host.text(path) ?? ''
    const language = path.split('/')[3]
    const others = paths.filter((other) => other.split('/')[3] === language).map((other) => host.text(other) ?? '')
    host.put(path, pageEdits[name](before, chance, others))
    const anew = await startAnew(host, config)
    const report = await start(host, config)
    const what = `edit ${index}, ${name} in ${path}`
    expect(told(report), what).toEqual(told(anew.report))
    expect(generated(host), what).toEqual(generated(anew.host))
    const stages = report.timings.map(({ stage }) => stage)
    if (stages.includes('redo') && !stages.includes('read')) alone.set(name, (alone.get(name) ?? 0) + 1)
    // An edit that nothing can be made of would keep all others from being looked at.
    if (report.diagnostics.some(({ severity }) => severity === 'error')) {
      host.put(path, before)
      await start(host, config)
    }
  }
  return alone
}
