// Knows the one name and the one path under which all emitters export a model.

import type { Model } from '../ir/model.js'
import { compareText, sortBy } from '../text/compare.js'
import { capitalize } from '../text/words.js'
import { pathSlug, plainLetters } from './escape.js'

/** Where a model is found in the generated code. */
export interface ModelName {
  /** Name of its type: an ASCII identifier that begins with a capital, unique over the whole API. */
  readonly name: string
  /** Path of its file below an emitter's folder, without ending, unique whatever the case: `shared/connection`. */
  readonly path: string
}

/** The namespace whose models keep their plain name when several namespaces use it. */
export const PLAIN_NAMESPACE = 'shared'

/** Names that would hide what generated code, or the reader of it, expects to be there. */
const globalNames: ReadonlySet<string> = new Set(
  `AbortController AbortSignal AggregateError Array ArrayBuffer ArrayLike AsyncGenerator AsyncIterable AsyncIterator Atomics
  Awaited BigInt Blob Boolean Buffer Capitalize ConstructorParameters Crypto DataView Date Error EvalError Event EventTarget
  Exclude Extract File Function FormData Generator Headers Infinity InstanceType Iterable Iterator JSON Lowercase Map Math
  NaN NonNullable NoInfer Number Object Omit Parameters Partial Pick Promise PromiseLike PropertyKey Proxy RangeError
  ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record ReferenceError Reflect RegExp Request Required
  Response ReturnType SchemaOf Set String Symbol SyntaxError TypeError URIError URL URLSearchParams Uint8Array Uncapitalize
  Uppercase WeakMap WeakRef WeakSet`.split(/\s+/),
)

/**
 * The names of all models by id, the same for every order of the models. Where namespaces share a name, `shared` keeps it
 * and the others put their namespace in front; names of the language get the suffix `Model`; a number settles the rest.
 */
export function nameModels(models: readonly Model[]): ReadonlyMap<string, ModelName> {
  const sorted = sortBy(models, (model) => [model.id])
  const names = exportNames(sorted)
  const paths = filePaths(sorted)
  return new Map(sorted.map(({ id }) => [id, { name: names.get(id) ?? '', path: paths.get(id) ?? '' }]))
}

function exportNames(sorted: readonly Model[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Model[]>()
  for (const model of sorted) {
    const name = safeName(model.name)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [model])
    else group.push(model)
  }
  const wanted = [...groups].flatMap(([name, group]) => {
    const keeper = group.length === 1 ? group[0] : group.find((model) => model.namespace === PLAIN_NAMESPACE)
    return group.map((model) => ({
      id: model.id,
      rank: model === keeper ? 0 : 1,
      name: model === keeper ? name : safeName(`${model.namespace} ${model.name}`),
    }))
  })
  return distinct(
    sortBy(wanted, ({ rank, id }) => [rank, id]),
    (name, count) => `${name}${count}`,
  )
}

function filePaths(sorted: readonly Model[]): ReadonlyMap<string, string> {
  const wanted = sorted.map(({ id, namespace }) => {
    const folders = namespace.split('/').map(pathSlug)
    const file = pathSlug(id.slice(id.lastIndexOf('/') + 1)) || 'unnamed'
    return { id, name: [...folders.filter((folder) => folder !== ''), file].join('/') }
  })
  return distinct(wanted, (path, count) => `${path}-${count}`)
}

/** Gives each its wanted name, first come first served; who comes late gets the next free number. */
function distinct(
  wanted: readonly { readonly id: string; readonly name: string }[],
  numbered: (name: string, count: number) => string,
): ReadonlyMap<string, string> {
  const taken = new Set(wanted.map(({ name }) => name))
  const given = new Set<string>()
  return new Map(
    wanted.map(({ id, name }) => {
      let free = name
      for (let count = 2; given.has(free) || (free !== name && taken.has(free)); count += 1)
        free = numbered(name, count)
      given.add(free)
      return [id, free]
    }),
  )
}

function safeName(text: string): string {
  const name = identifier(text)
  if (name === '') return 'Unnamed'
  if (/^\d/.test(name)) return `Model${name}`
  return globalNames.has(name) ? `${name}Model` : name
}

function identifier(text: string): string {
  return plainLetters(text)
    .split(/[^A-Za-z0-9]+/)
    .map(capitalize)
    .join('')
}

/** A module path as one generated file imports another: relative, with `/`, ending in `.js`. */
export function importPath(fromFile: string, toFile: string): string {
  const from = fromFile.split('/').slice(0, -1)
  const to = toFile.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  const up = from.length === shared ? './' : '../'.repeat(from.length - shared)
  return `${up}${to.slice(shared).join('/')}.js`
}

/** The order of names in an import or export list. */
export function sortNames(names: Iterable<string>): string[] {
  return [...new Set(names)].sort(compareText)
}
