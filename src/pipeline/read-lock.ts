// Knows how the generator's lock file is found beside the docs of a variant, and what is taken from it.

import { resolve } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { dialectOf, lockFile } from '../dialects/index.js'
import type { Provenance } from '../ir/model.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { compareText } from '../text/compare.js'
import { wayTo } from '../text/paths.js'
import { lineStarts, spanBetween, spanIn, topOf, type SourceSpan } from '../text/span.js'
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
  /** What the records say of pages, by variant; of variants whose record counts. */
  readonly records: ReadonlyMap<string, EditRecord>
}

/** How many pages of a variant are recorded, and which of them are no longer what was recorded. */
export interface EditRecord {
  readonly count: number
  readonly edited: readonly string[]
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
  { pages, reading }: { readonly pages: readonly Pick<ReadPage, 'file' | 'blobs'>[]; readonly reading: Reading },
): Promise<ReadLocks> {
  const blobs = new Map(pages.map((read) => [read.file, read.blobs]))
  const found = await Promise.all(
    variants.map(async (variant) => ({ variant, lock: await findLock(variant, reading) })),
  )
  const claimed = new Set<string>()
  const records = new Map<string, EditRecord>()
  const read = found.map(({ variant, lock }) => {
    if (lock === undefined) return { variant }
    const { provenance, language, blobs: recorded } = lockFile.record(lock.text)
    const named = { ...variant, exampleNames: namesIn(lock, reading) }
    if (language === variant.dialect.id) claimed.add(lock.path)
    const other = language === undefined || language === variant.dialect.id ? undefined : dialectOf(language)
    if (other !== undefined) return { variant: named, contradiction: { lock, recorded: other.label } }
    const record = recordOf(variant, (file) => {
      const blob = recorded.get(pathIn(lock, file, { root: variant.root, reading }))
      return blob === undefined ? undefined : (blobs.get(file)?.includes(blob) ?? false)
    })
    records.set(variant.id, record)
    const whole = withEdited(provenance, record)
    return { variant: Object.keys(whole).length === 0 ? named : { ...named, provenance: whole } }
  })
  return {
    variants: read.map(({ variant }) => variant),
    records,
    diagnostics: read.flatMap(({ variant, contradiction }) => {
      // Docs of several languages beside one lock file: it is that of one of them.
      if (contradiction === undefined || claimed.has(contradiction.lock.path)) return []
      const { lock, recorded } = contradiction
      const values = { folder: variant.root, dialect: variant.dialect.label, recorded }
      return [problem('CG109', values, { span: topOf(reading.label(lock.path)) })]
    }),
  }
}

function recordOf(variant: VariantDocs, isAsRecorded: (file: string) => boolean | undefined): EditRecord {
  const files = [...new Set(variant.projections.map(({ file }) => file))].sort(compareText)
  const recorded = files.filter((file) => isAsRecorded(file) !== undefined)
  return { count: recorded.length, edited: recorded.filter((file) => isAsRecorded(file) === false) }
}

/** The provenance with the pages of models that are no longer what was recorded; none where the record is that of another state of the docs. */
export function withEdited({ edited: _edited, ...provenance }: Provenance, { count, edited }: EditRecord): Provenance {
  const isOther = count >= MANY && edited.length > count / 2
  return isOther || edited.length === 0 ? provenance : { ...provenance, edited }
}

/** The record after some pages of a variant have changed; undefined where the lock file no longer tells. */
export async function recordAfter(
  record: EditRecord,
  pages: readonly ReadPage[],
  { root, reading }: { readonly root: string; readonly reading: Reading },
): Promise<EditRecord | undefined> {
  const lock = await findLock({ root }, reading)
  if (lock === undefined) return undefined
  const pathOf = ({ page }: ReadPage): string => pathIn(lock, page.file, { root, reading })
  const recorded = lockFile.blobs(lock.text, pages.map(pathOf))
  const edited = new Set(record.edited)
  for (const read of pages) {
    const { page, blobs } = read
    const blob = recorded.get(pathOf(read))
    if (blob !== undefined && !blobs.includes(blob)) edited.add(page.file)
    else edited.delete(page.file)
  }
  return { count: record.count, edited: [...edited].sort(compareText) }
}

/** The path by which a lock file knows a page. */
function pathIn({ docs }: Lock, file: string, of: { readonly root: string; readonly reading: Reading }): string {
  const { cwd } = of.reading.options
  return docs + wayTo(resolve(cwd, of.root), resolve(cwd, file))
}

async function findLock(variant: Pick<VariantDocs, 'root'>, reading: Reading): Promise<Lock | undefined> {
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
  const spans = new Map<number, SourceSpan>()
  return lockFile.names(text).map(({ name, offset }) => {
    const span = spans.get(offset) ?? spanIn(file, spanBetween(starts, offset, offset))
    spans.set(offset, span)
    return { name, span }
  })
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
