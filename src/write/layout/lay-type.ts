// Knows how prettier lays out a type.

import { alignTwo, group, ifBreak, indent, join, line, softline, type Doc } from './doc.js'
import { lastComma, quoted, type LayoutSettings } from './settings.js'
import { OtherSyntax, type TypeNode } from '../../emit/syntax/syntax.js'

/** Where a type stands: a union behind `=` begins on a line of its own, one between angle brackets is not set in. */
export type TypePlace = 'alias' | 'argument' | 'items' | 'member' | 'elsewhere'

/** A type. */
export function layType(type: TypeNode, settings: LayoutSettings, place: TypePlace = 'elsewhere'): Doc {
  switch (type.kind) {
    case 'word':
      return type.text
    case 'string':
      return quoted(type.text, settings)
    case 'empty':
      return '{}'
    case 'reference':
      return [type.name, layTypeArguments(type.args, settings)]
    case 'array':
      return [layInner(type.items, settings), '[]']
    case 'prefixed':
      return [type.prefix, ' ', layType(type.type, settings, 'member')]
    case 'indexed':
      return [layInner(type.object, settings), '[', layType(type.index, settings), ']']
    case 'predicate':
      return [type.name, ' is ', layType(type.type, settings)]
    case 'intersection':
      return layIntersection(type.members, settings, place)
    case 'union':
      return layUnion(type.members, settings, place)
  }
}

/** Type arguments; empty where there are none. */
export function layTypeArguments(args: readonly TypeNode[], settings: LayoutSettings): Doc {
  if (args.length === 0) return ''
  const docs = args.map((arg) => layType(arg, settings, 'argument'))
  const [only] = args
  if (args.length === 1 && only !== undefined && isPlain(only)) return ['<', ...docs, '>']
  return group(['<', indent([softline, join([',', line], docs)]), softline, '>'])
}

/** Whether prettier finds it too simple to be broken. */
function isPlain(type: TypeNode): boolean {
  if (type.kind === 'word' || type.kind === 'empty') return !/^(?:true|false|null|-?\d)/.test(wordOf(type))
  if (type.kind === 'reference') return type.args.length === 0
  return type.kind === 'union' && isHugged(type.members)
}

function wordOf(type: TypeNode): string {
  return type.kind === 'word' ? type.text : ''
}

/** Whether a union is one model or null, which stays on its line. */
export function isHugged(members: readonly TypeNode[]): boolean {
  const named = members.find(({ kind }) => kind === 'reference' || kind === 'empty')
  return named !== undefined && members.every((member) => member === named || /^(?:null|void)$/.test(wordOf(member)))
}

/** What brackets follow. */
function layInner(type: TypeNode, settings: LayoutSettings): Doc {
  if (type.kind === 'prefixed') return ['(', layType(type, settings), ')']
  const isJoined = type.kind === 'union' || type.kind === 'intersection'
  return isJoined ? ['(', layType(type, settings, 'items'), ')'] : layType(type, settings)
}

function layUnion(members: readonly TypeNode[], settings: LayoutSettings, place: TypePlace): Doc {
  if (place === 'member') throw new OtherSyntax('a union inside of another type')
  const docs = members.map((member) => {
    const inner = layType(member, settings, 'member')
    return member.kind === 'intersection' ? ['(', inner, ')'] : inner
  })
  if (isHugged(members)) return join(' | ', docs)
  const all = group(docs.map((member, index) => [index === 0 ? ifBreak('| ') : [line, '| '], alignTwo(member)]))
  if (place === 'items') return group([indent([softline, all]), softline])
  return place === 'alias' || place === 'argument' ? all : group(indent([softline, all]))
}

/** Only `T & {}` is generated, which keeps a union from swallowing its constants. */
function layIntersection(members: readonly TypeNode[], settings: LayoutSettings, place: TypePlace): Doc {
  const [first, second, ...more] = members
  if (first === undefined || second?.kind !== 'empty' || more.length > 0 || place === 'items')
    throw new OtherSyntax('an intersection of another form')
  return group([layType(first, settings, 'member'), ' & {}'])
}

/** Names with types between parentheses. */
export function layParameters(
  parameters: readonly { readonly name: string; readonly type?: TypeNode }[],
  settings: LayoutSettings,
): Doc {
  if (parameters.length === 0) return '()'
  const docs = parameters.map(({ name, type }) => (type === undefined ? name : [name, ': ', layType(type, settings)]))
  return ['(', indent([softline, join([',', line], docs)]), lastComma(settings, 'all'), softline, ')']
}
