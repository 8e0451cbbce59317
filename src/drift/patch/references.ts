// Knows how a variant's own docs name and link each of their pages, so that new cells do it in the same way.

import type { Projection } from '../../dialects/dialect.js'
import { outerRefs, type RefType } from '../../ir/type.js'
import { resolverOf, type Resolve } from '../../reconcile/resolve.js'
import type { VariantDocs } from '../../reconcile/variant-docs.js'
import { sortBy } from '../../text/compare.js'

/** A name for a page, qualified as the language does, and the link to it where it is linked. */
export interface WrittenReference {
  readonly name: string
  readonly href?: string
}

/** Names the pages of one variant. */
export interface References {
  /** How a page refers to another; undefined where the docs show no such reference to learn from. */
  to(target: Projection, from: Projection): WrittenReference | undefined
  /** How a union's page names a model among its members, by the pages that do so; by default as cells do. */
  asMember(target: Projection): string | undefined
  /** The page's path, seen from the folder that holds the docs folder whose links count their way from it. */
  pathOf(page: Projection): string
  /** The spelling of a field that most pages use, by its key. */
  fieldName(key: string): string | undefined
}

/** The folder that a variant's links count their way from. */
export function linkRootOf(docs: Pick<VariantDocs, 'root' | 'projections'>, resolve: Resolve): string {
  const roots: Tally = new Map()
  for (const page of docs.projections)
    for (const ref of page.fields.flatMap((row) => outerRefs(row.type.value))) {
      if (ref.href === undefined) continue
      const target = resolve(ref, page)
      if (target.kind === 'page' && target.astray !== true) count(roots, rootOf(page.file, ref.href))
    }
  return mostOf(roots) ?? docs.root
}

/** The page's path, seen from the folder that holds the docs folder `root`. */
export function pathFrom(root: string, { file }: Pick<Projection, 'file'>): string {
  return file.startsWith(`${root}/`) ? `docs${file.slice(root.length)}` : file
}

/** Reads off a variant's pages how they refer to one another. */
export function referencesOf(docs: VariantDocs): References {
  const resolve = resolverOf(docs)
  const byFile = new Map<string, Tally>()
  const byFolder = new Map<string, Tally>()
  const names = new Map<string, Tally>()
  const members = new Map<string, Tally>()
  for (const page of docs.projections) {
    for (const row of page.fields) {
      countIn(names, row.key, row.name)
      for (const ref of outerRefs(row.type.value)) {
        const target = resolve(ref, page)
        if (target.kind === 'missing')
          countMissing(byFolder, { ref, name: target.name, namespace: target.namespace, docs })
        if (target.kind !== 'page' || target.astray === true) continue
        const linked = ref.href === undefined ? '' : 'linked'
        countIn(byFile, target.page.file, `${linked} ${ref.name}`)
        const prefix = prefixOf(ref.name, target.page.name)
        if (prefix !== undefined) countIn(byFolder, placeOf(target.page), `${linked} ${prefix}`)
      }
    }
    for (const ref of page.members.flatMap((member) => outerRefs(member.value))) {
      const target = resolve(ref, page)
      const prefix = target.kind === 'page' ? prefixOf(ref.name, target.page.name) : undefined
      if (prefix !== undefined && target.kind === 'page') countIn(members, folderOf(target.page), prefix)
    }
  }
  const root = linkRootOf(docs, resolve)
  return {
    pathOf: (page) => pathFrom(root, page),
    asMember: (target) => {
      const prefix = mostOf(members.get(folderOf(target)))
      return prefix === undefined ? undefined : prefix + target.name
    },
    fieldName: (key) => mostOf(names.get(key)),
    to: (target, from) => {
      const own = mostOf(byFile.get(target.file))
      const folder = mostOf(byFolder.get(placeOf(target))) ?? neighbour(byFolder, target, docs)
      const shape = own ?? (folder === undefined ? undefined : folder + target.name)
      if (shape === undefined) return undefined
      const name = shape.slice(shape.indexOf(' ') + 1)
      const href = hrefTo(target.file, from.file, root)
      return shape.startsWith('linked') ? (href === undefined ? undefined : { name, href }) : { name }
    },
  }
}

function folderOf({ file }: Projection): string {
  return file.slice(0, file.lastIndexOf('/'))
}

