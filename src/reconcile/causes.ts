// Knows what a difference probably comes from, by what the generators recorded beside the docs.

import type { Finding, LikelyCause } from './finding.js'
import { listed } from './findings.js'
import type { RuleId } from './rules.js'
import type { VariantDocs } from './variant-docs.js'

/** Rules about what each generator is set to, whatever the specification says. */
const SETTINGS: ReadonlySet<RuleId> = new Set<RuleId>(['enum-openness-conflict'])

/** A variant, with what was recorded of it. */
type Recorded = Pick<VariantDocs, 'id' | 'provenance'>

const EDIT: LikelyCause = { kind: 'edit', words: 'the page was edited by hand after it was generated' }

/**
 * The findings, each with its likely cause where one can be told. A page edited since it was generated is one; else a variant
 * built from another specification than every witness against it. Where a witness is built from the same one, or where a record
 * is lacking, nothing is said.
 */
export function withLikelyCauses(findings: readonly Finding[], variants: readonly Recorded[]): Finding[] {
  const checksums = new Map(variants.map(({ id, provenance }) => [id, provenance?.checksum]))
  const others = new Map(variants.map((variant) => [variant.id, otherSpecification(variant, variants)]))
  const edited = new Set(variants.flatMap(({ provenance }) => provenance?.edited ?? []))
  const isBuiltOtherwise = ({ rule, variant, witnesses }: Finding): boolean => {
    const own = checksums.get(variant)
    const against = witnesses
      .filter((witness) => witness.variant !== variant)
      .map((witness) => checksums.get(witness.variant))
    return (
      !SETTINGS.has(rule) &&
      own !== undefined &&
      against.length > 0 &&
      against.every((one) => one !== undefined && one !== own)
    )
  }
  const causeOf = (finding: Finding): LikelyCause | undefined => {
    if (finding.span !== undefined && edited.has(finding.span.file)) return EDIT
    const words = isBuiltOtherwise(finding) ? others.get(finding.variant) : undefined
    return words === undefined ? undefined : { kind: 'specification', words }
  }
  return findings.map((finding) => {
    const likelyCause = causeOf(finding)
    return likelyCause === undefined ? finding : { ...finding, likelyCause }
  })
}

/** What tells the specification of a variant from those of the others; only its generator may be known to be older. */
function otherSpecification(variant: Recorded, variants: readonly Recorded[]): string | undefined {
  const { id, provenance } = variant
  const others = variants.filter(
    (other) => other.provenance?.checksum !== undefined && other.provenance.checksum !== provenance?.checksum,
  )
  if (provenance?.checksum === undefined || others.length === 0) return undefined
  const age = ageOf(
    provenance.generator,
    others.map((other) => other.provenance?.generator),
  )
  return `${id} is built from another specification than ${listed(others.map((other) => other.id))}${age}`
}

function ageOf(own: string | undefined, others: readonly (string | undefined)[]): string {
  if (own === undefined) return ''
  const orders = others.map((other) => (other === undefined ? 0 : compareVersions(own, other)))
  if (orders.every((order) => order < 0)) return ', by an older generator'
  return orders.every((order) => order > 0) ? ', by a newer generator' : ''
}

/** The order of two versions by their numbers; 0 where either has a part that is none. */
export function compareVersions(a: string, b: string): number {
  if (![a, b].every((version) => /^\d+(?:\.\d+)*$/.test(version))) return 0
  const [x, y] = [a, b].map((version) => version.split('.').map(Number))
  for (let index = 0; index < Math.max(x?.length ?? 0, y?.length ?? 0); index += 1) {
    const order = (x?.[index] ?? 0) - (y?.[index] ?? 0)
    if (order !== 0) return order
  }
  return 0
}
