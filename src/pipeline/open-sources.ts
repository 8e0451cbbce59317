// Knows what a source is: a folder, a git revision or a snapshot; and makes all of them folders for the stages that follow.

import { resolve } from 'node:path'
import type { Options, SourceOption } from '../config/options.js'
import { isRevision } from '../config/revision.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { sortBy } from '../text/compare.js'
import { wayTo } from '../text/paths.js'
import { topOf } from '../text/span.js'
import { reasonOf } from '../text/reason.js'
import type { Host } from './host.js'
import { aboveOf, homeOf, isIn, mountHost, type Above, type Mount } from './mount.js'
import { openRevision } from './open-revision.js'
import { readSnapshot, type Snapshot } from './snapshot.js'

/** The sources as folders. */
export interface OpenedSources {
  /** The sources that can be read, their paths absolute, in an order that does not depend on the one given. */
  readonly sources: readonly SourceOption[]
  /** Sees the folders of all of them. */
  readonly host: Host
  /** The folder above a docs folder. */
  above(folder: string): Above
  /** The path of a file, given as it is shown, in the repository or folder that its docs come from. */
  homeOf(file: string): string
  readonly diagnostics: readonly Diagnostic[]
}

/** A source on its way: mounted, on disk, or a snapshot that has no place yet. */
type Step =
  | {
      readonly source: SourceOption
      readonly root: string
      readonly mount?: Mount
      readonly diagnostics?: readonly Diagnostic[]
    }
  | { readonly source: SourceOption; readonly snapshot: Snapshot }
  | { readonly diagnostics: readonly Diagnostic[] }

/** Opens the sources. Gives CG110 and CG111 for those that cannot be opened, and CG105 for files in them. Never rejects. */
export async function openSources(options: Pick<Options, 'cwd' | 'sources'>, host: Host): Promise<OpenedSources> {
  const { cwd } = options
  const steps = await Promise.all(options.sources.map((source) => open(source, cwd, host)))
  const placed = steps.map((step) => ('snapshot' in step ? place(step, steps, cwd) : step))
  const found = placed.flatMap((step) => ('root' in step ? [step] : []))
  const mounts = found.flatMap(({ mount }) => mount ?? [])
  const sources = found.map(({ source, root }): SourceOption => {
    const { variant, dialect } = source
    return { path: root, ...(variant === undefined ? {} : { variant }), ...(dialect === undefined ? {} : { dialect }) }
  })
  return {
    sources: sortBy(sources, ({ path, variant, dialect }) => [path, variant ?? '', dialect ?? '']),
    host: mountHost(host, mounts),
    above: (folder) => aboveOf(folder, mounts),
    homeOf: (file) => homeOf(resolve(cwd, file), mounts) ?? file,
    diagnostics: placed.flatMap((step) => ('diagnostics' in step ? (step.diagnostics ?? []) : [])),
  }
}

async function open(source: SourceOption, cwd: string, host: Host): Promise<Step> {
  if (isRevision(source)) {
    const opened = await openRevision(source, { cwd, host })
    if ('code' in opened) return { diagnostics: [opened] }
    return { source, root: opened.mount.root, ...opened }
  }
  const path = resolve(cwd, source.path)
  if (!/\.(?:json|gz)$/i.test(path) || !(await isFile(path, host))) return { source, root: path }
  const file = wayTo(cwd, path)
  const fail = (reason: string): Step => ({ diagnostics: [problem('CG111', { reason }, { span: topOf(file) })] })
  try {
    const snapshot = readSnapshot(await host.read(path))
    return 'fault' in snapshot ? fail(snapshot.fault) : { source, snapshot }
  } catch (error) {
    return fail(reasonOf(error))
  }
}

async function isFile(path: string, host: Host): Promise<boolean> {
  try {
    const stat = await host.stat(path)
    return stat?.kind === 'file' || stat?.kind === 'link'
  } catch {
    // Whoever reads it will tell why it cannot be read.
    return false
  }
}

/**
 * A snapshot is seen where its docs lay, so that it gives what they gave. Where other docs are seen there, as with the `docs` of two
 * repositories, its paths begin with its file.
 */
function place({ source, snapshot }: Extract<Step, { snapshot: Snapshot }>, steps: readonly Step[], cwd: string): Step {
  const own = resolve(cwd, snapshot.folder)
  const others = steps.flatMap((step) => {
    if ('snapshot' in step) return step.snapshot === snapshot ? [] : [resolve(cwd, step.snapshot.folder)]
    return 'root' in step ? [step.root] : []
  })
  const isTaken = others.some((other) => isIn(other, own) || isIn(own, other))
  const file = wayTo(cwd, resolve(cwd, source.path))
  const shown = isTaken
    ? `${file}:${snapshot.folder.replace(/^(?:\.\.\/)+/, '').replace(/^\.\.$/, '.')}`
    : snapshot.folder
  const root = resolve(cwd, shown)
  const encode = (texts: ReadonlyMap<string, string>): Mount['files'] =>
    new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)]))
  const above = { folder: `${root}/..`, name: snapshot.name }
  const mount = { root, above, files: encode(snapshot.files), beside: encode(snapshot.beside), home: snapshot.folder }
  return { source, root, mount }
}
