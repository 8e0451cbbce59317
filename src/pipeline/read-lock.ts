// Knows how the generator's lock file is found beside the docs of a variant, and what is taken from it.

import { join, resolve } from 'node:path'
import { lockFile } from '../dialects/index.js'
import type { VariantDocs } from '../reconcile/variant-docs.js'
import { lineStarts, spanBetween } from '../text/span.js'
import type { Reading } from './read-files.js'

/** A lock file larger than this is left alone; the largest seen has 1.6 MB. */
const LIMIT = 32 * 1024 * 1024

/**
 * The variant with the wire names that its lock file shows. The file is evidence only: where it is absent, unreadable or of
 * another shape, nothing is said and nothing is missing.
 */
export async function withLockNames(variant: VariantDocs, reading: Reading): Promise<VariantDocs> {
  const root = resolve(reading.options.cwd, variant.root)
  for (const folder of [root, join(root, '..')]) {
    const path = join(folder, lockFile.path)
    const text = await readSmall(path, reading)
    if (text === undefined) continue
    const starts = lineStarts(text)
    const file = reading.label(path)
    const exampleNames = lockFile.names(text).map(({ name, offset }) => ({
      name,
      span: { file, ...spanBetween(starts, offset, offset) },
    }))
    return { ...variant, exampleNames }
  }
  return variant
}

async function readSmall(path: string, { host }: Reading): Promise<string | undefined> {
  try {
    const stat = await host.stat(path)
    if (stat?.kind !== 'file' || stat.size > LIMIT) return undefined
    return new TextDecoder().decode(await host.read(path))
  } catch {
    return undefined
  }
}
