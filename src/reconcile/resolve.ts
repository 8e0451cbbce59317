// Knows which page a reference leads to: by its path, else by its name.

import type { Projection } from '../dialects/dialect.js'
import type { RefType } from '../ir/type.js'
import { squash } from '../text/words.js'
import type { VariantDocs } from './variant-docs.js'

/** Where a reference leads: to a page, to a name that no page of the variant has, or nowhere that can be named. */
export type Target<P = Projection> =
  | {
      readonly kind: 'page'
      readonly page: P
      /** Found by its name: the link's path leads nowhere. */ readonly astray?: true
    }
  | { readonly kind: 'missing'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'unnamed' }

/** Finds the target of a reference on a page. */
export type Resolve = (reference: RefType, from: Projection) => Target

/** The resolver of a variant's references. The path is trusted over the name; where it leads nowhere, the name decides. */
export function resolverOf(docs: VariantDocs): Resolve {
  const find = finderOf(docs)
  const known = new Map<Projection, Map<RefType, Target>>()
  return (reference, from) => {
    const targets = known.get(from) ?? new Map<RefType, Target>()
    const target = targets.get(reference) ?? find(reference, from)
    known.set(from, targets.set(reference, target))
    return target
  }
}

/** What of a page decides whether a reference leads to it. */
export type PageId = Pick<Projection, 'file' | 'key' | 'namespace'>

/** How the pages of a variant are found. */
export interface PageLookup<P extends PageId> {
  byFile(path: string): P | undefined
  /** The first whose path is the same but for case. */
  byFileInAnyCase(path: string): P | undefined
  /** Those of a key, in their order. */
  byKey(key: string): readonly P[]
}

/** The same without memory. */
function finderOf({ dialect, projections }: VariantDocs): (reference: RefType, from: PageId) => Target {
  const byFile = new Map(projections.map((page) => [page.file, page]))
  let byLowerCase: ReadonlyMap<string, readonly Projection[]> | undefined
  const byKey = groupBy(projections, (page) => page.key)
  const lookup: PageLookup<Projection> = {
    byFile: (path) => byFile.get(path),
    byFileInAnyCase: (path) => {
      byLowerCase ??= groupBy(projections, (page) => page.file.toLowerCase())
      return byLowerCase.get(path.toLowerCase())?.[0]
    },
    byKey: (key) => byKey.get(key) ?? [],
  }
  return finderIn(lookup, dialect)
}

/** The same for pages of which no more is known than how they are found. */
export function finderIn<P extends PageId>(
  { byFile, byFileInAnyCase, byKey }: PageLookup<P>,
  { namespaceOf }: Pick<VariantDocs['dialect'], 'namespaceOf'>,
): (reference: RefType, from: PageId) => Target<P> {
  return (reference, from) => {
    const name = squash(lastName(reference.name))
    if (reference.href !== undefined) {
      const path = join(from.file, reference.href)
      const page = byFile(path) ?? byFileInAnyCase(path)
      if (page !== undefined) return { kind: 'page', page }
      const namespace = namespaceOf(path)
      const base = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
      const named = pageNamed(byKey(name === '' ? squash(base) : name), namespace)
      if (named !== undefined) return { kind: 'page', page: named, astray: true }
      return { kind: 'missing', namespace, name: lastName(reference.name) || capitalized(base) }
    }
    const folder = qualifier(reference.name)
    const namespace = folder === '' ? from.namespace : namespaceOf(`${folder}/x`)
    const page = pageNamed(byKey(name), namespace)
    if (page !== undefined) return { kind: 'page', page }
    return folder === '' ? { kind: 'unnamed' } : { kind: 'missing', namespace, name: lastName(reference.name) }
  }
}

/** Of the pages of a key, the one in the namespace, else the only one anywhere. */
function pageNamed<P extends PageId>(pages: readonly P[], namespace: string): P | undefined {
  return pages.find((page) => page.namespace === namespace) ?? (pages.length === 1 ? pages[0] : undefined)
}

/** The last part of a qualified name. */
function lastName(name: string): string {
  return name.split(/[.\\]|::/).at(-1) ?? ''
}

/** The part before the last of a qualified name. */
function qualifier(name: string): string {
  return name.split(/[.\\]|::/).at(-2) ?? ''
}

function capitalized(base: string): string {
  return base.charAt(0).toUpperCase() + base.slice(1)
}

/** A link's path relative to the folder of the page it stands on, without `.` and `..` parts. */
function join(file: string, href: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of (href.split('#')[0] ?? '').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The items by key, in their order. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
