// Knows how the model docs below a folder are found and told apart, before there is a configuration.

import { resolve } from 'node:path'
import type { Options } from '../config/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { sortBy } from '../text/compare.js'
import { labelOf } from '../text/paths.js'
import type { Host } from './host.js'
import { findDocuments, readDocuments, type Reading } from './read-files.js'
import { variantsOf } from './read-variants.js'

/** The docs of one SDK. */
export interface FoundDocs {
  /** The docs folder, relative to the folder that was searched. */
  readonly path: string
  readonly variant: string
  /** The language, as a person would write it. */
  readonly label: string
  readonly pages: number
  readonly models: number
}

/**
 * The docs of every SDK below a folder, in the order of their paths; languages are told from the pages, never from names. The
 * diagnostics are those of the pages, and CG104 where there is no document at all. Never rejects.
 */
export async function findDocs(
  folder: string,
  host: Host,
  limits: Options['limits'],
): Promise<{ readonly docs: readonly FoundDocs[]; readonly diagnostics: readonly Diagnostic[] }> {
  const label = (path: string): string => labelOf(folder, path)
  const reading: Reading = { options: { cwd: folder, limits }, host, label, onFile: () => {} }
  const files = await findDocuments(resolve(folder), reading)
  if ('code' in files) return { docs: [], diagnostics: [files] }
  const read = await readDocuments(files, reading)
  const { variants, diagnostics } = variantsOf([{ source: { path: folder }, label: '.', read }])
  const docs = variants.map((variant) => {
    const { id, dialect, documents, projections } = variant
    return {
      path: folderOf(variant, variants),
      variant: id,
      label: dialect.label,
      pages: documents,
      models: projections.length,
    }
  })
  return { docs: sortBy(docs, ({ path, variant }) => [path, variant]), diagnostics }
}

/** The docs folder of a variant: where several share one, the folder below it that holds all pages of this one and no others. */
function folderOf({ root, projections }: VariantDocs, variants: readonly VariantDocs[]): string {
  const inside = variants.filter((variant) => variant.root === root)
  const folders = new Set(projections.map(({ file }) => below(root, file)))
  const [only, ...others] = folders
  if (inside.length === 1 || only === undefined || others.length > 0) return root
  const sharing = inside.filter((variant) => variant.projections.some(({ file }) => below(root, file) === only))
  return sharing.length === 1 && only !== '' ? `${root === '.' ? '' : `${root}/`}${only}` : root
}

/** The first folder on the way from a folder to a file in it; empty where the file lies in the folder itself. */
function below(root: string, file: string): string {
  const rest = root === '.' ? file : file.slice(root.length + 1)
  return rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : ''
}
