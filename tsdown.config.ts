import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts', schemas: 'src/schemas.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  deps: { neverBundle: ['jiti', 'prettier', 'ts-morph'], onlyBundle: false },
  dts: true,
  clean: true,
  sourcemap: false,
  report: false,
})
