// Knows how what the documents say is told anew after some pages have changed, by settling their models alone.

import type { Options } from '../config/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Projection } from '../dialects/dialect.js'
import type { Model, Variant } from '../ir/model.js'
import { withLikelyCauses } from '../reconcile/causes.js'
import type { Finding } from '../reconcile/finding.js'
import { buildFindings, sortFindings } from '../reconcile/findings.js'
import { writesInPlace } from '../reconcile/missing.js'
import { usesOf } from '../reconcile/references.js'
import { findRenames } from '../reconcile/renames.js'
import { settlePages, type SettledModel } from '../reconcile/settle-model.js'
import type { Cluster } from '../reconcile/variant-docs.js'
import { mendedBy } from './mended-part.js'
import { textWithout } from './model-text.js'
import { OutOfReach } from './out-of-reach.js'
import { partOfWhole, type PartOfWhole } from './part-of-whole.js'
import type { Reading } from './read-files.js'
import { recordAfter, withEdited, type EditRecord } from './read-lock.js'
import { createPageReader, withPages, type ChangedPage, type PageReader } from './redo-pages.js'
import type { WholeIndex } from './whole-index.js'

/** What a run found in the documents, as far as the next one needs it. */
export interface KeptFindings {
  readonly findings: readonly Finding[]
  /** Fingerprints of those that a patch mends. */
  readonly mended: readonly string[]
  /** What is wrong with pages by themselves. */
  readonly problems: readonly Diagnostic[]
  /** All else that is wrong. */
  readonly others: readonly Diagnostic[]
  /** What was recorded of the pages of each variant, and is another now. */
  readonly records: readonly (readonly [variant: string, record: EditRecord])[]
  readonly variants: readonly Variant[]
  /** What tells the types of pages, where it is no longer what was kept with the whole; by file. */
  readonly types: readonly (readonly [file: string, types: string])[]
}

/** The last run. */
export interface LastRun {
  readonly whole: WholeIndex
  readonly found: KeptFindings
  /** A model as the last run left it. */
  modelOf(id: string): Model | undefined
}

/** What the documents say now: the models that were settled anew, all others being as they were, and all that was found. */
export interface Redone {
  readonly models: readonly Model[]
  readonly found: KeptFindings
}

/**
 * Settles the models of changed pages anew. Gives what reading all documents would give, or undefined where that cannot be
 * told from these pages and those of their models alone.
 * @param files - the pages that changed, as paths are shown
 */
export async function redo(
  files: readonly string[],
  last: LastRun,
  { options, reading }: { readonly options: Options; readonly reading: Reading },
): Promise<Redone | undefined> {
  // What is ignored is told apart by all findings together, and what stays in the model by all pages.
  if (options.presence !== 'union' || options.ignore.length > 0) return undefined
  try {
    const reader = createPageReader(last.whole, reading)
    const types = new Map(last.found.types)
    const changed = await Promise.all(files.map((file) => reader.changed(file, types)))
    const pages = new Map(changed.map(({ file, projection }) => [file, projection]))
    const part = partOfWhole(last.whole, options, pages)
    const work: Work = { part, pages, reader, last, options, changed }
    const clusters = new Map(files.map((file) => clusterOf(file, work)).map((cluster) => [cluster.id, cluster]))
    const settled: SettledModel[] = []
    for (const cluster of clusters.values())
      settled.push(await withPages(() => settleAlone(cluster, work), { part, pages, reader }))
    return await conclude(settled, work, reading)
  } catch (error) {
    if (error instanceof OutOfReach) return undefined
    throw error
  }
}

interface Work {
  readonly part: PartOfWhole
  readonly pages: Map<string, Projection>
  readonly reader: PageReader
  readonly last: LastRun
  readonly options: Options
  readonly changed: readonly ChangedPage[]
}

/** The model of a page, where it can be settled by itself. */
function clusterOf(file: string, { part, last }: Work): Cluster {
  const cluster = part.clusterOf(file)
  const role = last.whole.clusterOf(cluster?.id ?? '')?.[2]
  const isToldOf = last.found.others.some(({ span }) => span?.file === file)
  if (cluster === undefined || role === 'tied' || role === 'renamed' || isToldOf) throw new OutOfReach()
  return cluster
}

