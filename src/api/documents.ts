// Knows the stages without a file system: documents come in as texts, files and reports go out as texts.

import { posix, resolve } from 'node:path'
import type { Config } from '../config/config.js'
import type { Options } from '../config/options.js'
import { resolveOptions } from '../config/resolve.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { Projection } from '../dialects/dialect.js'
import { renderers, type DocumentFormat } from '../drift/formats.js'
import { renderHtml } from '../drift/html/html.js'
import { renderText } from '../drift/text.js'
import { emitFiles, type Output } from '../pipeline/emit-files.js'
import { documentOf, joinDocuments, type ReadDocument, type Rereading } from '../pipeline/read-files.js'
import { variantsOf } from '../pipeline/read-variants.js'
import { projectAlone, type ReadSource } from '../pipeline/sort-pages.js'
import { conclude, type Recovered } from '../pipeline/recover.js'
import type { Finding } from '../reconcile/finding.js'
import { ownFormatter } from '../write/format.js'
import { reasonOf } from '../text/reason.js'

/** A document as it is given. */
export interface SourceDocument {
  /** Its path with `/`, as it is to be shown: folders tell namespaces, and which documents belong together. */
  readonly path: string
  readonly text: string
}

/** One document, read. */
export interface ParsedDocument extends SourceDocument {
  /** Id of the language that the page's own signs speak for, or that `sources` give it; absent with `projection`. */
  readonly dialect?: string
  /** What the page says of one model; absent where it is none, or where nothing tells its language. */
  readonly projection?: Projection
  /** What is wrong with the document by itself. */
  readonly diagnostics: readonly Diagnostic[]
  /** What `reconcile` takes of it. */
  readonly read: ReadDocument
}

/**
 * Reads one document. Never rejects: what is wrong with it becomes diagnostics.
 * @param config - `limits` count, and the dialects of `sources`
 */
export async function parseDocument({ path, text }: SourceDocument, config: Config = {}): Promise<ParsedDocument> {
  const read = await documentOf(path, new TextEncoder().encode(text), optionsOf(config).limits)
  const dialect = sourcesOf(config).find(({ holds }) => holds(path))?.source.dialect
  const alone = read.page === undefined ? undefined : projectAlone(read.page, dialect)
  const { projection, diagnostics = [] } = alone?.projected ?? {}
  return {
    path,
    text,
    ...(alone === undefined || projection === undefined ? {} : { dialect: alone.dialect.id, projection }),
    diagnostics: [...read.diagnostics, ...(read.page?.diagnostics ?? []), ...diagnostics],
    read,
  }
}

/**
 * Recovers the model of the API from the documents of all SDKs, as `codegen run` does; the pages of a folder decide on their
 * language together. The order of documents changes nothing. Lock files of generators are read by `run` only.
 * @param config - `sources` are beginnings of paths, and documents below none of them are left out; what the model keeps,
 *   severities and `ignore` count too
 */
export function reconcile(documents: readonly ParsedDocument[], config: Config = {}): Recovered {
  const options = optionsOf(config)
  const sources = sourcesOf(config).map(({ source, label, holds }): ReadSource => {
    const own = documents.filter(({ path }) => holds(path))
    return { source, label, read: joinDocuments(own.map(({ read }) => read)) }
  })
  const { variants, diagnostics } = variantsOf(sources)
  const read = sources.flatMap((source) => source.read.files)
  return conclude({ variants, read, diagnostics }, options, rereading(documents, options))
}

/**
 * The files that `codegen run` would write, with paths below the output folder, laid out as it does where there are no settings
 * of prettier. CG602 stands for a file that cannot be laid out.
 */
export async function emit(recovered: Pick<Recovered, 'model' | 'findings'>, config: Config = {}): Promise<Output> {
  const { files, diagnostics } = await emitFiles(optionsOf(config), recovered)
  const { format } = await ownFormatter()
  const laidOut = await Promise.all(
    files.map(async ({ path, text }): Promise<Output> => {
      try {
        return { files: [{ path, text: await format(path, text) }], diagnostics: [] }
      } catch (error) {
        return { files: [], diagnostics: [problem('CG602', { path, reason: reasonOf(error) })] }
      }
    }),
  )
  return {
    files: laidOut.flatMap((one) => one.files),
    diagnostics: [...diagnostics, ...laidOut.flatMap((one) => one.diagnostics)],
  }
}

/**
 * Findings as one text, as `codegen diff --format` gives them; paths are those of the documents.
 * @param findings - all by default; filter them by variant, rule or severity
 */
export async function diff(
  recovered: Recovered,
  format: DocumentFormat | 'text' | 'patch' = 'text',
  findings: readonly Finding[] = recovered.findings,
): Promise<string> {
  const { model, diagnostics } = recovered
  if (format === 'patch') return recovered.patch(findings)
  if (format === 'text') return renderText(model, findings, { changes: await recovered.changes(findings) })
  if (format === 'html')
    return renderHtml({
      model,
      findings,
      diagnostics,
      sheets: recovered.sheets(),
      patches: await recovered.patches(findings),
    })
  return renderers[format](model, findings, diagnostics)
}

/** Where there is no file system, there is a root all the same. */
const ROOT = resolve('/')

function optionsOf(config: Config): Options {
  return resolveOptions({ cwd: ROOT, base: ROOT, folders: [], flags: {}, config })
}

/** The sources, each with the test of what lies in it; one that holds everything where none is configured. */
function sourcesOf({ sources = ['.'] }: Config): (Omit<ReadSource, 'read'> & { holds(path: string): boolean })[] {
  return sources.map((given) => {
    const source = typeof given === 'string' ? { path: given } : given
    const label = posix.join(source.path, '.').replace(/(?<=.)\/$/, '')
    const holds = (path: string): boolean => label === '.' || path === label || path.startsWith(`${label}/`)
    return { source, label, holds }
  })
}

/** Reads the documents again, for patches. */
function rereading(documents: readonly ParsedDocument[], options: Options): Rereading {
  const texts = new Map(documents.map(({ path, text }) => [resolve(ROOT, path), new TextEncoder().encode(text)]))
  return {
    options,
    host: {
      read: async (path) => texts.get(path) ?? Promise.reject(new Error(`no document has the path ${path}`)),
      stat: async (path) => {
        const size = texts.get(path)?.length
        return size === undefined ? undefined : { kind: 'file', size }
      },
    },
  }
}
