// Knows how to tell whether a printed file says what was meant: it is parsed by the compiler, not by what printed it.

import type { ts as TypeScript } from 'ts-morph'
import type { Doc, ListedName, Statement } from './statement.js'

/** What must be found in a file: for each statement, in order, its kind and the names, keys, values and tags in it. */
export type FilePlan = readonly string[]

/** The compiler, given because it is loaded only when something is emitted. */
export type Compiler = typeof TypeScript

/** What the statements of a file are meant to come out as. */
export function planFile(statements: readonly Statement[]): FilePlan {
  return statements.map((statement) => JSON.stringify(planStatement(statement)))
}

/**
 * Compares a printed file with its plan.
 * @returns the reason why it is not what was meant; undefined where it is
 */
export function verifyFile(
  ts: Compiler,
  file: { readonly path: string; readonly text: string },
  plan: FilePlan,
): string | undefined {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const fault = syntaxFault(ts, source)
  if (fault !== undefined) return `it does not parse: ${fault}`
  const found = source.statements.map((statement) => JSON.stringify(readStatement(ts, statement)))
  const length = Math.max(found.length, plan.length)
  const at = [...Array(length).keys()].find((index) => found[index] !== plan[index])
  if (at === undefined) return undefined
  return `statement ${at + 1} is ${found[at] ?? 'missing'}, planned was ${plan[at] ?? 'nothing'}`
}

/** The first fault of a text that was parsed; undefined where there is none. */
export function syntaxFault(ts: Compiler, source: TypeScript.SourceFile): string | undefined {
  if (!('parseDiagnostics' in source) || !Array.isArray(source.parseDiagnostics)) return undefined
  const [first]: readonly TypeScript.DiagnosticWithLocation[] = source.parseDiagnostics
  return first && ts.flattenDiagnosticMessageText(first.messageText, ' ')
}

function planStatement(statement: Statement): readonly unknown[] {
  switch (statement.kind) {
    case 'import':
      return ['import', statement.from, statement.all ?? '', ...statement.names.map(planName)]
    case 're-export':
      return ['re-export', statement.from, '', ...statement.names.map(planName)]
    case 'interface': {
      const index = statement.index === undefined ? [] : [['[key]', false, []]]
      const properties = statement.properties.map(({ name, optional, doc }) => [name, optional, planTags(doc)])
      return ['interface', statement.name, planTags(statement.doc), ...index, ...properties]
    }
    case 'alias':
      return ['alias', statement.name, planTags(statement.doc)]
    case 'const':
      return ['const', statement.name, planTags(statement.doc), ...(statement.entries ?? [])]
    case 'function': {
      const names = statement.parameters.map(({ name }) => name)
      return ['function', statement.name, planTags(statement.doc), ...names, statement.body.length]
    }
  }
}

function planName({ name, isType }: ListedName): readonly unknown[] {
  return [name, isType]
}

function planTags(doc: Doc | undefined): readonly string[] {
  return doc?.tags.map(({ name }) => name) ?? []
}

function readStatement(ts: Compiler, node: TypeScript.Statement): readonly unknown[] {
  if (ts.isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings
    const whole = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    const all = bindings !== undefined && ts.isNamespaceImport(bindings) ? bindings.name.text : ''
    const names = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : []
    return ['import', literalText(ts, node.moduleSpecifier), all, ...names.map((name) => readName(name, whole))]
  }
  if (ts.isExportDeclaration(node)) {
    const clause = node.exportClause
    const names = clause !== undefined && ts.isNamedExports(clause) ? clause.elements : []
    return [
      're-export',
      literalText(ts, node.moduleSpecifier),
      '',
      ...names.map((name) => readName(name, node.isTypeOnly)),
    ]
  }
  if (ts.isInterfaceDeclaration(node)) {
    return ['interface', node.name.text, readTags(ts, node), ...node.members.map((member) => readMember(ts, member))]
  }
  if (ts.isTypeAliasDeclaration(node)) return ['alias', node.name.text, readTags(ts, node)]
  if (ts.isFunctionDeclaration(node)) {
    const names = node.parameters.map(({ name }) => name.getText())
    return ['function', node.name?.text, readTags(ts, node), ...names, node.body?.statements.length]
  }
  const [declaration, ...more] = ts.isVariableStatement(node) ? node.declarationList.declarations : []
  if (declaration === undefined || more.length > 0) return [ts.SyntaxKind[node.kind]]
  return ['const', declaration.name.getText(), readTags(ts, node), ...readEntries(ts, declaration.initializer)]
}

function readName(name: TypeScript.ImportSpecifier | TypeScript.ExportSpecifier, whole: boolean): readonly unknown[] {
  return [name.name.text, whole || name.isTypeOnly]
}

function readMember(ts: Compiler, member: TypeScript.TypeElement): readonly unknown[] {
  if (ts.isIndexSignatureDeclaration(member)) return ['[key]', false, readTags(ts, member)]
  if (!ts.isPropertySignature(member)) return [ts.SyntaxKind[member.kind]]
  return [keyText(ts, member.name), member.questionToken !== undefined, readTags(ts, member)]
}

/** The entries of an object `{ … } as const`; none of any other value, whose plan lists none. */
function readEntries(ts: Compiler, value: TypeScript.Expression | undefined): readonly (readonly unknown[])[] {
  if (value === undefined || !ts.isAsExpression(value) || !ts.isObjectLiteralExpression(value.expression)) return []
  return value.expression.properties.map((property) =>
    ts.isPropertyAssignment(property)
      ? [ownKeyText(ts, property.name), constantText(ts, property.initializer)]
      : [ts.SyntaxKind[property.kind]],
  )
}

function constantText(ts: Compiler, value: TypeScript.Expression): string {
  return ts.isStringLiteral(value) ? JSON.stringify(value.text) : value.getText().replace(/^-\s+/, '-')
}

function keyText(ts: Compiler, name: TypeScript.PropertyName): string {
  if (ts.isComputedPropertyName(name)) return literalText(ts, name.expression)
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : ts.SyntaxKind[name.kind]
}

/** A key `__proto__` that is not computed is none: it sets the prototype. */
function ownKeyText(ts: Compiler, name: TypeScript.PropertyName): string {
  const key = keyText(ts, name)
  return key === '__proto__' && !ts.isComputedPropertyName(name) ? 'the prototype' : key
}

function literalText(ts: Compiler, node: TypeScript.Expression | undefined): string {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : ''
}

function readTags(ts: Compiler, node: TypeScript.Node): readonly string[] {
  return ts.getJSDocTags(node).map((tag) => tag.tagName.text)
}
