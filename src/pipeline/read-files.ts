// Knows how the files of a source are found and read into pages.

import { join, posix } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { prefilter } from '../dialects/index.js'
import { decodeFile } from '../markdown/decode.js'
import { findHidden } from '../markdown/hidden.js'
import type { Page } from '../markdown/page.js'
import { openPage } from '../markdown/read-page.js'
import type { ScanLimits } from '../markdown/scan-page.js'
import type { Options } from '../config/options.js'
import type { WireName } from '../reconcile/variant-docs.js'
import { compareText } from '../text/compare.js'
import { gitBlobs } from '../text/git-blob.js'
import { createPool } from '../text/pool.js'
import { lineStarts, spanBetween, spanIn, topOf } from '../text/span.js'
import { reasonOf } from '../text/reason.js'
import { manifestName } from '../write/places.js'
import type { Host } from './host.js'
import type { Above } from './mount.js'
import { unfetchedSubmodule } from './submodules.js'

/** A page that may describe a model, with what was wrong with it as Markdown. */
export interface ReadPage {
  readonly file: string
  /** Read anew whenever it is asked for. */
  readonly page: Page
  readonly diagnostics: readonly Diagnostic[]
  /** The names that git may have for the file's content. */
  readonly blobs: readonly string[]
  /** How deep its types may be nested. */
  readonly depth: number
}

