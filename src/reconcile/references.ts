// Knows where models are used, and so which models of different variants are used in the same place.

import type { Projection } from '../dialects/dialect.js'
import type { Type } from '../ir/type.js'
import { typeParts } from '../ir/type.js'
import type { Resolve, Target } from './resolve.js'
import type { Cluster, Node } from './variant-docs.js'

/** A place in a model where a type stands: a field or member, and the containers around the type. */
export interface Use {
  readonly cluster: string
  /** Field key or member number, then one step for each container. */
  readonly path: string
  readonly node: Node
  readonly target: Target
}

/** Every reference in a cluster's pages. */
export function usesOf(cluster: Cluster, resolve: (node: Node) => Resolve): Use[] {
  return [...cluster.nodes.values()].flatMap((node) =>
    placesOf(node.page).flatMap(({ path, type }) =>
      referencesOf(type, path).map((reference): Use => ({
        cluster: cluster.id,
        path: reference.path,
        node,
        target: resolve(node)(reference.type, node.page),
      })),
    ),
  )
}

/** The fields and members of a page with their types. Members count from the end of the list of their kind of name. */
function placesOf(page: Projection): { path: string; type: Type }[] {
  const fields = page.fields.map((field) => ({ path: `.${field.key}`, type: field.type.value }))
  const extra = page.additional === undefined ? [] : [{ path: '.*', type: page.additional.type.value }]
  const members = page.members.map((member, index) => ({ path: `|${index}`, type: member.value }))
  return [...fields, ...extra, ...members]
}

/** The references in a type, but for those that a cell spells out of the model it links to. */
function referencesOf(type: Type, path: string): { path: string; type: Extract<Type, { kind: 'ref' }> }[] {
  if (type.kind === 'ref') return [{ path, type }]
  const step = type.kind === 'array' ? '[]' : type.kind === 'map' ? '{}' : '|'
  return typeParts(type).flatMap((part, index) =>
    referencesOf(part, `${path}${step}${type.kind === 'union' ? index : ''}`),
  )
}
