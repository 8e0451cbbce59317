// Knows whether code that was laid out anew is still the same code: both texts are parsed, and their trees compared.

import type { ts as TypeScript } from 'ts-morph'
import { syntaxFault, type Compiler } from './verify.js'

/**
 * What a text says otherwise than another whose layout it changes; undefined where nothing. Blanks, quotes, parentheses and signs
 * that only separate may differ, and so may comments.
 */
export async function codeDifference(before: string, after: string): Promise<string | undefined> {
  const { ts } = await import('ts-morph')
  const source = parse(ts, after)
  const fault = syntaxFault(ts, source)
  if (fault !== undefined) return `it does not parse any more: ${fault}`
  const [wanted, found] = [outline(ts, parse(ts, before)), outline(ts, source)]
  const at = found.findIndex((line, index) => line !== wanted[index])
  if (at === -1 && found.length === wanted.length) return undefined
  return `its layout makes it say ${found[at] ?? 'nothing'} instead of ${wanted[at] ?? 'something'}`
}

function parse(ts: Compiler, text: string): TypeScript.SourceFile {
  return ts.createSourceFile('laid-out.ts', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS)
}

/** What each node is and, where it is a name, a constant or an operation, which one; parts stand behind what they are parts of. */
function outline(ts: Compiler, root: TypeScript.Node): string[] {
  const lines: string[] = []
  const todo: { readonly node: TypeScript.Node; readonly isKey: boolean }[] = [{ node: root, isKey: false }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node, isKey } = next
    const parts: TypeScript.Node[] = []
    ts.forEachChild(node, (part) => {
      if (!ts.isEmptyStatement(part)) parts.push(part)
    })
    if (!ts.isParenthesizedExpression(node) && !ts.isParenthesizedTypeNode(node))
      lines.push(`${isKey ? 'key' : ts.SyntaxKind[node.kind]} ${valueOf(ts, node)} of ${parts.length}`)
    todo.push(...parts.toReversed().map((part) => ({ node: part, isKey: isKeyOf(ts, node, part) })))
  }
  return lines
}

/** A key is the same with quotes and without. */
function isKeyOf(ts: Compiler, node: TypeScript.Node, part: TypeScript.Node): boolean {
  const holdsKey = ts.isTypeElement(node) || ts.isObjectLiteralElement(node) || ts.isClassElement(node)
  return holdsKey && node.name === part && (ts.isIdentifier(part) || ts.isStringLiteral(part))
}

/** Where a node holds what is no part of it. */
const VALUES = ['text', 'operator', 'isTypeOnly', 'isExportEquals'] as const

function valueOf(ts: Compiler, node: TypeScript.Node): string {
  if (ts.isSourceFile(node)) return ''
  if (ts.isVariableDeclarationList(node)) return String(node.flags & ts.NodeFlags.BlockScoped)
  const values: unknown[] = VALUES.map((key) => Reflect.get(node, key))
  return values.flatMap((value) => (value === undefined ? [] : JSON.stringify(value))).join(' ')
}