/** Settles a model; throws `OutOfReach` where another model is no longer what it was. */
function settleAlone(cluster: Cluster, { part, last, changed }: Work): SettledModel {
  const { whole } = part
  const { context } = whole
  if (findRenames({ ...context, clusters: new Map([[cluster.id, cluster]]) }).pages.size > 0) throw new OutOfReach()
  const own = changed.filter(({ file, hasOtherTypes }) => hasOtherTypes && part.clusterOf(file)?.id === cluster.id)
  for (const { variant } of own) if (!describesAll(variant, cluster, part)) throw new OutOfReach()
  const settled = settlePages(cluster, whole)
  const before = last.modelOf(settled.model.id)
  const model = withOldDiscriminator(settled.model, before)
  if (before === undefined || textWithout(TEXTS, model) !== textWithout(TEXTS, before)) throw new OutOfReach()
  return { ...settled, model }
}

/** Whether a variant, where it has no page for what others refer to here, writes it in place. */
function describesAll(variant: string, cluster: Cluster, { whole }: PartOfWhole): boolean {
  const { context, resolve } = whole
  const lacking = new Map<string, boolean>()
  for (const use of usesOf(cluster, resolve)) {
    const id = context.clusterOf(use.target)
    const target = id === undefined ? undefined : context.clusters.get(id)
    if (id === undefined || target?.nodes.has(variant) !== false || lacking.get(id) === true) continue
    lacking.set(id, writesInPlace(variant, use, { id, context }))
  }
  return [...lacking.values()].every(Boolean)
}

function withOldDiscriminator(model: Model, before: Model | undefined): Model {
  if (model.kind !== 'union' || before?.kind !== 'union' || before.discriminator === undefined) return model
  return { ...model, discriminator: before.discriminator }
}

/** Keys of a model and its fields that only comments and places come of. */
const TEXTS: ReadonlySet<string> = new Set(['description', 'deprecated', 'disputes', 'sources', 'blind', 'examples'])

/** All that was found, with what is found of the models now. */
async function conclude(settled: readonly SettledModel[], work: Work, reading: Reading): Promise<Redone> {
  const { part, last, options, changed, pages, reader } = work
  const { found } = last
  const records = await recordsAfter(changed, last, reading)
  const variants = found.variants.map((variant): Variant => {
    const record = records.get(variant.id)
    if (record === undefined || variant.provenance === undefined) return variant
    return { ...variant, provenance: withEdited(variant.provenance, record) }
  })
  const ids = new Set(settled.map(({ model }) => model.id))
  const drafts = settled.flatMap((one) => one.drafts)
  const own = withLikelyCauses(buildFindings(drafts, options.severity), variants)
  const mended = await Promise.all(
    settled.map((one) => {
      const about = own.filter(({ model }) => model === one.model.id)
      return withPages(() => mendedBy(about, one, { part, kept: last.whole.kept }), { part, pages, reader })
    }),
  )
  const others = found.findings.filter(({ model }) => !ids.has(model))
  const gone = new Set(found.findings.filter(({ model }) => ids.has(model)).map(({ fingerprint }) => fingerprint))
  const files = new Set(changed.map(({ file }) => file))
  return {
    models: settled.map(({ model }) => model),
    found: {
      findings: sortFindings([...others, ...own]),
      mended: [...found.mended.filter((one) => !gone.has(one)), ...mended.flat()],
      problems: [
        ...found.problems.filter(({ span }) => span === undefined || !files.has(span.file)),
        ...changed.flatMap(({ problems }) => problems),
      ],
      others: found.others,
      records: found.records.map(([id, record]) => [id, records.get(id) ?? record]),
      variants,
      types: [...new Map([...found.types, ...changed.map(({ file, types }) => [file, types] as const)])],
    },
  }
}

async function recordsAfter(
  changed: readonly ChangedPage[],
  { whole, found }: LastRun,
  reading: Reading,
): Promise<ReadonlyMap<string, EditRecord>> {
  const records = new Map<string, EditRecord>()
  for (const [id, record] of found.records) {
    const own = changed.filter(({ variant }) => variant === id).map(({ read }) => read)
    const root = whole.kept.variants.find((variant) => variant.id === id)?.root
    if (own.length === 0 || root === undefined) continue
    const after = await recordAfter(record, own, { root, reading })
    if (after === undefined) throw new OutOfReach()
    records.set(id, after)
  }
  return records
}
