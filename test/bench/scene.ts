// Knows the docs that the command line is measured on, and the commands that are measured there.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Contender } from './timing.js'
import { languages, writeDocs } from './pages.js'

const entry = join(import.meta.dirname, '../../dist/cli.js')
const floor = join(import.meta.dirname, 'floor.mjs')
const OUT = 'out'

/** A folder with docs, as a user would have them. */
export interface Scene {
  readonly folder: string
  readonly name: string
  readonly pages: number
  /** Folders of the docs, below the folder. */
  readonly docs: readonly string[]
  readonly remove: () => void
}

/** The docs of `$CORPORA/unified` where that is set, else pages of the generator. */
export function openScene(pages: number, corpus = process.env['CORPORA'] ?? ''): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-bench-'))
  const source = join(corpus, 'unified')
  const isReal = corpus !== '' && existsSync(source)
  if (isReal) cpSync(source, folder, { recursive: true })
  const written = isReal ? countPages(folder) : writeDocs(folder, pages)
  const docs = isReal ? readdirSync(folder).sort() : languages
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  return { folder, name: isReal ? 'unified' : 'invented', pages: written, docs, remove }
}

/** A call of the command line on the docs of a scene: types, both validators and all diffs. */
export function cli(scene: Scene, command: 'run' | 'check', ...flags: readonly string[]): Contender {
  const kept = ['--cache-dir', join(scene.folder, 'cache')]
  const args = [entry, command, '--out', OUT, '--validators', 'plain,zod', '--fail-on', 'never', ...kept]
  return { args: [...args, ...flags, ...scene.docs], cwd: scene.folder }
}

/** A call that reads no docs. */
export function bare(...args: readonly string[]): Contender {
  return { args: [entry, ...args], cwd: tmpdir() }
}

/** The whole job from nothing. */
export function cold(scene: Scene): Contender {
  const before = (): void => rmSync(join(scene.folder, OUT), { recursive: true, force: true })
  return { ...cli(scene, 'run', '--no-cache'), before }
}

/** The least that some of the work costs; `step` is how many pages stand for each one that is parsed. */
export function least(what: 'nothing' | 'stat' | 'read' | 'mdast', scene?: Scene, step = 1): Contender {
  const folders = what === 'stat' ? [...(scene?.docs ?? []), OUT] : (scene?.docs ?? [])
  return { args: [floor, what, String(step), ...folders], cwd: scene?.folder ?? tmpdir() }
}

/** Changes the words at the head of one page of a model, to others each time. */
export function changePage(scene: Scene): void {
  const page = join(scene.folder, firstModelPage(scene))
  const [title, rest = ''] = split(readFileSync(page, 'utf8'))
  const [, number = '0'] = /^Said by the bench (\d+)\./.exec(rest) ?? []
  writeFileSync(page, `${title}\n\nSaid by the bench ${Number(number) + 1}.\n${rest.replace(/^Said.*\n/, '')}`)
}

/** The file that tells when the output was brought up to date. */
export function manifestOf(scene: Scene): string {
  return join(scene.folder, OUT, '.codegen-manifest.json')
}

function split(text: string): readonly string[] {
  const end = text.indexOf('\n\n')
  return [text.slice(0, end), text.slice(end + 2)]
}

function firstModelPage({ folder, docs }: Scene): string {
  const pages = docs.flatMap((language) =>
    readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' }).map((file) => join(language, file)),
  )
  const isModel = (file: string): boolean =>
    /models.*\.md$/i.test(file) && /^# .+\n\n[^]*## Fields/.test(readFileSync(join(folder, file), 'utf8'))
  const found = pages.sort().find(isModel)
  if (found === undefined) throw new Error(`no page of a model below ${folder}`)
  return found
}

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).length
}
