// Knows where the JSON Schemas lie in the package: writes those of dist/schemas.js to dist/schema/, then removes that module.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

const dist = new URL('../dist/', import.meta.url)
const { schemas } = await import(new URL('schemas.js', dist).href)
mkdirSync(new URL('schema/', dist), { recursive: true })
for (const [file, schema] of Object.entries(schemas))
  writeFileSync(new URL(`schema/${file}`, dist), `${JSON.stringify(schema, undefined, 2)}\n`)
for (const file of ['schemas.js', 'schemas.d.ts']) rmSync(new URL(file, dist), { force: true })
