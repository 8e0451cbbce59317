import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  plugins: [raw],
  dts: true,
  clean: true,
  sourcemap: false,
  report: false,
  onSuccess: writeSchemas,
})
