import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig } from 'tsdown'

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

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts', schemas: 'src/schemas.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  deps: { neverBundle: ['jiti', 'prettier', 'ts-morph'] },
  plugins: [raw],
  dts: true,
  clean: true,
  sourcemap: false,
  report: false,
})
