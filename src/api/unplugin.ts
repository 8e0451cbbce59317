// Knows the plugin of bundlers: when each of them is to generate, how it is told what is wrong, and what it watches.

import { dirname } from 'node:path'
import { createUnplugin, type UnpluginOptions } from 'unplugin'
import { slashes } from '../text/paths.js'
import { literalPattern } from '../text/unit-escapes.js'
import { createGenerator, type Generation } from './generation.js'
import type { ConfigChoice } from './run.js'

/** A plugin as Vite and Rollup take it. */
export interface NamedPlugin {
  readonly name: string
}

/** The plugin for each bundler; by default with the configuration nearest to the folder of the process. */
export interface Plugins {
  vite(options?: ConfigChoice): NamedPlugin
  rollup(options?: ConfigChoice): NamedPlugin
  webpack(options?: ConfigChoice): { apply(compiler: object): void }
  esbuild(options?: ConfigChoice): NamedPlugin & { setup(build: object): void | Promise<void> }
}

/**
 * Brings the generated files up to date before a build reads them, and in watch mode when docs or configuration change. Faults fail
 * the build with the words of `codegen run`; findings of `failOn` or worse are warnings.
 */
export const codegen: Plugins = createUnplugin<ConfigChoice | undefined, false>((options) => {
  const generate = createGenerator(options ?? {})
  // The hooks that unplugin has for all come too late in webpack, and cannot watch in esbuild.
  return {
    name: NAME,
    rollup: atStart(generate),
    vite: inServer(generate),
    webpack: (compiler) => inCompiler(compiler, generate),
    esbuild: { setup: (build) => inBuild(build, generate) },
  }
})

const NAME = 'sdk-docs-codegen'

type Generate = () => Promise<Generation>
type Native<B extends 'webpack' | 'esbuild'> = Parameters<
  NonNullable<B extends 'webpack' ? UnpluginOptions['webpack'] : NonNullable<UnpluginOptions['esbuild']>['setup']>
>[0]

/** What a hook of Rollup can do. */
interface BuildContext {
  addWatchFile(path: string): void
  warn(text: string): void
  error(text: string): never
}

/** What is needed of a development server. */
interface Server {
  readonly config: { readonly logger: { warn(text: string): void; error(text: string): void } }
}

function atStart(generate: Generate): { buildStart(this: BuildContext): Promise<void> } {
  return {
    async buildStart() {
      const { error, warnings, files, folders } = await generate()
      for (const path of [...folders, ...files]) this.addWatchFile(path)
      for (const warning of warnings) this.warn(warning)
      if (error !== '') this.error(error)
    },
  }
}

/** As `atStart`, but a server goes on whatever is wrong, and is told of changes by another hook. */
function inServer(generate: Generate): ReturnType<typeof atStart> & {
  configureServer(server: Server): void
  watchChange(path: string): Promise<void>
} {
  const known: { server?: Server; latest?: Generation } = {}
  const tell = ({ error, warnings }: Generation, { config: { logger } }: Server): void => {
    for (const warning of warnings) logger.warn(warning)
    if (error !== '') logger.error(error)
  }
  return {
    configureServer(server) {
      known.server = server
    },
    async buildStart() {
      if (known.server === undefined) return atStart(generate).buildStart.call(this)
      known.latest = await generate()
      for (const path of [...known.latest.folders, ...known.latest.files]) this.addWatchFile(path)
      tell(known.latest, known.server)
    },
    async watchChange(path) {
      const { server, latest } = known
      if (server === undefined || latest === undefined || !dependsOn(latest, path)) return
      known.latest = await generate()
      tell(known.latest, server)
    },
  }
}

/** Whether a generation depends on a path, which bundlers give with `/` on every system. */
function dependsOn({ files, folders }: Generation, path: string): boolean {
  const shown = slashes(path)
  return (
    files.some((file) => slashes(file) === shown) || folders.some((folder) => shown.startsWith(`${slashes(folder)}/`))
  )
}

function inCompiler(compiler: Native<'webpack'>, generate: Generate): void {
  const known: { latest?: Generation } = {}
  const prepare = async (): Promise<void> => {
    known.latest = await generate()
    if (known.latest.written) compiler.inputFileSystem?.purge?.()
  }
  compiler.hooks.beforeRun.tapPromise(NAME, prepare)
  compiler.hooks.watchRun.tapPromise(NAME, prepare)
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    const { error, warnings, files, folders } = known.latest ?? nothing
    const messageOf = (text: string): Error =>
      Object.assign(new compiler.webpack.WebpackError(text), { hideStack: true })
    compilation.fileDependencies.addAll(files)
    compilation.contextDependencies.addAll(folders)
    compilation.warnings.push(...warnings.map(messageOf))
    // A rejected hook would end the watching.
    if (error !== '') compilation.errors.push(messageOf(error))
  })
}

const nothing = { error: '', warnings: [], files: [], folders: [] } as const satisfies Partial<Generation>

function inBuild(build: Native<'esbuild'>, generate: Generate): void {
  const known: { latest?: Generation } = {}
  const refresh = async (): Promise<{ errors: { text: string }[]; warnings: { text: string }[] }> => {
    known.latest = await generate()
    const { error, warnings } = known.latest
    return { errors: error === '' ? [] : [{ text: error }], warnings: warnings.map((text) => ({ text })) }
  }
  build.onStart(refresh)
  // What changed before esbuild began to watch it for this build would go unnoticed.
  build.onEnd(async () => {
    const told = known.latest
    if (told === undefined || (await told.isCurrent())) return undefined
    const found = await refresh()
    const isKnown = known.latest?.error === told.error && String(known.latest.warnings) === String(told.warnings)
    return isKnown ? undefined : found
  })
  // Only with the answer for a file does esbuild take what it shall watch; the entries are asked for in every build.
  const filter = patternOf(build.initialOptions.entryPoints ?? [])
  build.onResolve({ filter }, async ({ path, pluginData, ...asked }) => {
    if (asked.kind !== 'entry-point' || pluginData === known) return undefined
    const { files, folders } = known.latest ?? nothing
    const watchDirs = [...new Set([...folders, ...files.map((file) => dirname(file))])]
    return { ...(await build.resolve(path, { ...asked, pluginData: known })), watchFiles: [...files], watchDirs }
  })
}

type Entries = NonNullable<Native<'esbuild'>['initialOptions']['entryPoints']>

function patternOf(entries: Entries): RegExp {
  const names = Array.isArray(entries)
    ? entries.map((entry) => (typeof entry === 'string' ? entry : entry.in))
    : Object.values(entries)
  return new RegExp(`^(?:${names.map(literalPattern).join('|')})$`)
}
