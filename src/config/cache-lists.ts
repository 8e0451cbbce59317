// Knows which files a run reads and writes, as the caches of build systems want to be told: paths and globs from the configuration's folder.

import { posix } from 'node:path'
import { lockFile } from '../dialects/index.js'
import { compareText } from '../text/compare.js'
import { labelOf } from '../text/paths.js'
import { manifestName } from '../write/places.js'
import { settingsGlobs } from '../write/settings-files.js'
import type { Options } from './options.js'
import { sourcesOnDisk } from './revision.js'

/** What runs with these options read: sources, the generator's lock files, the configuration, the baselines, settings of the layout. A git revision is no file. */
export function inputsOf(projects: readonly Options[], configPath: string | undefined): string[] {
  return listOf(projects, (options, shown) => [
    ...sourcesOnDisk(options).flatMap((source) => {
      const path = shown(source)
      if (/\.(?:json|gz|md|markdown|txt)$/i.test(path)) return [path]
      return [posix.join(path, '**/*'), posix.join(path, '..', lockFile.path)]
    }),
    ...(configPath === undefined ? [] : [shown(configPath)]),
    shown(options.baseline),
    ...settingsGlobs,
  ])
}

/** What runs with these options write; the manifest by itself, since a glob may pass over names that begin with a dot. */
export function outputsOf(projects: readonly Options[]): string[] {
  return listOf(projects, ({ out }, shown) => [posix.join(shown(out), '**/*'), posix.join(shown(out), manifestName)])
}

function listOf(
  projects: readonly Options[],
  pathsOf: (options: Options, shown: (path: string) => string) => readonly string[],
): string[] {
  const all = projects.flatMap((options) => pathsOf(options, (path) => labelOf(options.cwd, path)))
  return [...new Set(all)].sort(compareText)
}
