// Knows where a configuration file is looked for.

import { dirname, join } from 'node:path'
import type { Host } from '../pipeline/host.js'

/** The names a configuration file may have, in the order in which they are tried. */
export const configNames = [
  'codegen.config.ts',
  'codegen.config.mts',
  'codegen.config.js',
  'codegen.config.mjs',
  'codegen.config.json',
] as const

/**
 * The configuration file of a folder itself, as an absolute path; undefined where there is none.
 * @param after - a name that is passed over, with those before it
 */
export async function configIn(folder: string, host: Host, after?: string): Promise<string | undefined> {
  for (const name of configNames.slice(configNames.findIndex((one) => one === after) + 1)) {
    const path = join(folder, name)
    const kind = await kindOf(path, host)
    if (kind === 'file' || kind === 'link') return path
  }
  return undefined
}

/** The nearest configuration file, from a folder upward to the root of its repository (the folder with `.git`) or of the file system. */
export async function findConfig(start: string, host: Host): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = await configIn(folder, host)
    if (found !== undefined) return found
    if (dirname(folder) === folder || (await kindOf(join(folder, '.git'), host)) !== undefined) return undefined
  }
}

async function kindOf(path: string, host: Host): Promise<'file' | 'folder' | 'link' | 'other' | undefined> {
  try {
    return (await host.stat(path))?.kind
  } catch {
    return undefined
  }
}
