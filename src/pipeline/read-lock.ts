// Knows how the generator's lock file is found beside the docs of a variant, and what is taken from it.

import { relative, resolve } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { dialectOf, lockFile } from '../dialects/index.js'
import type { Provenance } from '../ir/model.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { compareText } from '../text/compare.js'
import { lineStarts, spanBetween, topOf } from '../text/span.js'
import { aboveOf } from './mount.js'
import type { ReadPage, Reading } from './read-files.js'

/** A lock file larger than this is left alone; the largest seen has 2.3 MB. */
const LIMIT = 32 * 1024 * 1024

/** From how many recorded pages on a record that most of them contradict is taken for that of another state of the docs. */
const MANY = 10

/** The variants with what their lock files show. */
export interface ReadLocks {
  readonly variants: readonly VariantDocs[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Lock {
  readonly path: string
  /** The docs folder as the file knows it: empty, or with `/` at its end. */
  readonly docs: string
  readonly text: string
}

/**
 * The variants with the wire names and the provenance that their lock files show. The file is evidence only: where it is absent,
 * unreadable or of another shape, nothing is said and nothing is missing. Gives CG109 where it names another language.
 */
export async function readLocks(
  variants: readonly VariantDocs[],
  { pages, reading }: { readonly pages: readonly ReadPage[]; readonly reading: Reading },
): Promise<ReadLocks> {
  const blobs = new Map(pages.map((read) => [read.page.file, read.blobs]))
  const found = await Promise.all(
    variants.map(async (variant) => ({ variant, lock: await findLock(variant, reading) })),
  )
  const claimed = new Set<string>()
  const read = found.map(({ variant, lock }) => {
    if (lock === undefined) return { variant }
    const { provenance, language, blobs: recorded } = lockFile.record(lock.text)
    const named = { ...variant, exampleNames: namesIn(lock, reading) }
    if (language === variant.dialect.id) claimed.add(lock.path)
    const other = language === undefined || language === variant.dialect.id ? undefined : dialectOf(language)
    if (other !== undefined) return { variant: named, contradiction: { lock, recorded: other.label } }
    const root = resolve(reading.options.cwd, variant.root)
    const pathOf = (file: string): string => lock.docs + slashes(relative(root, resolve(reading.options.cwd, file)))
    const edited = editedPages(variant, (file) => {
      const blob = recorded.get(pathOf(file))
      return blob === undefined ? undefined : (blobs.get(file)?.includes(blob) ?? false)
    })
    const whole: Provenance = edited.length === 0 ? provenance : { ...provenance, edited }
    return { variant: Object.keys(whole).length === 0 ? named : { ...named, provenance: whole } }
  })
  return {
    variants: read.map(({ variant }) => variant),
    diagnostics: read.flatMap(({ variant, contradiction }) => {
      // Docs of several languages beside one lock file: it is that of one of them.
      if (contradiction === undefined || claimed.has(contradiction.lock.path)) return []
      const { lock, recorded } = contradiction
      const values = { folder: variant.root, dialect: variant.dialect.label, recorded }
      return [problem('CG109', values, { span: topOf(reading.label(lock.path)) })]
    }),
  }
}

/** The pages of models that are no longer what was recorded of them; none where the record is that of another state of the docs. */
function editedPages(variant: VariantDocs, isAsRecorded: (file: string) => boolean | undefined): string[] {
  const files = [...new Set(variant.projections.map(({ file }) => file))].sort(compareText)
  const recorded = files.filter((file) => isAsRecorded(file) !== undefined)
  const edited = recorded.filter((file) => isAsRecorded(file) === false)
  return recorded.length >= MANY && edited.length > recorded.length / 2 ? [] : edited
}

async function findLock(variant: VariantDocs, reading: Reading): Promise<Lock | undefined> {
  const root = resolve(reading.options.cwd, variant.root)
  const above = reading.above?.(root) ?? aboveOf(root, [])
  for (const [folder, docs] of [
    [root, ''],
    [above.folder, `${above.name}/`],
  ] as const) {
    const path = `${folder}/${lockFile.path}`
    const text = await readSmall(path, reading)
    if (text !== undefined) return { path, docs, text }
  }
  return undefined
}

function namesIn({ path, text }: Lock, reading: Reading): VariantDocs['exampleNames'] {
  const starts = lineStarts(text)
  const file = reading.label(path)
  return lockFile.names(text).map(({ name, offset }) => ({
    name,
    span: { file, ...spanBetween(starts, offset, offset) },
  }))
}

async function readSmall(path: string, { host }: Reading): Promise<string | undefined> {
  try {
    const stat = await host.stat(path)
    if (stat?.kind !== 'file' || stat.size > LIMIT) return undefined
    return new TextDecoder().decode(await host.read(path))
  } catch {
    return undefined
  }
}

function slashes(path: string): string {
  return path.split('\\').join('/')
}
