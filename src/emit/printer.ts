// Knows how statements become the text of a TypeScript file: the only place that knows ts-morph.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { sortBy } from '../text/compare.js'
import type { EmitInput, EmittedFile, Emitted } from './emitter.js'
import { docLine, docText, lineComments, typeKey } from './escape.js'
import { mergeFiles } from './single-file.js'
import type { Doc, ListedName, SourceFile, Statement } from './statement.js'
import { planFile, verifyFile } from './verify.js'
import { wrapText } from './wrap.js'

type TsMorph = typeof import('ts-morph')
type Structure = import('ts-morph').StatementStructures
type DocStructure = import('ts-morph').OptionalKind<import('ts-morph').JSDocStructure>

/** Prettier leaves comments as they are. With what stands before the text in a property, lines end at 100. */
const DOC_WIDTH = 95
const LAYOUT = { indentNumberOfSpaces: 2, newLine: '\n' } as const

/**
 * Prints files, in the order of their paths; those of each folder as one where the layout asks for it. A file that does not
 * parse back to its statements is left out, with a `CG602`.
 */
export async function printFiles(
  files: readonly SourceFile[],
  { header, layout }: Pick<EmitInput, 'header' | 'layout'>,
): Promise<Emitted> {
  const morph = await import('ts-morph')
  const laid = layout === 'single-file' ? mergeFiles(files) : files
  const printed = sortBy(laid, ({ path }) => [path]).map((file) => printFile(morph, file, header))
  return {
    files: printed.flatMap((result) => ('text' in result ? [result] : [])),
    diagnostics: printed.flatMap((result) => ('text' in result ? [] : [result])),
  }
}

function printFile(morph: TsMorph, file: SourceFile, header: readonly string[]): EmittedFile | Diagnostic {
  const { path } = file
  const comment = header.length === 0 ? '' : `${lineComments(header)}\n\n`
  if ('code' in file) return { path, text: comment + file.code }
  // Without any statement it would be no module.
  if (file.statements.length === 0) return { path, text: `${comment}export {};\n` }
  const statements = spaced(file.statements.map((statement) => structureOf(morph, statement)))
  const text = comment + morph.printStructure({ kind: morph.StructureKind.SourceFile, statements }, LAYOUT)
  const reason = verifyFile(morph.ts, { path, text }, planFile(file.statements))
  return reason === undefined ? { path, text } : problem('CG602', { path, reason })
}

/** ts-morph puts blank lines around what has a body; readers expect one around every declaration. */
function spaced(structures: readonly Structure[]): Structure[] {
  return structures.map((structure, index) => {
    const before = structures[index - 1]
    if (before === undefined || hasBody(before) || hasBody(structure)) return structure
    const isList = 'moduleSpecifier' in structure && structure.kind === before.kind
    return isList ? structure : { ...structure, leadingTrivia: '\n' }
  })
}

function hasBody(structure: Structure): boolean {
  return 'properties' in structure || 'parameters' in structure
}

function structureOf({ StructureKind, VariableDeclarationKind }: TsMorph, statement: Statement): Structure {
  switch (statement.kind) {
    case 'import': {
      const { list, isTypeOnly } = listOf(statement.names)
      const bindings =
        statement.all === undefined
          ? { namedImports: list, isTypeOnly }
          : { namespaceImport: statement.all, isTypeOnly: statement.areTypes === true }
      return { kind: StructureKind.ImportDeclaration, moduleSpecifier: statement.from, ...bindings }
    }
    case 're-export': {
      const { list, isTypeOnly } = listOf(statement.names)
      return { kind: StructureKind.ExportDeclaration, moduleSpecifier: statement.from, isTypeOnly, namedExports: list }
    }
    case 'interface':
      return {
        kind: StructureKind.Interface,
        name: statement.name,
        isExported: true,
        docs: docsOf(statement.doc),
        indexSignatures:
          statement.index === undefined ? [] : [{ keyName: 'key', keyType: 'string', returnType: statement.index }],
        properties: statement.properties.map(({ name, optional, type, doc }) => ({
          name: typeKey(name),
          hasQuestionToken: optional,
          type,
          docs: docsOf(doc),
        })),
      }
    case 'alias':
      return {
        kind: StructureKind.TypeAlias,
        name: statement.name,
        isExported: true,
        docs: docsOf(statement.doc),
        type: statement.type,
      }
    case 'const':
      return {
        kind: StructureKind.VariableStatement,
        isExported: statement.exported,
        declarationKind: VariableDeclarationKind.Const,
        docs: docsOf(statement.doc),
        declarations: [
          {
            name: statement.name,
            ...(statement.type !== undefined && { type: statement.type }),
            initializer: statement.value,
          },
        ],
      }
    case 'function':
      return {
        kind: StructureKind.Function,
        name: statement.name,
        isExported: statement.exported,
        docs: docsOf(statement.doc),
        parameters: statement.parameters.map(({ name, type }) => ({ name, type })),
        returnType: statement.returns,
        statements: [...statement.body],
      }
  }
}

/** A list that holds nothing but types is marked as a whole, any other name by name. */
function listOf(names: readonly ListedName[]): { list: { name: string; isTypeOnly: boolean }[]; isTypeOnly: boolean } {
  const isTypeOnly = names.length > 0 && names.every(({ isType }) => isType)
  return { list: names.map(({ name, isType }) => ({ name, isTypeOnly: isType && !isTypeOnly })), isTypeOnly }
}

/** Tags are part of the description: after a text with an odd back-tick ts-morph would put them on the same line. */
function docsOf(doc: Doc | undefined): DocStructure[] {
  if (doc === undefined) return []
  const tags = doc.tags.map(({ name, text }) =>
    text === undefined ? `@${name}` : `@${name} ${docLine(text)}`.trimEnd(),
  )
  const description = [wrapText(docText(doc.text), DOC_WIDTH), ...tags].filter((part) => part !== '').join('\n')
  return [{ description: description.includes('\n') ? `\n${description}` : description }]
}