/** Counts how a page is referred to that is not there: its folder is that of others of its role. */
function countMissing(
  byFolder: Map<string, Tally>,
  of: { ref: RefType; name: string; namespace: string; docs: VariantDocs },
): void {
  const { ref, name, namespace, docs } = of
  const prefix = ref.name === '' ? undefined : prefixOf(ref.name, name)
  const beside = docs.projections.find((page) => page.namespace === namespace)
  if (prefix === undefined || beside === undefined) return
  const isUnion = docs.dialect.unlinkedUnions === true && ref.href === undefined
  countIn(
    byFolder,
    `${folderOf(beside)}\n${isUnion ? 'union' : 'other'}`,
    `${ref.href === undefined ? '' : 'linked'} ${prefix}`,
  )
}

/** What stands before a page's name where it is named; undefined where the name is another. */
function prefixOf(name: string, page: string): string | undefined {
  return name.endsWith(page) ? name.slice(0, name.length - page.length) : undefined
}

/**
 * How pages of a folder are written that no cell refers to yet: as those of a folder beside it, whose name the qualifier shows.
 * A union is written as any other model unless the language has a way of its own for unions.
 */
function neighbour(byFolder: ReadonlyMap<string, Tally>, target: Projection, docs: VariantDocs): string | undefined {
  const own = folderOf(target)
  const isUnion = placeOf(target).endsWith('union')
  const hasOwnWay = docs.dialect.unlinkedUnions === true
  const alike = [...byFolder].map(([place, tally]) => {
    const shape = mostOf(tally) ?? ''
    const prefix = shape.slice(shape.indexOf(' '))
    const isOther = hasOwnWay && place.endsWith('union') !== isUnion
    return { place, isOther, shape: isOther ? (isUnion ? '' : 'linked') + prefix : shape }
  })
  alike.sort((one, two) => Number(one.isOther) - Number(two.isOther))
  const here = alike.find(({ place }) => place.startsWith(`${own}\n`))
  if (here !== undefined) return here.shape
  for (const { place, shape } of sortBy(alike, (one) => [Number(one.isOther), one.place])) {
    const folder = place.slice(0, place.indexOf('\n'))
    const [name, ownName] = [folder, own].map((path) => path.slice(path.lastIndexOf('/') + 1))
    if (folder.slice(0, folder.lastIndexOf('/')) !== own.slice(0, own.lastIndexOf('/'))) continue
    const at = shape.lastIndexOf(name ?? '')
    const isBare = /^(?:linked)? $/.test(shape)
    if (isBare) return shape
    if (at !== -1 && ownName !== undefined && name !== undefined)
      return shape.slice(0, at) + ownName + shape.slice(at + name.length)
  }
  return undefined
}

/** Pages of one folder are qualified alike; a union may be linked otherwise than the rest. */
function placeOf(page: Projection): string {
  return `${folderOf(page)}\n${page.kind === 'union' || page.kind === 'blank' ? 'union' : 'other'}`
}

/** The folder that a link counts its way from: as many steps up as it begins with. */
function rootOf(file: string, href: string): string {
  const up = href.split('/').filter((part) => part === '..').length
  return file
    .split('/')
    .slice(0, -1 - up)
    .join('/')
}

/** The link from one page to another: up to the docs folder, then down; undefined where one of them lies outside. */
function hrefTo(target: string, from: string, root: string): string | undefined {
  const prefix = root === '' ? '' : `${root}/`
  if (!target.startsWith(prefix) || !from.startsWith(prefix)) return undefined
  const depth = from.slice(prefix.length).split('/').length - 1
  return (depth === 0 ? './' : '../'.repeat(depth)) + target.slice(prefix.length)
}

/** How often each text was seen. */
type Tally = Map<string, number>

function count(tally: Tally, text: string): void {
  tally.set(text, (tally.get(text) ?? 0) + 1)
}

/** The text seen most often; of two, the first. */
function mostOf(tally: Tally | undefined): string | undefined {
  return tally === undefined ? undefined : sortBy(tally, ([text, times]) => [-times, text])[0]?.[0]
}

function countIn(tallies: Map<string, Tally>, key: string, text: string): void {
  const tally: Tally = tallies.get(key) ?? new Map()
  tallies.set(key, tally)
  count(tally, text)
}
