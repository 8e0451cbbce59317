// Knows how one configuration becomes the options of several projects, and where each option comes from.

import { extname, join } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { labelOf } from '../text/paths.js'
import { suggest } from '../text/suggest.js'
import { holds } from '../write/output-folder.js'
import type { Config, ProjectConfig, ProjectOptions } from './config.js'
import { optionKeys, optionTable, type OptionKey } from './option-table.js'
import type { Options } from './options.js'
import { resolveOptions, type OptionParts } from './resolve.js'

/** Where the value of an option comes from; folders given count as a flag. */
export type Origin = 'default' | 'file' | 'flag'

/** The options of one API, ready to run. */
export interface Project {
  /** Absent where the configuration has no projects, or folders are given instead. */
  readonly name?: string | undefined
  readonly options: Options
  readonly origins: ReadonlyMap<OptionKey, Origin>
}

/** What projects are made from. */
export interface ProjectParts extends Omit<OptionParts, 'config'> {
  readonly config: Config
  /** The projects asked for; all by default. */
  readonly names?: readonly string[] | undefined
}

/**
 * The projects of a configuration, or its options as the only one. Folders given are no project's, unless one is named: the shared
 * options hold for them. Gives CG703 for a project without sources, CG712 for a name that there is not, and CG713 for
 * projects that would write to the same place.
 */
export function resolveProjects(parts: ProjectParts): {
  readonly projects: readonly Project[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const { config, names, folders } = parts
  const { projects: listed = [], $schema: _, ...shared } = config
  const unknown = names?.find((name) => !listed.some((project) => project.name === name))
  if (unknown !== undefined) return { projects: [], diagnostics: [unknownProject(unknown, listed)] }
  if (listed.length === 0 || (folders.length > 0 && names === undefined)) return withSources([projectOf(parts, shared)])
  const isAsked = (project: Pick<Project, 'name'>): boolean => names?.some((name) => name === project.name) ?? true
  const all = listed.map((project) => {
    const own = isAsked(project) ? parts : { ...parts, flags: {}, folders: [] }
    return { ...projectOf(own, ownOptions(project, shared), { ...shared, ...project }), name: project.name }
  })
  const clashes = clashesOf(all, parts.base)
  if (clashes.length > 0) return { projects: [], diagnostics: clashes }
  return withSources(all.filter(isAsked))
}

/** What a project is configured as: its own keys, else the shared ones, and places that are nobody else's. */
function ownOptions({ name, ...own }: ProjectConfig, shared: ProjectOptions): ProjectOptions {
  const { out = optionTable.out.default, baseline = optionTable.baseline.default } = shared
  const ending = extname(baseline)
  const places = {
    out: join(out, name),
    baseline: `${baseline.slice(0, baseline.length - ending.length)}.${name}${ending}`,
  }
  return { ...shared, ...places, ...own }
}

function projectOf(parts: ProjectParts, config: ProjectOptions, written = config): Project {
  const { flags, folders } = parts
  const isFlag = (key: OptionKey): boolean =>
    key === 'sources'
      ? folders.length > 0
      : Object.entries(flags).some(([name, value]) => name === key && value !== undefined)
  const given = (key: OptionKey): Origin => (isFlag(key) ? 'flag' : key in written ? 'file' : 'default')
  return { options: resolveOptions({ ...parts, config }), origins: new Map(optionKeys.map((key) => [key, given(key)])) }
}

function withSources(projects: readonly Project[]): ReturnType<typeof resolveProjects> {
  const empty = projects.filter(({ options }) => options.sources.length === 0)
  const diagnostics = empty.map(({ name }) => {
    const key = name === undefined ? 'sources' : `projects.${name}.sources`
    return problem('CG703', { key, reason: 'no docs folder is given' })
  })
  return { projects: diagnostics.length > 0 ? [] : projects, diagnostics }
}

function unknownProject(name: string, listed: readonly ProjectConfig[]): Diagnostic {
  const names = listed.map((project) => project.name)
  if (names.length === 0)
    return problem('CG712', { reason: `the configuration has no projects, so none called "${name}"` })
  const hint = suggest(name, names)
  const there = hint === undefined ? `there are: ${names.join(', ')}` : `did you mean "${hint}"?`
  return problem('CG712', { reason: `the configuration has no project "${name}"; ${there}` })
}

function clashesOf(projects: readonly Project[], base: string): Diagnostic[] {
  const shown = (path: string): string => labelOf(base, path)
  return projects.flatMap((first, index) =>
    projects.slice(index + 1).flatMap((second) => {
      const names = { first: first.name ?? '', second: second.name ?? '' }
      const [a, b] = [first.options, second.options]
      const outs = holds(a.out, b.out) ? b.out : holds(b.out, a.out) ? a.out : undefined
      return [
        ...(outs === undefined ? [] : [problem('CG713', { ...names, what: `into ${shown(outs)}` })]),
        ...(a.baseline === b.baseline ? [problem('CG713', { ...names, what: shown(a.baseline) })] : []),
      ]
    }),
  )
}
