// Knows which links of types lead to no page though the model they mean has one.

import type { RefType, Type } from '../ir/type.js'
import { typeParts } from '../ir/type.js'
import type { FieldGroup } from './fields.js'
import type { Draft } from './findings.js'
import type { ModelName } from './naming.js'
import type { Resolve, Target } from './resolve.js'
import type { Node } from './variant-docs.js'

/**
 * A finding for every type cell with a link whose path leads to no page, where the variant has a page of the name. Where
 * it has none, the model is missing, which is a finding or a diagnostic of its own.
 */
export function deadLinks(
  nodes: readonly Node[],
  of: { model: ModelName; groups: readonly FieldGroup[]; resolve: (node: Node) => Resolve },
): Draft[] {
  const { model, groups, resolve } = of
  const names = new Map(groups.map(({ key, name }) => [key, name]))
  return nodes.flatMap((node) => {
    const { page, variant } = node
    const rows = page.fields.flatMap((row) => {
      const field = names.get(row.key)
      return field === undefined ? [] : [{ stated: row.type, field }]
    })
    const members = page.members.map((stated) => ({ stated, field: undefined }))
    return [...rows, ...members].flatMap(({ stated, field }): Draft[] => {
      const dead = linksOf(stated.value).filter((ref) => isAstray(resolve(node)(ref, page)))
      const paths = [...new Set(dead.map((ref) => ref.href ?? ''))]
      if (paths.length === 0) return []
      const { said, span } = stated
      const message = `${paths.join(' and ')} ${paths.length === 1 ? 'leads' : 'lead'} to no page`
      const witnesses = [{ variant: variant.id, said, span }]
      return [
        {
          rule: 'dead-link',
          model,
          ...(field === undefined ? {} : { field }),
          variant: variant.id,
          message,
          span,
          witnesses,
          about: paths.join(' '),
        },
      ]
    })
  })
}

function linksOf(type: Type): RefType[] {
  const own = type.kind === 'ref' && type.href !== undefined ? [type] : []
  return [...own, ...typeParts(type).flatMap(linksOf)]
}

function isAstray(target: Target): boolean {
  return target.kind === 'page' && target.astray === true
}
