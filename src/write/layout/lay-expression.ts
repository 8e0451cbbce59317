// Knows how prettier lays out an expression.

import { alignTwo, fill, group, indent, indentIfBreak, join, line, softline, type Doc } from './doc.js'
import type { ExpressionContext } from './context.js'
import { areNumbers, isStiff } from './facts.js'
import { layCall, layIndex } from './lay-call.js'
import type { Place } from './place.js'
import { precedence } from '../../emit/syntax/read-expression.js'
import { lastComma, quoted, type LayoutSettings } from './settings.js'
import { layParameters, layType } from './lay-type.js'
import {
  OtherSyntax,
  type BinaryExpression,
  type Expression,
  type Key,
  type Property,
} from '../../emit/syntax/syntax.js'

/** An expression. */
export function layExpression(value: Expression, context: ExpressionContext, place: Place = 'elsewhere'): Doc {
  switch (value.kind) {
    case 'name':
    case 'number':
    case 'constant':
      return value.text
    case 'string':
      return quoted(value.text, context)
    case 'member':
      return layMember(value, context, place)
    case 'index':
      return [layExpression(value.object, context, 'object'), layIndex(value.index, context)]
    case 'call':
      return layCall(value, context, place)
    case 'array':
      return layArray(value.items, context)
    case 'object':
      return layObject(value, context)
    case 'arrow':
      if (place !== 'argument' && place !== 'last argument') throw new OtherSyntax('a function that is no argument')
      return layArrow(value, context, place === 'last argument')
    case 'unary':
      return layUnary(value, context)
    case 'binary':
      return layBinary(value, context, place)
    case 'choice':
      return layChoice(value, context, place)
    case 'typed': {
      if (place !== 'value' && place !== 'typed') throw new OtherSyntax(`${value.word} inside of an expression`)
      return [layExpression(value.value, context, 'typed'), ` ${value.word} `, layType(value.type, context)]
    }
    case 'noted':
      return [value.comment, ' ', layExpression(value.value, context, place)]
  }
}

function layMember(
  { object, name }: Extract<Expression, { kind: 'member' }>,
  context: ExpressionContext,
  place: Place,
): Doc {
  const lookup = `.${name}`
  const isShort = object.kind === 'name' && place !== 'object'
  return [layExpression(object, context, 'object'), isShort ? lookup : group(indent([softline, lookup]))]
}

function layUnary({ operator, value }: Extract<Expression, { kind: 'unary' }>, context: ExpressionContext): Doc {
  const inner = layExpression(value, context, 'unary')
  return [operator === 'typeof' ? 'typeof ' : operator, value.kind === 'binary' ? ['(', inner, ')'] : inner]
}

function layChoice(
  { test, yes, no }: Extract<Expression, { kind: 'choice' }>,
  context: ExpressionContext,
  place: Place,
): Doc {
  if (place !== 'return' || [test, yes, no].some(({ kind }) => kind === 'binary' || kind === 'choice'))
    throw new OtherSyntax('a choice inside of an expression')
  const [first, second] = [yes, no].map((value) => {
    const inner = layExpression(value, context)
    return context.useTabs ? indent(inner) : alignTwo(inner)
  })
  return group([layExpression(test, context), indent([line, '? ', first ?? '', line, ': ', second ?? ''])])
}

function layArray(items: readonly Expression[], context: ExpressionContext): Doc {
  if (items.length === 0) return '[]'
  if (areNumbers(items)) {
    const parts = items.flatMap((item, index): Doc[] => {
      const number = layExpression(item, context)
      return index === items.length - 1 ? [[number, lastComma(context)]] : [[number, ','], line]
    })
    return group(['[', indent([softline, fill(parts)]), softline, ']'])
  }
  const docs = items.map((item) => group(layExpression(item, context, 'argument')))
  const shouldBreak =
    items.length > 1 &&
    items.every(({ kind }) => kind === items[0]?.kind) &&
    items.every(
      (item) =>
        (item.kind === 'array' && item.items.length > 1) || (item.kind === 'object' && item.properties.length > 1),
    )
  return group(['[', indent([softline, join([',', line], docs), lastComma(context)]), softline, ']'], { shouldBreak })
}

function layObject({ isOpen, properties }: Extract<Expression, { kind: 'object' }>, context: ExpressionContext): Doc {
  if (properties.length === 0) return '{}'
  const edge = context.bracketSpacing ? line : softline
  const docs = properties.map((property) => layProperty(property, context))
  return group(['{', indent([edge, join([',', line], docs)]), lastComma(context), edge, '}'], { shouldBreak: isOpen })
}

function layProperty({ key, value }: Property, context: ExpressionContext): Doc {
  const shown = layKey(key, context)
  if (value === undefined) return shown
  if (value.kind === 'getter') return ['get ', shown, '() ', context.layBody(value.body)]
  const written = key.kind === 'quoted' ? quoted(key.text, context) : key.text
  const isShort = key.kind !== 'computed' && written.length < context.tabWidth + 3
  return layAssignment({ left: shown, sign: ':', value, isShort }, context)
}

