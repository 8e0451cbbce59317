// Knows how single pages are read again as reading all documents would read them.

import { resolve } from 'node:path'
import type { Dialect, Projection } from '../dialects/dialect.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { hasError } from '../diagnostics/severity.js'
import { withoutDenials } from '../reconcile/profile.js'
import { printsAt, printsOf, type KeptVariant } from './kept-whole.js'
import { OutOfReach } from './out-of-reach.js'
import { PageAsked, type PartOfWhole } from './part-of-whole.js'
import { projectWithin } from './project-within.js'
import { readDocument, type ReadPage, type Reading } from './read-files.js'
import { asFarAsRead, UNREAD } from './read-variants.js'
import { scoresOf } from './sort-pages.js'
import type { PlacedPage, WholeIndex } from './whole-index.js'

/** A page that has changed, and all that the rest of the whole reads of it is as it was. */
export interface ChangedPage {
  readonly file: string
  readonly variant: string
  readonly projection: Projection
  readonly read: ReadPage
  /** What is wrong with the page. */
  readonly problems: readonly Diagnostic[]
  /** What tells the types of its rows. */
  readonly types: string
  /** Whether they are others than before. */
  readonly hasOtherTypes: boolean
}

/** Reads pages of what is kept. */
export interface PageReader {
  /** Gives a page that changed; rejects with `OutOfReach` where more than its own model depends on how. */
  changed(file: string, typesBefore: ReadonlyMap<string, string>): Promise<ChangedPage>
  /** Gives a page as it was read by the last run. */
  page(file: string): Promise<Projection>
}

/** So many pages are read at most: where more are asked for, reading all takes little longer. */
const MOST = 1_500

/** A reader for the pages of what is kept. */
export function createPageReader({ kept, pageOf }: WholeIndex, reading: Reading): PageReader {
  const scores = new Map(kept.scores)
  let count = 0
  const read = async (file: string) => {
    count += 1
    const page = pageOf(file)
    if (page === undefined || count > MOST) throw new OutOfReach()
    const outcome = await readDocument(resolve(reading.options.cwd, file), reading)
    if (outcome.page === undefined || outcome.file !== file) throw new OutOfReach()
    return { page, variant: page.variant, read: outcome.page, ...project(outcome.page, page) }
  }
  return {
    page: async (file) => {
      const { raw, variant } = await read(file)
      return withoutDenials(raw, variant)
    },
    changed: async (file, typesBefore) => {
      const { raw, variant, page, read: own, problems } = await read(file)
      const isTrusted = problems.every(({ code, severity }) => severity !== 'error' && !UNREAD.has(code))
      const score = scores.get(file)
      const isAsTelling = score === undefined || score.join() === scoresOf(own.page).join()
      const [before, typesThen] = printsAt(variant.pages, page.number)
      const [footprint, types] = printsOf(raw)
      if (!isTrusted || !isAsTelling || footprint !== before) throw new OutOfReach()
      return {
        file,
        variant: variant.id,
        projection: withoutDenials(raw, variant),
        read: own,
        problems,
        types,
        hasOtherTypes: types !== (typesBefore.get(file) ?? typesThen),
      }
    },
  }
}

function project(
  read: ReadPage,
  { variant, docs: { dialect } }: PlacedPage,
): { readonly raw: Projection; readonly problems: readonly Diagnostic[] } {
  const { page, diagnostics } = read
  const { projection, diagnostics: own } = projectWithin(dialect, read)
  if (projection === undefined) throw new OutOfReach()
  const problems = [...diagnostics, ...own]
  const broken = hasError(problems)
  const raw = { ...asFarAsRead(projection, broken), namespace: dialect.namespaceOf(page.file) }
  return { raw: asAmongAll(raw, dialect, variant), problems }
}

/** A page as all pages together tell it. */
function asAmongAll(page: Projection, dialect: Dialect, { showsUnions, members }: KeptVariant): Projection {
  if (!showsUnions) return dialect.relate([page])[0] ?? page
  const kept = members.find(([file]) => file === page.file)?.[1]
  if (kept === undefined) return page
  if (kept.length !== page.members.length) throw new OutOfReach()
  return { ...page, members: page.members.map((member, index) => ({ ...member, value: kept[index] ?? member.value })) }
}

/** What work gives that asks for pages on its way: it is begun again each time, with the pages of the same model. */
export async function withPages<T>(
  work: () => T,
  from: { readonly part: PartOfWhole; readonly pages: Map<string, Projection>; readonly reader: PageReader },
): Promise<T> {
  const { part, pages, reader } = from
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof PageAsked)) throw error
      const cluster = part.clusterOf(error.file)
      const asked = cluster === undefined ? [error.file] : [...new Set([error.file, ...part.filesOf(cluster.id)])]
      const wanted = asked.filter((file) => !pages.has(file))
      const found = await Promise.all(wanted.map(async (file) => [file, await reader.page(file)] as const))
      for (const [file, page] of found) pages.set(file, page)
    }
  }
}
