// Knows the house rules that one file can break by itself.

import ts from 'typescript'
import { findNodes, layerOf, lineOf, walk, type Source } from './sources.js'

/** A rule: its title, what it finds in a file, and an invented file in which it finds something. */
export interface StyleRule {
  readonly title: string
  readonly faults: (source: Source) => readonly string[]
  readonly bad: { readonly path?: string; readonly text: string; readonly found: readonly string[] }
}

const MAX_LINES = 300
const MAX_FUNCTION = 80
const MAX_PARAMETERS = 3

const suppressions = /@ts-|eslint-|oxlint-|biome-ignore|prettier-ignore|(?:v8|c8|istanbul) ignore/
const names = ['python', 'ruby', 'php', 'golang', 'csharp', 'java', 'c#']
const worldly = new Set(['process', 'console', 'fetch'])
const varying = /^(Date\.now|Math\.random|performance\.now|crypto\.randomUUID)$|\.(localeCompare|toLocale\w+)$|^Intl\b/

/** The rules in the order of the style card. */
export const styleRules: readonly StyleRule[] = [
  {
    title: 'the first line says what the file knows',
    faults: ({ text }) => (/^(?:#![^\n]*\n)?\/\/ Knows [^\n]{10,}[.:]/.test(text) ? [] : ['1']),
    bad: { text: 'export {}\n', found: ['1'] },
  },
  {
    title: `a file has at most ${MAX_LINES} lines`,
    faults: ({ lines }) => (lines > MAX_LINES ? [`${lines} lines`] : []),
    bad: { text: '\n'.repeat(301), found: ['301 lines'] },
  },
  {
    title: `a function has at most ${MAX_FUNCTION} lines`,
    faults: (source) => functions(source).flatMap((node) => overlong(source, node)),
    bad: { text: `export function f() {\n${'\n'.repeat(79)}}\n`, found: ['1: 81 lines'] },
  },
  {
    title: `a function has at most ${MAX_PARAMETERS} parameters`,
    faults: (source) =>
      functions(source)
        .filter((node) => node.parameters.length > MAX_PARAMETERS)
        .map((node) => `${lineOf(source.tree, node)}`),
    bad: { text: 'const f = (a, b, c, d) => a\n', found: ['1'] },
  },
  {
    title: 'no default export and no `export *`',
    faults: (source) => source.tree.statements.filter(opensDoor).map((node) => `${lineOf(source.tree, node)}`),
    bad: { text: "export * from './a.js'\nexport default 1\nexport default function f() {}\n", found: ['1', '2', '3'] },
  },
  {
    title: 'no `any`',
    faults: (source) => linesOf(source, (node) => node.kind === ts.SyntaxKind.AnyKeyword),
    bad: { text: 'let a: any\nfunction f(b: any[]): unknown {}\n', found: ['1', '2'] },
  },
  {
    title: 'no `!` that asserts',
    faults: (source) => linesOf(source, asserts),
    bad: { text: 'a!.b\nlet c!: string\nclass D { e!: string }\n', found: ['1', '2', '3'] },
  },
  {
    title: 'no suppression of a check',
    faults: (source) => comments(source).flatMap(({ line, text }) => (suppressions.test(text) ? [`${line}`] : [])),
    bad: { text: '// @ts-expect-error\na()\n/* eslint-disable */\n', found: ['1', '3'] },
  },
  {
    title: 'no unfinished work in comments',
    faults: (source) =>
      comments(source).flatMap(({ line, text }) => (/\b(TODO|FIXME|XXX|HACK)\b/.test(text) ? [`${line}`] : [])),
    bad: { text: 'a() // TODO\n', found: ['1'] },
  },
  {
    title: 'every export has a doc comment',
    faults: (source) => source.tree.statements.flatMap((node) => undocumented(source, node)),
    bad: {
      text: '/** A. */\nexport const a = 1\nexport const b = 2\nexport function c() {}\nexport type D = 1\nexport { a as e }\n',
      found: ['3: b', '4: c', '5: D'],
    },
  },
  {
    title: 'no language is named outside of dialects/',
    faults: (source) => (layerOf(source.path) === 'dialects' ? [] : languageFaults(source)),
    bad: {
      path: 'drift/a.ts',
      text: "const pythonCase = 1\nconst a = 'ruby'\n`${a} of PHP`\n// python\nconst b = 'docs/python'\nconst c = 'typescript'\nconst d = 'TypeScript, NO_TYPESCRIPT'\n",
      found: ['1: pythonCase', '2: ruby', '3:  of PHP', '6: typescript'],
    },
  },
  {
    title: 'the file name says what is in it',
    faults: ({ path }) => {
      const parts = path.replace(/(\.d)?\.ts$/, '').split('/')
      const vague = parts.filter((part) => /^(utils?|helpers?|common|misc)$/.test(part))
      const shape = parts.filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part))
      const index = path.endsWith('/index.ts') && !/^(dialects|emit)\/index\.ts$/.test(path) ? ['index'] : []
      return [...vague, ...shape, ...index]
    },
    bad: { path: 'text/utils/parsePage.ts', text: '', found: ['utils', 'parsePage'] },
  },
  {
    title: 'nothing hidden in a module: no `let`, no empty collection, at its top level',
    faults: (source) => source.tree.statements.filter(isState).map((node) => `${lineOf(source.tree, node)}`),
    bad: { text: 'let a = 1\nconst b = new Map()\nconst c = new Set([1])\nconst d = []\n', found: ['1', '2', '4'] },
  },
  {
    title: 'only cli/ touches the world',
    faults: (source) => (/^cli(\/|\.ts$)/.test(source.path) ? [] : linesOf(source, touchesWorld)),
    bad: {
      text: 'console.log(1)\nexport const a = process.env\nconst b = { process: 1 }\nb.process\n',
      found: ['1', '2'],
    },
  },
  {
    title: 'text is escaped in the one file of its sink',
    faults: (source) =>
      source.path in escapers || /^(?:markdown|dialects)\//.test(source.path) ? [] : linesOf(source, writesEscape),
    bad: {
      path: 'drift/a.ts',
      text: "a.replace(/</g, '&lt;')\na.replaceAll('|', '\\\\|')\n`\\\\u{${a}}`\n'%0A'\n'a|b'\n",
      found: ['1', '2', '3', '4'],
    },
  },
  {
    title: 'no text is put between quotes by hand where code is emitted',
    faults: (source) => (layerOf(source.path) === 'emit' ? linesOf(source, quotesByHand) : []),
    bad: { path: 'emit/a.ts', text: 'a = `"${b}"`\nc = `${d}`\ne = `f(\'${g}\', "${h}")`\n', found: ['1', '3'] },
  },
  {
    title: 'only text/paths.ts knows how paths are written down',
    faults: (source) => (source.path === 'text/paths.ts' ? [] : linesOf(source, writesPaths)),
    bad: {
      text: "import { join, relative } from 'node:path'\nimport { sep } from 'node:path'\na.split('\\\\').join('/')\n",
      found: ['1', '2', '3'],
    },
  },
  {
    title: 'nothing that differs from run to run or from place to place',
    faults: (source) => (/^cli(\/|\.ts$)/.test(source.path) ? [] : linesOf(source, varies)),
    bad: { text: 'Math.random()\nnew Date()\na.localeCompare(b)\nnew Intl.Collator()\n', found: ['1', '2', '3', '4'] },
  },
]