/** A key as it stands in an object or an interface. */
export function layKey({ kind, text }: Key, settings: LayoutSettings): Doc {
  if (kind === 'bare') return text
  if (kind === 'parameter') return group(['[', indent([softline, text]), softline, ']'])
  return kind === 'quoted' ? quoted(text, settings) : ['[', quoted(text, settings), ']']
}

/** A function of an expression. As the last argument its parameter stays beside the bracket. */
function layArrow(
  { parameters, body }: Extract<Expression, { kind: 'arrow' }>,
  context: ExpressionContext,
  isLast: boolean,
): Doc {
  if (body.kind === 'object' || body.kind === 'noted') throw new OtherSyntax('a function that gives an object')
  const names = parameters.map(({ name }) => name).join(', ')
  const head = group(isLast ? ['(', names, ')'] : layParameters(parameters, context))
  const inner = layExpression(body, context, 'body')
  if (body.kind === 'array') return group([head, ' =>', group([' ', inner])])
  const end = isLast ? [lastComma(context, 'all'), softline] : []
  return group([head, ' =>', group([indent([line, inner]), ...end])])
}

function layBinary(value: BinaryExpression, context: ExpressionContext, place: Place): Doc {
  const parts = binaryParts(value, context, place === 'test')
  const [first = '', ...rest] = parts
  if (place === 'test') return parts
  if (place === 'unary' || place === 'object' || typeof place === 'object')
    return group([indent([softline, ...parts]), softline])
  if (place === 'return' || place === 'body' || place === 'value') return group(parts)
  return group([first, indent(rest)])
}

/** The operands of a chain of operators that bind alike, each behind its operator. */
function binaryParts(value: BinaryExpression, context: ExpressionContext, isTest: boolean): Doc[] {
  const chain: [BinaryExpression, ...BinaryExpression[]] = [value]
  for (let next = value.left; next.kind === 'binary' && flattens(chain[0].operator, next.operator); next = next.left)
    chain.unshift(next)
  const parts: Doc[] = [group(layOperand(chain[0].left, chain[0], context))]
  for (const [index, one] of chain.entries()) {
    const { operator, left, right } = one
    if (right.kind === 'object' || right.kind === 'array') throw new OtherSyntax('a list behind an operator')
    const behind = [operator, line, layOperand(right, one, context)]
    const own = isLogical(operator)
    const around = [chain[index + 1], left, right]
    const isAlone = around.every((other) => other?.kind !== 'binary' || isLogical(other.operator) !== own)
    parts.push(' ', isAlone && !(isTest && own) ? group(behind) : behind)
  }
  return parts
}

function layOperand(operand: Expression, around: BinaryExpression, context: ExpressionContext): Doc {
  const inner = layExpression(operand, context)
  return operand.kind === 'binary' && needsBrackets(operand, around) ? ['(', inner, ')'] : inner
}

function needsBrackets(inner: BinaryExpression, around: BinaryExpression): boolean {
  if (isLogical(inner.operator) && isLogical(around.operator)) return inner.operator !== around.operator
  const [own, other] = [precedence[inner.operator] ?? 0, precedence[around.operator] ?? 0]
  return other > own || (other === own && (inner === around.right || !flattens(around.operator, inner.operator)))
}

function isLogical(operator: string): boolean {
  return operator === '&&' || operator === '||' || operator === '??'
}

/** Comparisons are not strung together. */
function flattens(outer: string, inner: string): boolean {
  return precedence[outer] === precedence[inner] && outer !== '===' && outer !== '!=='
}

/** Something with a value behind it. */
export interface Assignment {
  readonly left: Doc
  readonly sign: ':' | ' ='
  readonly value: Expression
  /** Whether the left side is a key so short that a line would be won by nothing. */
  readonly isShort?: boolean
  /** Whether the left side may be broken. */
  readonly isBreakable?: boolean
}

/** A value behind what it is given to: on the same line, on the next one, or wherever there is room. */
export function layAssignment(assignment: Assignment, context: ExpressionContext): Doc {
  const { left, sign, value, isShort = false, isBreakable = false } = assignment
  const right = layExpression(value, context, 'value')
  const bare = value.kind === 'noted' ? value.value : value
  if (bare.kind === 'arrow') throw new OtherSyntax('a function that is a value')
  if (bare.kind === 'binary' || (!isShort && isStiff(bare, context)))
    return group([group(left), sign, group(indent([line, right]))])
  const isPlain = bare.kind === 'number' || /^(?:true|false)$/.test(bare.kind === 'constant' ? bare.text : '')
  if (!isBreakable && (isShort || isPlain)) return group([group(left), sign, ' ', right])
  const gap = group(indent(line))
  return group([group(left), sign, gap, indentIfBreak(right, gap)])
}
