// Knows which models are no data of the API but wrappers that SDKs put around responses, in any language.

import type { Projection } from '../dialects/dialect.js'
import type { Use } from './references.js'
import type { Cluster } from './variant-docs.js'

/** Fields of a wrapper besides the body, by key. */
const WRAPPER_KEYS = new Set(['headers', 'httpmeta', 'next', 'result'])
/** The field of a wrapper under which some SDKs put the body whatever it is. */
const RESULT = 'result'

/**
 * The ids of wrapper clusters: those that some language marks as one, those that hold nothing but a wrapper's fields or
 * types of a library, and the unions of bodies that only a wrapper's `result` refers to.
 */
export function responseClusters(
  clusters: readonly Cluster[],
  usesOf: (id: string) => readonly Use[],
): ReadonlySet<string> {
  const wrappers = new Set(clusters.filter(isWrapper).map(({ id }) => id))
  const unions = clusters.filter((cluster) => {
    const uses = usesOf(cluster.id)
    const pages = [...cluster.nodes.values()].map(({ page }) => page)
    const union =
      pages.some((page) => page.kind === 'union') &&
      pages.every((page) => page.kind === 'union' || page.kind === 'blank')
    return union && uses.length > 0 && uses.every((use) => wrappers.has(use.cluster) && use.path === `.${RESULT}`)
  })
  return new Set([...wrappers, ...unions.map(({ id }) => id)])
}

function isWrapper(cluster: Cluster): boolean {
  const pages = [...cluster.nodes.values()].map(({ page }) => page)
  return (
    pages.length > 0 &&
    (pages.some((page) => page.role === 'response') || pages.every(isBareWrapper) || pages.every(isLibraryOnly))
  )
}

function isBareWrapper(page: Projection): boolean {
  return (
    /Response\d*$/.test(page.name) &&
    page.kind === 'object' &&
    page.fields.some((field) => field.key === RESULT) &&
    page.fields.every((field) => WRAPPER_KEYS.has(field.key))
  )
}

function isLibraryOnly(page: Projection): boolean {
  return page.fields.length > 0 && page.fields.every((field) => field.type.value.kind === 'external')
}

/** Whether a field of a wrapper is the SDK's own; `result` is, where another field names the body. */
export function isWrapperField(key: string, keys: readonly string[]): boolean {
  if (!WRAPPER_KEYS.has(key)) return false
  return key !== RESULT || keys.some((other) => !WRAPPER_KEYS.has(other))
}
