// Knows how a type is read.

import { OtherSyntax, type TypeNode } from './syntax.js'
import { isReserved, plainNumber, type Reader } from './tokens.js'

/** Reads a type. */
export function readType(reader: Reader): TypeNode {
  return readMembers(reader, '|', () => readMembers(reader, '&', () => readOne(reader)))
}

/** Reads the type that a function returns, which may say of which type a parameter is. */
export function readReturnType(reader: Reader): TypeNode {
  if (reader.peek(1).text !== 'is' || reader.peek(1).above > 0) return readType(reader)
  const name = reader.word()
  reader.expect('is')
  return { kind: 'predicate', name, type: readType(reader) }
}

/** Reads types between angle brackets, if any are there. */
export function readTypeArguments(reader: Reader): readonly TypeNode[] {
  if (!reader.take('<')) return []
  const args = [readType(reader)]
  while (reader.take(',')) args.push(readType(reader))
  reader.expect('>')
  return args
}

function readMembers(reader: Reader, sign: '|' | '&', readMember: () => TypeNode): TypeNode {
  reader.take(sign)
  const first = readMember()
  const members = [first]
  while (reader.take(sign)) members.push(readMember())
  return members.length === 1 ? first : { kind: sign === '|' ? 'union' : 'intersection', members }
}

function readOne(reader: Reader): TypeNode {
  let type = readBare(reader)
  while (reader.peek().above === 0 && reader.take('[')) {
    if (reader.take(']')) type = { kind: 'array', items: type }
    else {
      type = { kind: 'indexed', object: type, index: readType(reader) }
      reader.expect(']')
    }
  }
  return type
}

function readBare(reader: Reader): TypeNode {
  const { kind, text } = reader.next()
  if (kind === 'string') return { kind: 'string', text }
  if (text === '-') return { kind: 'word', text: `-${plainNumber(reader.next().text)}` }
  if (text === '(') {
    const inner = readType(reader)
    reader.expect(')')
    return inner
  }
  if (text === '{') {
    reader.expect('}')
    return { kind: 'empty' }
  }
  if (kind !== 'word') throw new OtherSyntax(`${text} instead of a type`)
  if (text === 'typeof') return { kind: 'prefixed', prefix: text, type: { kind: 'word', text: reader.word() } }
  if (text === 'keyof') return { kind: 'prefixed', prefix: text, type: readOne(reader) }
  if (/^\d/.test(text)) return { kind: 'word', text: plainNumber(text) }
  if (!isReference(text)) return { kind: 'word', text }
  if (isReserved(text)) throw new OtherSyntax(text)
  const name = reader.take('.') ? `${text}.${reader.word()}` : text
  return { kind: 'reference', name, args: readTypeArguments(reader) }
}

const KEYWORDS = /^(?:any|boolean|false|never|null|number|object|string|symbol|true|undefined|unknown|void)$/

function isReference(word: string): boolean {
  return !KEYWORDS.test(word)
}
