// Knows how a configuration written in TypeScript or JavaScript is run: by Node itself where it can, else through jiti.

import { pathToFileURL } from 'node:url'
import { shortReason } from '../text/reason.js'

/** The value of a configuration module, or why there is none. */
export type ImportedConfig =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'failure'; readonly reason: string }

/** How long a configuration may take to load, in milliseconds. */
const patience = 10_000

/** What Node says of a file in TypeScript that it cannot run, or whose imports only a bundler finds. */
const needsTranslation: ReadonlySet<unknown> = new Set([
  'ERR_UNKNOWN_FILE_EXTENSION',
  'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  'ERR_INVALID_TYPESCRIPT_SYNTAX',
  'ERR_NO_TYPESCRIPT',
  'ERR_MODULE_NOT_FOUND',
  'ERR_UNSUPPORTED_DIR_IMPORT',
])

/**
 * Runs a configuration module and gives its default export. Never rejects; gives up after ten seconds.
 * @param reload - where given, a module that was run before under another such text is run again
 */
export async function importConfig(path: string, reload?: string): Promise<ImportedConfig> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<ImportedConfig>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: 'failure', reason: 'it did not finish loading within 10 seconds' }),
      patience,
    )
  })
  try {
    return await Promise.race([load(path, reload), late])
  } finally {
    clearTimeout(timer)
  }
}

async function load(path: string, reload: string | undefined): Promise<ImportedConfig> {
  try {
    return defaultOf(await importModule(path, reload))
  } catch (error) {
    return { kind: 'failure', reason: shortReason(error) }
  }
}

async function importModule(path: string, reload: string | undefined): Promise<unknown> {
  try {
    const { href } = pathToFileURL(path)
    return await import(reload === undefined ? href : `${href}?${reload}`)
  } catch (error) {
    if (!needsTranslation.has(codeOf(error))) throw error
  }
  const { createJiti } = await import('jiti')
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, alias: ownPackage() })
  return jiti.import(path)
}

/** Lets a configuration import this package also where it is not installed, as with `npx`. */
function ownPackage(): { [name: string]: string } {
  const name = 'sdk-docs-codegen'
  try {
    return { [name]: import.meta.resolve(name) }
  } catch {
    return {}
  }
}

async function defaultOf(module: unknown): Promise<ImportedConfig> {
  const exported: unknown =
    typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined
  const value: unknown = await exported
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { kind: 'value', value }
  return { kind: 'failure', reason: 'its default export is not an object; write `export default defineConfig({ … })`' }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
