// Knows where the page of a missing model belongs in a variant's docs, and what it is called there.

import type { Projection } from '../../dialects/dialect.js'
import type { Model } from '../../ir/model.js'
import { typeRefs } from '../../ir/type.js'
import { SHARED } from '../../reconcile/cluster.js'
import type { Finding } from '../../reconcile/finding.js'
import { groupBy, resolverOf } from '../../reconcile/resolve.js'
import type { Cluster, VariantDocs } from '../../reconcile/variant-docs.js'
import { sortBy } from '../../text/compare.js'
import { squash } from '../../text/words.js'
import type { Knowledge, Stub } from './scribe.js'

/** The pages that findings miss, as far as there is a place for them that is free. `isTaken`: whether a file lies at a path, or a patch cannot put one there. */
export function findPlaces(
  known: Knowledge,
  findings: readonly Finding[],
  isTaken: (file: string) => boolean,
): readonly Stub[] {
  const place: Place = { known, kindOf: kindsIn(known.docs), folderOf: foldersIn(known.docs), names: calledBy(known) }
  const used = new Set<string>()
  return findings.flatMap(({ rule, model: id, fingerprint }): Stub[] => {
    const model = known.models.get(id)
    const cluster = known.reconciled.details.get(id)?.cluster
    if (rule !== 'missing-model' || model === undefined || cluster === undefined) return []
    const page = pageFor(model, cluster, place)
    const path = page?.file.toLowerCase() ?? ''
    if (page === undefined || isTaken(page.file) || used.has(path)) return []
    used.add(path)
    return [{ model, cluster: cluster.id, page, finding: fingerprint }]
  })
}

/** The names by which the docs refer to models that they have no page for, by cluster. */
function calledBy({ docs, reconciled }: Knowledge): ReadonlyMap<string, string> {
  const resolve = resolverOf(docs)
  const names = new Map<string, string>()
  for (const page of docs.projections) {
    for (const { value } of [...page.fields.map((row) => row.type), ...page.members]) {
      for (const ref of typeRefs(value)) {
        const target = resolve(ref, page)
        const cluster = target.kind === 'missing' ? reconciled.context.clusterOf(target) : undefined
        if (target.kind === 'missing' && cluster !== undefined && ref.name !== '') names.set(cluster, target.name)
      }
    }
  }
  return names
}

/** What is the same for all pages of a variant that are to be added. */
interface Place {
  readonly known: Knowledge
  readonly kindOf: ReturnType<typeof kindsIn>
  readonly folderOf: ReturnType<typeof foldersIn>
  readonly names: ReturnType<typeof calledBy>
}

function pageFor(model: Model, cluster: Cluster, place: Place): Projection | undefined {
  const { docs } = place.known
  const kind = place.kindOf(model)
  const folder = place.folderOf(cluster.namespace)
  if (kind === undefined || folder === undefined) return undefined
  const name = place.names.get(cluster.id) ?? headingOf(model, cluster, place.known)
  const file = `${folder}/${docs.dialect.fileName(name)}.md`
  const start = { line: 1, column: 1, offset: 0 }
  const title = { file, start, end: start }
  return {
    kind,
    file,
    namespace: docs.dialect.namespaceOf(file),
    name,
    key: squash(name),
    title,
    fields: [],
    values: [],
    open: { value: 'unknown', said: '', span: title },
    members: [],
    role: 'data',
    sample: new Map(),
  }
}

/** The kind of page that docs have for a model: unions have a heading only where those that are there do. */
function kindsIn({ dialect, projections }: VariantDocs): (model: Model) => Projection['kind'] | undefined {
  const kinds = new Set(projections.map(({ kind }) => kind))
  const union = !dialect.showsMembers || (kinds.has('blank') && !kinds.has('union')) ? 'blank' : 'union'
  return ({ kind }) => (kind === 'unknown' ? undefined : kind === 'union' ? union : kind)
}

/** The folder of most pages with a namespace; docs without namespaces have one folder for all. */
function foldersIn({ projections }: VariantDocs): (namespace: string) => string | undefined {
  const pages = new Map(groupBy(projections, ({ namespace }) => namespace))
  const folders = new Map<string, string | undefined>()
  const isFlat = pages.size === 1 && pages.has('')
  return (namespace) => {
    if (!folders.has(namespace)) folders.set(namespace, usual(namespace))
    return folders.get(namespace)
  }

  function usual(namespace: string): string | undefined {
    const alike = isFlat ? [''] : namespace === SHARED ? [SHARED, ''] : [namespace]
    const own = alike.flatMap((name) => pages.get(name) ?? [])
    const held = groupBy(own, ({ file }) => file.slice(0, file.lastIndexOf('/')))
    return sortBy(held, ([folder, list]) => [-list.length, folder])[0]?.[0]
  }
}

/** The heading that docs with the same habits use most, else the model's name by the habits of the language. */
function headingOf(model: Model, cluster: Cluster, { docs }: Knowledge): string {
  const { dialect } = docs
  const headings = [...cluster.nodes.values()].map(({ page }) => page.name)
  const usual = headings.filter((name) => dialect.heading(name) === name && squash(name) === squash(model.name))
  const [best] = sortBy(
    groupBy(usual, (name) => name),
    ([name, list]) => [-list.length, name],
  )
  return best?.[0] ?? dialect.heading(model.name)
}
