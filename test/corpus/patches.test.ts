// Knows the law of patches on real docs: git takes each once, and a variant that was patched has nothing left that a patch would mend.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeHost } from '../../src/cli/node-host.js'
import { planFixes } from '../../src/drift/patch/plan-fixes.js'
import { patchOf } from '../../src/pipeline/patch.js'
import { findDocuments, readDocuments, type Reading } from '../../src/pipeline/read-files.js'
import { readLocks } from '../../src/pipeline/read-lock.js'
import { variantsOf } from '../../src/pipeline/read-variants.js'
import type { ReadSource } from '../../src/pipeline/sort-pages.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { reconcile, type Reconciled } from '../../src/reconcile/reconcile.js'
import { corpora, describeCorpora, options } from './corpora.js'
import { createTable } from './table.js'

const table = createTable()
const copies = corpora === '' ? '' : mkdtempSync(join(tmpdir(), 'patches-'))

afterAll(() => {
  if (copies !== '') rmSync(copies, { recursive: true, force: true })
})

/** What is known of docs in a folder, one source for each of its folders. */
interface Known {
  readonly sources: readonly ReadSource[]
  readonly reconciled: Reconciled
  readonly findings: readonly Finding[]
  readonly mended: ReadonlySet<string>
}

function readingIn(cwd: string): Reading {
  const label = (path: string): string => path.slice(cwd.length + 1)
  return { options: { ...options, cwd }, host: createNodeHost(), label, onFile: () => {} }
}

/** Reads the docs in a folder; only some of its languages anew, where the others are known. */
async function readDocs(cwd: string, before: readonly ReadSource[] = [], anew: readonly string[] = []): Promise<Known> {
  const reading = readingIn(cwd)
  const sources: ReadSource[] = []
  for (const language of languagesOf(cwd)) {
    const old = anew.includes(language) ? undefined : before.find(({ label }) => label === language)
    const files = old === undefined ? await findDocuments(join(cwd, language), reading) : []
    if ('code' in files) throw new Error(files.message)
    const source = { path: language }
    sources.push(old ?? { source, label: language, read: await readDocuments(files, reading) })
  }
  const { variants } = variantsOf(sources)
  const recorded = await readLocks(variants, { pages: sources.flatMap(({ read }) => read.pages), reading })
  const reconciled = reconcile(recorded.variants, options)
  const { findings } = reconciled
  const mended = new Set(planFixes(reconciled, findings, { isTaken: takenIn(sources) }).flatMap(({ mends }) => mends))
  return { sources, reconciled, findings, mended }
}

function takenIn(sources: readonly ReadSource[]): (file: string) => boolean {
  const files = new Set(sources.flatMap(({ read }) => read.files.map((file) => file.toLowerCase())))
  return (file) => files.has(file.toLowerCase())
}

/** The patch of some variants. */
function patchFor(cwd: string, { reconciled, findings, sources }: Known, variants: readonly string[]): Promise<string> {
  const own = findings.filter(({ variant }) => variants.includes(variant))
  return patchOf(planFixes(reconciled, own, { isTaken: takenIn(sources) }), readingIn(cwd))
}

function languagesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
}

/** The exit code of git; a patch without a change is none to it. */
function git(cwd: string, patch: string, ...args: string[]): number | null {
  return patch === '' ? 0 : spawnSync('git', args, { cwd, input: patch, maxBuffer: 1 << 28 }).status
}

function fixable({ findings, mended }: Known, variant?: string): string[] {
  return findings
    .filter((finding) => mended.has(finding.fingerprint) && (variant === undefined || finding.variant === variant))
    .map(({ rule, variant, model, field }) => `${variant} ${rule} ${model} ${field ?? ''}`)
}

function count(patch: string, line: RegExp): number {
  return [...patch.matchAll(line)].length
}

describeCorpora((corpus, folder) => {
  const cwd = join(copies, corpus.name)
  const languages = languagesOf(folder)
  let first: Known
  beforeAll(async () => {
    cpSync(folder, cwd, { recursive: true })
    spawnSync('git', ['init', '-q'], { cwd })
    first = await readDocs(cwd)
  })

  it.each(languages)('%s', async (variant) => {
    const own = first.findings.filter((finding) => finding.variant === variant)
    const patch = await patchFor(cwd, first, [variant])
    expect(git(cwd, patch, 'apply', '--check', '-')).toBe(0)
    expect(git(cwd, patch, 'apply', '-')).toBe(0)
    const after = patch === '' ? first : await readDocs(cwd, first.sources, [variant])
    const again = git(cwd, patch, 'apply', '--check', '-')
    git(cwd, patch, 'apply', '-R', '-')
    const left = fixable(after, variant)
    const add = (what: string, value: number): void => table.add(corpus.name, `${variant}: ${what}`, value)
    add('findings', own.length)
    add('fixable', fixable(first, variant).length)
    add('files changed', count(patch, /^diff --git /gm))
    add('files added', count(patch, /^new file mode /gm))
    add('findings after', after.findings.filter((finding) => finding.variant === variant).length)
    add('fixable after', left.length)
    expect(left).toEqual([])
    if (patch !== '') expect(again).not.toBe(0)
    else expect(fixable(first, variant)).toEqual([])
  })

  it('all variants', async () => {
    const patch = await patchFor(cwd, first, languages)
    expect(git(cwd, patch, 'apply', '-')).toBe(0)
    const after = patch === '' ? first : await readDocs(cwd)
    table.add(corpus.name, 'all: findings', first.findings.length)
    table.add(corpus.name, 'all: findings after', after.findings.length)
    table.add(corpus.name, 'all: fixable after', fixable(after).length)
    expect(fixable(after)).toEqual([])
  })
})
