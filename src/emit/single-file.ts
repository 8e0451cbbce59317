// Knows how the files of each folder become one, and what that changes in them: imports, order, and names that only a file knows.

import { sortBy } from '../text/compare.js'
import { capitalize, joinWords, splitWords } from '../text/words.js'
import { componentsOf } from './cycles.js'
import { sortImports } from './imports.js'
import { importPath } from './names.js'
import type { ImportStatement, ListedName, ReExportStatement, SourceFile, Statement } from './statement.js'

type StatementFile = Extract<SourceFile, { readonly statements: unknown }>

/**
 * The files of each folder as one: `models/shared/a.ts` and `models/shared/b.ts` become `models.ts`. The code that they share
 * stays beside it, as `validators-runtime.ts`. What is used when a file is loaded stands before what uses it.
 */
export function mergeFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  const groups = new Map<string, StatementFile[]>()
  const codes: SourceFile[] = []
  for (const file of sortBy(files, ({ path }) => [path])) {
    const path = mergedPath(file.path)
    if ('code' in file) codes.push({ path, code: movedCode(file.code, file.path) })
    else groups.set(path, [...(groups.get(path) ?? []), file])
  }
  return [...codes, ...[...groups].map(([path, group]) => mergeGroup(path, group))]
}

/** Where the content of a file goes. */
function mergedPath(path: string): string {
  const [folder = '', ...rest] = path.split('/')
  if (rest.length === 0) return path
  return rest.join('/') === 'runtime.ts' ? `${folder}-runtime.ts` : `${folder}.ts`
}

function mergeGroup(path: string, files: readonly StatementFile[]): SourceFile {
  const ordered = inOrderOfUse(withOwnNames(files))
  const moved = ordered.flatMap((file) => file.statements.map((statement) => moveStatement(statement, file.path, path)))
  const present = moved.filter((statement) => statement !== undefined)
  const imports = present.filter((statement) => statement.kind === 'import')
  const exports = present.filter((statement) => statement.kind === 're-export')
  const others = present.filter(({ kind }) => kind !== 'import' && kind !== 're-export')
  return { path, statements: [...sortImports(mergeImports(imports)), ...others, ...mergeExports(exports)] }
}

/** The statement as it stands in another file; undefined where it only led to that file. */
function moveStatement(statement: Statement, from: string, to: string): Statement | undefined {
  if (statement.kind !== 'import' && statement.kind !== 're-export') return statement
  const target = targetOf(statement.from, from)
  if (target === undefined) return statement
  const moved = mergedPath(target)
  return moved === to ? undefined : { ...statement, from: importPath(to, moved.replace(/\.ts$/, '')) }
}

function movedCode(code: string, path: string): string {
  return code.replace(/(?<=\bfrom ")\.[^"]*(?=")/g, (specifier) => {
    const target = targetOf(specifier, path)
    return target === undefined ? specifier : importPath(mergedPath(path), mergedPath(target).replace(/\.ts$/, ''))
  })
}

/** The generated file that a module path leads to; undefined for a package. */
function targetOf(specifier: string, from: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.replace(/\.js$/, '.ts').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Files before those that import values of them; files that import each other use nothing of each other while they load. */
function inOrderOfUse(files: readonly StatementFile[]): readonly StatementFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const uses = files.map(({ path, statements }): [string, readonly string[]] => [
    path,
    statements.flatMap((statement) => {
      const isUse = statement.kind === 'import' && statement.names.some(({ isType }) => !isType)
      return isUse ? [targetOf(statement.from, path) ?? ''] : []
    }),
  ])
  return componentsOf(new Map(uses)).flatMap((paths) => [...paths].sort().flatMap((path) => byPath.get(path) ?? []))
}

/** Names that a file keeps to itself carry the name of the file where several files have them. */
function withOwnNames(files: readonly StatementFile[]): readonly StatementFile[] {
  const owners = new Map<string, number>()
  for (const file of files) for (const name of privateNames(file)) owners.set(name, (owners.get(name) ?? 0) + 1)
  const given = new Set<string>()
  return files.map((file) => {
    const renamed = new Map<string, string>()
    for (const name of privateNames(file).filter((own) => (owners.get(own) ?? 0) > 1)) {
      const words = splitWords(file.path.replace(/^.*\/|\.ts$/g, ''))
      const wished = `_${joinWords(words, 'camel')}${capitalize(name)}`.replace(/^_(?=[a-z])/, '')
      let own = wished
      for (let number = 2; given.has(own); number += 1) own = `${wished}${number}`
      given.add(own)
      renamed.set(name, own)
    }
    return renamed.size === 0 ? file : { ...file, statements: file.statements.map((one) => renameIn(one, renamed)) }
  })
}

function privateNames({ statements }: StatementFile): readonly string[] {
  return statements.flatMap((one) =>
    (one.kind === 'const' || one.kind === 'function') && !one.exported ? [one.name] : [],
  )
}

function renameIn(statement: Statement, names: ReadonlyMap<string, string>): Statement {
  const inCode = (code: string): string =>
    code.replace(/"(?:[^"\\]|\\.)*"?|(?<![.\w$])[A-Za-z_$][\w$]*(?![\w$]|:)/g, (token) => names.get(token) ?? token)
  if (statement.kind === 'const')
    return { ...statement, name: names.get(statement.name) ?? statement.name, value: inCode(statement.value) }
  if (statement.kind === 'function')
    return { ...statement, name: names.get(statement.name) ?? statement.name, body: statement.body.map(inCode) }
  return statement
}

function mergeImports(imports: readonly ImportStatement[]): readonly ImportStatement[] {
  const merged = new Map<string, ImportStatement>()
  for (const statement of imports) {
    const key = JSON.stringify([statement.from, statement.all])
    const before = merged.get(key)
    const names = mergeNames([...(before?.names ?? []), ...statement.names])
    const areTypes = statement.areTypes === true && (before === undefined || before.areTypes === true)
    merged.set(key, { ...statement, names, ...(statement.areTypes !== undefined && { areTypes }) })
  }
  return [...merged.values()]
}

/** Values and types apart, one statement for each module. */
function mergeExports(exports: readonly ReExportStatement[]): readonly ReExportStatement[] {
  const modules = [...new Set(exports.map(({ from }) => from))].sort()
  return modules.flatMap((from) => {
    const names = mergeNames(exports.flatMap((one) => (one.from === from ? one.names : [])))
    const lists = [names.filter(({ isType }) => !isType), names.filter(({ isType }) => isType)]
    return lists.flatMap((listed) => (listed.length === 0 ? [] : [{ kind: 're-export' as const, from, names: listed }]))
  })
}

/** Each name once, in order; as a value where it is needed as one. */
function mergeNames(names: readonly ListedName[]): readonly ListedName[] {
  const values = new Set(names.flatMap(({ name, isType }) => (isType ? [] : [name])))
  const distinct = [...new Set(names.map(({ name }) => name))]
  return sortBy(distinct, (name) => [name]).map((name) => ({ name, isType: !values.has(name) }))
}
