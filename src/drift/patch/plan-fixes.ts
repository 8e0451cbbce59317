// Knows which findings can be mended in the docs themselves: by edits of a page, or by a page that is added.

import { modelTypes, type Model } from '../../ir/model.js'
import { typeRefs } from '../../ir/type.js'
import type { Finding } from '../../reconcile/finding.js'
import type { Reconciled } from '../../reconcile/reconcile.js'
import { withParts } from '../../reconcile/parts.js'
import { groupBy } from '../../reconcile/resolve.js'
import { findPlaces } from './find-places.js'
import type { Fix, Mending } from './fix.js'
import { fixFields } from './fix-fields.js'
import { fixHead } from './fix-head.js'
import { fixMembers } from './fix-members.js'
import { fixNames } from './fix-names.js'
import { fixValues } from './fix-values.js'
import { landingPages } from './landing.js'
import { knowledgeOf, scribeOf, type Knowledge, type Scribe } from './scribe.js'
import { writePages, type NewPage } from './write-pages.js'

/** What planning depends on besides the findings. */
export interface Planning {
  /** Whether no page can be added at a path: a file lies there already, or a patch cannot put one there. */
  readonly isTaken?: (file: string) => boolean
  /** What tells the fixes of a variant apart. */
  readonly groupOf?: (finding: Finding) => string
}

/**
 * The fixes of findings, one for each group of a variant's findings, by default one a page. A finding that no fix mends is one that
 * the language of its variant cannot express, that no edit of a page mends, or whose page would be taken for another model's.
 */
export function planFixes(
  reconciled: Reconciled,
  findings: readonly Finding[],
  { isTaken = () => false, groupOf = ({ model }) => model }: Planning = {},
): Fix[] {
  const models = new Map(reconciled.model.models.map((model) => [model.id, model]))
  const byVariant = groupBy(withParts(findings), ({ variant }) => variant)
  const known = reconciled.context.variants
    .filter(({ id }) => byVariant.has(id))
    .map((docs) => knowledgeOf(docs, { reconciled, models }))
  const used = usedModels(reconciled)
  const added = newPages(known, (of) =>
    findPlaces(
      of,
      (byVariant.get(of.docs.id) ?? []).filter(({ model }) => models.get(model)?.kind === 'object' || used.has(model)),
      isTaken,
    ),
  )
  return known.flatMap((of): Fix[] => {
    const pages = added.get(of.docs.id) ?? []
    const scribe = scribeOf(
      of,
      pages.map(({ stub }) => stub),
    )
    const created = pages.map(({ stub, text }): Fix => ({
      variant: of.docs.id,
      file: stub.page.file,
      edits: [],
      created: text,
      mends: [stub.finding],
    }))
    const own = byVariant.get(of.docs.id) ?? []
    return [
      ...created,
      ...[...groupBy(own, groupOf).values()].flatMap((about) =>
        fixModel(models.get(about[0]?.model ?? ''), about, scribe),
      ),
    ]
  })
}

/**
 * The models that others refer to. An enumeration or a union that only disputed rows refer to is not needed: it goes with them,
 * and variants that write it in place would then lack its page.
 */
function usedModels({ model, details, context }: Reconciled): ReadonlySet<string> {
  const used = new Set<string>()
  for (const one of model.models) {
    for (const { name } of modelTypes(one).flatMap(typeRefs)) used.add(name)
    if (one.kind !== 'object') continue
    // The page of an enumeration of one value stands for a constant of the model.
    for (const { node, row } of details.get(one.id)?.groups.flatMap(({ rows }) => rows) ?? [])
      for (const ref of typeRefs(context.mapped(row.type.value, node)))
        if (context.models.constantOf(ref.name) !== undefined) used.add(context.idOf(ref.name))
  }
  return used
}

/** The pages that can be added to each variant: without those that would land elsewhere, and those that refer to them. */
function newPages(
  known: readonly Knowledge[],
  placesOf: (of: Knowledge) => ReturnType<typeof findPlaces>,
): ReadonlyMap<string, readonly NewPage[]> {
  const places = new Map(known.map((of) => [of, placesOf(of)]))
  for (;;) {
    const written = new Map([...places].map(([of, stubs]) => [of.docs.id, writePages(of, stubs)]))
    const [first] = known
    if (first === undefined || [...written.values()].every((pages) => pages.length === 0)) return written
    const landing = landingPages(first.reconciled, written)
    const isSettled = [...landing].every(([variant, pages]) => pages.length === written.get(variant)?.length)
    if (isSettled) return landing
    for (const of of known)
      places.set(
        of,
        (landing.get(of.docs.id) ?? []).map(({ stub }) => stub),
      )
  }
}

/** The fix of a page that is there. */
export function fixModel(model: Model | undefined, about: readonly Finding[], scribe: Scribe): Fix[] {
  const { docs, reconciled } = scribe
  const detail = model === undefined ? undefined : reconciled.details.get(model.id)
  const node = detail?.cluster.nodes.get(docs.id)
  if (model === undefined || detail === undefined || node === undefined || node.page.file.startsWith('../')) return []
  const writing = { ...scribe, node }
  const content: Mending[] = [fixHead(model, about, node), fixNames(about, node)]
  if (model.kind === 'object' && node.page.kind === 'object' && node.page.readOnly !== true)
    content.push(fixFields({ model, groups: detail.groups, findings: about }, writing))
  if (model.kind === 'enum' && node.page.kind === 'enum') content.push(fixValues(model, about, node))
  if (model.kind === 'union' && node.page.kind === 'union') content.push(fixMembers(model, about, writing))
  const edits = content.flatMap((fix) => fix.edits)
  const mends = content.flatMap((fix) => fix.mends)
  return edits.length === 0 ? [] : [{ variant: docs.id, file: node.page.file, edits, mends }]
}