/** What a source's files hold. */
export interface ReadFiles {
  readonly pages: readonly ReadPage[]
  /** Files read, model pages or not, by path. */
  readonly files: readonly string[]
  readonly pathNames: readonly WireName[]
  /** Files that pages of no model link to. */
  readonly linked: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

const PARALLEL = 32
const SKIPPED = /(?:^|\/)(?:node_modules|\.git|\.hg|\.svn)\//

/** What reading a document again needs besides its path as shown. */
export interface Rereading {
  readonly options: Pick<Options, 'cwd' | 'limits'>
  readonly host: Pick<Host, 'read' | 'stat'>
  /** The path that a patch has for a file, given as it is shown; by default the same. */
  readonly homeOf?: (file: string) => string
}

/** What reading needs besides the path. */
export interface Reading extends Rereading {
  readonly host: Host
  /** Turns an absolute path into the one shown. */
  readonly label: (path: string) => string
  /** The folder above a docs folder; by default the one on disk. */
  readonly above?: (folder: string) => Above
  readonly onFile: (total: number) => void
}

/** The document files at a path: a file itself, or all Markdown files below a folder; texts where it has none of those. */
export async function findDocuments(path: string, reading: Reading): Promise<readonly string[] | Diagnostic> {
  const { host, label, options } = reading
  try {
    const stat = await host.stat(path)
    if (stat?.kind === 'file') return [path]
    const all = stat === undefined ? [] : ownAmong(await host.list(path))
    const module = all.length === 0 ? await unfetchedSubmodule(path, host) : undefined
    if (module !== undefined) return problem('CG114', { module: label(module) }, { span: topOf(label(path)) })
    if (stat === undefined) return problem('CG105', { reason: 'no such file or folder' }, { span: topOf(label(path)) })
    const found = documentsAmong(all)
    const most = options.limits.documents
    if (found.length > most)
      return problem('CG113', { count: found.length, limit: most, what: 'documents' }, { span: topOf(label(path)) })
    if (found.length > 0) return [...found].sort(compareText).map((file) => join(path, file))
    const what =
      all.length === 0
        ? 'it is empty'
        : `${all.length === 1 ? 'one file, and it is no' : `${all.length} files, none of them`} Markdown`
    return problem('CG104', { folder: label(path), found: what }, { span: topOf(label(path)) })
  } catch (error) {
    return problem('CG105', { reason: plainReason(error) }, { span: topOf(label(path)) })
  }
}

/** The documents among the files of a folder: Markdown, and texts where there is none. */
export function documentsAmong(files: readonly string[]): readonly string[] {
  const all = ownAmong(files)
  const markdown = all.filter((file) => /\.(?:md|markdown)$/i.test(file))
  return markdown.length > 0 ? markdown : all.filter((file) => /\.txt$/i.test(file))
}

/** The files of a folder that are no part of a package or repository in it, nor of what a run has generated there. */
function ownAmong(files: readonly string[]): readonly string[] {
  const manifests = files.filter((file) => file.endsWith(`/${manifestName}`))
  const generated = manifests.map((file) => file.slice(0, -manifestName.length))
  return files.filter((file) => !SKIPPED.test(`/${file}`) && !generated.some((folder) => file.startsWith(folder)))
}

/** Reads documents; a file that cannot be read is a diagnostic, the others are read all the same. */
export async function readDocuments(files: readonly string[], reading: Reading): Promise<ReadFiles> {
  const results: ReadDocument[] = []
  const own = createPool()
  for (let start = 0; start < files.length; start += PARALLEL) {
    const batch = files.slice(start, start + PARALLEL)
    results.push(...(await Promise.all(batch.map((file) => readDocument(file, { ...reading, own })))))
    reading.onFile(batch.length)
  }
  return joinDocuments(results)
}

/** What documents hold together. */
export function joinDocuments(results: readonly ReadDocument[]): ReadFiles {
  return {
    pages: results.flatMap((result) => (result.page === undefined ? [] : [result.page])),
    files: results.map((result) => result.file),
    pathNames: results.flatMap((result) => result.pathNames),
    linked: results.flatMap((result) => result.linked ?? []),
    diagnostics: results.flatMap((result) => result.diagnostics),
  }
}

/** What one file holds. */
export interface ReadDocument {
  readonly file: string
  /** Present where it may be the page of a model. */
  readonly page?: ReadPage
  readonly pathNames: readonly WireName[]
  readonly linked?: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads one document. Never rejects. */
export async function readDocument(
  path: string,
  { host, options, label, own }: Reading & Pick<ScanLimits, 'own'>,
): Promise<ReadDocument> {
  const file = label(path)
  try {
    return await documentOf(file, await host.read(path, options.limits.bytes), {
      ...options.limits,
      ...(own && { own }),
    })
  } catch (error) {
    const size = sizeOf(error)
    const found =
      size === undefined
        ? problem('CG105', { reason: plainReason(error) }, { span: topOf(file) })
        : problem('CG103', { bytes: size, limit: options.limits.bytes }, { span: topOf(file) })
    return { file, pathNames: [], diagnostics: [found] }
  }
}

/** What the bytes of a file hold. */
export async function documentOf(
  file: string,
  bytes: Uint8Array,
  limits: Pick<Options['limits'], 'bytes' | 'depth'> & ScanLimits,
): Promise<ReadDocument> {
  const decoded = decodeFile(file, bytes, limits.bytes)
  if ('problem' in decoded) return { file, pathNames: [], diagnostics: [decoded.problem] }
  const { text } = decoded
  if (prefilter.mayBeModelPage(file, text)) {
    const opened = await openPage(file, text, limits)
    const page: ReadPage = {
      file,
      diagnostics: [...findHidden(file, text), ...opened.diagnostics],
      blobs: gitBlobs(bytes),
      depth: limits.depth,
      get page() {
        return opened.page
      },
    }
    return { file, page, pathNames: [], diagnostics: [] }
  }
  const parameters = prefilter.pathParameters(text)
  const linked = linksIn(file, text)
  if (parameters.length === 0) return { file, pathNames: [], linked, diagnostics: [] }
  const starts = lineStarts(text)
  const pathNames = parameters.map(({ name, offset }) => ({
    name,
    span: spanIn(file, spanBetween(starts, offset, offset + name.length)),
  }))
  return { file, pathNames, linked, diagnostics: [] }
}

/** The files that a page links to, as paths are shown. */
function linksIn(file: string, text: string): string[] {
  const paths = [...text.matchAll(/\]\(([^()\s#]{1,500}\.md)(?:#[^()\s]*)?\)/gi)].map(([, path = '']) => path)
  return [...new Set(paths)].map((path) => posix.join(posix.dirname(file), path))
}

/** The size of a file that was not read because of it. */
function sizeOf(error: unknown): number | undefined {
  return error instanceof Error && 'size' in error && typeof error.size === 'number' ? error.size : undefined
}

/** The system's reason for a failure, in words. */
function plainReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: { readonly [code: string]: string } = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'no such file or folder',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is no folder',
    ELOOP: 'too many symbolic links',
    EMFILE: 'too many open files',
  }
  return reasons[code] ?? reasonOf(error)
}