/** How many type assertions a file has, `as const` not counted. */
export function assertions(source: Source): number {
  return findNodes(source, isAssertion).length
}

function isAssertion(node: ts.Node): node is ts.AssertionExpression {
  return ts.isAssertionExpression(node) && !ts.isConstTypeReference(node.type)
}

function functions(source: Source): ts.SignatureDeclaration[] {
  return findNodes(source, (node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node) && 'body' in node)
}

function overlong(source: Source, node: ts.Node): string[] {
  const first = lineOf(source.tree, node)
  const last = source.tree.getLineAndCharacterOfPosition(node.end).line + 1
  return last - first + 1 > MAX_FUNCTION ? [`${first}: ${last - first + 1} lines`] : []
}

function opensDoor(node: ts.Statement): boolean {
  if (ts.isExportDeclaration(node)) return node.exportClause === undefined
  if (ts.isExportAssignment(node)) return true
  return hasModifier(node, ts.SyntaxKind.DefaultKeyword)
}

function asserts(node: ts.Node): boolean {
  const definite = ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)
  return ts.isNonNullExpression(node) || (definite && node.exclamationToken !== undefined)
}

function undocumented(source: Source, node: ts.Statement): string[] {
  if (!hasModifier(node, ts.SyntaxKind.ExportKeyword) || ts.getJSDocCommentsAndTags(node).length > 0) return []
  const declared = ts.isVariableStatement(node) ? [...node.declarationList.declarations] : [node]
  return declared.map((one) => `${lineOf(source.tree, node)}: ${nameOf(one)}`)
}

function nameOf(node: ts.Node): string {
  const name = ts.getNameOfDeclaration(node as ts.Declaration)
  return name === undefined ? '?' : name.getText()
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
}

