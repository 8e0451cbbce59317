// Knows how statements are read, with the comments above them and the empty lines between them.

import { readExpression, readKey } from './read-expression.js'
import { readReturnType, readType } from './read-type.js'
import { OtherSyntax, type Comments, type Member, type Parameter, type Statement } from './syntax.js'
import type { Reader } from './tokens.js'

/** Reads statements up to the end of the text. */
export function readFile(reader: Reader): readonly Statement[] {
  const statements: Statement[] = []
  while (reader.peek().kind !== 'end') statements.push(readStatement(reader))
  return statements
}

/** Reads statements between braces. */
function readBody(reader: Reader): readonly Statement[] {
  const statements: Statement[] = []
  reader.expect('{')
  if (reader.peek().above > 1) throw new OtherSyntax('an empty line at the top of a function')
  while (!reader.take('}')) statements.push(readStatement(reader))
  return statements
}

function readStatement(reader: Reader): Statement {
  const comments = readComments(reader)
  const statement = readBare(reader)
  const isApart = reader.peek().above > 1 && reader.peek().kind !== 'end'
  return { comments, isApart, ...statement }
}

/** Comments that stand on lines of their own. Those about types of a file without types would be told apart by prettier. */
function readComments(reader: Reader): Comments {
  const comments: { text: string; below: number }[] = []
  while (reader.peek().kind === 'comment') {
    const { text, above } = reader.next()
    const below = reader.peek().above
    if (above === 0 || below === 0 || /prettier-ignore/.test(text))
      throw new OtherSyntax('a comment beside code, or one that prettier obeys')
    comments.push({ text, below })
  }
  return comments
}

type Bare = Statement extends infer S ? (S extends Statement ? Omit<S, 'comments' | 'isApart'> : never) : never

function readBare(reader: Reader): Bare {
  const first = reader.peek().text
  const second = reader.peek(1).text
  if (first === 'import' || (first === 'export' && (second === '{' || reader.peek(2).text === '{')))
    if (second !== 'interface') return readList(reader)
  const head = reader.take('export') ? 'export ' : ''
  switch (reader.peek().text) {
    case 'interface':
      return readInterface(reader, head)
    case 'type':
      return readAlias(reader, head)
    case 'const':
      return readConst(reader, head)
    case 'function':
      return readFunction(reader, head)
    default:
      if (head !== '') throw new OtherSyntax(`export ${reader.peek().text}`)
      return readInner(reader)
  }
}

/** Statements that stand in functions only. */
function readInner(reader: Reader): Bare {
  if (reader.take('return')) {
    if (reader.take(';')) return { kind: 'return' }
    if (reader.peek().above > 0) throw new OtherSyntax('a value on the line below return')
    return { kind: 'return', value: ended(reader, () => readExpression(reader, readBody)) }
  }
  if (reader.take('if')) {
    reader.expect('(')
    const test = readExpression(reader, readBody)
    reader.expect(')')
    const body = readStatement(reader)
    if (reader.peek().text === 'else') throw new OtherSyntax('else')
    return { kind: 'if', test, body: alone(body) }
  }
  if (reader.take('for')) {
    reader.expect('(')
    reader.expect('const')
    const name = reader.word()
    const word = reader.take('of') ? 'of' : 'in'
    if (word === 'in') reader.expect('in')
    const value = readExpression(reader, readBody)
    reader.expect(')')
    return { kind: 'for', name, word, value, body: alone(readStatement(reader)) }
  }
  const { text } = reader.peek()
  if (!/^[A-Za-z]/.test(text) || /^(?:while|do|switch|try|throw|let|var|class|async|else)$/.test(text))
    throw new OtherSyntax(text)
  return { kind: 'expression', value: ended(reader, () => readExpression(reader, readBody)) }
}

/** A statement inside of another one: one without comments. */
function alone(statement: Statement): Statement {
  if (statement.comments.length > 0) throw new OtherSyntax('a comment inside of a statement')
  return statement
}

function readList(reader: Reader): Bare {
  let head = reader.next().text
  if (reader.peek().text === 'type') head += ` ${reader.next().text}`
  if (reader.take('{')) {
    const names: string[] = []
    while (!reader.take('}')) {
      const isType = reader.peek().text === 'type' && reader.peek(1).kind === 'word'
      if (isType) reader.next()
      names.push(`${isType ? 'type ' : ''}${reader.word()}`)
      if (!reader.take(',') && reader.peek().text !== '}') throw new OtherSyntax(`${reader.peek().text} in a list`)
    }
    const from = reader.take('from') ? reader.next().text : undefined
    reader.expect(';')
    return { kind: 'list', head, names, ...(from !== undefined && { from }) }
  }
  if (reader.next().text !== '*') throw new OtherSyntax('an import of another form')
  reader.expect('as')
  const name = reader.word()
  reader.expect('from')
  return { kind: 'all', head: `${head} * as ${name}`, from: ended(reader, () => reader.next().text) }
}

function readInterface(reader: Reader, head: string): Bare {
  reader.expect('interface')
  const name = besides(reader)
  reader.expect('{')
  const members: Member[] = []
  while (!reader.take('}')) members.push(readMember(reader))
  return { kind: 'interface', head: `${head}interface ${name}`, members }
}

function readMember(reader: Reader): Member {
  if (reader.peek().above > 1) throw new OtherSyntax('an empty line in an interface')
  const comments = readComments(reader)
  if (comments.some(({ below }) => below > 1)) throw new OtherSyntax('an empty line in an interface')
  if (reader.peek().text === '[' && reader.peek(1).text === 'key') {
    for (const sign of ['[', 'key', ':', 'string', ']', ':']) reader.expect(sign)
    const key = { kind: 'parameter', text: 'key: string' } as const
    return { comments, key, isOptional: false, type: ended(reader, () => readType(reader)) }
  }
  const key = readKey(reader)
  const isOptional = reader.take('?')
  reader.expect(':')
  return { comments, key, isOptional, type: ended(reader, () => readType(reader)) }
}

/** A name on the line of the word before it, which is a name itself where the line ends. */
function besides(reader: Reader): string {
  if (reader.peek().above > 0) throw new OtherSyntax('a name on a line of its own')
  return reader.word()
}

function readAlias(reader: Reader, head: string): Bare {
  reader.expect('type')
  const name = besides(reader)
  reader.expect('=')
  return { kind: 'alias', head: `${head}type ${name}`, type: ended(reader, () => readType(reader)) }
}

function readConst(reader: Reader, head: string): Bare {
  reader.expect('const')
  const name = reader.word()
  const type = reader.take(':') ? readType(reader) : undefined
  reader.expect('=')
  const value = ended(reader, () => readExpression(reader, readBody))
  return { kind: 'const', head: `${head}const ${name}`, ...(type !== undefined && { type }), value }
}

function readFunction(reader: Reader, head: string): Bare {
  reader.expect('function')
  const name = reader.word()
  reader.expect('(')
  const parameters: Parameter[] = []
  while (!reader.take(')')) {
    const parameter = reader.word()
    reader.expect(':')
    parameters.push({ name: parameter, type: readType(reader) })
    if (!reader.take(',') && reader.peek().text !== ')') throw new OtherSyntax(`${reader.peek().text} in parameters`)
  }
  const returns = reader.take(':') ? readReturnType(reader) : undefined
  const body = readBody(reader)
  return { kind: 'function', head: `${head}function ${name}`, parameters, ...(returns && { returns }), body }
}

function ended<T>(reader: Reader, read: () => T): T {
  const value = read()
  reader.expect(';')
  return value
}
