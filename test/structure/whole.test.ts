// Knows the rules of the repository as a whole: diagnostics in use, public names, no path of anyone's machine.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { catalog } from '../../src/diagnostics/catalog.js'
import { rules } from '../../src/reconcile/rules.js'
import { findNodes, readSources, root, sourceOf, type Source } from './sources.js'

const sources = readSources()
const PUBLIC_NAMES = 20
const privatePaths = /\/work\/(?:main|shared)\b|\/(?:home|Users)\/[a-z][\w.-]*\/|[A-Za-z]:\\Users\\[A-Za-z]/

describe('what the catalogues name is in use', () => {
  test('every diagnostic', () => {
    const used = literals(sources.filter(({ path }) => path !== 'diagnostics/catalog.ts'))
    expect(Object.keys(catalog).filter((code) => !used.has(code))).toEqual([])
  })

  test('every rule', () => {
    const given = sources.filter(({ path }) => path.startsWith('reconcile/') && path !== 'reconcile/rules.ts')
    const used = literals(given)
    expect(Object.keys(rules).filter((rule) => !used.has(rule))).toEqual([])
  })
})

describe('the public names', () => {
  test(`are at most ${PUBLIC_NAMES}`, () => {
    const index = sources.find(({ path }) => path === 'index.ts')
    expect(index, 'src/index.ts').toBeDefined()
    expect(index === undefined ? [] : publicNames(index)).toSatisfy((names: string[]) => names.length <= PUBLIC_NAMES)
  })

  test('are counted whatever their form', () => {
    const text = "export { a, type B } from './a.js'\nexport type { C } from './c.js'\nexport const d = 1, e = 2\n"
    expect(publicNames(sourceOf('index.ts', `${text}export function f() {}\nconst g = 1\n`))).toEqual([
      'a',
      'B',
      'C',
      'd',
      'e',
      'f',
    ])
  })
})

describe('no path of a machine', () => {
  test('in any tracked file', () => {
    const list = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
    const files = list.split('\n').filter((file) => file !== '')
    expect(files.length).toBeGreaterThan(10)
    expect(files.flatMap((file) => machinePaths(file, textOf(file)))).toEqual([])
  })

  test.each([
    ['/work', '/main/src'],
    ['cd /home', '/someone/project'],
    ['/Users', '/someone/x'],
    ['C:\\', 'Users\\x'],
  ])('is found: %s…', (start, end) => {
    expect(machinePaths('a.md', `one\n${start}${end}\n`)).toEqual(['a.md:2'])
  })
})

function literals(given: readonly Source[]): ReadonlySet<string> {
  return new Set(given.flatMap((source) => findNodes(source, ts.isStringLiteralLike).map(({ text }) => text)))
}

function publicNames(index: Source): string[] {
  return index.tree.statements.flatMap((node) => {
    if (ts.isExportDeclaration(node)) {
      const clause = node.exportClause
      return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : ['*']
    }
    const exported =
      ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (exported !== true) return []
    if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText())
    return [ts.isFunctionDeclaration(node) ? (node.name?.text ?? '?') : node.getText().slice(0, 40)]
  })
}

function machinePaths(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => (privatePaths.test(line) ? [`${file}:${index + 1}`] : []))
}

/** Empty for a file that was deleted but not yet committed as such. */
function textOf(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return ''
  }
}
