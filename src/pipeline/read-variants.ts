// Knows which pages together are one variant, and what it is called.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { hasError } from '../diagnostics/severity.js'
import type { Dialect, Projection } from '../dialects/dialect.js'
import { dialectOf } from '../dialects/index.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { sortBy } from '../text/compare.js'
import { topOf } from '../text/span.js'
import { withCommonRoles } from './folder-roles.js'
import {
  isBeyond,
  sortSource,
  type ReadSource,
  type Scores,
  type SortedGroup,
  type SortedSource,
} from './sort-pages.js'

/** The variants of all sources. */
export interface ReadVariants {
  readonly variants: readonly VariantDocs[]
  /** How strongly each page that told the language of others looks like each language, by file. */
  readonly scores: Scores
  readonly diagnostics: readonly Diagnostic[]
}

/** Types that could not be read: a finding where other variants tell them, so that reconciling decides. */
export const UNREAD: ReadonlySet<string> = new Set(['CG301', 'CG302', 'CG303'])

/**
 * Sorts pages into variants: by docs folder and language. A variant is named by its language, or by its folder where two
 * share a language, or as the configuration says. Gives CG104, CG108 and CG502, and the diagnostics of the pages.
 */
export function variantsOf(sources: readonly ReadSource[]): ReadVariants {
  return joinVariants(sources.map(sortSource))
}

/** The same for sources whose pages are sorted by language already. */
export function joinVariants(sources: readonly SortedSource[]): ReadVariants {
  const diagnostics: Diagnostic[] = sources.flatMap(({ read }) => read.diagnostics)
  const groups = sources.flatMap((source) => groupsOf(source, diagnostics))
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
  const scores = new Map(sources.flatMap((source) => [...source.scores]))
  return { variants: withCommonRoles(sortBy(variants, (variant) => [variant.id])), diagnostics, scores }
}

/** Pages of one language below one docs folder, with the source that they are of. */
interface Group extends SortedGroup {
  readonly source: SortedSource
}

/** The groups of a source; none where they hold no page of a model and nothing else was told of it. */
function groupsOf(source: SortedSource, diagnostics: Diagnostic[]): Group[] {
  const { read, label } = source
  diagnostics.push(...source.diagnostics)
  const groups = sortBy(source.groups, ({ root }) => [root]).map((group): Group => ({ ...group, source }))
  const models = groups.some(({ pages }) => pages.some(({ projected }) => projected.projection !== undefined))
  if (models || read.diagnostics.length > 0 || source.diagnostics.length > 0) return groups
  const found = `${read.files.length} ${read.files.length === 1 ? 'file' : 'files'}, none of them a model page`
  diagnostics.push(problem('CG104', { folder: label, found }, { span: topOf(label) }))
  return []
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
    const broken = hasError([...found, ...own])
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
