import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'tsdown'

const dist = join(import.meta.dirname, 'dist')

/** Imports a file of `templates/` as its text, as vite does. */
const raw = {
  name: 'raw',
  resolveId(id: string, importer: string | undefined): string | undefined {
    return id.endsWith('?raw') && importer !== undefined ? resolve(dirname(importer), id) : undefined
  },
  load(id: string): string | undefined {
    if (!id.endsWith('?raw')) return undefined
    return `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))}`
  },
}

/** Licences under which others' code may be part of the bundle. */
const licences = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'])

/** A copy of the licence for packages that bring none. */
const copies: { readonly [licence: string]: string } = {
  'Apache-2.0': join(import.meta.dirname, 'node_modules/typescript/LICENSE.txt'),
}

/** Writes `dist/THIRD-PARTY-NOTICES.txt`: the packages of which code is in the bundle, by the text of their licence. */
const notices = {
  name: 'notices',
  generateBundle(_: unknown, bundle: { readonly [file: string]: Chunk }): void {
    const chunks = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.js'))
    const modules = chunks.flatMap(({ modules }) => Object.entries(modules ?? {}))
    const used = modules.filter(([, { code }]) => code !== null && code !== '').map(([id]) => id)
    const folders = used.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? [])
    const byText = new Map<string, string[]>()
    for (const folder of [...new Set(folders)].sort()) {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      if (!licences.has(license))
        throw new Error(`${name} is bundled under a licence that was not looked at: ${license}`)
      const file = readdirSync(folder).find((file) => /^licen[cs]e(\.|$)/i.test(file))
      const path = file === undefined ? copies[license] : join(folder, file)
      if (path === undefined) throw new Error(`${name} brings no copy of its licence: ${license}`)
      const text = readFileSync(path, 'utf8').replaceAll('\r', '').trim()
      byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
    }
    const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`)
    const head = 'Code of these packages is part of the files beside this one.\n'
    mkdirSync(dist, { recursive: true })
    writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`))
  },
}

/** What is known of a file of the bundle. */
interface Chunk {
  readonly fileName: string
  readonly modules?: { readonly [id: string]: { readonly code: string | null } }
}

/** Writes the JSON Schemas that `src/schemas.ts` lists to `dist/schema/`, and removes the module that listed them. */
async function writeSchemas(): Promise<void> {
  const { schemas }: { schemas: { readonly [file: string]: object } } = await import(
    pathToFileURL(join(dist, 'schemas.js')).href
  )
  mkdirSync(join(dist, 'schema'), { recursive: true })
  for (const [file, schema] of Object.entries(schemas)) {
    writeFileSync(join(dist, 'schema', file), `${JSON.stringify(schema, undefined, 2)}\n`)
  }
  for (const file of ['schemas.js', 'schemas.d.ts']) rmSync(join(dist, file), { force: true })
}

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts', unplugin: 'src/api/unplugin.ts', schemas: 'src/schemas.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  deps: { neverBundle: ['jiti', 'prettier', 'ts-morph'], onlyBundle: false },
  plugins: [raw, notices],
  dts: true,
  clean: true,
  sourcemap: false,
  report: false,
  onSuccess: writeSchemas,
})
