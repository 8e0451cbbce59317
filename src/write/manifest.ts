// Knows how we note which files of an output folder are ours, and how that note is read back without trusting it.

import { compareText, sortBy } from '../text/compare.js'
import { isSafePath } from './places.js'

/** What we know of a file we wrote: fingerprints of its text, and of the text as emitted, before it was formatted. */
export interface ManifestFile {
  readonly text: string
  readonly source: string
}

/** The files that are ours. `pending` holds the fingerprints that a run was about to write; it is empty once the run ended. */
export interface Manifest {
  /** Key of the settings the files were formatted with. */
  readonly format: string
  readonly files: ReadonlyMap<string, ManifestFile>
  readonly pending: ReadonlyMap<string, string>
  /** How many models the docs of each variant had, so that a sudden loss is noticed; empty in notes of versions that did not count. */
  readonly models: ReadonlyMap<string, number>
}

/** The manifest of a folder into which nothing was written yet. */
export const emptyManifest: Manifest = { format: '', files: new Map(), pending: new Map(), models: new Map() }

/** Whether the text with this fingerprint is one that we wrote at this path. */
export function ownsText(manifest: Manifest, path: string, hash: string): boolean {
  return manifest.files.get(path)?.text === hash || manifest.pending.get(path) === hash
}

/** The paths of a manifest, sorted. */
export function manifestPaths(manifest: Manifest): string[] {
  return sortBy(new Set([...manifest.files.keys(), ...manifest.pending.keys()]), (path) => [path])
}

/** The text of a manifest: JSON with one line per file, so that version control merges it line by line. */
export function printManifest(manifest: Manifest): string {
  const files = inOrder(manifest.files).map(([path, file]) => fileLine(path, file))
  const models = sortBy(manifest.models, ([variant]) => [variant]).map(
    ([variant, count]) => `    ${JSON.stringify(variant)}: ${count}`,
  )
  const parts = [
    '  "about": "Files written by codegen, with the SHA-256 of each. Commit this file; do not edit it."',
    '  "version": 1',
    `  "format": ${JSON.stringify(manifest.format)}`,
    ...(models.length === 0 ? [] : [`  "models": ${block(models)}`]),
    `  "files": ${block(files)}`,
    ...(manifest.pending.size === 0 ? [] : [pendingLines(manifest.pending)]),
  ]
  return `{\n${parts.join(',\n')}\n}\n`
}

/** The line of a file, without what stands between two of them. */
export function fileLine(path: string, { text, source }: ManifestFile): string {
  return `    ${JSON.stringify(path)}: {"text":"${text}","source":"${source}"}`
}

/** The lines of what is about to be written, which are the last ones. */
export function pendingLines(pending: Manifest['pending']): string {
  const lines = sortBy(pending, ([path]) => [path]).map(([path, hash]) => `    ${JSON.stringify(path)}: "${hash}"`)
  return `  "pending": ${block(lines)}`
}

/** Reads a manifest. Undefined where the text is anything but a whole manifest of ours: then nothing of it is believed. */
export function parseManifest(text: string): Manifest | undefined {
  const value = parseJson(text)
  if (!isRecord(value) || value['version'] !== 1 || typeof value['format'] !== 'string') return undefined
  const files = value['files']
  const pending = value['pending'] ?? {}
  const models = value['models'] ?? {}
  if (!isRecord(files) || !isRecord(pending) || !isRecord(models)) return undefined
  const known = new Map<string, ManifestFile>()
  for (const [path, file] of Object.entries(files)) {
    const noted = parseFile(file)
    if (!isSafePath(path) || noted === undefined) return undefined
    known.set(path, noted)
  }
  const begun = new Map<string, string>()
  for (const [path, hash] of Object.entries(pending)) {
    if (!isSafePath(path) || !isHash(hash)) return undefined
    begun.set(path, hash)
  }
  const counts = new Map<string, number>()
  for (const [variant, count] of Object.entries(models)) {
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return undefined
    counts.set(variant, count)
  }
  return { format: value['format'], files: known, pending: begun, models: counts }
}

/** What is noted of a file; undefined for anything else. */
export function parseFile(value: unknown): ManifestFile | undefined {
  if (!isRecord(value) || !isHash(value['text']) || !isHash(value['source'])) return undefined
  return { text: value['text'], source: value['source'] }
}

/** The entries sorted by path, which those of a manifest that was read are already. */
function inOrder(files: Manifest['files']): readonly (readonly [string, ManifestFile])[] {
  const entries = [...files]
  const isSorted = entries.every(([path], index) => compareText(entries[index - 1]?.[0] ?? '', path) <= 0)
  return isSorted ? entries : sortBy(entries, ([path]) => [path])
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
