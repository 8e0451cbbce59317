// Knows how each bundler builds the little project of the tests with the plugin, once or again and again.

import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as esbuild from 'esbuild'
import { rollup, watch as watchRollup, type InputOptions, type Plugin } from 'rollup'
import * as vite from 'vite'
import webpack from 'webpack'
import { codegen } from '../../src/api/unplugin.js'

/** What a build said. */
export interface Built {
  readonly errors: string
  readonly warnings: string
}

/** A bundler: builds `main.js` of a folder to `dist/main.mjs`. */
export interface Bundler {
  readonly name: string
  build(folder: string): Promise<Built>
  /** Builds whenever something changes; `onBuilt` after each build. Gives what ends it. */
  watch(folder: string, onBuilt: (built: Built) => void): Promise<() => Promise<unknown>>
}

/** The bundlers. */
export const bundlers: readonly Bundler[] = [
  { name: 'vite', build: buildVite, watch: watchVite },
  { name: 'rollup', build: buildRollup, watch: watchWithRollup },
  { name: 'webpack', build: buildWebpack, watch: watchWebpack },
  { name: 'esbuild', build: buildEsbuild, watch: watchEsbuild },
]

function lines(texts: readonly unknown[]): string {
  return texts.map((text) => (text instanceof Error ? text.message : String(text))).join('\n')
}

async function attempt(warnings: readonly string[], work: () => Promise<unknown>): Promise<Built> {
  try {
    await work()
    return { errors: '', warnings: lines(warnings) }
  } catch (error) {
    return { errors: lines([error]), warnings: lines(warnings) }
  }
}

function viteConfig(folder: string, warnings: string[], errors: string[]): vite.InlineConfig {
  const logger = vite.createLogger('silent')
  const customLogger: vite.Logger = {
    ...logger,
    // How long a plugin takes is no fault of the build.
    warn: (text) => void (text.includes('PLUGIN_TIMINGS') || warnings.push(text)),
    info: () => undefined,
    error: (text) => void errors.push(text),
  }
  const lib = { entry: 'main.js', formats: ['es' as const], fileName: () => 'main.mjs' }
  return {
    root: folder,
    configFile: false,
    logLevel: 'silent',
    customLogger,
    plugins: [codegen.vite({ cwd: folder })],
    build: { lib },
  }
}

function buildVite(folder: string): Promise<Built> {
  const warnings: string[] = []
  return attempt(warnings, () => vite.build(viteConfig(folder, warnings, [])))
}

/** The server; a build is what it gives for a request. */
async function watchVite(folder: string, onBuilt: (built: Built) => void): Promise<() => Promise<unknown>> {
  const [warnings, errors]: [string[], string[]] = [[], []]
  const server = await vite.createServer({
    ...viteConfig(folder, warnings, errors),
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
  })
  // What a browser does: it asks for the modules again and again.
  const timer = setInterval(() => onBuilt({ errors: lines(errors.splice(0)), warnings: lines(warnings) }), 50)
  return () => (clearInterval(timer), server.close())
}

/** TypeScript for bundlers that do not know it. */
const typescript: Plugin = {
  name: 'typescript',
  resolveId(id, importer) {
    const path = importer === undefined ? id : resolve(importer, '..', id)
    const source = path.replace(/\.js$/, '.ts')
    return existsSync(source) ? source : null
  },
  async load(id) {
    return id.endsWith('.ts') ? (await esbuild.transform(await readFile(id, 'utf8'), { loader: 'ts' })).code : null
  },
}

function rollupInput(folder: string, warnings: string[]): InputOptions {
  return {
    input: join(folder, 'main.js'),
    plugins: [codegen.rollup({ cwd: folder }), typescript],
    onwarn: (warning) => void warnings.push(warning.message),
  }
}

function buildRollup(folder: string): Promise<Built> {
  const warnings: string[] = []
  return attempt(warnings, async () => {
    const bundle = await rollup(rollupInput(folder, warnings))
    await bundle.write({ file: join(folder, 'dist/main.mjs') })
  })
}

async function watchWithRollup(folder: string, onBuilt: (built: Built) => void): Promise<() => Promise<unknown>> {
  const warnings: string[] = []
  const output = { file: join(folder, 'dist/main.mjs') }
  const watcher = watchRollup({ ...rollupInput(folder, warnings), output })
  watcher.on('event', (event) => {
    if (event.code === 'END') onBuilt({ errors: '', warnings: lines(warnings.splice(0)) })
    if (event.code === 'ERROR') onBuilt({ errors: lines([event.error]), warnings: lines(warnings.splice(0)) })
    if (event.code === 'BUNDLE_END') void event.result.close()
  })
  return () => watcher.close()
}

function webpackConfig(folder: string): webpack.Configuration {
  return {
    mode: 'development',
    devtool: false,
    context: folder,
    entry: './main.js',
    experiments: { outputModule: true },
    output: { path: join(folder, 'dist'), filename: 'main.mjs', module: true, library: { type: 'module' } },
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    module: { rules: [{ test: /\.ts$/, use: join(import.meta.dirname, 'esbuild-loader.cjs') }] },
    plugins: [codegen.webpack({ cwd: folder })],
    infrastructureLogging: { level: 'none' },
  }
}

function builtOf(error: Error | null, stats: webpack.Stats | undefined): Built {
  const { errors = [], warnings = [] } = stats === undefined ? {} : stats.compilation
  return { errors: lines(error === null ? errors : [error]), warnings: lines(warnings) }
}

function buildWebpack(folder: string): Promise<Built> {
  return new Promise((done) => {
    const compiler = webpack(webpackConfig(folder))
    compiler.run((error, stats) => compiler.close(() => done(builtOf(error, stats))))
  })
}

async function watchWebpack(folder: string, onBuilt: (built: Built) => void): Promise<() => Promise<unknown>> {
  const watching = webpack(webpackConfig(folder)).watch({ aggregateTimeout: 20 }, (error, stats) =>
    onBuilt(builtOf(error, stats)),
  )
  return () => new Promise((done) => watching?.close(() => done(undefined)))
}

function esbuildOptions(folder: string): esbuild.BuildOptions {
  return {
    absWorkingDir: folder,
    entryPoints: ['./main.js'],
    outfile: 'dist/main.mjs',
    bundle: true,
    format: 'esm',
    logLevel: 'silent',
    plugins: [codegen.esbuild({ cwd: folder })],
  }
}

function messages({ errors, warnings }: Pick<esbuild.BuildResult, 'errors' | 'warnings'>): Built {
  return { errors: lines(errors.map(({ text }) => text)), warnings: lines(warnings.map(({ text }) => text)) }
}

async function buildEsbuild(folder: string): Promise<Built> {
  return esbuild.build(esbuildOptions(folder)).then(messages, messages)
}

async function watchEsbuild(folder: string, onBuilt: (built: Built) => void): Promise<() => Promise<unknown>> {
  const options = esbuildOptions(folder)
  const told: esbuild.Plugin = {
    name: 'told',
    setup: (build) => void build.onEnd((result) => onBuilt(messages(result))),
  }
  const context = await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), told] })
  await context.watch()
  return () => context.dispose()
}
