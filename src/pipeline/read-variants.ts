// Knows which language each page is written in, and which pages together are one variant.

import type { SourceOption } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Page } from '../markdown/page.js'
import type { Dialect, ProjectedPage, Projection } from '../dialects/dialect.js'
import { dialectOf, dialects } from '../dialects/index.js'
import { groupBy } from '../reconcile/resolve.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { sortBy } from '../text/compare.js'
import { topOf } from '../text/span.js'
import { withCommonRoles } from './folder-roles.js'
import { projectWithin } from './project-within.js'
import type { ReadFiles, ReadPage } from './read-files.js'

/** A source with what was read from it; `label` is its path as shown. */
export interface ReadSource {
  readonly source: SourceOption
  readonly label: string
  readonly read: ReadFiles
}

/** The variants of all sources. */
export interface ReadVariants {
  readonly variants: readonly VariantDocs[]
  /** How strongly each page that told the language of others looks like each language, by file. */
  readonly scores: Scores
  readonly diagnostics: readonly Diagnostic[]
}

/** Pages of one language below one docs folder. */
interface Group {
  readonly source: ReadSource
  readonly root: string
  readonly dialect: Dialect
  readonly pages: readonly ProjectedRead[]
}

/** A page with what its language makes of it. */
interface ProjectedRead extends Omit<ReadPage, 'page' | 'depth'> {
  readonly projected: ProjectedPage
}

/** For each dialect, in the order of the dialects, what its `detect` makes of a page. */
export type Scores = ReadonlyMap<string, readonly number[]>

/** Types that could not be read: a finding where other variants tell them, so that reconciling decides. */
export const UNREAD: ReadonlySet<string> = new Set(['CG301', 'CG302', 'CG303'])

/** Whether a page was not read because of a limit, so that nobody knows whether it is a model's. */
function isBeyond({ code }: Diagnostic): boolean {
  return code === 'CG211' || code === 'CG113'
}

/** How many pages of a folder are looked at to tell its language. */
const SAMPLE = 40

/**
 * Sorts pages into variants: by docs folder and language. A variant is named by its language, or by its folder where two
 * share a language, or as the configuration says. Gives CG104, CG108 and CG502, and the diagnostics of the pages.
 */
export function variantsOf(sources: readonly ReadSource[]): ReadVariants {
  const diagnostics: Diagnostic[] = sources.flatMap(({ read }) => read.diagnostics)
  const scores = new Map<string, readonly number[]>()
  const groups = sources.flatMap((source) => groupsOf(source, { diagnostics, scores }))
  const names = nameGroups(groups)
  const variants: VariantDocs[] = []
  for (const [index, group] of groups.entries()) {
    const id = names[index] ?? group.dialect.id
    const first = variants.find((variant) => variant.id === id)
    if (first !== undefined) {
      diagnostics.push(
        problem('CG502', { variant: id, first: first.root, second: group.root }, { span: topOf(group.root) }),
      )
      continue
    }
    variants.push(readVariant(id, group, diagnostics))
  }
  return { variants: withCommonRoles(sortBy(variants, (variant) => [variant.id])), diagnostics, scores }
}

/** What comes of telling the languages besides the groups. */
interface Notes {
  readonly diagnostics: Diagnostic[]
  readonly scores: Map<string, readonly number[]>
}

