// Knows which folder of a variant plays the role that a folder of another name plays in the others, told by the models in it.

import type { VariantDocs } from '../reconcile/variant-docs.js'
import { compareText, sortBy } from '../text/compare.js'

/** The roles that all languages have a word for. */
const ROLES = ['shared', 'operations', 'errors']

/** The keys of the models in each folder of a variant, by the folder's role. */
type Folders = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The variants, with each folder that goes by a name of its own called as that folder of the others which the variant lacks
 * and which has most of its models: what folders are called is a setting of each SDK.
 */
export function withCommonRoles(variants: readonly VariantDocs[]): VariantDocs[] {
  const all = variants.map(foldersOf)
  return variants.map((variant, index) => {
    const own: Folders = all[index] ?? new Map()
    const others = all.filter((folders) => folders !== own)
    const roles = rolesOf(own, others)
    return roles.size === 0 ? variant : renamed(variant, roles)
  })
}

function foldersOf({ projections }: VariantDocs): Folders {
  const folders = new Map<string, Set<string>>()
  for (const { namespace, key } of projections) {
    if (namespace !== '') folders.set(namespace, (folders.get(namespace) ?? new Set()).add(key))
  }
  return folders
}

/** The role of each folder that goes by another name, most models in common first; a role is given once. */
function rolesOf(own: Folders, others: readonly Folders[]): ReadonlyMap<string, string> {
  const lacked = [...new Set(others.flatMap((folders) => [...folders.keys()]))].filter((name) => !own.has(name))
  const named = [...own].filter(([name]) => !ROLES.includes(name))
  const pairs = named.flatMap(([name, keys]) => {
    const alone = others.every((folders) => !folders.has(name))
    return lacked
      .filter((role) => ROLES.includes(role) || (alone && compareText(role, name) < 0))
      .map((role) => ({ name, role, common: commonKeys(keys, role, others), size: keys.size }))
  })
  const roles = new Map<string, string>()
  for (const { name, role, common, size } of sortBy(pairs, (pair) => [-pair.common, pair.name, pair.role])) {
    if (common * 2 > size && !roles.has(name) && ![...roles.values()].includes(role)) roles.set(name, role)
  }
  return roles
}

function commonKeys(keys: ReadonlySet<string>, role: string, others: readonly Folders[]): number {
  return [...keys].filter((key) => others.some((folders) => folders.get(role)?.has(key) === true)).length
}

function renamed(variant: VariantDocs, roles: ReadonlyMap<string, string>): VariantDocs {
  const { dialect, projections } = variant
  const called = (namespace: string): string => roles.get(namespace) ?? namespace
  return {
    ...variant,
    dialect: { ...dialect, namespaceOf: (file) => called(dialect.namespaceOf(file)) },
    projections: projections.map((page) => ({ ...page, namespace: called(page.namespace) })),
  }
}
