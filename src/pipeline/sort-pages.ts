// Knows which language each page is written in, and what of a page is held once its language has read it.

import type { SourceOption } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Dialect, ProjectedPage } from '../dialects/dialect.js'
import { dialectOf, dialects } from '../dialects/index.js'
import type { Page } from '../markdown/page.js'
import { groupBy } from '../reconcile/resolve.js'
import { sortBy } from '../text/compare.js'
import { topOf } from '../text/span.js'
import { projectWithin } from './project-within.js'
import type { ReadFiles, ReadPage } from './read-files.js'

/** A source with what was read from it; `label` is its path as shown. */
export interface ReadSource {
  readonly source: SourceOption
  readonly label: string
  readonly read: ReadFiles
}

/** What is known of a page besides what it says. */
export type SeenPage = Omit<ReadPage, 'page' | 'depth'>

/** A source whose pages are sorted by language. Nothing of it holds the text of a page. */
export interface SortedSource extends Omit<ReadSource, 'read'> {
  readonly read: Omit<ReadFiles, 'pages'> & { readonly pages: readonly SeenPage[] }
  readonly groups: readonly SortedGroup[]
  readonly scores: Scores
  /** CG108, and what is wrong with pages that no language was told for. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Pages of one language below one docs folder. */
export interface SortedGroup {
  readonly root: string
  readonly dialect: Dialect
  readonly pages: readonly ProjectedRead[]
}

/** A page with what its language makes of it. */
export interface ProjectedRead extends SeenPage {
  readonly projected: ProjectedPage
}

/** For each dialect, in the order of the dialects, what its `detect` makes of a page. */
export type Scores = ReadonlyMap<string, readonly number[]>

type MutableScores = Map<string, readonly number[]>

/** How many pages of a folder are looked at to tell its language. */
const SAMPLE = 40

/** Tells the languages of a source's pages, or of those below some of its docs folders: no folder asks for another. */
export function sortSource({ source, label, read }: ReadSource): SortedSource {
  const forced = source.dialect === undefined ? undefined : dialectOf(source.dialect)
  const scores: MutableScores = new Map()
  const diagnostics: Diagnostic[] = []
  const byRoot = groupBy(read.pages, ({ file }) => rootOf(file, label))
  const groups = sortBy(byRoot, ([root]) => [root]).flatMap(([root, pages]): SortedGroup[] => {
    const allBy = (dialect: Dialect): SortedGroup[] => [
      { root, dialect, pages: pages.map((page) => projectedBy(dialect, page)) },
    ]
    if (forced !== undefined) return allBy(forced)
    const { byDialect, undecided } = sortPages(pages, scores)
    const isUndecided = byDialect.size === 0 && isModelFolder(undecided)
    const named = isUndecided ? dialectNamedIn(root) : undefined
    if (named !== undefined) return allBy(named)
    diagnostics.push(...undecided.flatMap((page) => page.diagnostics.filter((one) => isUndecided || isBeyond(one))))
    if (isUndecided) {
      const seen = `${undecided.length} pages, none of them with a sign of its language`
      diagnostics.push(problem('CG108', { folder: root, seen }, { span: topOf(undecided[0]?.file ?? root) }))
    }
    return [...byDialect].map(([dialect, own]) => ({ root, dialect, pages: own }))
  })
  const pages = read.pages.map(({ file, diagnostics, blobs }): SeenPage => ({ file, diagnostics, blobs }))
  return { source, label, read: { ...read, pages }, groups, scores, diagnostics }
}

/** Whether a page was not read because of a limit, so that nobody knows whether it is a model's. */
export function isBeyond({ code }: Diagnostic): boolean {
  return code === 'CG211' || code === 'CG113'
}

/** A source from its parts. */
export function joinSorted(source: Pick<ReadSource, 'source' | 'label'>, parts: readonly SortedSource[]): SortedSource {
  const reads = parts.map(({ read }) => read)
  return {
    ...source,
    read: {
      pages: reads.flatMap(({ pages }) => pages),
      files: reads.flatMap(({ files }) => files),
      pathNames: reads.flatMap(({ pathNames }) => pathNames),
      linked: reads.flatMap(({ linked }) => linked),
      diagnostics: reads.flatMap(({ diagnostics }) => diagnostics),
    },
    groups: parts.flatMap(({ groups }) => groups),
    scores: new Map(parts.flatMap(({ scores }) => [...scores])),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** The dialect that a folder on the way to the docs is named after: the last resort for pages that show no language. */
function dialectNamedIn(root: string): Dialect | undefined {
  const parts = root.toLowerCase().split('/').toReversed()
  return parts.map((part) => dialectOf(part)).find((dialect) => dialect !== undefined)
}

function isModelFolder(pages: readonly ReadPage[]): boolean {
  return pages.some(({ page }) => dialects.some((dialect) => dialect.project(page).projection !== undefined))
}

/** The docs folder that a page lies in: the path up to the last folder called docs, else the source itself. */
export function rootOf(file: string, source: string): string {
  const below = file.startsWith(`${source}/`) ? file.slice(source.length + 1) : file
  const found = /^(.*\/)?docs\//i.exec(below)?.[0]
  if (found === undefined) return source
  return `${file.slice(0, file.length - below.length)}${found}`.replace(/\/$/, '')
}

/** The pages by language: a folder's by what its pages show together, a single page otherwise where it contradicts its folder. */
function sortPages(
  pages: readonly ReadPage[],
  scores: MutableScores,
): { byDialect: Map<Dialect, ProjectedRead[]>; undecided: ReadPage[] } {
  const whole = strongest(pages, scores)
  const byDialect = new Map<Dialect, ProjectedRead[]>()
  const undecided: ReadPage[] = []
  for (const folder of groupBy(pages, ({ file }) => file.slice(0, file.lastIndexOf('/'))).values()) {
    const own = strongest(folder, scores) ?? whole
    for (const page of folder) {
      const read = own && projectedBy(own, page)
      const isTrusted = own !== undefined && read !== undefined && !contradicts(own, read, page)
      const dialect = isTrusted ? own : (strongest([page], scores) ?? own)
      if (dialect === undefined) {
        undecided.push(page)
        continue
      }
      const list = byDialect.get(dialect) ?? []
      list.push(read === undefined || dialect !== own ? projectedBy(dialect, page) : read)
      byDialect.set(dialect, list)
    }
  }
  return { byDialect, undecided }
}

/** The language that the pages' signs speak for most; undefined where they speak for none, or for two alike. */
function strongest(pages: readonly ReadPage[], known: MutableScores): Dialect | undefined {
  const step = Math.max(1, Math.floor(pages.length / SAMPLE))
  const sample = pages.filter((_, index) => index % step === 0)
  const scored = sample.map((read) => {
    const scores = known.get(read.file) ?? scoresOf(read.page)
    known.set(read.file, scores)
    return scores
  })
  const totals = dialects.map((dialect, index) => ({
    dialect,
    score: scored.reduce((sum, scores) => sum + (scores[index] ?? 0), 0),
  }))
  const [best, second] = sortBy(totals, ({ dialect, score }) => [-score, dialect.id])
  return best === undefined || best.score <= 0 || best.score === second?.score ? undefined : best.dialect
}

/** What each dialect makes of a page. */
export function scoresOf(page: Page): readonly number[] {
  return dialects.map((dialect) => dialect.detect(page))
}

/** What a page says when it stands alone: in the language given, or in the one that its own signs speak for; undefined where they speak for none. */
export function projectAlone(read: ReadPage, id?: string): { dialect: Dialect; projected: ProjectedPage } | undefined {
  const dialect = id === undefined ? strongest([read], new Map()) : dialectOf(id)
  return dialect === undefined ? undefined : { dialect, projected: dialect.project(read.page) }
}

function projectedBy(dialect: Dialect, read: ReadPage): ProjectedRead {
  const { file, diagnostics, blobs } = read
  return { file, diagnostics, blobs, projected: projectWithin(dialect, read) }
}

function contradicts(dialect: Dialect, { projected }: ProjectedRead, read: ReadPage): boolean {
  return projected.diagnostics.some(({ code }) => code === 'CG301' || code === 'CG302') && dialect.detect(read.page) < 0
}
