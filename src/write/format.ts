// Knows prettier: how generated TypeScript is laid out, in the settings of the repository it is written to, and when prettier itself is needed for that.

import { basename } from 'node:path'
import type { Options as PrettierOptions } from 'prettier'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Host } from '../pipeline/host.js'
import { fingerprint } from './fingerprint.js'
import type { LayoutSettings } from './layout/settings.js'

/** What a formatter works with: JSON, so that it can be opened again without asking the repository. */
export interface FormatterSettings {
  /** The same for the same settings and version: files formatted under one key need not be formatted again. */
  readonly key: string
  readonly layout: PrettierOptions
}

/** Lays out generated files. */
export interface Formatter extends FormatterSettings {
  /** The text laid out; as given where the file is no TypeScript. Rejects where the text cannot be parsed, or would say something else. */
  format(path: string, text: string): Promise<string>
}

/** Our own layout, where the target repository has no settings. */
const defaults = { singleQuote: true, printWidth: 100 } as const

/** The settings of layout that a repository may choose. Everything else (plugins, parsers, pragmas) would run or skip code. */
const layoutKeys = [
  'arrowParens',
  'bracketSameLine',
  'bracketSpacing',
  'endOfLine',
  'experimentalOperatorPosition',
  'experimentalTernaries',
  'objectWrap',
  'printWidth',
  'quoteProps',
  'semi',
  'singleQuote',
  'tabWidth',
  'trailingComma',
  'useTabs',
] as const satisfies readonly (keyof PrettierOptions)[]

/**
 * The formatter for files below a folder. Settings that cannot be read give CG701, those that may be code where none may be
 * run give CG715; both give our own layout.
 * @param file - absolute path of a file in the output folder, existing or not; its folder's settings count
 */
export async function openFormatter(
  file: string,
  { runsCode, host }: { readonly runsCode: boolean; readonly host: Pick<Host, 'read'> },
): Promise<{ formatter: Formatter; diagnostics: readonly Diagnostic[] }> {
  const prettier = await import('prettier')
  const found = await readSettings(file, async () => {
    const source = runsCode ? null : await prettier.resolveConfigFile(file)
    if (source !== null && !isData(source, await host.read(source)))
      return { settings: {}, diagnostics: [problem('CG715', { path: source })] }
    const settings = await prettier.resolveConfig(file, { editorconfig: true, useCache: false })
    return { settings: settings ?? {}, diagnostics: [] }
  })
  return { formatter: formatterWith(settingsOf(prettier, pickLayout(found.settings))), diagnostics: found.diagnostics }
}

/** Whether a file holds settings that can be nothing but data: a text in their place would name a module to be run. */
function isData(path: string, bytes: Uint8Array): boolean {
  if (!/^(?:\.prettierrc(?:\.json)?|package\.json)$/.test(basename(path))) return false
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const settings = isObject(content) && basename(path) === 'package.json' ? content['prettier'] : content
    return isObject(settings)
  } catch {
    return false
  }
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The formatter of our own layout, which asks no file for settings. */
export async function ownFormatter(): Promise<Formatter> {
  return formatterWith(settingsOf(await import('prettier'), {}))
}

function settingsOf({ version }: typeof import('prettier'), chosen: PrettierOptions): FormatterSettings {
  const layout: PrettierOptions = { ...defaults, ...chosen }
  return { key: fingerprint(JSON.stringify([version, layoutKeys.map((name) => layout[name])])), layout }
}

/** The formatter with some settings. Prettier itself is loaded where it is needed. */
export function formatterWith(settings: FormatterSettings): Formatter {
  const { layout } = settings
  const known = knownSettings(layout)
  return {
    ...settings,
    format: async (path, text) => {
      if (!path.endsWith('.ts')) return text
      const { layOut } = await import('./layout/lay-out.js')
      const laid = known === undefined ? undefined : layOut(text, known)
      if (laid !== undefined) return laid
      const prettier = await import('prettier')
      const formatted = await prettier.format(text, {
        ...layout,
        parser: 'typescript',
        plugins: [],
        embeddedLanguageFormatting: 'off',
      })
      // What our own printer gives is what prettier gives, by a law; what prettier gives was once a construct signature for a method called "new".
      const { codeDifference } = await import('../emit/same-code.js')
      const difference = await codeDifference(text, formatted)
      if (difference !== undefined) throw new Error(difference)
      return formatted
    },
  }
}

/** What prettier does where it is told nothing, for settings that our own printer does not obey. */
const assumed: PrettierOptions = {
  arrowParens: 'always',
  endOfLine: 'lf',
  experimentalOperatorPosition: 'end',
  experimentalTernaries: false,
  objectWrap: 'preserve',
  quoteProps: 'as-needed',
}

/** The settings for our own printer; undefined where it could not obey all of them. */
function knownSettings(settings: PrettierOptions): LayoutSettings | undefined {
  const isOther = layoutKeys.some((name) => name in assumed && (settings[name] ?? assumed[name]) !== assumed[name])
  if (isOther) return undefined
  const { printWidth = 80, tabWidth = 2, useTabs = false, semi = true } = settings
  const { singleQuote = false, bracketSpacing = true, trailingComma = 'all' } = settings
  return { printWidth, tabWidth, useTabs, semi, singleQuote, bracketSpacing, trailingComma }
}

interface FoundSettings {
  readonly settings: PrettierOptions
  readonly diagnostics: readonly Diagnostic[]
}

async function readSettings(file: string, read: () => Promise<FoundSettings>): Promise<FoundSettings> {
  try {
    return await read()
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    const path = `the prettier configuration that applies to ${file}`
    return { settings: {}, diagnostics: [problem('CG701', { path, reason })] }
  }
}

function pickLayout(settings: PrettierOptions): PrettierOptions {
  return Object.fromEntries(
    layoutKeys.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
  )
}
