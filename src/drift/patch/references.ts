// Knows how a variant's own docs name and link each of their pages, so that new cells do it in the same way.

import type { Projection } from '../../dialects/dialect.js'
import type { RefType, Type } from '../../ir/type.js'
import { resolverOf } from '../../reconcile/resolve.js'
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
  /** The page's path, seen from the folder that holds the docs folder whose links count their way from it. */
  pathOf(page: Projection): string
  /** The spelling of a field that most pages use, by its key. */
  fieldName(key: string): string | undefined
}

/** Reads off a variant's pages how they refer to one another. */
export function referencesOf(docs: VariantDocs): References {
  const resolve = resolverOf(docs)
  const roots: Tally = new Map()
  const byFile = new Map<string, Tally>()
  const byFolder = new Map<string, Tally>()
  const names = new Map<string, Tally>()
  for (const page of docs.projections) {
    for (const row of page.fields) {
      countIn(names, row.key, row.name)
      for (const ref of outerRefs(row.type.value)) {
        const target = resolve(ref, page)
        if (target.kind !== 'page' || target.astray === true) continue
        const linked = ref.href === undefined ? '' : 'linked'
        countIn(byFile, target.page.file, `${linked} ${ref.name}`)
        const last = ref.name.lastIndexOf(target.page.name)
        if (last !== -1 && last + target.page.name.length === ref.name.length)
          countIn(byFolder, placeOf(target.page), `${linked} ${ref.name.slice(0, last)}`)
        if (ref.href !== undefined) count(roots, rootOf(page.file, ref.href))
      }
    }
  }
  const root = mostOf(roots) ?? docs.root
  return {
    pathOf: ({ file }) => (file.startsWith(`${root}/`) ? `docs${file.slice(root.length)}` : file),
    fieldName: (key) => mostOf(names.get(key)),
    to: (target, from) => {
      const own = mostOf(byFile.get(target.file))
      const folder = mostOf(byFolder.get(placeOf(target)))
      const shape = own ?? (folder === undefined ? undefined : folder + target.name)
      if (shape === undefined) return undefined
      const name = shape.slice(shape.indexOf(' ') + 1)
      const href = hrefTo(target.file, from.file, root)
      return shape.startsWith('linked') ? (href === undefined ? undefined : { name, href }) : { name }
    },
  }
}

/** Pages of one folder are qualified alike; a union may be linked otherwise than the rest. */
function placeOf(page: Projection): string {
  const folder = page.file.slice(0, page.file.lastIndexOf('/'))
  return `${folder}\n${page.kind === 'union' || page.kind === 'blank' ? 'union' : 'other'}`
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

function outerRefs(type: Type): RefType[] {
  if (type.kind === 'ref') return [type]
  if (type.kind === 'array') return outerRefs(type.items)
  return type.kind === 'map' ? outerRefs(type.values) : []
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
