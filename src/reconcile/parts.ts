// Knows which missing models are part of another finding, because nothing but what is missing there refers to them.

import { severities } from '../diagnostics/severity.js'
import { typeText } from '../ir/canonical.js'
import { dominated } from './dominated.js'
import type { FieldContext, FieldGroup } from './fields.js'
import type { Finding } from './finding.js'
import { readPath } from './missing.js'
import type { Use } from './references.js'
import { groupBy } from './resolve.js'
import { finalType } from './types.js'
import type { Cluster } from './variant-docs.js'

/** What telling parts needs besides the findings: by model id what it was settled from, by cluster who refers to it. */
export interface PartSources {
  readonly details: ReadonlyMap<string, { readonly cluster: Cluster; readonly groups: readonly FieldGroup[] }>
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly context: FieldContext
}

/**
 * The findings with missing models put into the one that they are part of: of a model, field or member that is missing too, if
 * every way to them leads through it. Keeps the order. A model that is worse a finding than the other stays by itself.
 */
export function nestParts(findings: readonly Finding[], sources: PartSources): Finding[] {
  const tops = new Map<Finding, Finding>()
  for (const own of groupBy(findings, ({ variant }) => variant).values())
    for (const [part, top] of topsOf(own, sources)) tops.set(part, top)
  const parts = new Map<Finding, Finding[]>()
  for (const finding of findings) {
    const top = tops.get(finding)
    if (top !== undefined) parts.set(top, [...(parts.get(top) ?? []), finding])
  }
  return findings.flatMap((finding): Finding[] => {
    if (tops.has(finding)) return []
    const own = parts.get(finding)
    return [own === undefined ? finding : { ...finding, parts: own }]
  })
}

/** The findings, each followed by its parts. */
export function withParts(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...(finding.parts ?? [])])
}

/** The finding with each of its parts changed. */
export function mapParts(finding: Finding, change: (part: Finding) => Finding): Finding {
  return finding.parts === undefined ? finding : { ...finding, parts: finding.parts.map(change) }
}

/** The finding with those of its parts that pass. */
export function keepParts(finding: Finding, isKept: (part: Finding) => boolean): Finding {
  const { parts, ...rest } = finding
  const kept = parts?.filter(isKept) ?? []
  return kept.length === 0 ? rest : { ...rest, parts: kept }
}

/** The findings of a variant that are part of another, each with that. */
function topsOf(findings: readonly Finding[], sources: PartSources): ReadonlyMap<Finding, Finding> {
  const places = placesOf(findings, sources)
  const isServed = linkedPages(sources.context)
  const owners = new Map<Finding, ReadonlySet<Finding | undefined>>()
  for (const finding of findings) {
    if (finding.rule !== 'missing-model') owners.set(finding, new Set([undefined]))
    const cluster = sources.details.get(finding.model)?.cluster
    if (finding.rule !== 'missing-model' || cluster === undefined) continue
    const uses = (sources.uses.get(cluster.id) ?? []).filter((use) => use.cluster !== cluster.id)
    const found = uses.map((use) => ownerOf(use, finding, { places, context: sources.context }))
    owners.set(finding, new Set(found.length === 0 || isServed(cluster) ? [undefined, ...found] : found))
  }
  return dominated(owners)
}

/** The findings by the place that is missing: a cluster, or a field or member of one. */
function placesOf(findings: readonly Finding[], { details }: PartSources): ReadonlyMap<string, Finding> {
  return new Map(
    findings.flatMap((finding): [string, Finding][] => {
      const { rule, model, field = '' } = finding
      const detail = details.get(model)
      if (detail === undefined) return []
      const { cluster, groups } = detail
      if (rule === 'missing-model') return [[cluster.id, finding]]
      if (rule === 'missing-union-member') return [[`${cluster.id}|${field}`, finding]]
      const key = groups.find(({ name }) => name === field)?.key
      return rule !== 'missing-field' || key === undefined ? [] : [[`${cluster.id}.${key}`, finding]]
    }),
  )
}

/** The finding through which a reference leads to a missing model. */
function ownerOf(
  use: Use,
  part: Finding,
  of: { places: ReadonlyMap<string, Finding>; context: FieldContext },
): Finding | undefined {
  if (use.node.variant.id === part.variant) return undefined
  const { field, member } = readPath(use.path)
  const stated = field === undefined ? use.node.page.members[Number(member)] : undefined
  const type = stated === undefined ? undefined : of.context.mapped(stated.value, use.node)
  const place = type === undefined ? `.${field ?? ''}` : `|${typeText(finalType(type, of.context.idOf))}`
  const owner = of.places.get(use.cluster) ?? of.places.get(use.cluster + place)
  return owner === undefined || rankOf(owner) > rankOf(part) ? undefined : owner
}

function rankOf({ severity }: Finding): number {
  return severities.indexOf(severity)
}

/** Whether a page that describes no model, such as that of an operation, links to a model. */
function linkedPages({ variants }: FieldContext): (cluster: Cluster) => boolean {
  const linked = new Map(variants.map((variant) => [variant.id, variant.linked]))
  return ({ nodes }) => [...nodes.values()].some(({ variant, page }) => linked.get(variant.id)?.has(page.file) === true)
}
