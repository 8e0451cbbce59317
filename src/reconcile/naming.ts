// Knows what each model is called: its id, its name, and the words of the name.

import { compareText, sortBy } from '../text/compare.js'
import { capitalize, joinWords, splitWords } from '../text/words.js'
import { groupBy } from './resolve.js'
import type { Cluster } from './variant-docs.js'

/** The names of a model. */
export interface ModelName {
  /** Namespace and name in kebab case; unique. */
  readonly id: string
  readonly namespace: string
  /** Pascal case; unique within the namespace. */
  readonly name: string
  readonly words: readonly string[]
}

/** Names every cluster after the heading that most variants use; the same names for any order of the clusters. */
export function nameClusters(clusters: Iterable<Cluster>): ReadonlyMap<string, ModelName> {
  const names = new Map<string, ModelName>()
  const taken = new Set<string>()
  for (const cluster of sortBy(clusters, ({ id }) => [id])) {
    const base = headingOf(cluster)
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? base : `${base}${number}`
      const id = `${cluster.namespace}/${joinWords(splitWords(name), 'kebab') || 'model'}`
      if (taken.has(id)) continue
      taken.add(id)
      names.set(cluster.id, { id, namespace: cluster.namespace, name, words: splitWords(name) })
      break
    }
  }
  return names
}

/** The most frequent heading; a key that no variant spells with capitals is capitalised. */
function headingOf(cluster: Cluster): string {
  const own = cluster.id.slice(cluster.id.indexOf('/') + 1)
  const headings = [...cluster.nodes.values()].map((node) => node.page.name)
  const referred = cluster.referredAs.map(lastPart)
  const counted = groupBy(headings.length > 0 ? headings : referred, (name) => name)
  const matching = [...counted].filter(([name]) => name.toLowerCase() === own)
  const [best] = sortBy(matching.length > 0 ? matching : counted, ([name, list]) => [-list.length, name])
  return (best?.[0] ?? capitalize(own)).replace(/[^\p{L}\p{Nd}]+/gu, '') || 'Model'
}

function lastPart(name: string): string {
  return name.split(/[.\\]|::/).at(-1) ?? name
}

/** Compares models by id. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id)
}
