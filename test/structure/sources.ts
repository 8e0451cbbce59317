// Knows how the source files are read for the tests of their structure: each is parsed once.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** How a module is imported: for its values when it loads, for its types only, or later when a function asks for it. */
export type ImportKind = 'value' | 'type' | 'lazy'

/** One import, re-export, `import()` or `import()` type. */
export interface Import {
  readonly specifier: string
  readonly kind: ImportKind
  readonly line: number
}

/** A parsed source file; `path` is relative to `src`, with `/`. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

/** A source from its text; what the tests of the rules use for invented files. */
export function sourceOf(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return { path, text, lines, tree, imports: importsOf(tree) }
}

/** All files of `src`, sorted by path. */
export function readSources(): readonly Source[] {
  const folder = join(root, 'src')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
  return paths.map((path) => sourceOf(path, readFileSync(join(folder, path), 'utf8')))
}

/** The first part of a path below `src`: the layer; empty for the files of `src` itself. */
export function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : ''
}

/** The path below `src` that a relative specifier leads to, or undefined for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts')
}

/** Calls back for every node of a tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** The nodes of a source that a test accepts, in the order of the text. */
export function findNodes<T extends ts.Node>(source: Source, accepts: (node: ts.Node) => node is T): T[] {
  const found: T[] = []
  walk(source.tree, (node) => {
    if (accepts(node)) found.push(node)
  })
  return found
}

/** The 1-based line on which a node begins. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node, specifier: ts.Node | undefined, kind: ImportKind): void => {
    if (specifier !== undefined && ts.isStringLiteral(specifier)) {
      found.push({ specifier: specifier.text, kind, line: lineOf(tree, node) })
    }
  }
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, importKind(node))
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value')
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, 'type')
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], 'lazy')
    }
  })
  return found
}

function importKind(node: ts.ImportDeclaration): ImportKind {
  const clause = node.importClause
  if (clause === undefined) return 'value'
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return 'type'
  const named = clause.namedBindings
  const allTypes = named !== undefined && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly)
  return clause.name === undefined && allTypes ? 'type' : 'value'
}