function groupsOf(source: ReadSource, { diagnostics, scores }: Notes): Group[] {
  const { read, label } = source
  const known = diagnostics.length
  const forced = source.source.dialect === undefined ? undefined : dialectOf(source.source.dialect)
  const byRoot = groupBy(read.pages, ({ file }) => rootOf(file, label))
  const groups = sortBy(byRoot, ([root]) => [root]).flatMap(([root, pages]): Group[] => {
    if (forced !== undefined)
      return [{ source, root, dialect: forced, pages: pages.map((read) => projectedBy(forced, read)) }]
    const { byDialect, undecided } = sortPages(pages, scores)
    const named = byDialect.size === 0 && isModelFolder(undecided) ? dialectNamedIn(root) : undefined
    if (named !== undefined)
      return [{ source, root, dialect: named, pages: pages.map((read) => projectedBy(named, read)) }]
    diagnostics.push(...undecided.flatMap((page) => page.diagnostics.filter(isBeyond)))
    if (undecided.length > 0 && byDialect.size === 0 && isModelFolder(undecided)) {
      diagnostics.push(...undecided.flatMap((page) => page.diagnostics.filter((found) => !isBeyond(found))))
      const seen = `${undecided.length} pages, none of them with a sign of its language`
      diagnostics.push(problem('CG108', { folder: root, seen }, { span: topOf(undecided[0]?.file ?? root) }))
    }
    return [...byDialect].map(([dialect, own]) => ({ source, root, dialect, pages: own }))
  })
  const models = groups.some(({ pages }) => pages.some(({ projected }) => projected.projection !== undefined))
  if (models || read.diagnostics.length > 0 || diagnostics.length > known) return groups
  const found = `${read.files.length} ${read.files.length === 1 ? 'file' : 'files'}, none of them a model page`
  diagnostics.push(problem('CG104', { folder: label, found }, { span: topOf(label) }))
  return []
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
function rootOf(file: string, source: string): string {
  const below = file.startsWith(`${source}/`) ? file.slice(source.length + 1) : file
  const found = /^(.*\/)?docs\//i.exec(below)?.[0]
  if (found === undefined) return source
  return `${file.slice(0, file.length - below.length)}${found}`.replace(/\/$/, '')
}

/** The pages by language: a folder's by what its pages show together, a single page otherwise where it contradicts its folder. */
function sortPages(
  pages: readonly ReadPage[],
  scores: Notes['scores'],
): { byDialect: Map<Dialect, ProjectedRead[]>; undecided: ReadPage[] } {
  const whole = strongest(pages, scores)
  const byDialect = new Map<Dialect, ProjectedRead[]>()
  const undecided: ReadPage[] = []
  for (const folder of groupBy(pages, ({ file }) => file.slice(0, file.lastIndexOf('/'))).values()) {
    const own = strongest(folder, scores) ?? whole
    for (const page of folder) {
      const read = own === undefined ? undefined : projectedBy(own, page)
      const dialect =
        own === undefined || read === undefined || contradicts(own, read, page)
          ? (strongest([page], scores) ?? own)
          : own
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
function strongest(pages: readonly ReadPage[], known: Notes['scores']): Dialect | undefined {
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

/** The names of the groups: as configured, else the language, else the folder where a language occurs twice. */
function nameGroups(groups: readonly Group[]): string[] {
  const count = new Map<string, number>()
  for (const { dialect } of groups) count.set(dialect.id, (count.get(dialect.id) ?? 0) + 1)
  const alone = (group: Group): boolean => groups.filter((other) => other.source === group.source).length === 1
  const named = groups.map((group) => {
    const { variant } = group.source.source
    if (variant !== undefined && alone(group)) return { group, name: variant, given: true }
    const name = (count.get(group.dialect.id) ?? 0) === 1 ? group.dialect.id : folderName(group.root)
    return { group, name, given: false }
  })
  const repeated = (name: string): boolean => named.filter((other) => other.name === name).length > 1
  // A name that the configuration gives twice is a fault to report, not to mend.
  return named.map(({ group, name, given }) => (!given && repeated(name) ? group.root : name))
}

/** The last folder of a path that says more than that it holds docs. */
function folderName(root: string): string {
  const parts = root.split('/').filter((part) => !/^(?:docs?|\.{1,2}|)$/i.test(part))
  return parts.at(-1) ?? root
}

function readVariant(id: string, group: Group, diagnostics: Diagnostic[]): VariantDocs {
  const dialect = withoutRoot(group.dialect, group.root)
  const projections: Projection[] = []
  const unread: string[] = []
  const faults: Diagnostic[] = []
  for (const { file, projected, diagnostics: found } of group.pages) {
    const { projection, diagnostics: own } = projected
    const broken = [...found, ...own].some(({ severity }) => severity === 'error')
    if (projection === undefined && broken) unread.push(file)
    if (projection !== undefined)
      projections.push({ ...asFarAsRead(projection, broken), namespace: dialect.namespaceOf(file) })
    if (projection === undefined && own.length === 0 && !found.some(isBeyond)) continue
    diagnostics.push(...found, ...own.filter((problem) => projection === undefined || !UNREAD.has(problem.code)))
    if (projection !== undefined) faults.push(...own.filter(({ code }) => UNREAD.has(code)))
  }
  const inside = (file: string): boolean => file === group.root || file.startsWith(`${group.root}/`)
  const { read } = group.source
  const own = new Set(group.pages.map(({ file }) => file))
  const foreign = new Set(read.pages.map(({ file }) => file).filter((file) => !own.has(file)))
  return {
    id,
    dialect,
    root: group.root,
    documents: read.files.filter((file) => inside(file) && !foreign.has(file)).length,
    projections: dialect.relate(projections),
    faults,
    unread: [
      ...unread,
      ...read.diagnostics.flatMap(({ span }) => (span !== undefined && inside(span.file) ? [span.file] : [])),
    ],
    linked: new Set(read.linked),
    pathNames: read.pathNames.filter(({ span }) => inside(span.file)),
    exampleNames: [],
  }
}

/** An object of which a fault left no row is one of which nothing is known, not one without fields. */
export function asFarAsRead(projection: Projection, broken: boolean): Projection {
  const { kind, fields, additional } = projection
  return broken && kind === 'object' && fields.length === 0 && additional === undefined
    ? { ...projection, kind: 'blank' }
    : projection
}

/** The dialect of an id for docs below a folder; undefined where there is none. */
export function dialectIn(id: string, root: string): Dialect | undefined {
  const dialect = dialectOf(id)
  return dialect === undefined ? undefined : withoutRoot(dialect, root)
}

/** The dialect for docs below a folder: what the folder itself is called is no role of the models that lie in it. */
function withoutRoot(dialect: Dialect, root: string): Dialect {
  const liesInRoot = (file: string): boolean => file === root || file.slice(0, file.lastIndexOf('/')) === root
  return { ...dialect, namespaceOf: (file) => (liesInRoot(file) ? '' : dialect.namespaceOf(file)) }
}
