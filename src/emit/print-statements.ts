// Knows how statements are written as TypeScript, one form for each; how long lines are broken is decided when files are written.

import { docLine, docText, stringLiteral, typeKey } from './escape.js'
import type { Doc, ListedName, Statement } from './statement.js'
import { wrapText } from './wrap.js'

/** Prettier leaves comments as they are. With what stands before the text in a property, lines end at 100. */
const DOC_WIDTH = 95

/** Statements below each other: an empty line around each, but lists of one kind without any between them. */
export function printStatements(statements: readonly Statement[]): string {
  const texts = statements.map((statement, index) => {
    const before = statements[index - 1]
    const isList = statement.kind === 'import' || statement.kind === 're-export'
    const gap = before === undefined ? '' : isList && before.kind === statement.kind ? '\n' : '\n\n'
    return `${gap}${printStatement(statement)}`
  })
  return `${texts.join('')}\n`
}

function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'import': {
      const { names, all, areTypes, from } = statement
      if (all === undefined) return `import ${printNames(names)} from ${stringLiteral(from)};`
      return `import ${areTypes === true ? 'type ' : ''}* as ${all} from ${stringLiteral(from)};`
    }
    case 're-export':
      return `export ${printNames(statement.names)} from ${stringLiteral(statement.from)};`
    case 'interface': {
      const index = statement.index === undefined ? '' : `  [key: string]: ${statement.index};\n`
      const properties = statement.properties.map(({ name, optional, type, doc }) => {
        return `${printDoc(doc, '  ')}  ${typeKey(name)}${optional ? '?' : ''}: ${type};\n`
      })
      return `${printDoc(statement.doc)}export interface ${statement.name} {\n${index}${properties.join('')}}`
    }
    case 'alias':
      return `${printDoc(statement.doc)}export type ${statement.name} = ${hanging(statement.type)};`
    case 'const': {
      const { name, exported, type, value, doc } = statement
      const typed = type === undefined ? '' : `: ${type}`
      return `${printDoc(doc)}${exported ? 'export ' : ''}const ${name}${typed} = ${hanging(value)};`
    }
    case 'function': {
      const { name, exported, parameters, returns, body, doc } = statement
      const listed = parameters.map((parameter) => `${parameter.name}: ${parameter.type}`).join(', ')
      const lines = body.map((line) => `  ${hanging(line)}\n`)
      return `${printDoc(doc)}${exported ? 'export ' : ''}function ${name}(${listed}): ${returns} {\n${lines.join('')}}`
    }
  }
}

/** A list that holds nothing but types is marked as a whole, any other name by name. */
function printNames(names: readonly ListedName[]): string {
  const areTypes = names.length > 0 && names.every(({ isType }) => isType)
  const listed = names.map(({ name, isType }) => (isType && !areTypes ? `type ${name}` : name))
  return `${areTypes ? 'type ' : ''}{ ${listed.join(', ')} }`
}

/** Code whose further lines are set in. */
function hanging(code: string): string {
  return code.replaceAll('\n', '\n  ')
}

function printDoc(doc: Doc | undefined, indent = ''): string {
  if (doc === undefined) return ''
  const tags = doc.tags.map(({ name, text }) =>
    text === undefined ? `@${name}` : `@${name} ${docLine(text)}`.trimEnd(),
  )
  const lines = [wrapText(docText(doc.text), DOC_WIDTH), ...tags]
    .filter((part) => part !== '')
    .join('\n')
    .split('\n')
  if (lines.length === 1) return `${indent}/** ${lines[0] ?? ''} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}
