// Knows how an expression is read: which operators there are, and which of them bind tighter.

import { readType, readTypeArguments } from './read-type.js'
import { OtherSyntax, type Expression, type Key, type Parameter, type Property, type Statement } from './syntax.js'
import { isReserved, plainNumber, type Reader } from './tokens.js'

/** How tight each operator binds. */
export const precedence: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '===': 4,
  '!==': 4,
  in: 5,
  instanceof: 5,
}

/** What reads the body of a getter, which consists of statements. */
export type ReadBody = (reader: Reader) => readonly Statement[]

/** Reads an expression. */
export function readExpression(reader: Reader, readBody: ReadBody): Expression {
  const value = readBinary(reader, readBody, 1)
  if (!reader.take('?')) return typed(reader, value)
  const yes = readExpression(reader, readBody)
  reader.expect(':')
  return { kind: 'choice', test: value, yes, no: readExpression(reader, readBody) }
}

function typed(reader: Reader, value: Expression): Expression {
  for (const word of ['as', 'satisfies'] as const)
    if (reader.peek().above === 0 && reader.take(word)) {
      const type = word === 'as' && reader.take('const') ? ({ kind: 'word', text: 'const' } as const) : readType(reader)
      return typed(reader, { kind: 'typed', word, value, type })
    }
  return value
}

function readBinary(reader: Reader, readBody: ReadBody, least: number): Expression {
  let left = readUnary(reader, readBody)
  for (;;) {
    const { kind, text } = reader.peek()
    const own = kind === 'string' ? undefined : precedence[text]
    if (own === undefined || own < least) return left
    reader.next()
    left = { kind: 'binary', operator: text, left, right: readBinary(reader, readBody, own + 1) }
  }
}

function readUnary(reader: Reader, readBody: ReadBody): Expression {
  const { kind, text } = reader.peek()
  if (kind === 'comment' && /^\/\* [^\n]* \*\/$/.test(text)) {
    reader.next()
    return { kind: 'noted', comment: text, value: readUnary(reader, readBody) }
  }
  for (const operator of ['!', 'typeof', '-'])
    if (reader.take(operator)) return { kind: 'unary', operator, value: readUnary(reader, readBody) }
  return readPostfix(reader, readBody)
}

function readPostfix(reader: Reader, readBody: ReadBody): Expression {
  const isNew = reader.take('new')
  let value = readBare(reader, readBody)
  let isMade = !isNew
  for (;;) {
    if (reader.take('.')) value = { kind: 'member', object: value, name: reader.lookup() }
    else if (reader.take('[')) {
      value = { kind: 'index', object: value, index: readExpression(reader, readBody) }
      reader.expect(']')
    } else if (reader.peek().text === '(' || (reader.peek().text === '<' && isTypeArguments(reader))) {
      const types = readTypeArguments(reader)
      reader.expect('(')
      value = { kind: 'call', isNew: !isMade, callee: value, types, args: readItems(reader, ')', readBody) }
      isMade = true
    } else if (isMade) return value
    else throw new OtherSyntax('new without arguments')
  }
}

/** Nothing that is generated compares sizes: an angle bracket after a value is one of types. */
function isTypeArguments(reader: Reader): boolean {
  return reader.peek().above === 0
}

function readItems(reader: Reader, end: string, readBody: ReadBody): readonly Expression[] {
  const items: Expression[] = []
  while (!reader.take(end)) {
    if (reader.peek().above > 1) throw new OtherSyntax('an empty line in a list')
    items.push(readExpression(reader, readBody))
    if (!reader.take(',') && reader.peek().text !== end) throw new OtherSyntax(`${reader.peek().text} in a list`)
  }
  return items
}

function readBare(reader: Reader, readBody: ReadBody): Expression {
  if (isArrow(reader)) return readArrow(reader, readBody)
  const { kind, text } = reader.next()
  if (kind === 'string') return { kind, text }
  if (text === '(') {
    const inner = readExpression(reader, readBody)
    reader.expect(')')
    return inner
  }
  if (text === '[') return { kind: 'array', items: readItems(reader, ']', readBody) }
  if (text === '{') return readObject(reader, readBody)
  if (kind !== 'word') throw new OtherSyntax(`${text} instead of a value`)
  if (/^\d/.test(text)) return { kind: 'number', text: plainNumber(text) }
  if (/^(?:true|false|null)$/.test(text)) return { kind: 'constant', text }
  if (isReserved(text)) throw new OtherSyntax(text)
  return { kind: 'name', text }
}

function isArrow(reader: Reader): boolean {
  if (reader.peek().text !== '(') return false
  if (reader.peek(1).text === ')') return reader.peek(2).text === '=>'
  return reader.peek(1).kind === 'word' && reader.peek(2).text === ')' && reader.peek(3).text === '=>'
}

function readArrow(reader: Reader, readBody: ReadBody): Expression {
  reader.expect('(')
  const parameters: readonly Parameter[] = reader.peek().text === ')' ? [] : [{ name: reader.word() }]
  reader.expect(')')
  reader.expect('=>')
  if (reader.peek().text === '{') throw new OtherSyntax('a function with a body')
  const body = readExpression(reader, readBody)
  if (body.kind === 'arrow' || body.kind === 'typed') throw new OtherSyntax('a function that gives a function')
  return { kind: 'arrow', parameters, body }
}

function readObject(reader: Reader, readBody: ReadBody): Expression {
  const isOpen = reader.peek().above > 0
  const properties: Property[] = []
  while (!reader.take('}')) {
    if (reader.peek().above > 1) throw new OtherSyntax('an empty line in an object')
    properties.push(readProperty(reader, readBody))
    if (!reader.take(',') && reader.peek().text !== '}') throw new OtherSyntax(`${reader.peek().text} in an object`)
  }
  return { kind: 'object', isOpen: isOpen && properties.length > 0, properties }
}

function readProperty(reader: Reader, readBody: ReadBody): Property {
  if (reader.peek().text === 'get' && reader.peek(1).text !== ':') {
    reader.next()
    const key = readKey(reader)
    reader.expect('(')
    reader.expect(')')
    return { key, value: { kind: 'getter', body: readBody(reader) } }
  }
  const key = readKey(reader)
  if (key.kind === 'bare' && /^[,}]$/.test(reader.peek().text)) return { key }
  reader.expect(':')
  return { key, value: readExpression(reader, readBody) }
}

/** A text that is surely no name: empty, beginning with a digit, or with a sign in it that no name has. */
const NO_NAME = /^"(?:"|\d|[\w$\\\x80-\uffff"]*[^\w$\\\x80-\uffff"])/

/** Reads the key of a property. One between quotes that need not be there would lose them. */
export function readKey(reader: Reader): Key {
  const { kind, text } = reader.next()
  if (kind === 'string') {
    if (!NO_NAME.test(text)) throw new OtherSyntax(`the key ${text}`)
    return { kind: 'quoted', text }
  }
  if (text === '[' && reader.peek().kind === 'string') {
    const inner = reader.next().text
    reader.expect(']')
    return { kind: 'computed', text: inner }
  }
  if (kind !== 'word' || /^\d/.test(text)) throw new OtherSyntax(`the key ${text}`)
  return { kind: 'bare', text }
}
