// Knows small docs in an old and a new state, and what must be true of their output whatever happened on the way from one to the other.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createNodeHost } from '../../src/cli/node-host.js'
import { resolveOptions } from '../../src/config/resolve.js'
import type { Host } from '../../src/pipeline/host.js'
import type { Report, RunSettings } from '../../src/pipeline/report.js'
import { run } from '../../src/pipeline/run.js'

/** The texts of files by their paths from some folder. */
export type Tree = ReadonlyMap<string, string>

const words = { one: { text: '*str*', number: '*int*' }, two: { text: '*::String*', number: '*::Integer*' } } as const

function page(name: string, type: string, text = 'A thing.'): string {
  const columns = ['`name`', type, ':heavy_check_mark:', text]
  return `# ${name}\n\n${text}\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| ${columns.join(' | ')} |\n`
}

/** Docs of two languages: from one state to the other a model comes, one goes, and `changing` more are another. */
export function docsOf(state: 'old' | 'new', changing = 1): Tree {
  const word = state === 'old' ? 'text' : 'number'
  const names = [...Array.from({ length: changing }, (_, index) => `Pet${index}`), 'Same']
  return new Map(
    (['one', 'two'] as const).flatMap((language): [string, string][] => [
      ...names.map((name): [string, string] => [
        `${language}/models/${name.toLowerCase()}.md`,
        page(name, words[language][name === 'Same' ? 'text' : word]),
      ]),
      [`${language}/models/${state}.md`, page(state === 'old' ? 'Old' : 'Fresh', words[language].text)],
    ]),
  )
}

const made: string[] = []
process.on('exit', () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** In memory where the system offers it: thousands of runs would otherwise wait for the disk. */
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder that is removed when the process ends, with some files. */
export function scratch(files: Tree = new Map()): string {
  const folder = realpathSync(mkdtempSync(join(base, 'codegen-robust-')))
  made.push(folder)
  chmodSync(folder, 0o755)
  putTree(folder, files)
  return folder
}

/** Writes files below a folder. */
export function putTree(folder: string, files: Tree): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** The files below a folder; none where there is no folder. */
export function treeOf(folder: string): Tree {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
  } catch {
    return new Map()
  }
}

const isOwn = (path: string): boolean => path === '.codegen-manifest.json' || isLitter(path)
const isLitter = (path: string): boolean => path === '.codegen-lock' || path.endsWith('.tmp')

/** The files that a finished run must not leave. */
export function litterOf(found: Tree): string[] {
  return [...found.keys()].filter(isLitter)
}

/** The files that are neither as they were nor as they shall be: torn, gone, or of nowhere. */
export function tornFiles(found: Tree, old: Tree, next: Tree): string[] {
  const paths = new Set([...found.keys(), ...old.keys(), ...next.keys()].filter((path) => !isOwn(path)))
  return [...paths].filter((path) => ![old.get(path), next.get(path)].includes(found.get(path)))
}

/** Whether two folders hold the same. */
export function isSameTree(one: Tree, other: Tree): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text)
}

/** The folders of the docs, from where a run works. */
export const docsFolders = ['docs/one', 'docs/two']

/** A run in this process over the docs in a folder: what the next process would do. */
export function runHere(
  cwd: string,
  { out = 'out', host = createNodeHost(), ...settings }: Partial<RunSettings> & { out?: string; host?: Host } = {},
): Promise<Report> {
  const options = resolveOptions({ cwd, base: cwd, folders: docsFolders, flags: { out, validators: [] }, config: {} })
  return run(options, host, { mode: 'write', patience: 0, ...settings })
}

/** The codes of the errors of a run. */
export function codesOf({ diagnostics }: Report): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}
