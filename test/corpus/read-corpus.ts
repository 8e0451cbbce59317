// Knows how a corpus is read for measuring: its pages with their languages, and every type cell of its tables.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createNodeHost } from '../../src/cli/node-host.js'
import type { Dialect } from '../../src/dialects/dialect.js'
import { dialectOf } from '../../src/dialects/index.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import type { ApiModel } from '../../src/ir/model.js'
import type { Page } from '../../src/markdown/page.js'
import { findDocuments, readDocuments } from '../../src/pipeline/read-files.js'
import { readLocks } from '../../src/pipeline/read-lock.js'
import { variantsOf } from '../../src/pipeline/read-variants.js'
import type { ReadSource } from '../../src/pipeline/sort-pages.js'
import { reconcile } from '../../src/reconcile/reconcile.js'
import type { VariantDocs } from '../../src/reconcile/variant-docs.js'
import { optionsWith } from '../support/options.js'

/** A corpus, read. */
export interface ReadCorpus {
  readonly sources: readonly ReadSource[]
  readonly variants: readonly VariantDocs[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a corpus; the folders of its languages are read in the order given by `arrange`. */
export async function readCorpus(folder: string): Promise<ReadCorpus> {
  const host = createNodeHost()
  const label = (path: string): string => path.slice(folder.length + 1)
  const reading = { options: optionsWith({ cwd: folder }), host, label, onFile: () => {} }
  const sources: ReadSource[] = []
  for (const language of readdirSync(folder).sort()) {
    const files = await findDocuments(join(folder, language), reading)
    if ('code' in files) throw new Error(files.message)
    sources.push({ source: { path: language }, label: language, read: await readDocuments(files, reading) })
  }
  const { variants, diagnostics } = variantsOf(sources)
  const recorded = await readLocks(variants, { pages: sources.flatMap(({ read }) => read.pages), reading })
  return { sources, variants: recorded.variants, diagnostics: [...diagnostics, ...recorded.diagnostics] }
}

/** The model that the docs of a corpus give with the default options. */
export async function recoverCorpus(folder: string): Promise<ApiModel> {
  return reconcile((await readCorpus(folder)).variants, optionsWith()).model
}

/** A type cell of a table of fields. */
export interface TypeCell {
  readonly dialect: Dialect
  readonly file: string
  readonly text: string
  readonly required: boolean
}

/** Every type cell of the model pages of a corpus, those of response wrappers included. */
export function typeCells({ sources }: ReadCorpus): TypeCell[] {
  return sources.flatMap((source) => {
    const dialect = dialectOf(source.label)
    return dialect === undefined ? [] : source.read.pages.flatMap(({ page }) => cellsOf(dialect, page))
  })
}

function cellsOf(dialect: Dialect, page: Page): TypeCell[] {
  const blocks = page.sections.filter(({ heading }) => heading.text === 'Fields').flatMap((section) => section.blocks)
  return blocks.flatMap((block) => {
    if (block.kind !== 'table' || block.header.cells[0]?.text !== 'Field') return []
    return block.rows.map(({ cells }) => ({
      dialect,
      file: page.file,
      text: cells[1]?.text ?? '',
      required: cells[2]?.text === ':heavy_check_mark:',
    }))
  })
}
