// Knows how documents are recovered from pages in memory, and where the fixtures lie.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Options, SourceOption } from '../../src/config/options.js'
import { recover, type Recovered } from '../../src/pipeline/recover.js'
import { optionsWith } from './options.js'
import { memoryHost, type MemoryHostOptions } from './memory-host.js'

/** Texts by path, relative to the working folder. */
export type Pages = { readonly [path: string]: string }

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** The files below a folder of the fixtures, as `quickstart/docs`, by their paths below it. */
export function fixturePages(folder: string): Pages {
  const base = join(root, folder)
  const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(base, path).split(sep).join('/'), readFileSync(path, 'utf8')]
    }),
  )
}

/** What is recovered from, besides the pages. */
export interface Recovering {
  /** By default the first folders of the pages' paths. */
  readonly sources?: readonly (string | SourceOption)[]
  readonly options?: Partial<Options>
  readonly host?: Omit<MemoryHostOptions, 'files'>
}

/** Recovers the model of pages that lie in memory below the working folder `/w`. */
export function recoverPages(pages: Pages, { sources, options, host }: Recovering = {}): Promise<Recovered> {
  const files = Object.fromEntries(Object.entries(pages).map(([path, text]) => [`/w/${path}`, text]))
  const folders = [...new Set(Object.keys(pages).map((path) => path.split('/')[0] ?? path))].sort()
  const all = optionsWith({
    sources: (sources ?? folders).map((source) => (typeof source === 'string' ? { path: source } : source)),
    ...options,
  })
  return recover(all, memoryHost({ ...host, files }))
}
