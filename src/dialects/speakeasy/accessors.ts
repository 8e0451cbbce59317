// Knows which models a union has whose page names its members by the values that tell them apart.

import type { Type } from '../../ir/type.js'
import { squash } from '../../text/words.js'
import type { Projection, Stated } from '../dialect.js'

/**
 * The pages, with the members of unions told apart by a value as the models that have the value. An accessor is named for its
 * model, or for that value where the API gives one; then it says nothing of the model, which has the value as a constant or
 * has the names of both in its own. A member whose model cannot be told becomes `unknown`.
 */
export function withMembers(pages: readonly Projection[]): readonly Projection[] {
  const byKey = new Map(pages.map((page) => [page.key, page]))
  const constants = constantsOf(pages, byKey)
  return pages.map((page) => {
    if (page.kind !== 'union') return page
    const keys = page.members.map(accessorKey)
    if (keys.some((key) => /^(?:array|map)of/.test(key))) return page
    const field = commonField(keys, constants)
    const told = field !== undefined && keys.every((key) => candidates(key, field, constants).length > 0)
    const named = page.members.every(({ value }) => value.kind !== 'ref' || byKey.has(squash(value.name)))
    const same = told && keys.every((key) => candidates(key, field, constants).some((other) => other.key === key))
    if (named && (!told || same)) return page
    const members = page.members.map((member): Stated<Type> => {
      const key = accessorKey(member)
      const model =
        only(candidates(key, field, constants), page) ??
        [stemOf(page) + key, key + stemOf(page)]
          .map((name) => byKey.get(name))
          .find((found) => found?.kind === 'object')
      return {
        ...member,
        value:
          model === undefined
            ? { kind: 'unknown', nullable: 'unknown' }
            : { kind: 'ref', name: model.name, nullable: 'unknown' },
      }
    })
    return { ...page, members }
  })
}

/** An object's field that has one value only. */
interface Constant {
  readonly page: Projection
  readonly field: string
  readonly value: string
}

function constantsOf(pages: readonly Projection[], byKey: ReadonlyMap<string, Projection>): readonly Constant[] {
  return pages.flatMap((page) =>
    page.fields.flatMap(({ key, type }): Constant[] => {
      const name = type.value.kind === 'ref' ? squash(type.value.name.split('.').at(-1) ?? '') : ''
      const model = byKey.get(name)
      const [first, second] = model?.kind === 'enum' ? model.values : []
      if (first === undefined || second !== undefined) return []
      return [{ page, field: key, value: squash(first.text) }]
    }),
  )
}

/** The field by which most of the accessors have a model. */
function commonField(keys: readonly string[], constants: readonly Constant[]): string | undefined {
  const fields = [...new Set(constants.map(({ field }) => field))].sort()
  const count = (field: string): number => keys.filter((key) => candidates(key, field, constants).length > 0).length
  const best = Math.max(0, ...fields.map(count))
  return best === 0 ? undefined : fields.find((field) => count(field) === best)
}

function candidates(key: string, field: string | undefined, constants: readonly Constant[]): readonly Projection[] {
  return constants.filter((constant) => constant.field === field && constant.value === key).map(({ page }) => page)
}

/** The only candidate, or the only one that is named like the union. */
function only(pages: readonly Projection[], union: Projection): Projection | undefined {
  if (pages.length < 2) return pages[0]
  const [first, second] = pages.filter(({ key }) => key.startsWith(stemOf(union)))
  return second === undefined ? first : undefined
}

/** The name of a union without the ending that keeps it apart from others. */
function stemOf({ key }: Projection): string {
  return key.replace(/(?:union|oneof)$/, '')
}

function accessorKey({ said }: Stated<Type>): string {
  return squash(said)
}