function isState(node: ts.Statement): boolean {
  if (!ts.isVariableStatement(node)) return false
  if ((node.declarationList.flags & ts.NodeFlags.Const) === 0) return true
  return node.declarationList.declarations.some(({ initializer }) => initializer !== undefined && isEmpty(initializer))
}

function isEmpty(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0
  return ts.isNewExpression(node) && /^(Weak)?(Map|Set)$/.test(node.expression.getText()) && !node.arguments?.length
}

function touchesWorld(node: ts.Node): boolean {
  return ts.isIdentifier(node) && worldly.has(node.text) && isReference(node)
}

function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return !('name' in parent && parent.name === node) && !ts.isPropertyAssignment(parent)
}

/** The files that escape text, each for a sink of its own. What reads and writes the notation of docs has `markdown/` and `dialects/` to itself. */
const escapers: { readonly [path: string]: string } = {
  'text/unit-escapes.ts': 'regular expressions, and the form of escapes in JSON',
  'text/json-text.ts': 'JSON, and JSON in a script',
  'emit/escape.ts': 'TypeScript: literals, keys, comments, names of files',
  'drift/escape.ts': 'Markdown',
  'drift/escape-machine.ts': 'SARIF, addresses, commands of workflows, XML',
  'drift/patch/unified-diff.ts': 'names of files in a patch',
  'diagnostics/frame.ts': 'terminals',
  'cli/terminal.ts': 'lines of a log',
  'cli/summary-view.ts': 'shells',
  'write/layout/settings.ts': 'the quotes of a literal that is laid out anew',
}

/** What begins an escape: of HTML and XML, of JSON and scripts, of addresses and commands, of Markdown and patterns. */
const escape = /&(?:#|(?:lt|gt|amp|quot|apos);)|\\u|%(?:0[AD]|25|3A|2C)|\\\$|^\\.$/

function writesEscape(node: ts.Node): boolean {
  return (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) && escape.test(node.text)
}

function quotesByHand(node: ts.Node): boolean {
  if (!ts.isTemplateExpression(node)) return false
  return node.templateSpans.some(({ literal }, index) => {
    const before = index === 0 ? node.head : node.templateSpans[index - 1]?.literal
    return /["']$/.test(before?.text ?? '') && /^["']/.test(literal.text)
  })
}

/** Whether it has the separator of this system, or takes a backslash for one. */
function writesPaths(node: ts.Node): boolean {
  if (ts.isImportSpecifier(node)) return /^(?:relative|sep)$/.test((node.propertyName ?? node.name).text)
  return ts.isCallExpression(node) && /\.split\(['"]\\\\['"]\)$/.test(node.getText())
}

function varies(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /^(Date$|Intl\b)/.test(node.expression.getText())
  return ts.isPropertyAccessExpression(node) && varying.test(node.getText())
}

/**
 * Names of languages in literals and identifiers, in any case. TypeScript is named so only where it is the id of a language,
 * in lower case, and may be named where it is written or formatted. The name after `docs/` is an example of a folder;
 * comments may name what they explain.
 */
function languageFaults(source: Source): string[] {
  const writes = /^(emit\/|write\/format\.ts$)/.test(source.path)
  return findNodes(source, isNaming).flatMap((node) => {
    const words = node.text
      .replace(/\bdocs\/[a-z]+/g, '')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .split(/[^A-Za-z0-9#]+/)
    const named = words.some((word) => names.includes(word.toLowerCase()) || (!writes && word === 'typescript'))
    return named ? [`${lineOf(source.tree, node)}: ${node.text}`] : []
  })
}

function isNaming(node: ts.Node): node is ts.Identifier | ts.StringLiteral | ts.TemplateLiteralToken {
  if (ts.isStringLiteral(node)) return !ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent)
  return ts.isIdentifier(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || isPlain(node)
}

function isPlain(node: ts.Node): node is ts.NoSubstitutionTemplateLiteral {
  return ts.isNoSubstitutionTemplateLiteral(node)
}

function linesOf(source: Source, test: (node: ts.Node) => boolean): string[] {
  const found = new Set<string>()
  walk(source.tree, (node) => {
    if (test(node)) found.add(`${lineOf(source.tree, node)}`)
  })
  return [...found]
}

function comments(source: Source): { readonly line: number; readonly text: string }[] {
  const found = new Map<number, string>()
  const take = (range: ts.CommentRange): void => {
    found.set(range.pos, source.text.slice(range.pos, range.end))
  }
  walk(source.tree, (node) => {
    for (const range of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []) take(range)
    for (const range of ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []) take(range)
  })
  return [...found].map(([pos, text]) => ({ line: source.tree.getLineAndCharacterOfPosition(pos).line + 1, text }))
}
