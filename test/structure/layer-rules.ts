// Knows which file may import what: the order of the layers, the home of each library, no cycles.

import { builtinModules } from 'node:module'
import { layerOf, resolveImport, type Import, type Source } from './sources.js'

/** The layers; a file imports from its own layer and from those before it. */
export const layers = [
  'text',
  'diagnostics',
  'ir',
  'markdown',
  'dialects',
  'reconcile',
  'drift',
  'emit',
  'write',
  'config',
  'pipeline',
  'cli',
  'api',
] as const

/** Types that may be imported against the order: the options by every layer, the host by those who are handed it. */
const openTypes: readonly { readonly file: string; readonly to: readonly string[] }[] = [
  { file: 'config/options.ts', to: layers },
  { file: 'pipeline/host.ts', to: ['write', 'config'] },
]

/** Where each library lives: by its name or the beginning of its name. `lazy` ones are never loaded at start. */
const homes: readonly { readonly library: RegExp; readonly home: RegExp; readonly lazy?: true }[] = [
  { library: /^(unified|remark|mdast|micromark)\b/, home: /^markdown\// },
  { library: /^ts-morph$/, home: /^emit\//, lazy: true },
  { library: /^prettier(\/|$)/, home: /^write\/format\.ts$/, lazy: true },
  { library: /^jiti$/, home: /^config\//, lazy: true },
  { library: /^zod$/, home: /^config\// },
  { library: /^diff$/, home: /^drift\// },
  { library: /^unplugin$/, home: /^api\// },
  { library: /^(@stricli\/core|fast-string-width)$/, home: /^cli(\/|\.ts$)/ },
]

/** Modules of Node that compute and touch nothing; all others belong to `cli`. */
const pureModules = new Set(
  ['crypto', 'path', 'path/posix', 'url', 'util', 'buffer', 'zlib'].map((name) => `node:${name}`),
)

/** Imports that go against the order of the layers. */
export function layerFaults(source: Source): string[] {
  return source.imports.flatMap((one) => {
    const target = isTemplate(source.path, one.specifier) ? undefined : resolveImport(source.path, one.specifier)
    if (target === undefined || mayImport(source.path, target, one)) return []
    return [`${at(source, one)} imports ${target}`]
  })
}

/** Libraries imported outside their home, loaded too early, or that have no home yet. */
export function libraryFaults(source: Source): string[] {
  return source.imports.flatMap((one) => {
    if (one.specifier.startsWith('.')) return []
    const fault = libraryFault(source.path, one)
    return fault === undefined ? [] : [`${at(source, one)} ${fault}`]
  })
}

/** Emitters that import another emitter, and dialects that import another dialect. */
export function siblingFaults(sources: readonly Source[]): string[] {
  const registry = sources.find(({ path }) => path === 'dialects/index.ts')
  const dialects = new Set(registry?.imports.map((one) => resolveImport(registry.path, one.specifier)))
  dialects.delete('dialects/dialect.ts')
  return sources.flatMap((source) =>
    source.imports.flatMap((one) => {
      const target = isTemplate(source.path, one.specifier) ? undefined : resolveImport(source.path, one.specifier)
      if (target === undefined) return []
      const emitters = emitterOf(source.path) !== undefined && emitterOf(target) !== undefined
      const twoEmitters = emitters && emitterOf(source.path) !== emitterOf(target)
      const twoDialects = dialects.has(source.path) && dialects.has(target)
      return twoEmitters || twoDialects ? [`${at(source, one)} imports its sibling ${target}`] : []
    }),
  )
}

/** Cycles of imports, each named once by its files; imports of types count. */
export function cycles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map((source) => [
      source.path,
      source.imports.flatMap(({ specifier }) => resolveImport(source.path, specifier) ?? []),
    ]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'open') found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (state.has(path)) return
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

/** Imports of files that are not there, or that do not end in `.js`. */
export function pathFaults(sources: readonly Source[]): string[] {
  const known = new Set(sources.map(({ path }) => path))
  return sources.flatMap((source) =>
    source.imports
      .filter(({ specifier }) => specifier.startsWith('.') && !isTemplate(source.path, specifier))
      .filter(({ specifier }) => !specifier.endsWith('.js') || !known.has(resolveImport(source.path, specifier) ?? ''))
      .map((one) => `${at(source, one)} imports ${one.specifier}`),
  )
}

/** Whether an import takes a file of `templates/` as text, which only what is generated from it may. */
function isTemplate(from: string, specifier: string): boolean {
  return /^(?:config|dialects|drift|emit)\//.test(from) && /^(\.\.\/)+templates\/.*\?raw$/.test(specifier)
}

function mayImport(from: string, target: string, one: Import): boolean {
  const layer = layerOf(from)
  if (layer === '' || layer === layerOf(target)) return true
  const open = openTypes.find(({ file }) => file === target)
  if (open !== undefined && one.kind === 'type' && open.to.includes(layer)) return true
  const [own, other] = [position(layer), position(layerOf(target))]
  return own >= 0 && other >= 0 && other <= own
}

function position(layer: string): number {
  return layers.findIndex((one) => one === layer)
}

function libraryFault(path: string, one: Import): string | undefined {
  if (isBuiltin(one.specifier)) {
    return pureModules.has(one.specifier) || /^cli(\/|\.ts$)/.test(path) ? undefined : `imports ${one.specifier}`
  }
  const entry = homes.find(({ library }) => library.test(one.specifier))
  if (entry === undefined) return `imports ${one.specifier}, which has no home in layer-rules.ts`
  if (!entry.home.test(path)) return `imports ${one.specifier} outside its home`
  return entry.lazy === true && one.kind === 'value' ? `loads ${one.specifier} at start` : undefined
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}

function emitterOf(path: string): string | undefined {
  return /^emit\/([^/]+)\//.exec(path)?.[1]
}

function at(source: Source, one: Import): string {
  return `${source.path}:${one.line}`
}
