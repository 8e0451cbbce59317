// Knows where the generator's lock file, beside the docs, says what the SDK was built from, and what each page was when it was written.

import type { Provenance } from '../../ir/model.js'

/** What a lock file records. Whatever is absent or of another shape is left out. */
export interface LockRecord {
  readonly provenance: Provenance
  /** The language of the SDK, by the generator's own id; absent where several are named, or none. */
  readonly language?: string
  /**
   * The name that git has for the content of each file as it was generated, by the file's path below the SDK's folder. Entries
   * without a checksum of their last writing are left out: generators leave those behind from earlier generations.
   */
  readonly blobs: ReadonlyMap<string, string>
}

type Kept = Exclude<keyof Provenance, 'edited'>

const KEYS: { readonly [key: string]: Kept } = {
  docChecksum: 'checksum',
  docVersion: 'document',
  speakeasyVersion: 'generator',
  generationVersion: 'generation',
  releaseVersion: 'release',
}

const SECTION = /^([A-Za-z]\w*):/
const FILES = 'trackedFiles'
const ENTRY = /^ {2}([A-Za-z][\w-]*):(?: (.*))?$/
/** The first line of a file. */
const BEGIN = /^ {2}[^ :]/
/** A path; one that is long stands behind a question mark. */
const PATH = /^ {2}(?:\? (.+)|(\S.*):)$/
const BLOB = /^ {4}pristine_git_object: ["']?([0-9a-f]{40})["']?$/
const WRITTEN = /^(?: {4}| {2}: )last_write_checksum: \S/
/** What a version or a checksum looks like; anything else is not one. */
const WORD = /^[\w.+-]{1,100}$/

/** Reads the record. The lines are read as the generator writes them, for the file may hold megabytes of YAML. */
export function lockRecord(text: string): LockRecord {
  const kept: { [K in Kept]?: string } = {}
  const languages: string[] = []
  const tracked: string[] = []
  let section = ''
  for (const line of linesIn(text)) {
    section = SECTION.exec(line)?.[1] ?? section
    if (section === FILES) {
      tracked.push(line)
      continue
    }
    const [, name = '', given = ''] = ENTRY.exec(line) ?? []
    if (section === 'features' && name !== '') languages.push(name)
    const key = section === 'management' && Object.hasOwn(KEYS, name) ? KEYS[name] : undefined
    const value = unquoted(given)
    if (key !== undefined && WORD.test(value)) kept[key] = value
  }
  const [language] = languages
  const provenance = { provenance: kept, blobs: blobsIn(tracked) }
  return languages.length === 1 && language !== undefined ? { ...provenance, language } : provenance
}

/** The blobs of some files alone, as the record has them: what stands of others is passed over. */
export function lockBlobs(text: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const named = paths.filter((path) => path !== '')
  return blobsIn(filesIn(text).flatMap((files) => named.flatMap((path) => linesOf(path, files))))
}

/** The sections of files. */
function filesIn(text: string): readonly string[] {
  const sections = [...text.matchAll(/^([A-Za-z]\w*):/gm)]
  return sections.flatMap(({ 1: name, index }, number) =>
    name === FILES ? [text.slice(index, sections[number + 1]?.index)] : [],
  )
}

/** All that stands of a file. */
function linesOf(path: string, text: string): readonly string[] {
  const lines: string[] = []
  for (let at = text.indexOf(path); at !== -1; at = text.indexOf(path, at + 1)) {
    const [first = '', ...others] = linesIn(text.slice(text.lastIndexOf('\n', at) + 1, endOf(at, text)))
    if (BEGIN.test(first) && pathIn(first) === path) lines.push(first, ...others)
  }
  return lines
}

/** Where what stands of a file ends, by a place in its first line. */
function endOf(at: number, text: string): number {
  let end = text.indexOf('\n', at)
  while (end !== -1 && !BEGIN.test(text.slice(end + 1, end + 4))) end = text.indexOf('\n', end + 1)
  return end === -1 ? text.length : end
}

function blobsIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>()
  let path: string | undefined
  let blob: string | undefined
  let written = false
  for (const line of lines) {
    if (BEGIN.test(line)) [path, blob, written] = [pathIn(line), undefined, false]
    blob = BLOB.exec(line)?.[1] ?? blob
    written ||= WRITTEN.test(line)
    if (path !== undefined && blob !== undefined && written) blobs.set(path, blob)
  }
  return blobs
}

function linesIn(text: string): readonly string[] {
  return text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
}

function pathIn(line: string): string | undefined {
  const [, long, short] = PATH.exec(line) ?? []
  const path = long ?? short
  return path === undefined ? undefined : unquoted(path)
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text
}
